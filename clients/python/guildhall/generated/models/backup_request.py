from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BackupRequest")


@_attrs_define
class BackupRequest:
    """Whose backups are wanted.

    Attributes:
        tenants (list[str] | None | Unset): The businesses to back up; absent or null for all of them.
    """

    tenants: list[str] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        tenants: list[str] | None | Unset
        if isinstance(self.tenants, Unset):
            tenants = UNSET
        elif isinstance(self.tenants, list):
            tenants = self.tenants

        else:
            tenants = self.tenants

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if tenants is not UNSET:
            field_dict["tenants"] = tenants

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_tenants(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                tenants_type_0 = cast(list[str], data)

                return tenants_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        tenants = _parse_tenants(d.pop("tenants", UNSET))

        backup_request = cls(
            tenants=tenants,
        )

        return backup_request
