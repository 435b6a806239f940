from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="TenantUserRecovery")


@_attrs_define
class TenantUserRecovery:
    """A user of a business who is to be let in again, and why.

    Attributes:
        user (str): A user of the business; no service account.
        reason (str): Shown to the business in its audit log.
        second_factors (bool | Unset): Takes all second factors and recovery codes, and ends all sessions.
        sessions (bool | Unset): Ends all sessions.
    """

    user: str
    reason: str
    second_factors: bool | Unset = UNSET
    sessions: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        user = self.user

        reason = self.reason

        second_factors = self.second_factors

        sessions = self.sessions

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "user": user,
                "reason": reason,
            }
        )
        if second_factors is not UNSET:
            field_dict["second_factors"] = second_factors
        if sessions is not UNSET:
            field_dict["sessions"] = sessions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user = d.pop("user")

        reason = d.pop("reason")

        second_factors = d.pop("second_factors", UNSET)

        sessions = d.pop("sessions", UNSET)

        tenant_user_recovery = cls(
            user=user,
            reason=reason,
            second_factors=second_factors,
            sessions=sessions,
        )

        return tenant_user_recovery
