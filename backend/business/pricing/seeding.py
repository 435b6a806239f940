"""What packs start a price list with, in a few statements each. Seeding twice changes nothing, and emits nothing."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal

from backend.business.catalog import facade as catalog
from backend.business.organizations import facade as organizations
from backend.business.pricing.formulas import parse_formula
from backend.business.pricing.models import PriceRule, TaxRate
from backend.business.pricing.types import PriceRuleSpec, TaxRateSpec
from backend.kernel import db, tenancy
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.money import currency

EVER = datetime(2020, 1, 1, tzinfo=UTC)
"""Since when a seeded price holds where its spec names no time: before any order that is imported."""

_DIMENSIONS = (
    "component",
    "service_id",
    "product_id",
    "variant_id",
    "category_id",
    "customer_class",
    "branch_id",
    "channel",
    "source",
    "target",
    "document_type",
    "rank",
)


def seed_price_rules(specs: Sequence[PriceRuleSpec]) -> None:
    """Adds the rules for whose dimensions (and option) there is none yet.

    Raises Invalid for a formula, and ReferenceNotFound for a code that names nothing.
    """
    with db.transaction():
        codes = catalog.item_ids_by_code()
        branches = organizations.branch_ids_by_code()
        own = tenancy.require_tenant().currency
        current = PriceRule.objects.filter(revision_of__isnull=True, archived=False)
        known = {_key(row) for row in current}
        rows: list[PriceRule] = []
        for spec in specs:
            unit = spec.currency or own
            formula = dict(spec.formula)
            parse_formula(spec.component, formula, currency(unit))
            row = PriceRule(
                name=spec.name,
                component=spec.component.value,
                formula=formula,
                currency=unit,
                service_id=_id(codes["service"], spec.service, "service"),
                product_id=_id(codes["product"], spec.product, "product"),
                variant_id=_id(codes["variant"], spec.variant, "variant"),
                category_id=_id(codes["category"], spec.category, "category"),
                branch_id=_id(branches, spec.branch, "branch"),
                customer_class=spec.customer_class,
                channel=spec.channel,
                source=spec.source,
                target=spec.target,
                document_type=spec.document_type,
                rank=spec.rank,
                effective_from=spec.effective_from or EVER,
            )
            if _key(row) not in known:
                known.add(_key(row))
                rows.append(row)
        PriceRule.objects.bulk_create(rows)


def seed_tax_rates(specs: Sequence[TaxRateSpec]) -> None:
    """Adds the rates whose class and code are not there yet."""
    with db.transaction():
        known = set(
            TaxRate.objects.filter(revision_of__isnull=True, archived=False).values_list("tax_class", "code")
        )
        TaxRate.objects.bulk_create(
            [
                TaxRate(
                    tax_class=spec.tax_class,
                    code=spec.code,
                    names=dict(spec.names),
                    rate=Decimal(spec.rate),
                    inclusive=spec.inclusive,
                    applies_to=[one.value for one in spec.applies_to],
                    rounding=spec.rounding,
                    effective_from=spec.effective_from or EVER,
                )
                for spec in specs
                if (spec.tax_class, spec.code) not in known
            ]
        )


def _key(row: PriceRule) -> tuple[object, ...]:
    return (*(getattr(row, name) for name in _DIMENSIONS), row.formula.get("option"))


def _id(found: Mapping[str, uuid.UUID], code: str | None, kind: str) -> uuid.UUID | None:
    if code is None:
        return None
    if code not in found:
        raise ReferenceNotFound(reference=f"{kind} {code}")
    return found[code]
