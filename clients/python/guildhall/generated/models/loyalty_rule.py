from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.customer_kind import CustomerKind, check_customer_kind

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
        service (None | str):
        product (None | str):
        category (None | str): With all categories below it.
        customer_class (None | str):
        customer_kind (CustomerKind | None):
        customer_tag (None | str): The customer has this tag.
        minimum (Money | None): What the lines that fit come to at least, without tax and without what points paid.
        valid_from (datetime.datetime | None): Earns for orders completed from then on.
        valid_until (datetime.datetime | None): Earns for orders completed before.
        active (bool):
        points (int): For each `per` of the price without tax of the lines that the rule fits.
        per (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        value (Money): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        rank (int): Of rules that are as specific, the higher counts.
        pending_days (int):
        valid_days (int | None):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    code: str
    name: LocalizedTextType1 | str
    service: None | str
    product: None | str
    category: None | str
    customer_class: None | str
    customer_kind: CustomerKind | None
    customer_tag: None | str
    minimum: Money | None
    valid_from: datetime.datetime | None
    valid_until: datetime.datetime | None
    active: bool
    points: int
    per: Money
    value: Money
    rank: int
    pending_days: int
    valid_days: int | None
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        id = self.id

        code = self.code

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        service: None | str
        service = self.service

        product: None | str
        product = self.product

        category: None | str
        category = self.category

        customer_class: None | str
        customer_class = self.customer_class

        customer_kind: None | str
        if isinstance(self.customer_kind, str):
            customer_kind = self.customer_kind
        else:
            customer_kind = self.customer_kind

        customer_tag: None | str
        customer_tag = self.customer_tag

        minimum: dict[str, Any] | None
        if isinstance(self.minimum, Money):
            minimum = self.minimum.to_dict()
        else:
            minimum = self.minimum

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

        points = self.points

        per = self.per.to_dict()

        value = self.value.to_dict()

        rank = self.rank

        pending_days = self.pending_days

        valid_days: int | None
        valid_days = self.valid_days

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
                "service": service,
                "product": product,
                "category": category,
                "customer_class": customer_class,
                "customer_kind": customer_kind,
                "customer_tag": customer_tag,
                "minimum": minimum,
                "valid_from": valid_from,
                "valid_until": valid_until,
                "active": active,
                "points": points,
                "per": per,
                "value": value,
                "rank": rank,
                "pending_days": pending_days,
                "valid_days": valid_days,
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

        def _parse_service(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        service = _parse_service(d.pop("service"))

        def _parse_product(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        product = _parse_product(d.pop("product"))

        def _parse_category(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        category = _parse_category(d.pop("category"))

        def _parse_customer_class(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer_class = _parse_customer_class(d.pop("customer_class"))

        def _parse_customer_kind(data: object) -> CustomerKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                customer_kind_type_0 = check_customer_kind(data)

                return customer_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CustomerKind | None, data)

        customer_kind = _parse_customer_kind(d.pop("customer_kind"))

        def _parse_customer_tag(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer_tag = _parse_customer_tag(d.pop("customer_tag"))

        def _parse_minimum(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                minimum_type_0 = Money.from_dict(data)

                return minimum_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        minimum = _parse_minimum(d.pop("minimum"))

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

        points = d.pop("points")

        per = Money.from_dict(d.pop("per"))

        value = Money.from_dict(d.pop("value"))

        rank = d.pop("rank")

        pending_days = d.pop("pending_days")

        def _parse_valid_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        valid_days = _parse_valid_days(d.pop("valid_days"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        loyalty_rule = cls(
            id=id,
            code=code,
            name=name,
            service=service,
            product=product,
            category=category,
            customer_class=customer_class,
            customer_kind=customer_kind,
            customer_tag=customer_tag,
            minimum=minimum,
            valid_from=valid_from,
            valid_until=valid_until,
            active=active,
            points=points,
            per=per,
            value=value,
            rank=rank,
            pending_days=pending_days,
            valid_days=valid_days,
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
