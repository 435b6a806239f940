from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.cash_flow import CashFlow
    from ..models.money import Money
    from ..models.statement_section import StatementSection


T = TypeVar("T", bound="CashFlowCompared")


@_attrs_define
class CashFlowCompared:
    """The same, beside the one of another span.

    Attributes:
        currency (str):
        start (datetime.date | None):
        end (datetime.date): The first day that no longer counts.
        branch (None | str):
        sections (list[StatementSection]):
        opening_cash (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        operating (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        investing (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        financing (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        net_cash (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        closing_cash (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        comparison (CashFlow | None): The same over the span to compare with; null where none was asked for.
    """

    currency: str
    start: datetime.date | None
    end: datetime.date
    branch: None | str
    sections: list[StatementSection]
    opening_cash: Money
    operating: Money
    investing: Money
    financing: Money
    net_cash: Money
    closing_cash: Money
    comparison: CashFlow | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.cash_flow import CashFlow  # noqa: PLC0415

        currency = self.currency

        start: None | str
        if isinstance(self.start, datetime.date):
            start = self.start.isoformat()
        else:
            start = self.start

        end = self.end.isoformat()

        branch: None | str
        branch = self.branch

        sections = []
        for sections_item_data in self.sections:
            sections_item = sections_item_data.to_dict()
            sections.append(sections_item)

        opening_cash = self.opening_cash.to_dict()

        operating = self.operating.to_dict()

        investing = self.investing.to_dict()

        financing = self.financing.to_dict()

        net_cash = self.net_cash.to_dict()

        closing_cash = self.closing_cash.to_dict()

        comparison: dict[str, Any] | None
        if isinstance(self.comparison, CashFlow):
            comparison = self.comparison.to_dict()
        else:
            comparison = self.comparison

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "start": start,
                "end": end,
                "branch": branch,
                "sections": sections,
                "opening_cash": opening_cash,
                "operating": operating,
                "investing": investing,
                "financing": financing,
                "net_cash": net_cash,
                "closing_cash": closing_cash,
                "comparison": comparison,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cash_flow import CashFlow  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.statement_section import StatementSection  # noqa: PLC0415

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

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = StatementSection.from_dict(sections_item_data)

            sections.append(sections_item)

        opening_cash = Money.from_dict(d.pop("opening_cash"))

        operating = Money.from_dict(d.pop("operating"))

        investing = Money.from_dict(d.pop("investing"))

        financing = Money.from_dict(d.pop("financing"))

        net_cash = Money.from_dict(d.pop("net_cash"))

        closing_cash = Money.from_dict(d.pop("closing_cash"))

        def _parse_comparison(data: object) -> CashFlow | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                comparison_type_0 = CashFlow.from_dict(data)

                return comparison_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CashFlow | None, data)

        comparison = _parse_comparison(d.pop("comparison"))

        cash_flow_compared = cls(
            currency=currency,
            start=start,
            end=end,
            branch=branch,
            sections=sections,
            opening_cash=opening_cash,
            operating=operating,
            investing=investing,
            financing=financing,
            net_cash=net_cash,
            closing_cash=closing_cash,
            comparison=comparison,
        )

        cash_flow_compared.additional_properties = d
        return cash_flow_compared

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
