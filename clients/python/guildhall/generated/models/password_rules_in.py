from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PasswordRulesIn")


@_attrs_define
class PasswordRulesIn:
    """Changes of the rules of passwords.

    Attributes:
        min_length (int | Unset):
        refuse_common (bool | Unset):
        history (int | Unset):
        max_age_days (int | None | Unset):
        refuse_breached (bool | Unset):
    """

    min_length: int | Unset = UNSET
    refuse_common: bool | Unset = UNSET
    history: int | Unset = UNSET
    max_age_days: int | None | Unset = UNSET
    refuse_breached: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        min_length = self.min_length

        refuse_common = self.refuse_common

        history = self.history

        max_age_days: int | None | Unset
        if isinstance(self.max_age_days, Unset):
            max_age_days = UNSET
        else:
            max_age_days = self.max_age_days

        refuse_breached = self.refuse_breached

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if min_length is not UNSET:
            field_dict["min_length"] = min_length
        if refuse_common is not UNSET:
            field_dict["refuse_common"] = refuse_common
        if history is not UNSET:
            field_dict["history"] = history
        if max_age_days is not UNSET:
            field_dict["max_age_days"] = max_age_days
        if refuse_breached is not UNSET:
            field_dict["refuse_breached"] = refuse_breached

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        min_length = d.pop("min_length", UNSET)

        refuse_common = d.pop("refuse_common", UNSET)

        history = d.pop("history", UNSET)

        def _parse_max_age_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_age_days = _parse_max_age_days(d.pop("max_age_days", UNSET))

        refuse_breached = d.pop("refuse_breached", UNSET)

        password_rules_in = cls(
            min_length=min_length,
            refuse_common=refuse_common,
            history=history,
            max_age_days=max_age_days,
            refuse_breached=refuse_breached,
        )

        return password_rules_in
