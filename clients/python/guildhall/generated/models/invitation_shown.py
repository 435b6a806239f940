from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="InvitationShown")


@_attrs_define
class InvitationShown:
    """What the page behind the link shows.

    Attributes:
        email (str):
        name (str):
        kind (str):
        account_exists (bool):
        expires_at (datetime.datetime):
    """

    email: str
    name: str
    kind: str
    account_exists: bool
    expires_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        name = self.name

        kind = self.kind

        account_exists = self.account_exists

        expires_at = self.expires_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "email": email,
                "name": name,
                "kind": kind,
                "account_exists": account_exists,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        name = d.pop("name")

        kind = d.pop("kind")

        account_exists = d.pop("account_exists")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        invitation_shown = cls(
            email=email,
            name=name,
            kind=kind,
            account_exists=account_exists,
            expires_at=expires_at,
        )

        invitation_shown.additional_properties = d
        return invitation_shown

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
