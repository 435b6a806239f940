from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.o_auth_scope_name import OAuthScopeName, check_o_auth_scope_name

if TYPE_CHECKING:
    from ..models.asked_permission import AskedPermission


T = TypeVar("T", bound="Authorization")


@_attrs_define
class Authorization:
    """What a consent screen shows.

    Attributes:
        application (str):
        name (str):
        scopes (list[OAuthScopeName | str]):
        permissions (list[AskedPermission]): What the scopes stand for, the sensitive ones first. The user's own rights
            cut it further.
        redirect_uri (str):
    """

    application: str
    name: str
    scopes: list[OAuthScopeName | str]
    permissions: list[AskedPermission]
    redirect_uri: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        application = self.application

        name = self.name

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str
            if isinstance(scopes_item_data, str):
                scopes_item = scopes_item_data
            else:
                scopes_item = scopes_item_data
            scopes.append(scopes_item)

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.to_dict()
            permissions.append(permissions_item)

        redirect_uri = self.redirect_uri

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "application": application,
                "name": name,
                "scopes": scopes,
                "permissions": permissions,
                "redirect_uri": redirect_uri,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asked_permission import AskedPermission  # noqa: PLC0415

        d = dict(src_dict)
        application = d.pop("application")

        name = d.pop("name")

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

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = AskedPermission.from_dict(permissions_item_data)

            permissions.append(permissions_item)

        redirect_uri = d.pop("redirect_uri")

        authorization = cls(
            application=application,
            name=name,
            scopes=scopes,
            permissions=permissions,
            redirect_uri=redirect_uri,
        )

        authorization.additional_properties = d
        return authorization

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
