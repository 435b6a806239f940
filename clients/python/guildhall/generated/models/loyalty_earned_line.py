from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="LoyaltyEarnedLine")


@_attrs_define
class LoyaltyEarnedLine:
    """How a line comes to its points.

    Attributes:
        line (None | str): Null for a dry run of an amount.
        code (str):
        base (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        rule (None | str): Null where no rule fits.
        rule_code (None | str):
        promotions (list[str]): The codes of those that count.
        factor (str): What promotions multiply by, cut where points would be worth more than was paid.
        points (int):
        worth (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
    """

    line: None | str
    code: str
    base: Money
    rule: None | str
    rule_code: None | str
    promotions: list[str]
    factor: str
    points: int
    worth: Money
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        line: None | str
        line = self.line

        code = self.code

        base = self.base.to_dict()

        rule: None | str
        rule = self.rule

        rule_code: None | str
        rule_code = self.rule_code

        promotions = self.promotions

        factor = self.factor

        points = self.points

        worth = self.worth.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "line": line,
                "code": code,
                "base": base,
                "rule": rule,
                "rule_code": rule_code,
                "promotions": promotions,
                "factor": factor,
                "points": points,
                "worth": worth,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_line(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        line = _parse_line(d.pop("line"))

        code = d.pop("code")

        base = Money.from_dict(d.pop("base"))

        def _parse_rule(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rule = _parse_rule(d.pop("rule"))

        def _parse_rule_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rule_code = _parse_rule_code(d.pop("rule_code"))

        promotions = cast(list[str], d.pop("promotions"))

        factor = d.pop("factor")

        points = d.pop("points")

        worth = Money.from_dict(d.pop("worth"))

        loyalty_earned_line = cls(
            line=line,
            code=code,
            base=base,
            rule=rule,
            rule_code=rule_code,
            promotions=promotions,
            factor=factor,
            points=points,
            worth=worth,
        )

        loyalty_earned_line.additional_properties = d
        return loyalty_earned_line

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
