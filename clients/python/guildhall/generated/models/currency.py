from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.display_unit import DisplayUnit


T = TypeVar("T", bound="Currency")


@_attrs_define
class Currency:
    """A currency of ISO 4217.

    Attributes:
        code (str):
        name (str): In the caller's language.
        exponent (int): The digits of its minor unit.
        symbol (str):
        display_units (list[DisplayUnit]):
    """

    code: str
    name: str
    exponent: int
    symbol: str
    display_units: list[DisplayUnit]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name

        exponent = self.exponent

        symbol = self.symbol

        display_units = []
        for display_units_item_data in self.display_units:
            display_units_item = display_units_item_data.to_dict()
            display_units.append(display_units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "name": name,
                "exponent": exponent,
                "symbol": symbol,
                "display_units": display_units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.display_unit import DisplayUnit  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        name = d.pop("name")

        exponent = d.pop("exponent")

        symbol = d.pop("symbol")

        display_units = []
        _display_units = d.pop("display_units")
        for display_units_item_data in _display_units:
            display_units_item = DisplayUnit.from_dict(display_units_item_data)

            display_units.append(display_units_item)

        currency = cls(
            code=code,
            name=name,
            exponent=exponent,
            symbol=symbol,
            display_units=display_units,
        )

        currency.additional_properties = d
        return currency

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
