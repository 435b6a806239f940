from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.o_auth_scope_name import OAuthScopeName, check_o_auth_scope_name

T = TypeVar("T", bound="Application")


@_attrs_define
class Application:
    """A third party's program.

    Attributes:
        id (str): Its `client_id`.
        name (str):
        confidential (bool):
        redirect_uris (list[str]):
        scopes (list[OAuthScopeName | str]):
        service_user (None | str):
        previous_until (datetime.datetime | None): Until when the secret before a rotation works.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    name: str
    confidential: bool
    redirect_uris: list[str]
    scopes: list[OAuthScopeName | str]
    service_user: None | str
    previous_until: datetime.datetime | None
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        confidential = self.confidential

        redirect_uris = self.redirect_uris

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str
            if isinstance(scopes_item_data, str):
                scopes_item = scopes_item_data
            else:
                scopes_item = scopes_item_data
            scopes.append(scopes_item)

        service_user: None | str
        service_user = self.service_user

        previous_until: None | str
        if isinstance(self.previous_until, datetime.datetime):
            previous_until = self.previous_until.isoformat()
        else:
            previous_until = self.previous_until

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "confidential": confidential,
                "redirect_uris": redirect_uris,
                "scopes": scopes,
                "service_user": service_user,
                "previous_until": previous_until,
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

        name = d.pop("name")

        confidential = d.pop("confidential")

        redirect_uris = cast(list[str], d.pop("redirect_uris"))

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:

            def _parse_scopes_item(data: object) -> OAuthScopeName | str:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    componentsschemas_o_auth_scope_type_0 = check_o_auth_scope_name(data)

                    return componentsschemas_o_auth_scope_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(OAuthScopeName | str, data)

            scopes_item = _parse_scopes_item(scopes_item_data)

            scopes.append(scopes_item)

        def _parse_service_user(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        service_user = _parse_service_user(d.pop("service_user"))

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

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        application = cls(
            id=id,
            name=name,
            confidential=confidential,
            redirect_uris=redirect_uris,
            scopes=scopes,
            service_user=service_user,
            previous_until=previous_until,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        application.additional_properties = d
        return application

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
