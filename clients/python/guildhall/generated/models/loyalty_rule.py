from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1
    from ..models.money import Money


T = TypeVar("T", bound="LoyaltyRule")


@_attrs_define
class LoyaltyRule:
    """How points are earned.

    Attributes:
        id (str):
        code (str):
        name (LocalizedTextType1 | str):
        points (int): For each `per` of an order's price without tax.
        per (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        value (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        customer_class (None | str):
        pending_days (int):
        valid_days (int | None):
        valid_from (datetime.datetime | None): Earns for orders completed from then on.
        valid_until (datetime.datetime | None): Earns for orders completed before.
        active (bool):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    code: str
    name: LocalizedTextType1 | str
    points: int
    per: Money
    value: Money
    customer_class: None | str
    pending_days: int
    valid_days: int | None
    valid_from: datetime.datetime | None
    valid_until: datetime.datetime | None
    active: bool
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        id = self.id

        code = self.code

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        points = self.points

        per = self.per.to_dict()

        value = self.value.to_dict()

        customer_class: None | str
        customer_class = self.customer_class

        pending_days = self.pending_days

        valid_days: int | None
        valid_days = self.valid_days

        valid_from: None | str
        if isinstance(self.valid_from, datetime.datetime):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_until: None | str
        if isinstance(self.valid_until, datetime.datetime):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        active = self.active

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "code": code,
                "name": name,
                "points": points,
                "per": per,
                "value": value,
                "customer_class": customer_class,
                "pending_days": pending_days,
                "valid_days": valid_days,
                "valid_from": valid_from,
                "valid_until": valid_until,
                "active": active,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        code = d.pop("code")

        def _parse_name(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        name = _parse_name(d.pop("name"))

        points = d.pop("points")

        per = Money.from_dict(d.pop("per"))

        value = Money.from_dict(d.pop("value"))

        def _parse_customer_class(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer_class = _parse_customer_class(d.pop("customer_class"))

        pending_days = d.pop("pending_days")

        def _parse_valid_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        valid_days = _parse_valid_days(d.pop("valid_days"))

        def _parse_valid_from(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.datetime.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        valid_from = _parse_valid_from(d.pop("valid_from"))

        def _parse_valid_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.datetime.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        valid_until = _parse_valid_until(d.pop("valid_until"))

        active = d.pop("active")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        loyalty_rule = cls(
            id=id,
            code=code,
            name=name,
            points=points,
            per=per,
            value=value,
            customer_class=customer_class,
            pending_days=pending_days,
            valid_days=valid_days,
            valid_from=valid_from,
            valid_until=valid_until,
            active=active,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        loyalty_rule.additional_properties = d
        return loyalty_rule

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
