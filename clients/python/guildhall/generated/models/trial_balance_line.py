from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="TrialBalanceLine")


@_attrs_define
class TrialBalanceLine:
    """An account's balance before the span, its turnover within, and its balance after.

    Attributes:
        account (str):
        code (str):
        name (str):
        role (str):
        level (int): How deep the line stands beneath headings; else 1.
        heading (bool): Whether it sums up the deeper lines after it; it counts in no total.
        opening (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        debit (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        credit (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        closing (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
    """

    account: str
    code: str
    name: str
    role: str
    level: int
    heading: bool
    opening: Money
    debit: Money
    credit: Money
    closing: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account

        code = self.code

        name = self.name

        role = self.role

        level = self.level

        heading = self.heading

        opening = self.opening.to_dict()

        debit = self.debit.to_dict()

        credit = self.credit.to_dict()

        closing = self.closing.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "code": code,
                "name": name,
                "role": role,
                "level": level,
                "heading": heading,
                "opening": opening,
                "debit": debit,
                "credit": credit,
                "closing": closing,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        account = d.pop("account")

        code = d.pop("code")

        name = d.pop("name")

        role = d.pop("role")

        level = d.pop("level")

        heading = d.pop("heading")

        opening = Money.from_dict(d.pop("opening"))

        debit = Money.from_dict(d.pop("debit"))

        credit = Money.from_dict(d.pop("credit"))

        closing = Money.from_dict(d.pop("closing"))

        trial_balance_line = cls(
            account=account,
            code=code,
            name=name,
            role=role,
            level=level,
            heading=heading,
            opening=opening,
            debit=debit,
            credit=credit,
            closing=closing,
        )

        trial_balance_line.additional_properties = d
        return trial_balance_line

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
