from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.tenant_mode import TenantMode, check_tenant_mode
from ..models.tenant_transition_name import TenantTransitionName, check_tenant_transition_name
from ..types import UNSET, Unset

T = TypeVar("T", bound="TenantTransition")


@_attrs_define
class TenantTransition:
    """A change of state.

    Attributes:
        name (TenantTransitionName):
        reason (str | Unset): For operators.
        mode (TenantMode | Unset):
        grace_days (int | Unset): Of `schedule_deletion`: days until the business is deleted for ever, 30 by default.
            Until then `cancel_deletion` leads back to the former state.
        keep_backups (bool | Unset): Of `schedule_deletion`: whether its backups are kept until they are too old; else
            they are deleted with it.
    """

    name: TenantTransitionName
    reason: str | Unset = UNSET
    mode: TenantMode | Unset = UNSET
    grace_days: int | Unset = UNSET
    keep_backups: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name: str = self.name

        reason = self.reason

        mode: str | Unset = UNSET
        if not isinstance(self.mode, Unset):
            mode = self.mode

        grace_days = self.grace_days

        keep_backups = self.keep_backups

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason
        if mode is not UNSET:
            field_dict["mode"] = mode
        if grace_days is not UNSET:
            field_dict["grace_days"] = grace_days
        if keep_backups is not UNSET:
            field_dict["keep_backups"] = keep_backups

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = check_tenant_transition_name(d.pop("name"))

        reason = d.pop("reason", UNSET)

        _mode = d.pop("mode", UNSET)
        mode: TenantMode | Unset
        if isinstance(_mode, Unset):
            mode = UNSET
        else:
            mode = check_tenant_mode(_mode)

        grace_days = d.pop("grace_days", UNSET)

        keep_backups = d.pop("keep_backups", UNSET)

        tenant_transition = cls(
            name=name,
            reason=reason,
            mode=mode,
            grace_days=grace_days,
            keep_backups=keep_backups,
        )

        return tenant_transition
