from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SessionRulesIn")


@_attrs_define
class SessionRulesIn:
    """Changes of the rules of sessions.

    Attributes:
        idle_minutes (int | Unset):
        absolute_hours (int | Unset):
    """

    idle_minutes: int | Unset = UNSET
    absolute_hours: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        idle_minutes = self.idle_minutes

        absolute_hours = self.absolute_hours

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if idle_minutes is not UNSET:
            field_dict["idle_minutes"] = idle_minutes
        if absolute_hours is not UNSET:
            field_dict["absolute_hours"] = absolute_hours

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        idle_minutes = d.pop("idle_minutes", UNSET)

        absolute_hours = d.pop("absolute_hours", UNSET)

        session_rules_in = cls(
            idle_minutes=idle_minutes,
            absolute_hours=absolute_hours,
        )

        return session_rules_in
