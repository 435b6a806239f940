from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.trial_balance_line import TrialBalanceLine


T = TypeVar("T", bound="TrialBalance")


@_attrs_define
class TrialBalance:
    """Opening and closing are debits less credits: both columns sum to zero.

    Attributes:
        currency (str):
        start (datetime.date | None):
        end (datetime.date): The first day that no longer counts.
        branch (None | str):
        lines (list[TrialBalanceLine]):
        opening (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        debit (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        credit (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        closing (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        balanced (bool): Whether debits equal credits and the balances sum to zero.
    """

    currency: str
    start: datetime.date | None
    end: datetime.date
    branch: None | str
    lines: list[TrialBalanceLine]
    opening: Money
    debit: Money
    credit: Money
    closing: Money
    balanced: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        start: None | str
        if isinstance(self.start, datetime.date):
            start = self.start.isoformat()
        else:
            start = self.start

        end = self.end.isoformat()

        branch: None | str
        branch = self.branch

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        opening = self.opening.to_dict()

        debit = self.debit.to_dict()

        credit = self.credit.to_dict()

        closing = self.closing.to_dict()

        balanced = self.balanced

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "start": start,
                "end": end,
                "branch": branch,
                "lines": lines,
                "opening": opening,
                "debit": debit,
                "credit": credit,
                "closing": closing,
                "balanced": balanced,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.trial_balance_line import TrialBalanceLine  # noqa: PLC0415

        d = dict(src_dict)
        currency = d.pop("currency")

        def _parse_start(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_type_0 = datetime.date.fromisoformat(data)

                return start_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        start = _parse_start(d.pop("start"))

        end = datetime.date.fromisoformat(d.pop("end"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = TrialBalanceLine.from_dict(lines_item_data)

            lines.append(lines_item)

        opening = Money.from_dict(d.pop("opening"))

        debit = Money.from_dict(d.pop("debit"))

        credit = Money.from_dict(d.pop("credit"))

        closing = Money.from_dict(d.pop("closing"))

        balanced = d.pop("balanced")

        trial_balance = cls(
            currency=currency,
            start=start,
            end=end,
            branch=branch,
            lines=lines,
            opening=opening,
            debit=debit,
            credit=credit,
            closing=closing,
            balanced=balanced,
        )

        trial_balance.additional_properties = d
        return trial_balance

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
