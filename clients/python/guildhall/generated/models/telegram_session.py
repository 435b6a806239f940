from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TelegramSession")


@_attrs_define
class TelegramSession:
    """A signed-in customer, with the tokens to act as it.

    Attributes:
        customer (str):
        user (str):
        created (bool): Whether the customer is new.
        access_token (str):
        refresh_token (str):
        expires_at (datetime.datetime): When the access token ends.
        refresh_expires_at (datetime.datetime): When the refresh token ends.
    """

    customer: str
    user: str
    created: bool
    access_token: str
    refresh_token: str
    expires_at: datetime.datetime
    refresh_expires_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        customer = self.customer

        user = self.user

        created = self.created

        access_token = self.access_token

        refresh_token = self.refresh_token

        expires_at = self.expires_at.isoformat()

        refresh_expires_at = self.refresh_expires_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "customer": customer,
                "user": user,
                "created": created,
                "access_token": access_token,
                "refresh_token": refresh_token,
                "expires_at": expires_at,
                "refresh_expires_at": refresh_expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        customer = d.pop("customer")

        user = d.pop("user")

        created = d.pop("created")

        access_token = d.pop("access_token")

        refresh_token = d.pop("refresh_token")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        refresh_expires_at = datetime.datetime.fromisoformat(d.pop("refresh_expires_at"))

        telegram_session = cls(
            customer=customer,
            user=user,
            created=created,
            access_token=access_token,
            refresh_token=refresh_token,
            expires_at=expires_at,
            refresh_expires_at=refresh_expires_at,
        )

        telegram_session.additional_properties = d
        return telegram_session

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
