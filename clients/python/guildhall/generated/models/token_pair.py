from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.user_kind import UserKind, check_user_kind

T = TypeVar("T", bound="TokenPair")


@_attrs_define
class TokenPair:
    """What a sign-in gives.

    Attributes:
        access_token (str): For `Authorization: Bearer …`, until expires_at.
        refresh_token (str): For one renewal. Using an old one again ends the session.
        token_type (str):
        expires_at (datetime.datetime): When the access token ends.
        refresh_expires_at (datetime.datetime): When the session ends unless it is renewed.
        absolute_expires_at (datetime.datetime | None): When it ends even if it is renewed; null for service accounts.
        user (str):
        session (str):
        kind (UserKind):
    """

    access_token: str
    refresh_token: str
    token_type: str
    expires_at: datetime.datetime
    refresh_expires_at: datetime.datetime
    absolute_expires_at: datetime.datetime | None
    user: str
    session: str
    kind: UserKind
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        refresh_token = self.refresh_token

        token_type = self.token_type

        expires_at = self.expires_at.isoformat()

        refresh_expires_at = self.refresh_expires_at.isoformat()

        absolute_expires_at: None | str
        if isinstance(self.absolute_expires_at, datetime.datetime):
            absolute_expires_at = self.absolute_expires_at.isoformat()
        else:
            absolute_expires_at = self.absolute_expires_at

        user = self.user

        session = self.session

        kind: str = self.kind

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "access_token": access_token,
                "refresh_token": refresh_token,
                "token_type": token_type,
                "expires_at": expires_at,
                "refresh_expires_at": refresh_expires_at,
                "absolute_expires_at": absolute_expires_at,
                "user": user,
                "session": session,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        access_token = d.pop("access_token")

        refresh_token = d.pop("refresh_token")

        token_type = d.pop("token_type")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        refresh_expires_at = datetime.datetime.fromisoformat(d.pop("refresh_expires_at"))

        def _parse_absolute_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                absolute_expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return absolute_expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        absolute_expires_at = _parse_absolute_expires_at(d.pop("absolute_expires_at"))

        user = d.pop("user")

        session = d.pop("session")

        kind = check_user_kind(d.pop("kind"))

        token_pair = cls(
            access_token=access_token,
            refresh_token=refresh_token,
            token_type=token_type,
            expires_at=expires_at,
            refresh_expires_at=refresh_expires_at,
            absolute_expires_at=absolute_expires_at,
            user=user,
            session=session,
            kind=kind,
        )

        token_pair.additional_properties = d
        return token_pair

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
