from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.permission_code import PermissionCode, check_permission_code
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.role_create_name import RoleCreateName


T = TypeVar("T", bound="RoleCreate")


@_attrs_define
class RoleCreate:
    """A new role.

    Attributes:
        code (str):
        name (RoleCreateName):
        permissions (list[PermissionCode | str]):
        parent (None | str | Unset):
        networks (list[str] | Unset):
        requires_second_factor (bool | Unset):
    """

    code: str
    name: RoleCreateName
    permissions: list[PermissionCode | str]
    parent: None | str | Unset = UNSET
    networks: list[str] | Unset = UNSET
    requires_second_factor: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name.to_dict()

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item: str
            if isinstance(permissions_item_data, str):
                permissions_item = permissions_item_data
            else:
                permissions_item = permissions_item_data
            permissions.append(permissions_item)

        parent: None | str | Unset
        if isinstance(self.parent, Unset):
            parent = UNSET
        else:
            parent = self.parent

        networks: list[str] | Unset = UNSET
        if not isinstance(self.networks, Unset):
            networks = self.networks

        requires_second_factor = self.requires_second_factor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
                "permissions": permissions,
            }
        )
        if parent is not UNSET:
            field_dict["parent"] = parent
        if networks is not UNSET:
            field_dict["networks"] = networks
        if requires_second_factor is not UNSET:
            field_dict["requires_second_factor"] = requires_second_factor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.role_create_name import RoleCreateName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = RoleCreateName.from_dict(d.pop("name"))

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:

            def _parse_permissions_item(data: object) -> PermissionCode | str:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    componentsschemas_permission_pattern_type_0 = check_permission_code(data)

                    return componentsschemas_permission_pattern_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(PermissionCode | str, data)

            permissions_item = _parse_permissions_item(permissions_item_data)

            permissions.append(permissions_item)

        def _parse_parent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        parent = _parse_parent(d.pop("parent", UNSET))

        networks = cast(list[str], d.pop("networks", UNSET))

        requires_second_factor = d.pop("requires_second_factor", UNSET)

        role_create = cls(
            code=code,
            name=name,
            permissions=permissions,
            parent=parent,
            networks=networks,
            requires_second_factor=requires_second_factor,
        )

        return role_create
