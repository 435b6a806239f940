from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.customer_kind import CustomerKind, check_customer_kind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.loyalty_promotion_create_names import LoyaltyPromotionCreateNames
    from ..models.money import Money


T = TypeVar("T", bound="LoyaltyPromotionCreate")


@_attrs_define
class LoyaltyPromotionCreate:
    """A new promotion.

    Attributes:
        code (str):
        names (LoyaltyPromotionCreateNames):
        factor (str):
        service (None | str | Unset):
        product (None | str | Unset):
        category (None | str | Unset):
        customer_class (None | str | Unset):
        customer_kind (CustomerKind | None | Unset):
        customer_tag (None | str | Unset):
        minimum (Money | None | Unset):
        valid_from (datetime.datetime | None | Unset):
        valid_until (datetime.datetime | None | Unset):
        combines (bool | Unset):
    """

    code: str
    names: LoyaltyPromotionCreateNames
    factor: str
    service: None | str | Unset = UNSET
    product: None | str | Unset = UNSET
    category: None | str | Unset = UNSET
    customer_class: None | str | Unset = UNSET
    customer_kind: CustomerKind | None | Unset = UNSET
    customer_tag: None | str | Unset = UNSET
    minimum: Money | None | Unset = UNSET
    valid_from: datetime.datetime | None | Unset = UNSET
    valid_until: datetime.datetime | None | Unset = UNSET
    combines: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        code = self.code

        names = self.names.to_dict()

        factor = self.factor

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

        combines = self.combines

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "names": names,
                "factor": factor,
            }
        )
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
        if combines is not UNSET:
            field_dict["combines"] = combines

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.loyalty_promotion_create_names import LoyaltyPromotionCreateNames  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        names = LoyaltyPromotionCreateNames.from_dict(d.pop("names"))

        factor = d.pop("factor")

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

        combines = d.pop("combines", UNSET)

        loyalty_promotion_create = cls(
            code=code,
            names=names,
            factor=factor,
            service=service,
            product=product,
            category=category,
            customer_class=customer_class,
            customer_kind=customer_kind,
            customer_tag=customer_tag,
            minimum=minimum,
            valid_from=valid_from,
            valid_until=valid_until,
            combines=combines,
        )

        return loyalty_promotion_create
