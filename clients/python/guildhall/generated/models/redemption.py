from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.redemption_state import RedemptionState, check_redemption_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="Redemption")


@_attrs_define
class Redemption:
    """Points set aside, used or given back.

    Attributes:
        id (str):
        customer (str):
        points (int):
        worth (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        state (RedemptionState):
        order (None | str):
        expires_at (datetime.datetime): Until when the points stay set aside.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    customer: str
    points: int
    worth: Money
    state: RedemptionState
    order: None | str
    expires_at: datetime.datetime
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        customer = self.customer

        points = self.points

        worth = self.worth.to_dict()

        state: str = self.state

        order: None | str
        order = self.order

        expires_at = self.expires_at.isoformat()

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "customer": customer,
                "points": points,
                "worth": worth,
                "state": state,
                "order": order,
                "expires_at": expires_at,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        customer = d.pop("customer")

        points = d.pop("points")

        worth = Money.from_dict(d.pop("worth"))

        state = check_redemption_state(d.pop("state"))

        def _parse_order(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        order = _parse_order(d.pop("order"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        redemption = cls(
            id=id,
            customer=customer,
            points=points,
            worth=worth,
            state=state,
            order=order,
            expires_at=expires_at,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        redemption.additional_properties = d
        return redemption

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
