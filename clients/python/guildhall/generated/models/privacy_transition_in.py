from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.privacy_transition import PrivacyTransition, check_privacy_transition
from ..types import UNSET, Unset

T = TypeVar("T", bound="PrivacyTransitionIn")


@_attrs_define
class PrivacyTransitionIn:
    """A decision.

    Attributes:
        transition (PrivacyTransition):
        reason (str | Unset):
    """

    transition: PrivacyTransition
    reason: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        transition: str = self.transition

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "transition": transition,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        transition = check_privacy_transition(d.pop("transition"))

        reason = d.pop("reason", UNSET)

        privacy_transition_in = cls(
            transition=transition,
            reason=reason,
        )

        return privacy_transition_in
