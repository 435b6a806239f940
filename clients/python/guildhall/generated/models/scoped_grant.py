from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.permission_code import PermissionCode, check_permission_code

T = TypeVar("T", bound="ScopedGrant")


@_attrs_define
class ScopedGrant:
    """Some permissions with the rows that they reach.

    Attributes:
        permissions (list[PermissionCode | str]):
        everything (bool): All rows of the business.
        branches (list[str]): The rows of these branches.
        own (bool): The rows of one's own.
        customers (list[str]): The rows of these customers.
    """

    permissions: list[PermissionCode | str]
    everything: bool
    branches: list[str]
    own: bool
    customers: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item: str
            if isinstance(permissions_item_data, str):
                permissions_item = permissions_item_data
            else:
                permissions_item = permissions_item_data
            permissions.append(permissions_item)

        everything = self.everything

        branches = self.branches

        own = self.own

        customers = self.customers

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "permissions": permissions,
                "everything": everything,
                "branches": branches,
                "own": own,
                "customers": customers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:

            def _parse_permissions_item(data: object) -> PermissionCode | str:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    componentsschemas_known_permission_type_0 = check_permission_code(data)

                    return componentsschemas_known_permission_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(PermissionCode | str, data)

            permissions_item = _parse_permissions_item(permissions_item_data)

            permissions.append(permissions_item)

        everything = d.pop("everything")

        branches = cast(list[str], d.pop("branches"))

        own = d.pop("own")

        customers = cast(list[str], d.pop("customers"))

        scoped_grant = cls(
            permissions=permissions,
            everything=everything,
            branches=branches,
            own=own,
            customers=customers,
        )

        scoped_grant.additional_properties = d
        return scoped_grant

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
