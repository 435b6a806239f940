from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.statement_section import StatementSection


T = TypeVar("T", bound="BalanceSheet")


@_attrs_define
class BalanceSheet:
    """What the business has and owes when the day `end` begins.

    Attributes:
        currency (str):
        end (datetime.date): The first day that no longer counts.
        branch (None | str):
        sections (list[StatementSection]):
        assets (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        liabilities (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        equity (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        earnings (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        balanced (bool): Whether assets equal liabilities and equity.
    """

    currency: str
    end: datetime.date
    branch: None | str
    sections: list[StatementSection]
    assets: Money
    liabilities: Money
    equity: Money
    earnings: Money
    balanced: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        end = self.end.isoformat()

        branch: None | str
        branch = self.branch

        sections = []
        for sections_item_data in self.sections:
            sections_item = sections_item_data.to_dict()
            sections.append(sections_item)

        assets = self.assets.to_dict()

        liabilities = self.liabilities.to_dict()

        equity = self.equity.to_dict()

        earnings = self.earnings.to_dict()

        balanced = self.balanced

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "end": end,
                "branch": branch,
                "sections": sections,
                "assets": assets,
                "liabilities": liabilities,
                "equity": equity,
                "earnings": earnings,
                "balanced": balanced,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.statement_section import StatementSection  # noqa: PLC0415

        d = dict(src_dict)
        currency = d.pop("currency")

        end = datetime.date.fromisoformat(d.pop("end"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = StatementSection.from_dict(sections_item_data)

            sections.append(sections_item)

        assets = Money.from_dict(d.pop("assets"))

        liabilities = Money.from_dict(d.pop("liabilities"))

        equity = Money.from_dict(d.pop("equity"))

        earnings = Money.from_dict(d.pop("earnings"))

        balanced = d.pop("balanced")

        balance_sheet = cls(
            currency=currency,
            end=end,
            branch=branch,
            sections=sections,
            assets=assets,
            liabilities=liabilities,
            equity=equity,
            earnings=earnings,
            balanced=balanced,
        )

        balance_sheet.additional_properties = d
        return balance_sheet

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
