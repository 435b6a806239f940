from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.page_rule import PageRule, check_page_rule
from ..models.rounding_mode import RoundingMode, check_rounding_mode
from ..models.standard_page_unit import StandardPageUnit, check_standard_page_unit
from ..types import UNSET, Unset

T = TypeVar("T", bound="SettingsUpdate")


@_attrs_define
class SettingsUpdate:
    """The settings that change; null leads one back to its default.

    Attributes:
        rounding_mode (RoundingMode | Unset):
        rounding_step (int | Unset):
        quote_validity_hours (int | Unset):
        public_quotes (bool | Unset):
        page_rule (PageRule | Unset):
        standard_page_unit (StandardPageUnit | Unset):
        standard_page_size (int | Unset):
        default_customer_class (str | Unset):
        loyalty_points_per_unit (str | Unset):
        loyalty_point_value (str | Unset):
    """

    rounding_mode: RoundingMode | Unset = UNSET
    rounding_step: int | Unset = UNSET
    quote_validity_hours: int | Unset = UNSET
    public_quotes: bool | Unset = UNSET
    page_rule: PageRule | Unset = UNSET
    standard_page_unit: StandardPageUnit | Unset = UNSET
    standard_page_size: int | Unset = UNSET
    default_customer_class: str | Unset = UNSET
    loyalty_points_per_unit: str | Unset = UNSET
    loyalty_point_value: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        rounding_mode: str | Unset = UNSET
        if not isinstance(self.rounding_mode, Unset):
            rounding_mode = self.rounding_mode

        rounding_step = self.rounding_step

        quote_validity_hours = self.quote_validity_hours

        public_quotes = self.public_quotes

        page_rule: str | Unset = UNSET
        if not isinstance(self.page_rule, Unset):
            page_rule = self.page_rule

        standard_page_unit: str | Unset = UNSET
        if not isinstance(self.standard_page_unit, Unset):
            standard_page_unit = self.standard_page_unit

        standard_page_size = self.standard_page_size

        default_customer_class = self.default_customer_class

        loyalty_points_per_unit = self.loyalty_points_per_unit

        loyalty_point_value = self.loyalty_point_value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if rounding_mode is not UNSET:
            field_dict["rounding_mode"] = rounding_mode
        if rounding_step is not UNSET:
            field_dict["rounding_step"] = rounding_step
        if quote_validity_hours is not UNSET:
            field_dict["quote_validity_hours"] = quote_validity_hours
        if public_quotes is not UNSET:
            field_dict["public_quotes"] = public_quotes
        if page_rule is not UNSET:
            field_dict["page_rule"] = page_rule
        if standard_page_unit is not UNSET:
            field_dict["standard_page_unit"] = standard_page_unit
        if standard_page_size is not UNSET:
            field_dict["standard_page_size"] = standard_page_size
        if default_customer_class is not UNSET:
            field_dict["default_customer_class"] = default_customer_class
        if loyalty_points_per_unit is not UNSET:
            field_dict["loyalty_points_per_unit"] = loyalty_points_per_unit
        if loyalty_point_value is not UNSET:
            field_dict["loyalty_point_value"] = loyalty_point_value

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _rounding_mode = d.pop("rounding_mode", UNSET)
        rounding_mode: RoundingMode | Unset
        if isinstance(_rounding_mode, Unset):
            rounding_mode = UNSET
        else:
            rounding_mode = check_rounding_mode(_rounding_mode)

        rounding_step = d.pop("rounding_step", UNSET)

        quote_validity_hours = d.pop("quote_validity_hours", UNSET)

        public_quotes = d.pop("public_quotes", UNSET)

        _page_rule = d.pop("page_rule", UNSET)
        page_rule: PageRule | Unset
        if isinstance(_page_rule, Unset):
            page_rule = UNSET
        else:
            page_rule = check_page_rule(_page_rule)

        _standard_page_unit = d.pop("standard_page_unit", UNSET)
        standard_page_unit: StandardPageUnit | Unset
        if isinstance(_standard_page_unit, Unset):
            standard_page_unit = UNSET
        else:
            standard_page_unit = check_standard_page_unit(_standard_page_unit)

        standard_page_size = d.pop("standard_page_size", UNSET)

        default_customer_class = d.pop("default_customer_class", UNSET)

        loyalty_points_per_unit = d.pop("loyalty_points_per_unit", UNSET)

        loyalty_point_value = d.pop("loyalty_point_value", UNSET)

        settings_update = cls(
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

        return settings_update
