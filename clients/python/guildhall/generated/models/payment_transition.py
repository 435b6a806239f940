from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.payment_transition_name import PaymentTransitionName, check_payment_transition_name
from ..types import UNSET, Unset

T = TypeVar("T", bound="PaymentTransition")


@_attrs_define
class PaymentTransition:
    """A move of a payment.

    Attributes:
        transition (PaymentTransitionName):
        reason (str | Unset): Why; needed to reject.
    """

    transition: PaymentTransitionName
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
        transition = check_payment_transition_name(d.pop("transition"))

        reason = d.pop("reason", UNSET)

        payment_transition = cls(
            transition=transition,
            reason=reason,
        )

        return payment_transition
