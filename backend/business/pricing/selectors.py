"""Reads of price rules, tax rates and quotes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from backend.business.pricing import permissions as p
from backend.business.pricing.formulas import parse_formula
from backend.business.pricing.models import PriceRule, Quote, TaxRate
from backend.business.pricing.types import Component, Rule, Tax
from backend.kernel import db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.money import currency
from backend.kernel.permissions import Permission, Principal, Scope

Row = TypeVar("Row", bound=Model)
_IN_FORCE = "effective_from <= %s AND (effective_until IS NULL OR effective_until > %s)"


def price_rules_for(principal: Principal) -> QuerySet[PriceRule]:
    """The current price rules that the caller may see: a right over branches reaches their own and the common ones."""
    rows = PriceRule.objects.filter(revision_of__isnull=True, archived=False)
    return _of_branches(rows, _scope(principal, p.VIEW_RULES, p.MANAGE_RULES))


def price_rule_history(principal: Principal, rule_id: uuid.UUID) -> QuerySet[PriceRule]:
    """The versions that were before the current one of a rule. Raises ResourceNotFound where the caller sees none."""
    if not price_rules_for(principal).filter(pk=rule_id).exists():
        raise ResourceNotFound()
    return PriceRule.objects.filter(revision_of=rule_id)


def tax_rates_for(principal: Principal) -> QuerySet[TaxRate]:
    """The current tax rates; they are the business's as a whole."""
    rows = TaxRate.objects.filter(revision_of__isnull=True, archived=False)
    allowed = principal.allows(p.VIEW_TAXES) or principal.allows(p.MANAGE_TAXES)
    return rows if allowed else rows.none()


def quotes_for(principal: Principal) -> QuerySet[Quote]:
    """The quotes that the caller may see: by branch (and those of no branch and no customer), by customer, own ones.

    Only those that have a price.
    """
    return quote_requests_for(principal).filter(request__isnull=True)


def quote_requests_for(principal: Principal) -> QuerySet[Quote]:
    """The same with those that wait for their files, and those that could not be priced."""
    rows = Quote.objects.all()
    scope = principal.scope(p.VIEW_QUOTES)
    if scope is None:
        return rows.none()
    if scope.everything:
        return rows
    reach = Q(customer_id__in=list(scope.customers))
    if scope.branches:
        reach |= Q(branch_id__in=list(scope.branches)) | Q(branch_id__isnull=True, customer_id__isnull=True)
    if scope.own and principal.user_id is not None:
        reach |= Q(created_by_id=principal.user_id)
    return rows.filter(reach)


def _scope(principal: Principal, *codes: Permission) -> Scope | None:
    held = [scope for code in codes if (scope := principal.scope(code)) is not None]
    joined = None
    for scope in held:
        joined = scope if joined is None else joined | scope
    return joined


def _of_branches(rows: QuerySet[Row], scope: Scope | None) -> QuerySet[Row]:
    if scope is None:
        return rows.none()
    if scope.everything:
        return rows
    if not scope.branches:
        return rows.none()
    return rows.filter(Q(branch_id__in=list(scope.branches)) | Q(branch_id__isnull=True))


def rules_for_items(
    *,
    services: Iterable[uuid.UUID],
    products: Iterable[uuid.UUID],
    variants: Iterable[uuid.UUID],
    categories: Iterable[uuid.UUID],
    sources: Iterable[str] | None = None,
    targets: Iterable[str] | None = None,
    at: datetime | None,
) -> list[Rule]:
    """The rules that may fit some items, as the engine takes them; in force at `at`, or ever where None.

    `sources` and `targets` leave out rules of other languages; None leaves them in.
    """
    conditions = ["TRUE"]
    params: list[Any] = []
    for column, kind, wanted in (
        ("service_id", "uuid", services),
        ("product_id", "uuid", products),
        ("variant_id", "uuid", variants),
        ("category_id", "uuid", categories),
        ("source", "text", sources),
        ("target", "text", targets),
    ):
        if wanted is not None:
            conditions.append(f"({column} IS NULL OR {column} = ANY(%s::{kind}[]))")
            params.append(list(wanted))
    if at is not None:
        conditions.append(_IN_FORCE)
        params += [at, at]
    return [rule_of(row) for row in db.select(PriceRule, " AND ".join(conditions), params)]


def taxes_for_classes(classes: Iterable[str], *, at: datetime) -> list[Tax]:
    """The tax rates of some classes in force at a time, as the engine takes them."""
    wanted = set(classes)
    if not wanted:
        return []
    rows = db.select(TaxRate, f"tax_class = ANY(%s::text[]) AND {_IN_FORCE}", [list(wanted), at, at])
    return [tax_of(row) for row in rows]


def rule_of(row: PriceRule) -> Rule:
    """The row as the engine takes it: under the id of its current version, with its own version."""
    component = Component(row.component)
    return Rule(
        id=row.revision_of or row.pk,
        version=row.version,
        component=component,
        formula=parse_formula(component, row.formula, currency(row.currency)),
        currency=row.currency,
        effective_from=row.effective_from,
        effective_until=row.effective_until,
        service=row.service_id,
        product=row.product_id,
        variant=row.variant_id,
        category=row.category_id,
        customer_class=row.customer_class,
        branch=row.branch_id,
        channel=row.channel,
        source=row.source,
        target=row.target,
        document_type=row.document_type,
        rank=row.rank,
    )


def tax_of(row: TaxRate) -> Tax:
    """The row as the engine takes it."""
    return Tax(
        id=row.revision_of or row.pk,
        version=row.version,
        tax_class=row.tax_class,
        code=row.code,
        rate=row.rate.normalize(),
        inclusive=row.inclusive,
        effective_from=row.effective_from,
        effective_until=row.effective_until,
        applies_to=frozenset(Component(one) for one in row.applies_to),
        rounding=row.rounding,
    )
