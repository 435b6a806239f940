from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.customer_kind import CustomerKind, check_customer_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.loyalty_rule_update_names import LoyaltyRuleUpdateNames
    from ..models.money import Money


T = TypeVar("T", bound="LoyaltyRuleUpdate")


@_attrs_define
class LoyaltyRuleUpdate:
    """Changes of an earning rule.

    Attributes:
        names (LoyaltyRuleUpdateNames | Unset):
        service (None | str | Unset):
        product (None | str | Unset):
        category (None | str | Unset):
        customer_class (None | str | Unset):
        customer_kind (CustomerKind | None | Unset):
        customer_tag (None | str | Unset):
        minimum (Money | None | Unset):
        valid_from (datetime.datetime | None | Unset):
        valid_until (datetime.datetime | None | Unset):
        active (bool | Unset):
        points (int | Unset):
        per (Money | Unset): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        value (Money | Unset): An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.
        rank (int | Unset):
        pending_days (int | Unset):
        valid_days (int | None | Unset):
    """

    names: LoyaltyRuleUpdateNames | Unset = UNSET
    service: None | str | Unset = UNSET
    product: None | str | Unset = UNSET
    category: None | str | Unset = UNSET
    customer_class: None | str | Unset = UNSET
    customer_kind: CustomerKind | None | Unset = UNSET
    customer_tag: None | str | Unset = UNSET
    minimum: Money | None | Unset = UNSET
    valid_from: datetime.datetime | None | Unset = UNSET
    valid_until: datetime.datetime | None | Unset = UNSET
    active: bool | Unset = UNSET
    points: int | Unset = UNSET
    per: Money | Unset = UNSET
    value: Money | Unset = UNSET
    rank: int | Unset = UNSET
    pending_days: int | Unset = UNSET
    valid_days: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        names: dict[str, Any] | Unset = UNSET
        if not isinstance(self.names, Unset):
            names = self.names.to_dict()

        service: None | str | Unset
        if isinstance(self.service, Unset):
            service = UNSET
        else:
            service = self.service

        product: None | str | Unset
        if isinstance(self.product, Unset):
            product = UNSET
        else:
            product = self.product

        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        customer_class: None | str | Unset
        if isinstance(self.customer_class, Unset):
            customer_class = UNSET
        else:
            customer_class = self.customer_class

        customer_kind: None | str | Unset
        if isinstance(self.customer_kind, Unset):
            customer_kind = UNSET
        elif isinstance(self.customer_kind, str):
            customer_kind = self.customer_kind
        else:
            customer_kind = self.customer_kind

        customer_tag: None | str | Unset
        if isinstance(self.customer_tag, Unset):
            customer_tag = UNSET
        else:
            customer_tag = self.customer_tag

        minimum: dict[str, Any] | None | Unset
        if isinstance(self.minimum, Unset):
            minimum = UNSET
        elif isinstance(self.minimum, Money):
            minimum = self.minimum.to_dict()
        else:
            minimum = self.minimum

        valid_from: None | str | Unset
        if isinstance(self.valid_from, Unset):
            valid_from = UNSET
        elif isinstance(self.valid_from, datetime.datetime):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_until: None | str | Unset
        if isinstance(self.valid_until, Unset):
            valid_until = UNSET
        elif isinstance(self.valid_until, datetime.datetime):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        active = self.active

        points = self.points

        per: dict[str, Any] | Unset = UNSET
        if not isinstance(self.per, Unset):
            per = self.per.to_dict()

        value: dict[str, Any] | Unset = UNSET
        if not isinstance(self.value, Unset):
            value = self.value.to_dict()

        rank = self.rank

        pending_days = self.pending_days

        valid_days: int | None | Unset
        if isinstance(self.valid_days, Unset):
            valid_days = UNSET
        else:
            valid_days = self.valid_days

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if names is not UNSET:
            field_dict["names"] = names
        if service is not UNSET:
            field_dict["service"] = service
        if product is not UNSET:
            field_dict["product"] = product
        if category is not UNSET:
            field_dict["category"] = category
        if customer_class is not UNSET:
            field_dict["customer_class"] = customer_class
        if customer_kind is not UNSET:
            field_dict["customer_kind"] = customer_kind
        if customer_tag is not UNSET:
            field_dict["customer_tag"] = customer_tag
        if minimum is not UNSET:
            field_dict["minimum"] = minimum
        if valid_from is not UNSET:
            field_dict["valid_from"] = valid_from
        if valid_until is not UNSET:
            field_dict["valid_until"] = valid_until
        if active is not UNSET:
            field_dict["active"] = active
        if points is not UNSET:
            field_dict["points"] = points
        if per is not UNSET:
            field_dict["per"] = per
        if value is not UNSET:
            field_dict["value"] = value
        if rank is not UNSET:
            field_dict["rank"] = rank
        if pending_days is not UNSET:
            field_dict["pending_days"] = pending_days
        if valid_days is not UNSET:
            field_dict["valid_days"] = valid_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.loyalty_rule_update_names import LoyaltyRuleUpdateNames  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        _names = d.pop("names", UNSET)
        names: LoyaltyRuleUpdateNames | Unset
        if isinstance(_names, Unset):
            names = UNSET
        else:
            names = LoyaltyRuleUpdateNames.from_dict(_names)

        def _parse_service(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        service = _parse_service(d.pop("service", UNSET))

        def _parse_product(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        product = _parse_product(d.pop("product", UNSET))

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        def _parse_customer_class(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        customer_class = _parse_customer_class(d.pop("customer_class", UNSET))

        def _parse_customer_kind(data: object) -> CustomerKind | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                customer_kind_type_0 = check_customer_kind(data)

                return customer_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CustomerKind | None | Unset, data)

        customer_kind = _parse_customer_kind(d.pop("customer_kind", UNSET))

        def _parse_customer_tag(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        customer_tag = _parse_customer_tag(d.pop("customer_tag", UNSET))

        def _parse_minimum(data: object) -> Money | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                minimum_type_0 = Money.from_dict(data)

                return minimum_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None | Unset, data)

        minimum = _parse_minimum(d.pop("minimum", UNSET))

        def _parse_valid_from(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.datetime.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        valid_from = _parse_valid_from(d.pop("valid_from", UNSET))

        def _parse_valid_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.datetime.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        valid_until = _parse_valid_until(d.pop("valid_until", UNSET))

        active = d.pop("active", UNSET)

        points = d.pop("points", UNSET)

        _per = d.pop("per", UNSET)
        per: Money | Unset
        if isinstance(_per, Unset):
            per = UNSET
        else:
            per = Money.from_dict(_per)

        _value = d.pop("value", UNSET)
        value: Money | Unset
        if isinstance(_value, Unset):
            value = UNSET
        else:
            value = Money.from_dict(_value)

        rank = d.pop("rank", UNSET)

        pending_days = d.pop("pending_days", UNSET)

        def _parse_valid_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        valid_days = _parse_valid_days(d.pop("valid_days", UNSET))

        loyalty_rule_update = cls(
            names=names,
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
        )

        return loyalty_rule_update
