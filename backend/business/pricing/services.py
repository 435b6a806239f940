"""Writes of price rules and tax rates."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend.business.catalog import facade as catalog
from backend.business.organizations import facade as organizations
from backend.business.pricing import events, selectors
from backend.business.pricing import permissions as p
from backend.business.pricing.errors import (
    CurrencyMismatch,
    PriceRuleItemAmbiguous,
    TaxRateOverlap,
)
from backend.business.pricing.formulas import parse_formula
from backend.business.pricing.models import PriceRule, TaxRate
from backend.business.pricing.types import Component
from backend.business.pricing.versions import check_period, close, locked_current, supersede
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.money import currency as currency_of
from backend.kernel.permissions import PermissionDenied, Principal

_ITEMS = {"service_id": "svc", "product_id": "prd", "variant_id": "var", "category_id": "ter"}


def create_price_rule(
    *,
    principal: Principal,
    component: str,
    formula: Mapping[str, Any],
    effective_from: datetime | None = None,
    effective_until: datetime | None = None,
    currency: str | None = None,
    at: datetime | None = None,
    **dimensions: Any,
) -> PriceRule:
    """Adds a price rule, in force from now or from a later time.

    Raises Invalid for the formula, PriceRuleItemAmbiguous, PriceRuleBackdated, PeriodInvalid,
    CurrencyMismatch, ReferenceNotFound for an item or branch, and PermissionDenied outside the caller's
    branches. Emits `price_rule.created`. A retry adds another rule.
    """
    now = at or clock.now()
    with db.transaction():
        _check_branch(principal, dimensions.get("branch_id"))
        unit = _check_currency(currency)
        start = effective_from or now
        check_period(start, effective_until, now, given=effective_from is not None)
        _check_items(dimensions)
        kept = _kept_formula(component, formula, unit)
        row = PriceRule.objects.create(
            component=component,
            formula=kept,
            currency=unit,
            effective_from=start,
            effective_until=effective_until,
            **dimensions,
        )
        emit(
            events.PriceRuleCreated(
                price_rule=row.pk, component=row.component, effective_from=row.effective_from
            ),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def update_price_rule(
    *,
    principal: Principal,
    id: uuid.UUID,
    expected_version: int | None = None,
    effective_from: datetime | None = None,
    at: datetime | None = None,
    **changes: Any,
) -> PriceRule:
    """Gives a price rule a new version, from now or from a later time; the one before stays until then.

    Raises ResourceNotFound, VersionMismatch, and what `create_price_rule` raises. Emits
    `price_rule.updated` where anything changed. Locks the row.
    """
    now = at or clock.now()
    with db.transaction():
        row = locked_current(selectors.price_rules_for(principal), PriceRule, id, expected_version)
        _check_branch(principal, row.branch_id)
        if "currency" in changes:
            changes["currency"] = _check_currency(changes["currency"])
        changed = {name: value for name, value in changes.items() if getattr(row, name) != value}
        if effective_from == row.effective_from:
            effective_from = None
        if not changed and effective_from is None:
            return row
        # Not begun yet, and no other start asked for: it still begins when it was to.
        start = effective_from or max(now, row.effective_from)
        check_period(
            start,
            changed.get("effective_until", row.effective_until),
            now,
            given=effective_from is not None,
        )
        if "branch_id" in changed:
            _check_branch(principal, changed["branch_id"])
        _check_items({name: changed.get(name, getattr(row, name)) for name in (*_ITEMS, "branch_id")})
        changed["formula"] = _kept_formula(
            row.component, changed.get("formula", row.formula), changed.get("currency", row.currency)
        )
        names = sorted(name.removesuffix("_id") for name in changes if name in changed)
        supersede(row, changed, start=start)
        emit(
            events.PriceRuleUpdated(
                price_rule=row.pk,
                component=row.component,
                effective_from=row.effective_from,
                changed=names,
            ),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def delete_price_rule(
    *,
    principal: Principal,
    id: uuid.UUID,
    expected_version: int | None = None,
    at: datetime | None = None,
) -> None:
    """Ends a price rule now; what it priced until now stays explicable.

    Raises ResourceNotFound, VersionMismatch and PermissionDenied. Emits `price_rule.deleted`. Locks the row.
    """
    now = at or clock.now()
    with db.transaction():
        row = locked_current(selectors.price_rules_for(principal), PriceRule, id, expected_version)
        _check_branch(principal, row.branch_id)
        close(row, now=now)
        emit(
            events.PriceRuleDeleted(price_rule=row.pk, component=row.component, effective_until=now),
            subject_id=row.pk,
            object_version=row.version,
        )


def create_tax_rate(
    *,
    principal: Principal,
    tax_class: str,
    code: str,
    effective_from: datetime | None = None,
    effective_until: datetime | None = None,
    at: datetime | None = None,
    **rest: Any,
) -> TaxRate:
    """Adds a tax rate, in force from now or from a later time.

    Raises PriceRuleBackdated, PeriodInvalid and TaxRateOverlap. Emits `tax_rate.created`. Locks the tax
    class. A retry raises TaxRateOverlap.
    """
    principal.require(p.MANAGE_TAXES)
    now = at or clock.now()
    with db.transaction():
        start = effective_from or now
        check_period(start, effective_until, now, given=effective_from is not None)
        _check_overlap(tax_class, code, own=None)
        row = TaxRate.objects.create(
            tax_class=tax_class,
            code=code,
            effective_from=start,
            effective_until=effective_until,
            **rest,
        )
        emit(
            events.TaxRateCreated(
                tax_rate=row.pk, tax_class=tax_class, code=code, effective_from=row.effective_from
            ),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def update_tax_rate(
    *,
    principal: Principal,
    id: uuid.UUID,
    expected_version: int | None = None,
    effective_from: datetime | None = None,
    at: datetime | None = None,
    **changes: Any,
) -> TaxRate:
    """Gives a tax rate a new version, from now or from a later time; the one before stays until then.

    Raises ResourceNotFound, VersionMismatch, and what `create_tax_rate` raises. Emits `tax_rate.updated`
    where anything changed. Locks the row.
    """
    principal.require(p.MANAGE_TAXES)
    now = at or clock.now()
    with db.transaction():
        row = locked_current(selectors.tax_rates_for(principal), TaxRate, id, expected_version)
        changed = {name: value for name, value in changes.items() if getattr(row, name) != value}
        if effective_from == row.effective_from:
            effective_from = None
        if not changed and effective_from is None:
            return row
        start = effective_from or max(now, row.effective_from)
        check_period(
            start,
            changed.get("effective_until", row.effective_until),
            now,
            given=effective_from is not None,
        )
        names = sorted(changed)
        supersede(row, changed, start=start)
        emit(
            events.TaxRateUpdated(
                tax_rate=row.pk,
                tax_class=row.tax_class,
                code=row.code,
                effective_from=row.effective_from,
                changed=names,
            ),
            subject_id=row.pk,
            object_version=row.version,
        )
    return row


def delete_tax_rate(
    *,
    principal: Principal,
    id: uuid.UUID,
    expected_version: int | None = None,
    at: datetime | None = None,
) -> None:
    """Ends a tax rate now; what it taxed until now stays explicable.

    Raises ResourceNotFound and VersionMismatch. Emits `tax_rate.deleted`. Locks the row.
    """
    principal.require(p.MANAGE_TAXES)
    now = at or clock.now()
    with db.transaction():
        row = locked_current(selectors.tax_rates_for(principal), TaxRate, id, expected_version)
        close(row, now=now)
        emit(
            events.TaxRateDeleted(
                tax_rate=row.pk, tax_class=row.tax_class, code=row.code, effective_until=now
            ),
            subject_id=row.pk,
            object_version=row.version,
        )


def _check_branch(principal: Principal, branch_id: uuid.UUID | None) -> None:
    """A right over branches makes prices of these branches only."""
    scope = principal.require(p.MANAGE_RULES)
    if not scope.everything and (branch_id is None or branch_id not in scope.branches):
        raise PermissionDenied(permission=str(p.MANAGE_RULES))


def _check_currency(code: str | None) -> str:
    own = tenancy.require_tenant().currency
    if code is not None and code != own:
        raise CurrencyMismatch(currency=own, pointer="/currency")
    return own


def _check_items(dimensions: Mapping[str, Any]) -> None:
    named = [name for name in _ITEMS if dimensions.get(name) is not None]
    if len(named) > 1:
        raise PriceRuleItemAmbiguous(pointer=f"/{named[1].removesuffix('_id')}")
    for name in catalog.missing_items({name: dimensions.get(name) for name in _ITEMS}):
        raise ReferenceNotFound(
            reference=encode(_ITEMS[name], dimensions[name]), pointer=f"/{name.removesuffix('_id')}"
        )
    branch_id = dimensions.get("branch_id")
    if branch_id is not None and not organizations.known_branches([branch_id]):
        raise ReferenceNotFound(reference=encode("brn", branch_id), pointer="/branch")


def _kept_formula(component: str, formula: Mapping[str, Any], unit: str) -> dict[str, Any]:
    kept = {name: value for name, value in formula.items() if value is not None}
    parse_formula(Component(component), kept, currency_of(unit))
    return kept


def _check_overlap(tax_class: str, code: str, *, own: uuid.UUID | None) -> None:
    db.advisory_lock("pricing.tax", tax_class)
    rows = TaxRate.objects.filter(
        tax_class=tax_class, code=code, revision_of__isnull=True, archived=False
    ).exclude(pk=own)
    if rows.exists():
        raise TaxRateOverlap(tax_class=tax_class, code=code, pointer="/code")
