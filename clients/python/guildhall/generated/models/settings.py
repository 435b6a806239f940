from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.page_rule import PageRule, check_page_rule
from ..models.rounding_mode import RoundingMode, check_rounding_mode
from ..models.standard_page_unit import StandardPageUnit, check_standard_page_unit

T = TypeVar("T", bound="Settings")


@_attrs_define
class Settings:
    """The settings as they hold, defaults included.

    Attributes:
        rounding_mode (RoundingMode):
        rounding_step (int): Prices are multiples of this many minor units.
        quote_validity_hours (int): How long a quote holds.
        public_quotes (bool): Whether anybody may ask for a quote without signing in.
        page_rule (PageRule):
        standard_page_unit (StandardPageUnit):
        standard_page_size (int): So many units make a standard page.
        default_customer_class (str): The price class of a customer that has none set.
        loyalty_points_per_unit (str): Points that one unit of the currency earns.
        loyalty_point_value (str): What a point is worth, in units of the currency.
    """

    rounding_mode: RoundingMode
    rounding_step: int
    quote_validity_hours: int
    public_quotes: bool
    page_rule: PageRule
    standard_page_unit: StandardPageUnit
    standard_page_size: int
    default_customer_class: str
    loyalty_points_per_unit: str
    loyalty_point_value: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rounding_mode: str = self.rounding_mode

        rounding_step = self.rounding_step

        quote_validity_hours = self.quote_validity_hours

        public_quotes = self.public_quotes

        page_rule: str = self.page_rule

        standard_page_unit: str = self.standard_page_unit

        standard_page_size = self.standard_page_size

        default_customer_class = self.default_customer_class

        loyalty_points_per_unit = self.loyalty_points_per_unit

        loyalty_point_value = self.loyalty_point_value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rounding_mode": rounding_mode,
                "rounding_step": rounding_step,
                "quote_validity_hours": quote_validity_hours,
                "public_quotes": public_quotes,
                "page_rule": page_rule,
                "standard_page_unit": standard_page_unit,
                "standard_page_size": standard_page_size,
                "default_customer_class": default_customer_class,
                "loyalty_points_per_unit": loyalty_points_per_unit,
                "loyalty_point_value": loyalty_point_value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        rounding_mode = check_rounding_mode(d.pop("rounding_mode"))

        rounding_step = d.pop("rounding_step")

        quote_validity_hours = d.pop("quote_validity_hours")

        public_quotes = d.pop("public_quotes")

        page_rule = check_page_rule(d.pop("page_rule"))

        standard_page_unit = check_standard_page_unit(d.pop("standard_page_unit"))

        standard_page_size = d.pop("standard_page_size")

        default_customer_class = d.pop("default_customer_class")

        loyalty_points_per_unit = d.pop("loyalty_points_per_unit")

        loyalty_point_value = d.pop("loyalty_point_value")

        settings = cls(
            rounding_mode=rounding_mode,
            rounding_step=rounding_step,
            quote_validity_hours=quote_validity_hours,
            public_quotes=public_quotes,
            page_rule=page_rule,
            standard_page_unit=standard_page_unit,
            standard_page_size=standard_page_size,
            default_customer_class=default_customer_class,
            loyalty_points_per_unit=loyalty_points_per_unit,
            loyalty_point_value=loyalty_point_value,
        )

        settings.additional_properties = d
        return settings

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
