from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.price_component import PriceComponent, check_price_component

if TYPE_CHECKING:
    from ..models.formula import Formula


T = TypeVar("T", bound="PriceRule")


@_attrs_define
class PriceRule:
    """A price rule: one part of the price of the lines that it fits.

    Attributes:
        id (str):
        name (str):
        component (PriceComponent):
        formula (Formula): How a rule makes its part of the price; members of other components are empty.
        currency (str):
        service (None | str):
        product (None | str):
        variant (None | str):
        category (None | str):
        customer_class (None | str):
        branch (None | str):
        channel (None | str):
        source (None | str):
        target (None | str):
        document_type (None | str):
        rank (int): Breaks a tie between rules that are equally specific: the higher counts.
        effective_from (datetime.datetime):
        effective_until (datetime.datetime | None):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    name: str
    component: PriceComponent
    formula: Formula
    currency: str
    service: None | str
    product: None | str
    variant: None | str
    category: None | str
    customer_class: None | str
    branch: None | str
    channel: None | str
    source: None | str
    target: None | str
    document_type: None | str
    rank: int
    effective_from: datetime.datetime
    effective_until: datetime.datetime | None
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        component: str = self.component

        formula = self.formula.to_dict()

        currency = self.currency

        service: None | str
        service = self.service

        product: None | str
        product = self.product

        variant: None | str
        variant = self.variant

        category: None | str
        category = self.category

        customer_class: None | str
        customer_class = self.customer_class

        branch: None | str
        branch = self.branch

        channel: None | str
        channel = self.channel

        source: None | str
        source = self.source

        target: None | str
        target = self.target

        document_type: None | str
        document_type = self.document_type

        rank = self.rank

        effective_from = self.effective_from.isoformat()

        effective_until: None | str
        if isinstance(self.effective_until, datetime.datetime):
            effective_until = self.effective_until.isoformat()
        else:
            effective_until = self.effective_until

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "component": component,
                "formula": formula,
                "currency": currency,
                "service": service,
                "product": product,
                "variant": variant,
                "category": category,
                "customer_class": customer_class,
                "branch": branch,
                "channel": channel,
                "source": source,
                "target": target,
                "document_type": document_type,
                "rank": rank,
                "effective_from": effective_from,
                "effective_until": effective_until,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.formula import Formula  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        component = check_price_component(d.pop("component"))

        formula = Formula.from_dict(d.pop("formula"))

        currency = d.pop("currency")

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

        def _parse_variant(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        variant = _parse_variant(d.pop("variant"))

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

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        def _parse_channel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        channel = _parse_channel(d.pop("channel"))

        def _parse_source(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source = _parse_source(d.pop("source"))

        def _parse_target(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        target = _parse_target(d.pop("target"))

        def _parse_document_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        document_type = _parse_document_type(d.pop("document_type"))

        rank = d.pop("rank")

        effective_from = datetime.datetime.fromisoformat(d.pop("effective_from"))

        def _parse_effective_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                effective_until_type_0 = datetime.datetime.fromisoformat(data)

                return effective_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        effective_until = _parse_effective_until(d.pop("effective_until"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        price_rule = cls(
            id=id,
            name=name,
            component=component,
            formula=formula,
            currency=currency,
            service=service,
            product=product,
            variant=variant,
            category=category,
            customer_class=customer_class,
            branch=branch,
            channel=channel,
            source=source,
            target=target,
            document_type=document_type,
            rank=rank,
            effective_from=effective_from,
            effective_until=effective_until,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        price_rule.additional_properties = d
        return price_rule

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
