from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="LoyaltyDryRun")


@_attrs_define
class LoyaltyDryRun:
    """An order that is placed, or the amount of one that nobody places.

    Attributes:
        order (str | Unset):
        amount (Money | Unset): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        customer (None | str | Unset): Beside an amount; one of no class, where left out.
        at (datetime.datetime | Unset): When it is completed; unless given, when the order was, or now.
    """

    order: str | Unset = UNSET
    amount: Money | Unset = UNSET
    customer: None | str | Unset = UNSET
    at: datetime.datetime | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        order = self.order

        amount: dict[str, Any] | Unset = UNSET
        if not isinstance(self.amount, Unset):
            amount = self.amount.to_dict()

        customer: None | str | Unset
        if isinstance(self.customer, Unset):
            customer = UNSET
        else:
            customer = self.customer

        at: str | Unset = UNSET
        if not isinstance(self.at, Unset):
            at = self.at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if order is not UNSET:
            field_dict["order"] = order
        if amount is not UNSET:
            field_dict["amount"] = amount
        if customer is not UNSET:
            field_dict["customer"] = customer
        if at is not UNSET:
            field_dict["at"] = at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        order = d.pop("order", UNSET)

        _amount = d.pop("amount", UNSET)
        amount: Money | Unset
        if isinstance(_amount, Unset):
            amount = UNSET
        else:
            amount = Money.from_dict(_amount)

        def _parse_customer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        customer = _parse_customer(d.pop("customer", UNSET))

        _at = d.pop("at", UNSET)
        at: datetime.datetime | Unset
        if isinstance(_at, Unset):
            at = UNSET
        else:
            at = datetime.datetime.fromisoformat(_at)

        loyalty_dry_run = cls(
            order=order,
            amount=amount,
            customer=customer,
            at=at,
        )

        return loyalty_dry_run
