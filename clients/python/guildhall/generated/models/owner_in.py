from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OwnerIn")


@_attrs_define
class OwnerIn:
    """The first user of the business, who holds everything in it.

    Attributes:
        name (str):
        email (str):
        password (str | Unset): For scripts and tests, held to the rules of passwords. Left out, the owner gets a mail
            that leads to a password nobody else knows.
    """

    name: str
    email: str
    password: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        email = self.email

        password = self.password

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "email": email,
            }
        )
        if password is not UNSET:
            field_dict["password"] = password

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        email = d.pop("email")

        password = d.pop("password", UNSET)

        owner_in = cls(
            name=name,
            email=email,
            password=password,
        )

        return owner_in
