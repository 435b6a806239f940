from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.allocation_state import AllocationState, check_allocation_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Allocation")


@_attrs_define
class Allocation:
    """A part of a payment that settles an order.

    Attributes:
        id (str):
        order (str):
        order_number (str):
        amount (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        state (AllocationState):
        applied_at (datetime.datetime | None):
    """

    id: str
    order: str
    order_number: str
    amount: Money
    state: AllocationState
    applied_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        order = self.order

        order_number = self.order_number

        amount = self.amount.to_dict()

        state: str = self.state

        applied_at: None | str
        if isinstance(self.applied_at, datetime.datetime):
            applied_at = self.applied_at.isoformat()
        else:
            applied_at = self.applied_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "order": order,
                "order_number": order_number,
                "amount": amount,
                "state": state,
                "applied_at": applied_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        order = d.pop("order")

        order_number = d.pop("order_number")

        amount = Money.from_dict(d.pop("amount"))

        state = check_allocation_state(d.pop("state"))

        def _parse_applied_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                applied_at_type_0 = datetime.datetime.fromisoformat(data)

                return applied_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        applied_at = _parse_applied_at(d.pop("applied_at"))

        allocation = cls(
            id=id,
            order=order,
            order_number=order_number,
            amount=amount,
            state=state,
            applied_at=applied_at,
        )

        allocation.additional_properties = d
        return allocation

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
