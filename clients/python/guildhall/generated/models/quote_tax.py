from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="QuoteTax")


@_attrs_define
class QuoteTax:
    """A tax of a line.

    Attributes:
        code (str):
        rate (str):
        inclusive (bool):
        amount (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
    """

    code: str
    rate: str
    inclusive: bool
    amount: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        rate = self.rate

        inclusive = self.inclusive

        amount = self.amount.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "rate": rate,
                "inclusive": inclusive,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        rate = d.pop("rate")

        inclusive = d.pop("inclusive")

        amount = Money.from_dict(d.pop("amount"))

        quote_tax = cls(
            code=code,
            rate=rate,
            inclusive=inclusive,
            amount=amount,
        )

        quote_tax.additional_properties = d
        return quote_tax

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
