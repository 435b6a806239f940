from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.o_auth_scope_name import OAuthScopeName, check_o_auth_scope_name

T = TypeVar("T", bound="OAuthScopeList")


@_attrs_define
class OAuthScopeList:
    """The scopes that there are.

    Attributes:
        scopes (list[OAuthScopeName | str]): Groups, then permissions. Patterns of permissions are scopes too.
    """

    scopes: list[OAuthScopeName | str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str
            if isinstance(scopes_item_data, str):
                scopes_item = scopes_item_data
            else:
                scopes_item = scopes_item_data
            scopes.append(scopes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "scopes": scopes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
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

        o_auth_scope_list = cls(
            scopes=scopes,
        )

        o_auth_scope_list.additional_properties = d
        return o_auth_scope_list

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
