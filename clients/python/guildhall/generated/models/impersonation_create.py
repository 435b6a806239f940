from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ImpersonationCreate")


@_attrs_define
class ImpersonationCreate:
    """As whom an operator is to act, why, and for how long.

    Attributes:
        tenant (str):
        user (str): A user of the business.
        reason (str): Shown to the business.
        minutes (int | Unset):
    """

    tenant: str
    user: str
    reason: str
    minutes: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        tenant = self.tenant

        user = self.user

        reason = self.reason

        minutes = self.minutes

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "tenant": tenant,
                "user": user,
                "reason": reason,
            }
        )
        if minutes is not UNSET:
            field_dict["minutes"] = minutes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tenant = d.pop("tenant")

        user = d.pop("user")

        reason = d.pop("reason")

        minutes = d.pop("minutes", UNSET)

        impersonation_create = cls(
            tenant=tenant,
            user=user,
            reason=reason,
            minutes=minutes,
        )

        return impersonation_create
