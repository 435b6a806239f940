from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ExpiredPasswordIn")


@_attrs_define
class ExpiredPasswordIn:
    """A new password in place of one that is too old.

    Attributes:
        challenge (str): Of the refusal `password_expired`.
        new_password (str): As the business's rules demand, and another than before.
    """

    challenge: str
    new_password: str

    def to_dict(self) -> dict[str, Any]:
        challenge = self.challenge

        new_password = self.new_password

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "challenge": challenge,
                "new_password": new_password,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        challenge = d.pop("challenge")

        new_password = d.pop("new_password")

        expired_password_in = cls(
            challenge=challenge,
            new_password=new_password,
        )

        return expired_password_in
