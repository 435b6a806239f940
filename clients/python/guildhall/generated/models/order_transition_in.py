from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OrderTransitionIn")


@_attrs_define
class OrderTransitionIn:
    """A move to make.

    Attributes:
        transition (str): The name of one of the order's allowed transitions.
        reason (str | Unset):
    """

    transition: str
    reason: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        transition = self.transition

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
        transition = d.pop("transition")

        reason = d.pop("reason", UNSET)

        order_transition_in = cls(
            transition=transition,
            reason=reason,
        )

        return order_transition_in
