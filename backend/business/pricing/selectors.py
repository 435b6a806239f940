"""Reads of price rules, tax rates and quotes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

from backend.business.pricing import permissions as p
from backend.business.pricing.formulas import parse_formula
from backend.business.pricing.models import PriceRule, Quote, TaxRate
from backend.business.pricing.types import Component, Rule, Tax
from backend.kernel import db, reference
from backend.kernel.errors import ResourceNotFound
from backend.kernel.money import currency
from backend.kernel.permissions import Permission, Principal, Scope

Row = TypeVar("Row", bound=Model)
Version = TypeVar("Version", Rule, Tax)
_IN_FORCE = "effective_from <= %s AND (effective_until IS NULL OR effective_until > %s)"
MOST_KEPT = 200
"""Of a business with more price rules or tax rates than that, those that are asked for are read each time."""


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
    known = _known("rules", PriceRule, rule_of, at) if at is not None else None
    if known is not None and at is not None:
        named = (set(services), set(products), set(variants), set(categories))
        pairs = (None if sources is None else set(sources), None if targets is None else set(targets))
        return [rule for rule in known if _in_force(rule, at) and _may_fit(rule, *named, *pairs)]
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


def _may_fit(
    rule: Rule,
    services: set[uuid.UUID],
    products: set[uuid.UUID],
    variants: set[uuid.UUID],
    categories: set[uuid.UUID],
    sources: set[str] | None,
    targets: set[str] | None,
) -> bool:
    """As the conditions of `rules_for_items` say."""
    return (
        (rule.service is None or rule.service in services)
        and (rule.product is None or rule.product in products)
        and (rule.variant is None or rule.variant in variants)
        and (rule.category is None or rule.category in categories)
        and (rule.source is None or sources is None or rule.source in sources)
        and (rule.target is None or targets is None or rule.target in targets)
    )


def taxes_for_classes(classes: Iterable[str], *, at: datetime) -> list[Tax]:
    """The tax rates of some classes in force at a time, as the engine takes them."""
    wanted = set(classes)
    if not wanted:
        return []
    known = _known("taxes", TaxRate, tax_of, at)
    if known is not None:
        return [tax for tax in known if tax.tax_class in wanted and _in_force(tax, at)]
    rows = db.select(TaxRate, f"tax_class = ANY(%s::text[]) AND {_IN_FORCE}", [list(wanted), at, at])
    return [tax_of(row) for row in rows]


def _known(
    name: str, table: type[Row], made: Callable[[Row], Version], at: datetime
) -> tuple[Version, ...] | None:
    """What is in force at a time or later, as it is kept; None where it is not, or is too much."""
    if not reference.keeps("pricing"):
        return None

    def load() -> tuple[datetime, tuple[Version, ...] | None]:
        rows = db.select(
            table, f"effective_until IS NULL OR effective_until > %s ORDER BY id LIMIT {MOST_KEPT + 1}", [at]
        )
        return at, tuple(made(row) for row in rows) if len(rows) <= MOST_KEPT else None

    since, found = reference.kept("pricing", name, load)
    # What ended before it was read is not among it.
    return found if at >= since else None


def _in_force(one: Rule | Tax, at: datetime) -> bool:
    return one.effective_from <= at and (one.effective_until is None or one.effective_until > at)


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
