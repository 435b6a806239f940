from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="CustomerBalance")


@_attrs_define
class CustomerBalance:
    """What a customer owes, and what credit it has.

    Attributes:
        customer (str):
        outstanding (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        credit (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
    """

    customer: str
    outstanding: Money
    credit: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        customer = self.customer

        outstanding = self.outstanding.to_dict()

        credit = self.credit.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "customer": customer,
                "outstanding": outstanding,
                "credit": credit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        customer = d.pop("customer")

        outstanding = Money.from_dict(d.pop("outstanding"))

        credit = Money.from_dict(d.pop("credit"))

        customer_balance = cls(
            customer=customer,
            outstanding=outstanding,
            credit=credit,
        )

        customer_balance.additional_properties = d
        return customer_balance

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
