from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.price_component import PriceComponent, check_price_component
from ..models.rounding_mode import RoundingMode, check_rounding_mode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.tax_rate_update_name import TaxRateUpdateName


T = TypeVar("T", bound="TaxRateUpdate")


@_attrs_define
class TaxRateUpdate:
    """What changes of a tax rate, from `effective_from` (now where left out) on.

    Attributes:
        name (TaxRateUpdateName | Unset):
        rate (str | Unset): A fraction: 0.12 is twelve per cent.
        inclusive (bool | Unset):
        applies_to (list[PriceComponent] | Unset):
        rounding (RoundingMode | Unset):
        effective_from (datetime.datetime | Unset):
        effective_until (datetime.datetime | None | Unset):
    """

    name: TaxRateUpdateName | Unset = UNSET
    rate: str | Unset = UNSET
    inclusive: bool | Unset = UNSET
    applies_to: list[PriceComponent] | Unset = UNSET
    rounding: RoundingMode | Unset = UNSET
    effective_from: datetime.datetime | Unset = UNSET
    effective_until: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name: dict[str, Any] | Unset = UNSET
        if not isinstance(self.name, Unset):
            name = self.name.to_dict()

        rate = self.rate

        inclusive = self.inclusive

        applies_to: list[str] | Unset = UNSET
        if not isinstance(self.applies_to, Unset):
            applies_to = []
            for applies_to_item_data in self.applies_to:
                applies_to_item: str = applies_to_item_data
                applies_to.append(applies_to_item)

        rounding: str | Unset = UNSET
        if not isinstance(self.rounding, Unset):
            rounding = self.rounding

        effective_from: str | Unset = UNSET
        if not isinstance(self.effective_from, Unset):
            effective_from = self.effective_from.isoformat()

        effective_until: None | str | Unset
        if isinstance(self.effective_until, Unset):
            effective_until = UNSET
        elif isinstance(self.effective_until, datetime.datetime):
            effective_until = self.effective_until.isoformat()
        else:
            effective_until = self.effective_until

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if rate is not UNSET:
            field_dict["rate"] = rate
        if inclusive is not UNSET:
            field_dict["inclusive"] = inclusive
        if applies_to is not UNSET:
            field_dict["applies_to"] = applies_to
        if rounding is not UNSET:
            field_dict["rounding"] = rounding
        if effective_from is not UNSET:
            field_dict["effective_from"] = effective_from
        if effective_until is not UNSET:
            field_dict["effective_until"] = effective_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tax_rate_update_name import TaxRateUpdateName  # noqa: PLC0415

        d = dict(src_dict)
        _name = d.pop("name", UNSET)
        name: TaxRateUpdateName | Unset
        if isinstance(_name, Unset):
            name = UNSET
        else:
            name = TaxRateUpdateName.from_dict(_name)

        rate = d.pop("rate", UNSET)

        inclusive = d.pop("inclusive", UNSET)

        _applies_to = d.pop("applies_to", UNSET)
        applies_to: list[PriceComponent] | Unset = UNSET
        if _applies_to is not UNSET:
            applies_to = []
            for applies_to_item_data in _applies_to:
                applies_to_item = check_price_component(applies_to_item_data)

                applies_to.append(applies_to_item)

        _rounding = d.pop("rounding", UNSET)
        rounding: RoundingMode | Unset
        if isinstance(_rounding, Unset):
            rounding = UNSET
        else:
            rounding = check_rounding_mode(_rounding)

        _effective_from = d.pop("effective_from", UNSET)
        effective_from: datetime.datetime | Unset
        if isinstance(_effective_from, Unset):
            effective_from = UNSET
        else:
            effective_from = datetime.datetime.fromisoformat(_effective_from)

        def _parse_effective_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                effective_until_type_0 = datetime.datetime.fromisoformat(data)

                return effective_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        effective_until = _parse_effective_until(d.pop("effective_until", UNSET))

        tax_rate_update = cls(
            name=name,
            rate=rate,
            inclusive=inclusive,
            applies_to=applies_to,
            rounding=rounding,
            effective_from=effective_from,
            effective_until=effective_until,
        )

        return tax_rate_update
