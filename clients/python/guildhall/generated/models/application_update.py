from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.o_auth_scope_name import OAuthScopeName, check_o_auth_scope_name
from ..types import UNSET, Unset

T = TypeVar("T", bound="ApplicationUpdate")


@_attrs_define
class ApplicationUpdate:
    """Changes of an application.

    Attributes:
        name (str | Unset):
        scopes (list[OAuthScopeName | str] | Unset): Groups of permissions, such as `orders:read` (what may be viewed)
            and `orders:write` (all); permissions, such as `orders.order.create`; or patterns, such as `orders.order.*`.
            What is sensitive (`x-sensitive` of PermissionCode) is in no group and no pattern: it is named by its code.
        redirect_uris (list[str] | Unset): Compared letter by letter; https, or http on the user's own machine.
    """

    name: str | Unset = UNSET
    scopes: list[OAuthScopeName | str] | Unset = UNSET
    redirect_uris: list[str] | Unset = UNSET

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

        redirect_uris: list[str] | Unset = UNSET
        if not isinstance(self.redirect_uris, Unset):
            redirect_uris = self.redirect_uris

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if scopes is not UNSET:
            field_dict["scopes"] = scopes
        if redirect_uris is not UNSET:
            field_dict["redirect_uris"] = redirect_uris

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        _scopes = d.pop("scopes", UNSET)
        scopes: list[OAuthScopeName | str] | Unset = UNSET
        if _scopes is not UNSET:
            scopes = []
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

        redirect_uris = cast(list[str], d.pop("redirect_uris", UNSET))

        application_update = cls(
            name=name,
            scopes=scopes,
            redirect_uris=redirect_uris,
        )

        return application_update
