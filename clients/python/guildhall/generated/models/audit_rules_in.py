from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AuditRulesIn")


@_attrs_define
class AuditRulesIn:
    """Changes of how long logs are kept, in days.

    Attributes:
        retention_days (int | Unset):
        access_days (int | Unset):
    """

    retention_days: int | Unset = UNSET
    access_days: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        retention_days = self.retention_days

        access_days = self.access_days

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if retention_days is not UNSET:
            field_dict["retention_days"] = retention_days
        if access_days is not UNSET:
            field_dict["access_days"] = access_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        retention_days = d.pop("retention_days", UNSET)

        access_days = d.pop("access_days", UNSET)

        audit_rules_in = cls(
            retention_days=retention_days,
            access_days=access_days,
        )

        return audit_rules_in
