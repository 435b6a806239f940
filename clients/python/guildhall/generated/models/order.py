from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_source import OrderSource, check_order_source
from ..models.order_state_group import OrderStateGroup, check_order_state_group
from ..models.priority import Priority, check_priority
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.order_expanded import OrderExpanded
    from ..models.order_line import OrderLine
    from ..models.order_metadata import OrderMetadata
    from ..models.order_offer import OrderOffer
    from ..models.order_state_times import OrderStateTimes


T = TypeVar("T", bound="Order")


@_attrs_define
class Order:
    """An order.

    Attributes:
        id (str):
        number (str):
        customer (None | str):
        branch (None | str):
        workflow (str):
        state (str): The code of the state in the order's workflow.
        state_name (str): What the state is called, in the caller's language.
        state_group (OrderStateGroup):
        state_icon (str): The key of an icon beside the name: no state is told by its colour alone.
        priority (Priority):
        source (OrderSource):
        channel (None | str):
        lines (list[OrderLine]):
        subtotal (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        tax (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        total (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        paid (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        outstanding (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        quote (None | str):
        redemption (None | str):
        due_at (datetime.datetime | None):
        comment (str):
        files (list[str]):
        placed_at (datetime.datetime):
        completed_at (datetime.datetime | None):
        state_times (OrderStateTimes): When the order last came into each state.
        created_by (None | str):
        metadata (OrderMetadata):
        hand_over (None | OrderOffer): Where it is offered to another branch.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
        expanded (OrderExpanded | Unset): What `expand` asked for.
    """

    id: str
    number: str
    customer: None | str
    branch: None | str
    workflow: str
    state: str
    state_name: str
    state_group: OrderStateGroup
    state_icon: str
    priority: Priority
    source: OrderSource
    channel: None | str
    lines: list[OrderLine]
    subtotal: Money
    tax: Money
    total: Money
    paid: Money
    outstanding: Money
    quote: None | str
    redemption: None | str
    due_at: datetime.datetime | None
    comment: str
    files: list[str]
    placed_at: datetime.datetime
    completed_at: datetime.datetime | None
    state_times: OrderStateTimes
    created_by: None | str
    metadata: OrderMetadata
    hand_over: None | OrderOffer
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    expanded: OrderExpanded | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.order_offer import OrderOffer  # noqa: PLC0415

        id = self.id

        number = self.number

        customer: None | str
        customer = self.customer

        branch: None | str
        branch = self.branch

        workflow = self.workflow

        state = self.state

        state_name = self.state_name

        state_group: str = self.state_group

        state_icon = self.state_icon

        priority: str = self.priority

        source: str = self.source

        channel: None | str
        channel = self.channel

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        subtotal = self.subtotal.to_dict()

        tax = self.tax.to_dict()

        total = self.total.to_dict()

        paid = self.paid.to_dict()

        outstanding = self.outstanding.to_dict()

        quote: None | str
        quote = self.quote

        redemption: None | str
        redemption = self.redemption

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        comment = self.comment

        files = self.files

        placed_at = self.placed_at.isoformat()

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        state_times = self.state_times.to_dict()

        created_by: None | str
        created_by = self.created_by

        metadata = self.metadata.to_dict()

        hand_over: dict[str, Any] | None
        if isinstance(self.hand_over, OrderOffer):
            hand_over = self.hand_over.to_dict()
        else:
            hand_over = self.hand_over

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        expanded: dict[str, Any] | Unset = UNSET
        if not isinstance(self.expanded, Unset):
            expanded = self.expanded.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "customer": customer,
                "branch": branch,
                "workflow": workflow,
                "state": state,
                "state_name": state_name,
                "state_group": state_group,
                "state_icon": state_icon,
                "priority": priority,
                "source": source,
                "channel": channel,
                "lines": lines,
                "subtotal": subtotal,
                "tax": tax,
                "total": total,
                "paid": paid,
                "outstanding": outstanding,
                "quote": quote,
                "redemption": redemption,
                "due_at": due_at,
                "comment": comment,
                "files": files,
                "placed_at": placed_at,
                "completed_at": completed_at,
                "state_times": state_times,
                "created_by": created_by,
                "metadata": metadata,
                "hand_over": hand_over,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )
        if expanded is not UNSET:
            field_dict["expanded"] = expanded

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.order_expanded import OrderExpanded  # noqa: PLC0415
        from ..models.order_line import OrderLine  # noqa: PLC0415
        from ..models.order_metadata import OrderMetadata  # noqa: PLC0415
        from ..models.order_offer import OrderOffer  # noqa: PLC0415
        from ..models.order_state_times import OrderStateTimes  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        number = d.pop("number")

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

        workflow = d.pop("workflow")

        state = d.pop("state")

        state_name = d.pop("state_name")

        state_group = check_order_state_group(d.pop("state_group"))

        state_icon = d.pop("state_icon")

        priority = check_priority(d.pop("priority"))

        source = check_order_source(d.pop("source"))

        def _parse_channel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        channel = _parse_channel(d.pop("channel"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = OrderLine.from_dict(lines_item_data)

            lines.append(lines_item)

        subtotal = Money.from_dict(d.pop("subtotal"))

        tax = Money.from_dict(d.pop("tax"))

        total = Money.from_dict(d.pop("total"))

        paid = Money.from_dict(d.pop("paid"))

        outstanding = Money.from_dict(d.pop("outstanding"))

        def _parse_quote(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        quote = _parse_quote(d.pop("quote"))

        def _parse_redemption(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        redemption = _parse_redemption(d.pop("redemption"))

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

        comment = d.pop("comment")

        files = cast(list[str], d.pop("files"))

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        state_times = OrderStateTimes.from_dict(d.pop("state_times"))

        def _parse_created_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        created_by = _parse_created_by(d.pop("created_by"))

        metadata = OrderMetadata.from_dict(d.pop("metadata"))

        def _parse_hand_over(data: object) -> None | OrderOffer:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                hand_over_type_0 = OrderOffer.from_dict(data)

                return hand_over_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderOffer, data)

        hand_over = _parse_hand_over(d.pop("hand_over"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        _expanded = d.pop("expanded", UNSET)
        expanded: OrderExpanded | Unset
        if isinstance(_expanded, Unset):
            expanded = UNSET
        else:
            expanded = OrderExpanded.from_dict(_expanded)

        order = cls(
            id=id,
            number=number,
            customer=customer,
            branch=branch,
            workflow=workflow,
            state=state,
            state_name=state_name,
            state_group=state_group,
            state_icon=state_icon,
            priority=priority,
            source=source,
            channel=channel,
            lines=lines,
            subtotal=subtotal,
            tax=tax,
            total=total,
            paid=paid,
            outstanding=outstanding,
            quote=quote,
            redemption=redemption,
            due_at=due_at,
            comment=comment,
            files=files,
            placed_at=placed_at,
            completed_at=completed_at,
            state_times=state_times,
            created_by=created_by,
            metadata=metadata,
            hand_over=hand_over,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
            expanded=expanded,
        )

        order.additional_properties = d
        return order

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
