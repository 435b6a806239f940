from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.loyalty_earned_line import LoyaltyEarnedLine
    from ..models.loyalty_earned_lot import LoyaltyEarnedLot
    from ..models.money import Money


T = TypeVar("T", bound="LoyaltyEarning")


@_attrs_define
class LoyaltyEarning:
    """What the order would earn; nothing was written.

    Attributes:
        rule (None | str): Null where no rule earns, or several do: see the lines.
        rule_code (None | str):
        points (int):
        worth (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        active_from (datetime.datetime | None): The earliest of the lots.
        expires_at (datetime.datetime | None): The earliest of the lots.
        lots (list[LoyaltyEarnedLot]): One for each different terms.
        lines (list[LoyaltyEarnedLine]):
    """

    rule: None | str
    rule_code: None | str
    points: int
    worth: Money
    active_from: datetime.datetime | None
    expires_at: datetime.datetime | None
    lots: list[LoyaltyEarnedLot]
    lines: list[LoyaltyEarnedLine]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rule: None | str
        rule = self.rule

        rule_code: None | str
        rule_code = self.rule_code

        points = self.points

        worth = self.worth.to_dict()

        active_from: None | str
        if isinstance(self.active_from, datetime.datetime):
            active_from = self.active_from.isoformat()
        else:
            active_from = self.active_from

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        lots = []
        for lots_item_data in self.lots:
            lots_item = lots_item_data.to_dict()
            lots.append(lots_item)

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rule": rule,
                "rule_code": rule_code,
                "points": points,
                "worth": worth,
                "active_from": active_from,
                "expires_at": expires_at,
                "lots": lots,
                "lines": lines,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.loyalty_earned_line import LoyaltyEarnedLine  # noqa: PLC0415
        from ..models.loyalty_earned_lot import LoyaltyEarnedLot  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

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

        points = d.pop("points")

        worth = Money.from_dict(d.pop("worth"))

        def _parse_active_from(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                active_from_type_0 = datetime.datetime.fromisoformat(data)

                return active_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        active_from = _parse_active_from(d.pop("active_from"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        lots = []
        _lots = d.pop("lots")
        for lots_item_data in _lots:
            lots_item = LoyaltyEarnedLot.from_dict(lots_item_data)

            lots.append(lots_item)

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = LoyaltyEarnedLine.from_dict(lines_item_data)

            lines.append(lines_item)

        loyalty_earning = cls(
            rule=rule,
            rule_code=rule_code,
            points=points,
            worth=worth,
            active_from=active_from,
            expires_at=expires_at,
            lots=lots,
            lines=lines,
        )

        loyalty_earning.additional_properties = d
        return loyalty_earning

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
