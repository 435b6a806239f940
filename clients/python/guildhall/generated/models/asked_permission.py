from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.permission_code import PermissionCode, check_permission_code

T = TypeVar("T", bound="AskedPermission")


@_attrs_define
class AskedPermission:
    """One of the permissions that an application asks for.

    Attributes:
        code (PermissionCode | str): A permission's code; later versions may know further ones.
        label (str): In the caller's language.
        sensitive (bool): To be shown apart from the others: nobody grants it in passing.
    """

    code: PermissionCode | str
    label: str
    sensitive: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code: str
        if isinstance(self.code, str):
            code = self.code
        else:
            code = self.code

        label = self.label

        sensitive = self.sensitive

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "label": label,
                "sensitive": sensitive,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_code(data: object) -> PermissionCode | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                componentsschemas_known_permission_type_0 = check_permission_code(data)

                return componentsschemas_known_permission_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(PermissionCode | str, data)

        code = _parse_code(d.pop("code"))

        label = d.pop("label")

        sensitive = d.pop("sensitive")

        asked_permission = cls(
            code=code,
            label=label,
            sensitive=sensitive,
        )

        asked_permission.additional_properties = d
        return asked_permission

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
