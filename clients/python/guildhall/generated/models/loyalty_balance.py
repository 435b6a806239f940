from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="LoyaltyBalance")


@_attrs_define
class LoyaltyBalance:
    """A customer's points.

    Attributes:
        customer (str):
        available (int): Usable now.
        pending (int): Earned, usable later.
        reserved (int): Set aside by redemptions that are not used yet.
        debt (int): Owed for cancelled orders; settled from the next points that come. Until then none is available.
        worth (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        next_expiry (datetime.datetime | None):
    """

    customer: str
    available: int
    pending: int
    reserved: int
    debt: int
    worth: Money
    next_expiry: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        customer = self.customer

        available = self.available

        pending = self.pending

        reserved = self.reserved

        debt = self.debt

        worth = self.worth.to_dict()

        next_expiry: None | str
        if isinstance(self.next_expiry, datetime.datetime):
            next_expiry = self.next_expiry.isoformat()
        else:
            next_expiry = self.next_expiry

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "customer": customer,
                "available": available,
                "pending": pending,
                "reserved": reserved,
                "debt": debt,
                "worth": worth,
                "next_expiry": next_expiry,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        customer = d.pop("customer")

        available = d.pop("available")

        pending = d.pop("pending")

        reserved = d.pop("reserved")

        debt = d.pop("debt")

        worth = Money.from_dict(d.pop("worth"))

        def _parse_next_expiry(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_expiry_type_0 = datetime.datetime.fromisoformat(data)

                return next_expiry_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_expiry = _parse_next_expiry(d.pop("next_expiry"))

        loyalty_balance = cls(
            customer=customer,
            available=available,
            pending=pending,
            reserved=reserved,
            debt=debt,
            worth=worth,
            next_expiry=next_expiry,
        )

        loyalty_balance.additional_properties = d
        return loyalty_balance

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
