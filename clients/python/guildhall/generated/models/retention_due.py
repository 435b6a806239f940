from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RetentionDue")


@_attrs_define
class RetentionDue:
    """What the rules of retention would delete now.

    Attributes:
        name (str): quotes, sessions, customers or visitors; audit_entries or access_entries of the logs.
        days (int | None): The rule; null for never.
        due (int): Rows that a run would delete now.
        more (bool): Whether the next run finds more.
    """

    name: str
    days: int | None
    due: int
    more: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        days: int | None
        days = self.days

        due = self.due

        more = self.more

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "days": days,
                "due": due,
                "more": more,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        days = _parse_days(d.pop("days"))

        due = d.pop("due")

        more = d.pop("more")

        retention_due = cls(
            name=name,
            days=days,
            due=due,
            more=more,
        )

        retention_due.additional_properties = d
        return retention_due

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
