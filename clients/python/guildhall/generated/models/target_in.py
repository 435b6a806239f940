from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="TargetIn")


@_attrs_define
class TargetIn:
    """An order to settle.

    Attributes:
        order (str):
        amount (Money | Unset): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
    """

    order: str
    amount: Money | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        order = self.order

        amount: dict[str, Any] | Unset = UNSET
        if not isinstance(self.amount, Unset):
            amount = self.amount.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "order": order,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        order = d.pop("order")

        _amount = d.pop("amount", UNSET)
        amount: Money | Unset
        if isinstance(_amount, Unset):
            amount = UNSET
        else:
            amount = Money.from_dict(_amount)

        target_in = cls(
            order=order,
            amount=amount,
        )

        return target_in
