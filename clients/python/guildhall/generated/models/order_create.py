from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.order_source import OrderSource, check_order_source
from ..models.priority import Priority, check_priority
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.order_create_metadata import OrderCreateMetadata
    from ..models.quote_line_in import QuoteLineIn


T = TypeVar("T", bound="OrderCreate")


@_attrs_define
class OrderCreate:
    """An order to place: from a quote, or from lines that are priced now.

    Attributes:
        quote (str | Unset):
        quote_secret (str | Unset): Of a quote that was asked for anonymously.
        lines (list[QuoteLineIn] | Unset):
        customer (None | str | Unset):
        branch (None | str | Unset):
        priority (Priority | Unset):
        due_at (datetime.datetime | None | Unset):
        channel (None | str | Unset):
        source (OrderSource | Unset):
        files (list[str] | Unset):
        redemption (None | str | Unset): Reserved loyalty points to pay with.
        expected_total (Money | Unset): An amount of money: a decimal text at the currency's minor unit, and its ISO
            4217 code.
        comment (str | Unset):
        metadata (OrderCreateMetadata | Unset):
    """

    quote: str | Unset = UNSET
    quote_secret: str | Unset = UNSET
    lines: list[QuoteLineIn] | Unset = UNSET
    customer: None | str | Unset = UNSET
    branch: None | str | Unset = UNSET
    priority: Priority | Unset = UNSET
    due_at: datetime.datetime | None | Unset = UNSET
    channel: None | str | Unset = UNSET
    source: OrderSource | Unset = UNSET
    files: list[str] | Unset = UNSET
    redemption: None | str | Unset = UNSET
    expected_total: Money | Unset = UNSET
    comment: str | Unset = UNSET
    metadata: OrderCreateMetadata | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        quote = self.quote

        quote_secret = self.quote_secret

        lines: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.lines, Unset):
            lines = []
            for lines_item_data in self.lines:
                lines_item = lines_item_data.to_dict()
                lines.append(lines_item)

        customer: None | str | Unset
        if isinstance(self.customer, Unset):
            customer = UNSET
        else:
            customer = self.customer

        branch: None | str | Unset
        if isinstance(self.branch, Unset):
            branch = UNSET
        else:
            branch = self.branch

        priority: str | Unset = UNSET
        if not isinstance(self.priority, Unset):
            priority = self.priority

        due_at: None | str | Unset
        if isinstance(self.due_at, Unset):
            due_at = UNSET
        elif isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        channel: None | str | Unset
        if isinstance(self.channel, Unset):
            channel = UNSET
        else:
            channel = self.channel

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source

        files: list[str] | Unset = UNSET
        if not isinstance(self.files, Unset):
            files = self.files

        redemption: None | str | Unset
        if isinstance(self.redemption, Unset):
            redemption = UNSET
        else:
            redemption = self.redemption

        expected_total: dict[str, Any] | Unset = UNSET
        if not isinstance(self.expected_total, Unset):
            expected_total = self.expected_total.to_dict()

        comment = self.comment

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if quote is not UNSET:
            field_dict["quote"] = quote
        if quote_secret is not UNSET:
            field_dict["quote_secret"] = quote_secret
        if lines is not UNSET:
            field_dict["lines"] = lines
        if customer is not UNSET:
            field_dict["customer"] = customer
        if branch is not UNSET:
            field_dict["branch"] = branch
        if priority is not UNSET:
            field_dict["priority"] = priority
        if due_at is not UNSET:
            field_dict["due_at"] = due_at
        if channel is not UNSET:
            field_dict["channel"] = channel
        if source is not UNSET:
            field_dict["source"] = source
        if files is not UNSET:
            field_dict["files"] = files
        if redemption is not UNSET:
            field_dict["redemption"] = redemption
        if expected_total is not UNSET:
            field_dict["expected_total"] = expected_total
        if comment is not UNSET:
            field_dict["comment"] = comment
        if metadata is not UNSET:
            field_dict["metadata"] = metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.order_create_metadata import OrderCreateMetadata  # noqa: PLC0415
        from ..models.quote_line_in import QuoteLineIn  # noqa: PLC0415

        d = dict(src_dict)
        quote = d.pop("quote", UNSET)

        quote_secret = d.pop("quote_secret", UNSET)

        _lines = d.pop("lines", UNSET)
        lines: list[QuoteLineIn] | Unset = UNSET
        if _lines is not UNSET:
            lines = []
            for lines_item_data in _lines:
                lines_item = QuoteLineIn.from_dict(lines_item_data)

                lines.append(lines_item)

        def _parse_customer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        customer = _parse_customer(d.pop("customer", UNSET))

        def _parse_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        branch = _parse_branch(d.pop("branch", UNSET))

        _priority = d.pop("priority", UNSET)
        priority: Priority | Unset
        if isinstance(_priority, Unset):
            priority = UNSET
        else:
            priority = check_priority(_priority)

        def _parse_due_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        due_at = _parse_due_at(d.pop("due_at", UNSET))

        def _parse_channel(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        channel = _parse_channel(d.pop("channel", UNSET))

        _source = d.pop("source", UNSET)
        source: OrderSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = check_order_source(_source)

        files = cast(list[str], d.pop("files", UNSET))

        def _parse_redemption(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        redemption = _parse_redemption(d.pop("redemption", UNSET))

        _expected_total = d.pop("expected_total", UNSET)
        expected_total: Money | Unset
        if isinstance(_expected_total, Unset):
            expected_total = UNSET
        else:
            expected_total = Money.from_dict(_expected_total)

        comment = d.pop("comment", UNSET)

        _metadata = d.pop("metadata", UNSET)
        metadata: OrderCreateMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = OrderCreateMetadata.from_dict(_metadata)

        order_create = cls(
            quote=quote,
            quote_secret=quote_secret,
            lines=lines,
            customer=customer,
            branch=branch,
            priority=priority,
            due_at=due_at,
            channel=channel,
            source=source,
            files=files,
            redemption=redemption,
            expected_total=expected_total,
            comment=comment,
            metadata=metadata,
        )

        return order_create
