from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PasswordRules")


@_attrs_define
class PasswordRules:
    """What a new password must be.

    Attributes:
        min_length (int): Characters.
        refuse_common (bool): Refuses common passwords, and those like the user's name or address.
        history (int): How many earlier passwords may not come back.
        max_age_days (int | None): Days after which a sign-in demands another password.
        refuse_breached (bool): Asks the installation's list of breached passwords.
    """

    min_length: int
    refuse_common: bool
    history: int
    max_age_days: int | None
    refuse_breached: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        min_length = self.min_length

        refuse_common = self.refuse_common

        history = self.history

        max_age_days: int | None
        max_age_days = self.max_age_days

        refuse_breached = self.refuse_breached

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "min_length": min_length,
                "refuse_common": refuse_common,
                "history": history,
                "max_age_days": max_age_days,
                "refuse_breached": refuse_breached,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        min_length = d.pop("min_length")

        refuse_common = d.pop("refuse_common")

        history = d.pop("history")

        def _parse_max_age_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_age_days = _parse_max_age_days(d.pop("max_age_days"))

        refuse_breached = d.pop("refuse_breached")

        password_rules = cls(
            min_length=min_length,
            refuse_common=refuse_common,
            history=history,
            max_age_days=max_age_days,
            refuse_breached=refuse_breached,
        )

        password_rules.additional_properties = d
        return password_rules

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
