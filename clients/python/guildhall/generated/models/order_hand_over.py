from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.hand_over_decision import HandOverDecision, check_hand_over_decision
from ..models.hand_over_status import HandOverStatus, check_hand_over_status
from ..models.order_state_group import OrderStateGroup, check_order_state_group
from ..models.priority import Priority, check_priority

if TYPE_CHECKING:
    from ..models.order_hand_over_line import OrderHandOverLine


T = TypeVar("T", bound="OrderHandOver")


@_attrs_define
class OrderHandOver:
    """A hand-over as both branches see it: what the work is, without customer and money.

    Attributes:
        id (str):
        number (str):
        status (HandOverStatus):
        from_branch (None | str):
        to_branch (str):
        reason (str):
        by (None | str): Who said so, at `at`.
        at (datetime.datetime):
        state (str): Of the order.
        state_name (str):
        state_group (OrderStateGroup):
        priority (Priority):
        due_at (datetime.datetime | None):
        lines (list[OrderHandOverLine]):
        decisions (list[HandOverDecision]): What the caller may decide about it now.
        version (int): Of the order.
    """

    id: str
    number: str
    status: HandOverStatus
    from_branch: None | str
    to_branch: str
    reason: str
    by: None | str
    at: datetime.datetime
    state: str
    state_name: str
    state_group: OrderStateGroup
    priority: Priority
    due_at: datetime.datetime | None
    lines: list[OrderHandOverLine]
    decisions: list[HandOverDecision]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        number = self.number

        status: str = self.status

        from_branch: None | str
        from_branch = self.from_branch

        to_branch = self.to_branch

        reason = self.reason

        by: None | str
        by = self.by

        at = self.at.isoformat()

        state = self.state

        state_name = self.state_name

        state_group: str = self.state_group

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

        decisions = []
        for decisions_item_data in self.decisions:
            decisions_item: str = decisions_item_data
            decisions.append(decisions_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "status": status,
                "from_branch": from_branch,
                "to_branch": to_branch,
                "reason": reason,
                "by": by,
                "at": at,
                "state": state,
                "state_name": state_name,
                "state_group": state_group,
                "priority": priority,
                "due_at": due_at,
                "lines": lines,
                "decisions": decisions,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.order_hand_over_line import OrderHandOverLine  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        number = d.pop("number")

        status = check_hand_over_status(d.pop("status"))

        def _parse_from_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        from_branch = _parse_from_branch(d.pop("from_branch"))

        to_branch = d.pop("to_branch")

        reason = d.pop("reason")

        def _parse_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        by = _parse_by(d.pop("by"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        state = d.pop("state")

        state_name = d.pop("state_name")

        state_group = check_order_state_group(d.pop("state_group"))

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
            lines_item = OrderHandOverLine.from_dict(lines_item_data)

            lines.append(lines_item)

        decisions = []
        _decisions = d.pop("decisions")
        for decisions_item_data in _decisions:
            decisions_item = check_hand_over_decision(decisions_item_data)

            decisions.append(decisions_item)

        version = d.pop("version")

        order_hand_over = cls(
            id=id,
            number=number,
            status=status,
            from_branch=from_branch,
            to_branch=to_branch,
            reason=reason,
            by=by,
            at=at,
            state=state,
            state_name=state_name,
            state_group=state_group,
            priority=priority,
            due_at=due_at,
            lines=lines,
            decisions=decisions,
            version=version,
        )

        order_hand_over.additional_properties = d
        return order_hand_over

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
