from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OwnMailboxIn")


@_attrs_define
class OwnMailboxIn:
    """Another address of one's own, and the proof of who asks.

    Attributes:
        email (str):
        password (str | Unset): Needed unless the session has verified a second factor in the last ten minutes.
    """

    email: str
    password: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
            }
        )
        if password is not UNSET:
            field_dict["password"] = password

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        password = d.pop("password", UNSET)

        own_mailbox_in = cls(
            email=email,
            password=password,
        )

        return own_mailbox_in
