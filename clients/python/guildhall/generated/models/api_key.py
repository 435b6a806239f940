from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.permission_code import PermissionCode, check_permission_code

T = TypeVar("T", bound="ApiKey")


@_attrs_define
class ApiKey:
    """A key, without its secret.

    Attributes:
        id (str):
        user (str): Whose rights it has.
        name (str):
        hint (str): Its first characters.
        scopes (list[PermissionCode | str]): Patterns of permissions that cut the user's rights; none for no cut.
        networks (list[str]): Where it works from (CIDR); none for everywhere.
        expires_at (datetime.datetime | None):
        previous_until (datetime.datetime | None): Until when the secret before a rotation works.
        revoked_at (datetime.datetime | None):
        last_used_at (datetime.datetime | None): To about a minute.
        last_used_ip (None | str):
        created_by (None | str):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    user: str
    name: str
    hint: str
    scopes: list[PermissionCode | str]
    networks: list[str]
    expires_at: datetime.datetime | None
    previous_until: datetime.datetime | None
    revoked_at: datetime.datetime | None
    last_used_at: datetime.datetime | None
    last_used_ip: None | str
    created_by: None | str
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        user = self.user

        name = self.name

        hint = self.hint

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str
            if isinstance(scopes_item_data, str):
                scopes_item = scopes_item_data
            else:
                scopes_item = scopes_item_data
            scopes.append(scopes_item)

        networks = self.networks

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        previous_until: None | str
        if isinstance(self.previous_until, datetime.datetime):
            previous_until = self.previous_until.isoformat()
        else:
            previous_until = self.previous_until

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        last_used_at: None | str
        if isinstance(self.last_used_at, datetime.datetime):
            last_used_at = self.last_used_at.isoformat()
        else:
            last_used_at = self.last_used_at

        last_used_ip: None | str
        last_used_ip = self.last_used_ip

        created_by: None | str
        created_by = self.created_by

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "user": user,
                "name": name,
                "hint": hint,
                "scopes": scopes,
                "networks": networks,
                "expires_at": expires_at,
                "previous_until": previous_until,
                "revoked_at": revoked_at,
                "last_used_at": last_used_at,
                "last_used_ip": last_used_ip,
                "created_by": created_by,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        user = d.pop("user")

        name = d.pop("name")

        hint = d.pop("hint")

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:

            def _parse_scopes_item(data: object) -> PermissionCode | str:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    componentsschemas_permission_pattern_type_0 = check_permission_code(data)

                    return componentsschemas_permission_pattern_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(PermissionCode | str, data)

            scopes_item = _parse_scopes_item(scopes_item_data)

            scopes.append(scopes_item)

        networks = cast(list[str], d.pop("networks"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        def _parse_previous_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                previous_until_type_0 = datetime.datetime.fromisoformat(data)

                return previous_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        previous_until = _parse_previous_until(d.pop("previous_until"))

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at"))

        def _parse_last_used_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_used_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_used_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_used_at = _parse_last_used_at(d.pop("last_used_at"))

        def _parse_last_used_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_used_ip = _parse_last_used_ip(d.pop("last_used_ip"))

        def _parse_created_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        created_by = _parse_created_by(d.pop("created_by"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        api_key = cls(
            id=id,
            user=user,
            name=name,
            hint=hint,
            scopes=scopes,
            networks=networks,
            expires_at=expires_at,
            previous_until=previous_until,
            revoked_at=revoked_at,
            last_used_at=last_used_at,
            last_used_ip=last_used_ip,
            created_by=created_by,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        api_key.additional_properties = d
        return api_key

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
