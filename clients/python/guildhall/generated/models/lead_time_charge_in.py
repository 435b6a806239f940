from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LeadTimeChargeIn")


@_attrs_define
class LeadTimeChargeIn:
    """What a lead time under so many hours adds.

    Attributes:
        under_hours (int):
        amount (None | str | Unset): A fixed amount in the rule's currency.
        percent (None | str | Unset): A percentage instead of an amount.
    """

    under_hours: int
    amount: None | str | Unset = UNSET
    percent: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        under_hours = self.under_hours

        amount: None | str | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        else:
            amount = self.amount

        percent: None | str | Unset
        if isinstance(self.percent, Unset):
            percent = UNSET
        else:
            percent = self.percent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "under_hours": under_hours,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount
        if percent is not UNSET:
            field_dict["percent"] = percent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        under_hours = d.pop("under_hours")

        def _parse_amount(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        amount = _parse_amount(d.pop("amount", UNSET))

        def _parse_percent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        percent = _parse_percent(d.pop("percent", UNSET))

        lead_time_charge_in = cls(
            under_hours=under_hours,
            amount=amount,
            percent=percent,
        )

        return lead_time_charge_in
