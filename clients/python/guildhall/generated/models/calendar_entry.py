from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_state_group import OrderStateGroup, check_order_state_group
from ..models.priority import Priority, check_priority

T = TypeVar("T", bound="CalendarEntry")


@_attrs_define
class CalendarEntry:
    """An unfinished order on the day when it is due.

    Attributes:
        id (str):
        number (str):
        branch (None | str):
        customer (None | str):
        due_at (datetime.datetime):
        day (datetime.date): The day of `due_at` in the branch.
        overdue (bool):
        state (str):
        state_name (str):
        state_group (OrderStateGroup):
        priority (Priority):
    """

    id: str
    number: str
    branch: None | str
    customer: None | str
    due_at: datetime.datetime
    day: datetime.date
    overdue: bool
    state: str
    state_name: str
    state_group: OrderStateGroup
    priority: Priority
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        number = self.number

        branch: None | str
        branch = self.branch

        customer: None | str
        customer = self.customer

        due_at = self.due_at.isoformat()

        day = self.day.isoformat()

        overdue = self.overdue

        state = self.state

        state_name = self.state_name

        state_group: str = self.state_group

        priority: str = self.priority

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "branch": branch,
                "customer": customer,
                "due_at": due_at,
                "day": day,
                "overdue": overdue,
                "state": state,
                "state_name": state_name,
                "state_group": state_group,
                "priority": priority,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        number = d.pop("number")

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        due_at = datetime.datetime.fromisoformat(d.pop("due_at"))

        day = datetime.date.fromisoformat(d.pop("day"))

        overdue = d.pop("overdue")

        state = d.pop("state")

        state_name = d.pop("state_name")

        state_group = check_order_state_group(d.pop("state_group"))

        priority = check_priority(d.pop("priority"))

        calendar_entry = cls(
            id=id,
            number=number,
            branch=branch,
            customer=customer,
            due_at=due_at,
            day=day,
            overdue=overdue,
            state=state,
            state_name=state_name,
            state_group=state_group,
            priority=priority,
        )

        calendar_entry.additional_properties = d
        return calendar_entry

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
