from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.price_component import PriceComponent, check_price_component

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="OrderLineComponent")


@_attrs_define
class OrderLineComponent:
    """A part of a line's price.

    Attributes:
        component (PriceComponent):
        label (str):
        amount (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
    """

    component: PriceComponent
    label: str
    amount: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        component: str = self.component

        label = self.label

        amount = self.amount.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "component": component,
                "label": label,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        component = check_price_component(d.pop("component"))

        label = d.pop("label")

        amount = Money.from_dict(d.pop("amount"))

        order_line_component = cls(
            component=component,
            label=label,
            amount=amount,
        )

        order_line_component.additional_properties = d
        return order_line_component

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
