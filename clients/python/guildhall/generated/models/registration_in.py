from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="RegistrationIn")


@_attrs_define
class RegistrationIn:
    """The address of somebody who registers.

    Attributes:
        email (str):
        locale (Language | Unset):
    """

    email: str
    locale: Language | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        locale: str | Unset = UNSET
        if not isinstance(self.locale, Unset):
            locale = self.locale

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
            }
        )
        if locale is not UNSET:
            field_dict["locale"] = locale

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        _locale = d.pop("locale", UNSET)
        locale: Language | Unset
        if isinstance(_locale, Unset):
            locale = UNSET
        else:
            locale = check_language(_locale)

        registration_in = cls(
            email=email,
            locale=locale,
        )

        return registration_in
