from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="LoyaltyEarnedLot")


@_attrs_define
class LoyaltyEarnedLot:
    """Points on the same terms.

    Attributes:
        points (int):
        value (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        worth (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        active_from (datetime.datetime):
        expires_at (datetime.datetime | None):
    """

    points: int
    value: Money
    worth: Money
    active_from: datetime.datetime
    expires_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        points = self.points

        value = self.value.to_dict()

        worth = self.worth.to_dict()

        active_from = self.active_from.isoformat()

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "points": points,
                "value": value,
                "worth": worth,
                "active_from": active_from,
                "expires_at": expires_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        points = d.pop("points")

        value = Money.from_dict(d.pop("value"))

        worth = Money.from_dict(d.pop("worth"))

        active_from = datetime.datetime.fromisoformat(d.pop("active_from"))

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

        loyalty_earned_lot = cls(
            points=points,
            value=value,
            worth=worth,
            active_from=active_from,
            expires_at=expires_at,
        )

        loyalty_earned_lot.additional_properties = d
        return loyalty_earned_lot

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
