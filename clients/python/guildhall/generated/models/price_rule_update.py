from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.formula_in import FormulaIn


T = TypeVar("T", bound="PriceRuleUpdate")


@_attrs_define
class PriceRuleUpdate:
    """What changes of a price rule, from `effective_from` (now where left out) on.

    Attributes:
        name (str | Unset):
        formula (FormulaIn | Unset): How a rule makes its part of the price. Give the members of its component only:
            base: mode, bands (amounts), minimum; option: option, per, values; copies: bands; urgency: priorities,
            lead_time.
        service (None | str | Unset):
        product (None | str | Unset):
        variant (None | str | Unset):
        category (None | str | Unset):
        customer_class (None | str | Unset):
        branch (None | str | Unset):
        channel (None | str | Unset):
        source (None | str | Unset):
        target (None | str | Unset):
        document_type (None | str | Unset):
        rank (int | Unset):
        effective_from (datetime.datetime | Unset):
        effective_until (datetime.datetime | None | Unset):
    """

    name: str | Unset = UNSET
    formula: FormulaIn | Unset = UNSET
    service: None | str | Unset = UNSET
    product: None | str | Unset = UNSET
    variant: None | str | Unset = UNSET
    category: None | str | Unset = UNSET
    customer_class: None | str | Unset = UNSET
    branch: None | str | Unset = UNSET
    channel: None | str | Unset = UNSET
    source: None | str | Unset = UNSET
    target: None | str | Unset = UNSET
    document_type: None | str | Unset = UNSET
    rank: int | Unset = UNSET
    effective_from: datetime.datetime | Unset = UNSET
    effective_until: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        formula: dict[str, Any] | Unset = UNSET
        if not isinstance(self.formula, Unset):
            formula = self.formula.to_dict()

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

        variant: None | str | Unset
        if isinstance(self.variant, Unset):
            variant = UNSET
        else:
            variant = self.variant

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

        branch: None | str | Unset
        if isinstance(self.branch, Unset):
            branch = UNSET
        else:
            branch = self.branch

        channel: None | str | Unset
        if isinstance(self.channel, Unset):
            channel = UNSET
        else:
            channel = self.channel

        source: None | str | Unset
        if isinstance(self.source, Unset):
            source = UNSET
        else:
            source = self.source

        target: None | str | Unset
        if isinstance(self.target, Unset):
            target = UNSET
        else:
            target = self.target

        document_type: None | str | Unset
        if isinstance(self.document_type, Unset):
            document_type = UNSET
        else:
            document_type = self.document_type

        rank = self.rank

        effective_from: str | Unset = UNSET
        if not isinstance(self.effective_from, Unset):
            effective_from = self.effective_from.isoformat()

        effective_until: None | str | Unset
        if isinstance(self.effective_until, Unset):
            effective_until = UNSET
        elif isinstance(self.effective_until, datetime.datetime):
            effective_until = self.effective_until.isoformat()
        else:
            effective_until = self.effective_until

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if formula is not UNSET:
            field_dict["formula"] = formula
        if service is not UNSET:
            field_dict["service"] = service
        if product is not UNSET:
            field_dict["product"] = product
        if variant is not UNSET:
            field_dict["variant"] = variant
        if category is not UNSET:
            field_dict["category"] = category
        if customer_class is not UNSET:
            field_dict["customer_class"] = customer_class
        if branch is not UNSET:
            field_dict["branch"] = branch
        if channel is not UNSET:
            field_dict["channel"] = channel
        if source is not UNSET:
            field_dict["source"] = source
        if target is not UNSET:
            field_dict["target"] = target
        if document_type is not UNSET:
            field_dict["document_type"] = document_type
        if rank is not UNSET:
            field_dict["rank"] = rank
        if effective_from is not UNSET:
            field_dict["effective_from"] = effective_from
        if effective_until is not UNSET:
            field_dict["effective_until"] = effective_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.formula_in import FormulaIn  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name", UNSET)

        _formula = d.pop("formula", UNSET)
        formula: FormulaIn | Unset
        if isinstance(_formula, Unset):
            formula = UNSET
        else:
            formula = FormulaIn.from_dict(_formula)

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

        def _parse_variant(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        variant = _parse_variant(d.pop("variant", UNSET))

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

        def _parse_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        branch = _parse_branch(d.pop("branch", UNSET))

        def _parse_channel(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        channel = _parse_channel(d.pop("channel", UNSET))

        def _parse_source(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        source = _parse_source(d.pop("source", UNSET))

        def _parse_target(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        target = _parse_target(d.pop("target", UNSET))

        def _parse_document_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        document_type = _parse_document_type(d.pop("document_type", UNSET))

        rank = d.pop("rank", UNSET)

        _effective_from = d.pop("effective_from", UNSET)
        effective_from: datetime.datetime | Unset
        if isinstance(_effective_from, Unset):
            effective_from = UNSET
        else:
            effective_from = datetime.datetime.fromisoformat(_effective_from)

        def _parse_effective_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                effective_until_type_0 = datetime.datetime.fromisoformat(data)

                return effective_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        effective_until = _parse_effective_until(d.pop("effective_until", UNSET))

        price_rule_update = cls(
            name=name,
            formula=formula,
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
        )

        return price_rule_update
