from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SessionRules")


@_attrs_define
class SessionRules:
    """How long a sign-in lasts.

    Attributes:
        idle_minutes (int): A session that is not renewed for so long ends.
        absolute_hours (int): A session ends so long after its sign-in.
    """

    idle_minutes: int
    absolute_hours: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        idle_minutes = self.idle_minutes

        absolute_hours = self.absolute_hours

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "idle_minutes": idle_minutes,
                "absolute_hours": absolute_hours,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        idle_minutes = d.pop("idle_minutes")

        absolute_hours = d.pop("absolute_hours")

        session_rules = cls(
            idle_minutes=idle_minutes,
            absolute_hours=absolute_hours,
        )

        session_rules.additional_properties = d
        return session_rules

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
