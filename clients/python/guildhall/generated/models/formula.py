from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.band_mode import BandMode, check_band_mode
from ..models.charge_per import ChargePer, check_charge_per

if TYPE_CHECKING:
    from ..models.band import Band
    from ..models.lead_time_charge import LeadTimeCharge
    from ..models.option_charge import OptionCharge
    from ..models.priority_charge import PriorityCharge


T = TypeVar("T", bound="Formula")


@_attrs_define
class Formula:
    """How a rule makes its part of the price; members of other components are empty.

    Attributes:
        mode (BandMode | None):
        bands (list[Band]):
        minimum (None | str):
        option (None | str):
        per (ChargePer | None):
        values (list[OptionCharge]):
        priorities (list[PriorityCharge]):
        lead_time (list[LeadTimeCharge]):
    """

    mode: BandMode | None
    bands: list[Band]
    minimum: None | str
    option: None | str
    per: ChargePer | None
    values: list[OptionCharge]
    priorities: list[PriorityCharge]
    lead_time: list[LeadTimeCharge]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mode: None | str
        if isinstance(self.mode, str):
            mode = self.mode
        else:
            mode = self.mode

        bands = []
        for bands_item_data in self.bands:
            bands_item = bands_item_data.to_dict()
            bands.append(bands_item)

        minimum: None | str
        minimum = self.minimum

        option: None | str
        option = self.option

        per: None | str
        if isinstance(self.per, str):
            per = self.per
        else:
            per = self.per

        values = []
        for values_item_data in self.values:
            values_item = values_item_data.to_dict()
            values.append(values_item)

        priorities = []
        for priorities_item_data in self.priorities:
            priorities_item = priorities_item_data.to_dict()
            priorities.append(priorities_item)

        lead_time = []
        for lead_time_item_data in self.lead_time:
            lead_time_item = lead_time_item_data.to_dict()
            lead_time.append(lead_time_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mode": mode,
                "bands": bands,
                "minimum": minimum,
                "option": option,
                "per": per,
                "values": values,
                "priorities": priorities,
                "lead_time": lead_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.band import Band  # noqa: PLC0415
        from ..models.lead_time_charge import LeadTimeCharge  # noqa: PLC0415
        from ..models.option_charge import OptionCharge  # noqa: PLC0415
        from ..models.priority_charge import PriorityCharge  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_mode(data: object) -> BandMode | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mode_type_0 = check_band_mode(data)

                return mode_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BandMode | None, data)

        mode = _parse_mode(d.pop("mode"))

        bands = []
        _bands = d.pop("bands")
        for bands_item_data in _bands:
            bands_item = Band.from_dict(bands_item_data)

            bands.append(bands_item)

        def _parse_minimum(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        minimum = _parse_minimum(d.pop("minimum"))

        def _parse_option(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        option = _parse_option(d.pop("option"))

        def _parse_per(data: object) -> ChargePer | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                per_type_0 = check_charge_per(data)

                return per_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChargePer | None, data)

        per = _parse_per(d.pop("per"))

        values = []
        _values = d.pop("values")
        for values_item_data in _values:
            values_item = OptionCharge.from_dict(values_item_data)

            values.append(values_item)

        priorities = []
        _priorities = d.pop("priorities")
        for priorities_item_data in _priorities:
            priorities_item = PriorityCharge.from_dict(priorities_item_data)

            priorities.append(priorities_item)

        lead_time = []
        _lead_time = d.pop("lead_time")
        for lead_time_item_data in _lead_time:
            lead_time_item = LeadTimeCharge.from_dict(lead_time_item_data)

            lead_time.append(lead_time_item)

        formula = cls(
            mode=mode,
            bands=bands,
            minimum=minimum,
            option=option,
            per=per,
            values=values,
            priorities=priorities,
            lead_time=lead_time,
        )

        formula.additional_properties = d
        return formula

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
