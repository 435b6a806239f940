from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.hand_over_decision import HandOverDecision, check_hand_over_decision
from ..types import UNSET, Unset

T = TypeVar("T", bound="OrderHandOverDecisionIn")


@_attrs_define
class OrderHandOverDecisionIn:
    """What is done about an offer.

    Attributes:
        decision (HandOverDecision):
        reason (str | Unset):
    """

    decision: HandOverDecision
    reason: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        decision: str = self.decision

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = check_hand_over_decision(d.pop("decision"))

        reason = d.pop("reason", UNSET)

        order_hand_over_decision_in = cls(
            decision=decision,
            reason=reason,
        )

        return order_hand_over_decision_in
