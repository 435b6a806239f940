from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.priority import Priority, check_priority
from ..models.quote_state import QuoteState, check_quote_state

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.quote_line import QuoteLine
    from ..models.quote_trace import QuoteTrace


T = TypeVar("T", bound="Quote")


@_attrs_define
class Quote:
    """A price that holds until `valid_until`, for one order.

    Attributes:
        id (str):
        state (QuoteState):
        customer (None | str):
        branch (None | str):
        channel (None | str):
        priority (Priority):
        due_at (datetime.datetime | None):
        lines (list[QuoteLine]):
        subtotal (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        tax (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        total (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        trace (QuoteTrace): Every input, rule version, formula and rounding that made the price.
        digest (str): SHA-256 (hex) of the canonical JSON of the trace: sorted keys, no spaces.
        valid_until (datetime.datetime):
        order (None | str): The order that used the quote.
        secret (None | str): Told once, to an anonymous caller: who has it can open and use the quote.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    state: QuoteState
    customer: None | str
    branch: None | str
    channel: None | str
    priority: Priority
    due_at: datetime.datetime | None
    lines: list[QuoteLine]
    subtotal: Money
    tax: Money
    total: Money
    trace: QuoteTrace
    digest: str
    valid_until: datetime.datetime
    order: None | str
    secret: None | str
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state: str = self.state

        customer: None | str
        customer = self.customer

        branch: None | str
        branch = self.branch

        channel: None | str
        channel = self.channel

        priority: str = self.priority

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        subtotal = self.subtotal.to_dict()

        tax = self.tax.to_dict()

        total = self.total.to_dict()

        trace = self.trace.to_dict()

        digest = self.digest

        valid_until = self.valid_until.isoformat()

        order: None | str
        order = self.order

        secret: None | str
        secret = self.secret

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "customer": customer,
                "branch": branch,
                "channel": channel,
                "priority": priority,
                "due_at": due_at,
                "lines": lines,
                "subtotal": subtotal,
                "tax": tax,
                "total": total,
                "trace": trace,
                "digest": digest,
                "valid_until": valid_until,
                "order": order,
                "secret": secret,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.quote_line import QuoteLine  # noqa: PLC0415
        from ..models.quote_trace import QuoteTrace  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = check_quote_state(d.pop("state"))

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        def _parse_channel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        channel = _parse_channel(d.pop("channel"))

        priority = check_priority(d.pop("priority"))

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = QuoteLine.from_dict(lines_item_data)

            lines.append(lines_item)

        subtotal = Money.from_dict(d.pop("subtotal"))

        tax = Money.from_dict(d.pop("tax"))

        total = Money.from_dict(d.pop("total"))

        trace = QuoteTrace.from_dict(d.pop("trace"))

        digest = d.pop("digest")

        valid_until = datetime.datetime.fromisoformat(d.pop("valid_until"))

        def _parse_order(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        order = _parse_order(d.pop("order"))

        def _parse_secret(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        secret = _parse_secret(d.pop("secret"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        quote = cls(
            id=id,
            state=state,
            customer=customer,
            branch=branch,
            channel=channel,
            priority=priority,
            due_at=due_at,
            lines=lines,
            subtotal=subtotal,
            tax=tax,
            total=total,
            trace=trace,
            digest=digest,
            valid_until=valid_until,
            order=order,
            secret=secret,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        quote.additional_properties = d
        return quote

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
