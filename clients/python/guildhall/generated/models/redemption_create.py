from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RedemptionCreate")


@_attrs_define
class RedemptionCreate:
    """Points to set aside.

    Attributes:
        points (int):
        customer (str | Unset): A customer redeems its own.
    """

    points: int
    customer: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        points = self.points

        customer = self.customer

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "points": points,
            }
        )
        if customer is not UNSET:
            field_dict["customer"] = customer

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        points = d.pop("points")

        customer = d.pop("customer", UNSET)

        redemption_create = cls(
            points=points,
            customer=customer,
        )

        return redemption_create
