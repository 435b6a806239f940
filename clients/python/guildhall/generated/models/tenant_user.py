from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.user_kind import UserKind, check_user_kind
from ..models.user_status import UserStatus, check_user_status

T = TypeVar("T", bound="TenantUser")


@_attrs_define
class TenantUser:
    """A user of a business, as the operator sees one.

    Attributes:
        id (str):
        kind (UserKind):
        status (UserStatus):
        name (str):
        email (None | str):
        phone (None | str):
        roles (list[str]): The roles' codes.
        last_login_at (datetime.datetime | None):
        created_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    kind: UserKind
    status: UserStatus
    name: str
    email: None | str
    phone: None | str
    roles: list[str]
    last_login_at: datetime.datetime | None
    created_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind: str = self.kind

        status: str = self.status

        name = self.name

        email: None | str
        email = self.email

        phone: None | str
        phone = self.phone

        roles = self.roles

        last_login_at: None | str
        if isinstance(self.last_login_at, datetime.datetime):
            last_login_at = self.last_login_at.isoformat()
        else:
            last_login_at = self.last_login_at

        created_at = self.created_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "status": status,
                "name": name,
                "email": email,
                "phone": phone,
                "roles": roles,
                "last_login_at": last_login_at,
                "created_at": created_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = check_user_kind(d.pop("kind"))

        status = check_user_status(d.pop("status"))

        name = d.pop("name")

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        roles = cast(list[str], d.pop("roles"))

        def _parse_last_login_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_login_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_login_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_login_at = _parse_last_login_at(d.pop("last_login_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        tenant_user = cls(
            id=id,
            kind=kind,
            status=status,
            name=name,
            email=email,
            phone=phone,
            roles=roles,
            last_login_at=last_login_at,
            created_at=created_at,
            allowed_actions=allowed_actions,
        )

        tenant_user.additional_properties = d
        return tenant_user

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
