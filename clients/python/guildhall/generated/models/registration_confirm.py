from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..types import UNSET, Unset

T = TypeVar("T", bound="RegistrationConfirm")


@_attrs_define
class RegistrationConfirm:
    """What opens the account of somebody who registers.

    Attributes:
        token (str): The `token` of the link in the mail.
        name (str):
        password (str): As the business's rules demand; at most 256 characters.
        locale (Language | Unset):
    """

    token: str
    name: str
    password: str
    locale: Language | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        name = self.name

        password = self.password

        locale: str | Unset = UNSET
        if not isinstance(self.locale, Unset):
            locale = self.locale

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "token": token,
                "name": name,
                "password": password,
            }
        )
        if locale is not UNSET:
            field_dict["locale"] = locale

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        token = d.pop("token")

        name = d.pop("name")

        password = d.pop("password")

        _locale = d.pop("locale", UNSET)
        locale: Language | Unset
        if isinstance(_locale, Unset):
            locale = UNSET
        else:
            locale = check_language(_locale)

        registration_confirm = cls(
            token=token,
            name=name,
            password=password,
            locale=locale,
        )

        return registration_confirm
