from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.band_mode import BandMode, check_band_mode
from ..models.charge_per import ChargePer, check_charge_per
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.band_in import BandIn
    from ..models.lead_time_charge_in import LeadTimeChargeIn
    from ..models.option_charge_in import OptionChargeIn
    from ..models.priority_charge_in import PriorityChargeIn


T = TypeVar("T", bound="FormulaIn")


@_attrs_define
class FormulaIn:
    """How a rule makes its part of the price. Give the members of its component only: base: mode, bands (amounts),
    minimum; option: option, per, values; copies: bands; urgency: priorities, lead_time.

        Attributes:
            mode (BandMode | None | Unset): progressive: each unit by its own band; volume: all units by the band of the
                last.
            bands (list[BandIn] | None | Unset):
            minimum (None | str | Unset): A fixed amount in the rule's currency.
            option (None | str | Unset):
            per (ChargePer | None | Unset):
            values (list[OptionChargeIn] | None | Unset):
            priorities (list[PriorityChargeIn] | None | Unset):
            lead_time (list[LeadTimeChargeIn] | None | Unset):
    """

    mode: BandMode | None | Unset = UNSET
    bands: list[BandIn] | None | Unset = UNSET
    minimum: None | str | Unset = UNSET
    option: None | str | Unset = UNSET
    per: ChargePer | None | Unset = UNSET
    values: list[OptionChargeIn] | None | Unset = UNSET
    priorities: list[PriorityChargeIn] | None | Unset = UNSET
    lead_time: list[LeadTimeChargeIn] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        mode: None | str | Unset
        if isinstance(self.mode, Unset):
            mode = UNSET
        elif isinstance(self.mode, str):
            mode = self.mode
        else:
            mode = self.mode

        bands: list[dict[str, Any]] | None | Unset
        if isinstance(self.bands, Unset):
            bands = UNSET
        elif isinstance(self.bands, list):
            bands = []
            for bands_type_0_item_data in self.bands:
                bands_type_0_item = bands_type_0_item_data.to_dict()
                bands.append(bands_type_0_item)

        else:
            bands = self.bands

        minimum: None | str | Unset
        if isinstance(self.minimum, Unset):
            minimum = UNSET
        else:
            minimum = self.minimum

        option: None | str | Unset
        if isinstance(self.option, Unset):
            option = UNSET
        else:
            option = self.option

        per: None | str | Unset
        if isinstance(self.per, Unset):
            per = UNSET
        elif isinstance(self.per, str):
            per = self.per
        else:
            per = self.per

        values: list[dict[str, Any]] | None | Unset
        if isinstance(self.values, Unset):
            values = UNSET
        elif isinstance(self.values, list):
            values = []
            for values_type_0_item_data in self.values:
                values_type_0_item = values_type_0_item_data.to_dict()
                values.append(values_type_0_item)

        else:
            values = self.values

        priorities: list[dict[str, Any]] | None | Unset
        if isinstance(self.priorities, Unset):
            priorities = UNSET
        elif isinstance(self.priorities, list):
            priorities = []
            for priorities_type_0_item_data in self.priorities:
                priorities_type_0_item = priorities_type_0_item_data.to_dict()
                priorities.append(priorities_type_0_item)

        else:
            priorities = self.priorities

        lead_time: list[dict[str, Any]] | None | Unset
        if isinstance(self.lead_time, Unset):
            lead_time = UNSET
        elif isinstance(self.lead_time, list):
            lead_time = []
            for lead_time_type_0_item_data in self.lead_time:
                lead_time_type_0_item = lead_time_type_0_item_data.to_dict()
                lead_time.append(lead_time_type_0_item)

        else:
            lead_time = self.lead_time

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if mode is not UNSET:
            field_dict["mode"] = mode
        if bands is not UNSET:
            field_dict["bands"] = bands
        if minimum is not UNSET:
            field_dict["minimum"] = minimum
        if option is not UNSET:
            field_dict["option"] = option
        if per is not UNSET:
            field_dict["per"] = per
        if values is not UNSET:
            field_dict["values"] = values
        if priorities is not UNSET:
            field_dict["priorities"] = priorities
        if lead_time is not UNSET:
            field_dict["lead_time"] = lead_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.band_in import BandIn  # noqa: PLC0415
        from ..models.lead_time_charge_in import LeadTimeChargeIn  # noqa: PLC0415
        from ..models.option_charge_in import OptionChargeIn  # noqa: PLC0415
        from ..models.priority_charge_in import PriorityChargeIn  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_mode(data: object) -> BandMode | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mode_type_0 = check_band_mode(data)

                return mode_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BandMode | None | Unset, data)

        mode = _parse_mode(d.pop("mode", UNSET))

        def _parse_bands(data: object) -> list[BandIn] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                bands_type_0 = []
                _bands_type_0 = data
                for bands_type_0_item_data in _bands_type_0:
                    bands_type_0_item = BandIn.from_dict(bands_type_0_item_data)

                    bands_type_0.append(bands_type_0_item)

                return bands_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[BandIn] | None | Unset, data)

        bands = _parse_bands(d.pop("bands", UNSET))

        def _parse_minimum(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        minimum = _parse_minimum(d.pop("minimum", UNSET))

        def _parse_option(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        option = _parse_option(d.pop("option", UNSET))

        def _parse_per(data: object) -> ChargePer | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                per_type_0 = check_charge_per(data)

                return per_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ChargePer | None | Unset, data)

        per = _parse_per(d.pop("per", UNSET))

        def _parse_values(data: object) -> list[OptionChargeIn] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                values_type_0 = []
                _values_type_0 = data
                for values_type_0_item_data in _values_type_0:
                    values_type_0_item = OptionChargeIn.from_dict(values_type_0_item_data)

                    values_type_0.append(values_type_0_item)

                return values_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[OptionChargeIn] | None | Unset, data)

        values = _parse_values(d.pop("values", UNSET))

        def _parse_priorities(data: object) -> list[PriorityChargeIn] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                priorities_type_0 = []
                _priorities_type_0 = data
                for priorities_type_0_item_data in _priorities_type_0:
                    priorities_type_0_item = PriorityChargeIn.from_dict(priorities_type_0_item_data)

                    priorities_type_0.append(priorities_type_0_item)

                return priorities_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[PriorityChargeIn] | None | Unset, data)

        priorities = _parse_priorities(d.pop("priorities", UNSET))

        def _parse_lead_time(data: object) -> list[LeadTimeChargeIn] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                lead_time_type_0 = []
                _lead_time_type_0 = data
                for lead_time_type_0_item_data in _lead_time_type_0:
                    lead_time_type_0_item = LeadTimeChargeIn.from_dict(lead_time_type_0_item_data)

                    lead_time_type_0.append(lead_time_type_0_item)

                return lead_time_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[LeadTimeChargeIn] | None | Unset, data)

        lead_time = _parse_lead_time(d.pop("lead_time", UNSET))

        formula_in = cls(
            mode=mode,
            bands=bands,
            minimum=minimum,
            option=option,
            per=per,
            values=values,
            priorities=priorities,
            lead_time=lead_time,
        )

        return formula_in
