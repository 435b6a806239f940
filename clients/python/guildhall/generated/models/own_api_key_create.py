from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.permission_code import PermissionCode, check_permission_code
from ..types import UNSET, Unset

T = TypeVar("T", bound="OwnApiKeyCreate")


@_attrs_define
class OwnApiKeyCreate:
    """A new key of one's own.

    Attributes:
        name (str):
        scopes (list[PermissionCode | str] | Unset): Patterns of permissions, such as `orders.order.*`; none for all
            that the user may.
        networks (list[str] | Unset):
        expires_at (datetime.datetime | None | Unset):
    """

    name: str
    scopes: list[PermissionCode | str] | Unset = UNSET
    networks: list[str] | Unset = UNSET
    expires_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        scopes: list[str] | Unset = UNSET
        if not isinstance(self.scopes, Unset):
            scopes = []
            for scopes_item_data in self.scopes:
                scopes_item: str
                if isinstance(scopes_item_data, str):
                    scopes_item = scopes_item_data
                else:
                    scopes_item = scopes_item_data
                scopes.append(scopes_item)

        networks: list[str] | Unset = UNSET
        if not isinstance(self.networks, Unset):
            networks = self.networks

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if scopes is not UNSET:
            field_dict["scopes"] = scopes
        if networks is not UNSET:
            field_dict["networks"] = networks
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        _scopes = d.pop("scopes", UNSET)
        scopes: list[PermissionCode | str] | Unset = UNSET
        if _scopes is not UNSET:
            scopes = []
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

        networks = cast(list[str], d.pop("networks", UNSET))

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        expires_at = _parse_expires_at(d.pop("expires_at", UNSET))

        own_api_key_create = cls(
            name=name,
            scopes=scopes,
            networks=networks,
            expires_at=expires_at,
        )

        return own_api_key_create
