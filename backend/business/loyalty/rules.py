"""Earning rules and promotions are made and changed. What was earned by one stays as it was."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from django.db.models import QuerySet

from backend.business.catalog import facade as catalog
from backend.business.loyalty.errors import (
    ItemAmbiguous,
    PromotionCodeTaken,
    RuleCodeTaken,
    RuleNotPositive,
    RulePeriodEmpty,
    RuleTooGenerous,
)
from backend.business.loyalty.models import Promotion, Rule, Targeted
from backend.business.loyalty.types import PromotionSpec, RuleSpec, TargetSpec
from backend.kernel import db, tenancy
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.money import Money
from backend.kernel.permissions import Principal

Aimed = TypeVar("Aimed", Rule, Promotion)

ITEMS = {"service_id": "svc", "product_id": "prd", "category_id": "ter"}
MONEY = ("per", "value", "minimum")


def create_rule(*, principal: Principal, code: str, names: Mapping[str, str], **fields: Any) -> Rule:
    """A new earning rule.

    Raises RuleCodeTaken, RuleNotPositive, RuleTooGenerous, RulePeriodEmpty, ItemAmbiguous, ReferenceNotFound.
    """
    with db.transaction():
        db.advisory_lock("loyalty.rule", code)
        if Rule.objects.filter(code=code).exists():
            raise RuleCodeTaken(rule_code=code, pointer="/code")
        return _made(Rule(code=code, names=dict(names)), fields)


def update_rule(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Rule:
    """Changes a rule; lots that it made stay as they are.

    Raises ResourceNotFound, VersionMismatch, RuleNotPositive, RuleTooGenerous, RulePeriodEmpty, ItemAmbiguous,
    ReferenceNotFound.
    """
    return _changed(Rule.objects.all(), id, expected_version, changes)


def create_promotion(
    *, principal: Principal, code: str, names: Mapping[str, str], **fields: Any
) -> Promotion:
    """A new promotion.

    Raises PromotionCodeTaken, RulePeriodEmpty, ItemAmbiguous, ReferenceNotFound.
    """
    with db.transaction():
        db.advisory_lock("loyalty.promotion", code)
        if Promotion.objects.filter(code=code).exists():
            raise PromotionCodeTaken(promotion_code=code, pointer="/code")
        row = Promotion(code=code, names=dict(names), currency=tenancy.require_tenant().currency)
        return _made(row, fields)


def update_promotion(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Promotion:
    """Changes a promotion; lots that it made larger stay as they are.

    Raises ResourceNotFound, VersionMismatch, RulePeriodEmpty, ItemAmbiguous, ReferenceNotFound.
    """
    return _changed(Promotion.objects.all(), id, expected_version, changes)


def _made(row: Aimed, fields: Mapping[str, Any]) -> Aimed:
    for name, value in _columns(fields).items():
        setattr(row, name, value)
    _check(row, fields)
    row.save(force_insert=True)
    return row


def _changed(
    rows: QuerySet[Aimed], id: uuid.UUID, expected_version: int | None, changes: Mapping[str, Any]
) -> Aimed:
    with db.transaction():
        row = rows.filter(pk=id).first()
        if row is None:
            raise ResourceNotFound()
        row.check_version(expected_version)
        if changes:
            columns = _columns(changes)
            for name, value in columns.items():
                setattr(row, name, value)
            _check(row, changes)
            row.save_versioned(**columns)
        return row


def _check(row: Rule | Promotion, said: Mapping[str, Any]) -> None:
    _check_items(row, said)
    if row.valid_from is not None and row.valid_until is not None and row.valid_until <= row.valid_from:
        raise RulePeriodEmpty(pointer="/valid_until")
    if isinstance(row, Rule):
        _check_rate(row)


def _check_items(row: Targeted, said: Mapping[str, Any]) -> None:
    """At most one item is named, and it is in the catalogue."""
    named = [name for name in ITEMS if getattr(row, name) is not None]
    if len(named) > 1:
        told = [name for name in named if name in said] or named
        raise ItemAmbiguous(pointer=f"/{told[-1].removesuffix('_id')}")
    for name in catalog.missing_items({name: getattr(row, name) for name in named if name in said}):
        raise ReferenceNotFound(
            reference=encode(ITEMS[name], getattr(row, name)), pointer=f"/{name.removesuffix('_id')}"
        )


def _check_rate(rule: Rule) -> None:
    """At most one point a minor unit, worth at most what was paid: then points and their worth fit a bigint."""
    if rule.points > rule.per:
        raise RuleTooGenerous(pointer="/points")
    if rule.points * rule.value > rule.per:
        raise RuleTooGenerous(pointer="/value")


def _columns(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What the API says, as the columns hold it. Raises ReferenceNotFound and RuleNotPositive."""
    result = dict(fields)
    code = tenancy.require_tenant().currency
    for name in MONEY:
        if isinstance(result.get(name), Money):
            if result[name].currency.code != code:
                raise ReferenceNotFound(reference=result[name].currency.code, pointer=f"/{name}/currency")
            if name == "per" and result[name].minor <= 0:
                raise RuleNotPositive(pointer="/per")
            result[name] = result[name].minor
            result["currency"] = code
    return result


def seed_rules(specs: Sequence[RuleSpec], promotions: Sequence[PromotionSpec] = ()) -> None:
    """The earning rules and promotions of a pack, in a statement each; those that are there stay as they are.

    Items are named by their codes. Raises ReferenceNotFound for a code that names nothing.
    """
    codes = catalog.item_ids_by_code() if any(_names_item(one) for one in (*specs, *promotions)) else {}
    Rule.objects.bulk_create([Rule(**_seeded(spec, codes)) for spec in specs], ignore_conflicts=True)
    if promotions:
        Promotion.objects.bulk_create(
            [Promotion(**_seeded(spec, codes)) for spec in promotions], ignore_conflicts=True
        )


def _names_item(spec: TargetSpec) -> bool:
    return any(getattr(spec, name.removesuffix("_id")) for name in ITEMS)


def _seeded(spec: TargetSpec, codes: Mapping[str, Mapping[str, uuid.UUID]]) -> dict[str, Any]:
    columns = {**asdict(spec), "names": dict(spec.names), "currency": tenancy.require_tenant().currency}
    for name in ITEMS:
        kind = name.removesuffix("_id")
        code = columns.pop(kind)
        if code is not None and code not in codes[kind]:
            raise ReferenceNotFound(reference=code, pointer=f"/{kind}")
        columns[name] = codes[kind][code] if code is not None else None
    return columns
