from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.permission_code import PermissionCode, check_permission_code

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1


T = TypeVar("T", bound="Role")


@_attrs_define
class Role:
    """A role.

    Attributes:
        id (str):
        code (str):
        name (LocalizedTextType1 | str):
        permissions (list[PermissionCode | str]): Codes and patterns of the role itself.
        effective_permissions (list[PermissionCode | str]): Every permission that the role gives, inherited ones
            included.
        parent (None | str): The role that it inherits from.
        networks (list[str]): Networks (CIDR) from which the role counts; none for everywhere.
        requires_second_factor (bool): Who has the role can do nothing without a second factor.
        predefined (bool): Came with the business; only its name, networks and demand of a second factor can be changed.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    code: str
    name: LocalizedTextType1 | str
    permissions: list[PermissionCode | str]
    effective_permissions: list[PermissionCode | str]
    parent: None | str
    networks: list[str]
    requires_second_factor: bool
    predefined: bool
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        id = self.id

        code = self.code

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item: str
            if isinstance(permissions_item_data, str):
                permissions_item = permissions_item_data
            else:
                permissions_item = permissions_item_data
            permissions.append(permissions_item)

        effective_permissions = []
        for effective_permissions_item_data in self.effective_permissions:
            effective_permissions_item: str
            if isinstance(effective_permissions_item_data, str):
                effective_permissions_item = effective_permissions_item_data
            else:
                effective_permissions_item = effective_permissions_item_data
            effective_permissions.append(effective_permissions_item)

        parent: None | str
        parent = self.parent

        networks = self.networks

        requires_second_factor = self.requires_second_factor

        predefined = self.predefined

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "code": code,
                "name": name,
                "permissions": permissions,
                "effective_permissions": effective_permissions,
                "parent": parent,
                "networks": networks,
                "requires_second_factor": requires_second_factor,
                "predefined": predefined,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        code = d.pop("code")

        def _parse_name(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        name = _parse_name(d.pop("name"))

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

        effective_permissions = []
        _effective_permissions = d.pop("effective_permissions")
        for effective_permissions_item_data in _effective_permissions:

            def _parse_effective_permissions_item(data: object) -> PermissionCode | str:
                try:
                    if not isinstance(data, str):
                        raise TypeError()
                    componentsschemas_known_permission_type_0 = check_permission_code(data)

                    return componentsschemas_known_permission_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(PermissionCode | str, data)

            effective_permissions_item = _parse_effective_permissions_item(effective_permissions_item_data)

            effective_permissions.append(effective_permissions_item)

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        networks = cast(list[str], d.pop("networks"))

        requires_second_factor = d.pop("requires_second_factor")

        predefined = d.pop("predefined")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        role = cls(
            id=id,
            code=code,
            name=name,
            permissions=permissions,
            effective_permissions=effective_permissions,
            parent=parent,
            networks=networks,
            requires_second_factor=requires_second_factor,
            predefined=predefined,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        role.additional_properties = d
        return role

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
