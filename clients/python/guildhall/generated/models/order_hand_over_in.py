from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OrderHandOverIn")


@_attrs_define
class OrderHandOverIn:
    """Where an order is to go, and why.

    Attributes:
        branch (str):
        reason (str):
    """

    branch: str
    reason: str

    def to_dict(self) -> dict[str, Any]:
        branch = self.branch

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "branch": branch,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        branch = d.pop("branch")

        reason = d.pop("reason")

        order_hand_over_in = cls(
            branch=branch,
            reason=reason,
        )

        return order_hand_over_in
