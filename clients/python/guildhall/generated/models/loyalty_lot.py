from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.loyalty_lot_kind import LoyaltyLotKind, check_loyalty_lot_kind

if TYPE_CHECKING:
    from ..models.loyalty_earned_line import LoyaltyEarnedLine
    from ..models.money import Money


T = TypeVar("T", bound="LoyaltyLot")


@_attrs_define
class LoyaltyLot:
    """Points that came together.

    Attributes:
        id (str):
        customer (str):
        kind (LoyaltyLotKind):
        points (int): Below zero for a debt.
        left (int): Neither used nor taken back; below zero for what of a debt is not settled yet.
        value (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        order (str):
        lines (list[LoyaltyEarnedLine]): The lines of the order that earned; older lots have none.
        active_from (datetime.datetime):
        expires_at (datetime.datetime | None):
        created_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    customer: str
    kind: LoyaltyLotKind
    points: int
    left: int
    value: Money
    order: str
    lines: list[LoyaltyEarnedLine]
    active_from: datetime.datetime
    expires_at: datetime.datetime | None
    created_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        customer = self.customer

        kind: str = self.kind

        points = self.points

        left = self.left

        value = self.value.to_dict()

        order = self.order

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        active_from = self.active_from.isoformat()

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        created_at = self.created_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "customer": customer,
                "kind": kind,
                "points": points,
                "left": left,
                "value": value,
                "order": order,
                "lines": lines,
                "active_from": active_from,
                "expires_at": expires_at,
                "created_at": created_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.loyalty_earned_line import LoyaltyEarnedLine  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        customer = d.pop("customer")

        kind = check_loyalty_lot_kind(d.pop("kind"))

        points = d.pop("points")

        left = d.pop("left")

        value = Money.from_dict(d.pop("value"))

        order = d.pop("order")

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = LoyaltyEarnedLine.from_dict(lines_item_data)

            lines.append(lines_item)

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

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        loyalty_lot = cls(
            id=id,
            customer=customer,
            kind=kind,
            points=points,
            left=left,
            value=value,
            order=order,
            lines=lines,
            active_from=active_from,
            expires_at=expires_at,
            created_at=created_at,
            allowed_actions=allowed_actions,
        )

        loyalty_lot.additional_properties = d
        return loyalty_lot

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
