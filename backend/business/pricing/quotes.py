"""Quotes: a price is computed, kept, and used by one order."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F

from backend.business.customers import facade as customers
from backend.business.organizations import facade as organizations
from backend.business.organizations.types import OrganizationSettings
from backend.business.pricing import permissions as p
from backend.business.pricing import selectors
from backend.business.pricing.errors import (
    QuoteAlreadyUsed,
    QuoteCustomerMismatch,
    QuoteExpired,
)
from backend.business.pricing.models import Quote
from backend.business.pricing.records import item_json, priced_of
from backend.business.pricing.requesting import price_request
from backend.business.pricing.types import LineRequest, PricedRequest, PriceRequest, Priority
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.i18n import moment as moment_in
from backend.kernel.ids import encode
from backend.kernel.permissions import PermissionDenied, Principal


def create_quote(
    *,
    principal: Principal,
    lines: Sequence[LineRequest],
    customer_id: uuid.UUID | None = None,
    branch_id: uuid.UUID | None = None,
    channel: str | None = None,
    priority: Priority = Priority.NORMAL,
    due_at: datetime | None = None,
    at: datetime | None = None,
) -> Quote:
    """Prices the lines and keeps the price for as long as the business's settings say.

    Sooner, it ends where the price would: with the time asked for, or when so little time is left until then that
    a lead-time charge begins. Otherwise waiting would buy haste at the ordinary price.

    Anybody may ask, signed in or not, unless the business has switched public quotes off. For an anonymous
    caller the row has a `secret` attribute, told this once: without it nobody but the staff sees the quote.

    Raises PermissionDenied, CustomerMerged and what `price_request` raises. Emits nothing. Keeps the customer from
    being merged. A retry makes another quote.
    """
    moment = at or clock.now()
    settings = organizations.settings()
    anonymous = principal.kind == "anonymous"
    if anonymous:
        if not settings.public_quotes:
            raise PermissionDenied(permission=str(p.CREATE_QUOTES))
    else:
        check_right(principal, customer_id, branch_id)
    with db.transaction():
        priced = price_request(
            principal=principal,
            request=PriceRequest(
                lines=lines,
                customer_id=customer_id,
                branch_id=branch_id,
                channel=channel,
                priority=priority,
                due_at=due_at,
            ),
            settings=settings,
            at=moment,
        )
        if priced.customer_id is not None:
            # Who merges the customer waits for this quote, which then goes along.
            customers.keep_customers([priced.customer_id])
        secret = secrets.token_urlsafe(32) if anonymous else None
        row = keep(
            principal,
            priced,
            moment,
            valid_until=validity(priced, settings, moment),
            secret_hash=_hash(secret) if secret else None,
        )
    row.secret = secret  # type: ignore[attr-defined]
    return row


def price_and_keep(
    *,
    principal: Principal,
    request: PriceRequest,
    order_id: uuid.UUID,
    at: datetime | None = None,
    hold: bool = False,
) -> PricedRequest:
    """Prices lines for an order that is placed without a quote, and keeps price and trace as its quote.

    For orders, in its transaction. Raises what `price_request` raises. Emits nothing, locks nothing but, with `hold`,
    the customer of the price.
    """
    db.require_transaction()
    moment = at or clock.now()
    priced = price_request(principal=principal, request=request, at=moment, hold=hold)
    row = keep(principal, priced, moment, valid_until=moment, order_id=order_id, accepted_at=moment)
    return replace(priced, quote_id=row.pk)


def check_right(principal: Principal, customer_id: uuid.UUID | None, branch_id: uuid.UUID | None) -> None:
    """Raises PermissionDenied where the caller makes no quotes for this customer at this branch."""
    scope = principal.require(p.CREATE_QUOTES)
    limited = not (scope.everything or scope.own or principal.kind == "customer")
    beyond = branch_id is not None and branch_id not in scope.branches
    # Who has the right over customers alone makes quotes for these.
    beyond |= not scope.branches and customer_id is not None
    if limited and beyond and customer_id not in scope.customers:
        raise PermissionDenied(permission=str(p.CREATE_QUOTES))


def validity(priced: PricedRequest, settings: OrganizationSettings, moment: datetime) -> datetime:
    """How long a price holds: as the business says, and no longer than the price stays the same."""
    until = moment + timedelta(hours=settings.quote_validity_hours)
    return until if priced.holds_until is None else min(until, priced.holds_until)


def columns(priced: PricedRequest, moment: datetime) -> dict[str, Any]:
    """What a quote keeps of a price."""
    return {
        "customer_id": priced.customer_id,
        "branch_id": priced.branch_id,
        "channel": priced.channel,
        "priority": priced.priority.value,
        "due_at": priced.due_at,
        "currency": priced.currency.code,
        "subtotal": priced.subtotal.minor,
        "tax": priced.tax.minor,
        "total": priced.total.minor,
        "lines": [item_json(item) for item in priced.items],
        "trace": priced.trace,
        "digest": priced.digest,
        "priced_at": moment,
    }


def keep(principal: Principal, priced: PricedRequest, moment: datetime, **fields: Any) -> Quote:
    """Writes a price as a quote of the caller's."""
    row = Quote(**columns(priced, moment), created_by_id=principal.user_id, **fields)
    db.insert(row)
    return row


def open_quote(*, principal: Principal, quote_id: uuid.UUID, secret: str) -> Quote:
    """An anonymous quote, for whoever has its secret. Raises ResourceNotFound, also for a wrong secret."""
    row = Quote.objects.filter(pk=quote_id).first()
    if row is None or not _fits(row, secret):
        raise ResourceNotFound()
    return row


def consume_quote(
    *,
    principal: Principal | None,
    quote_id: uuid.UUID,
    order_id: uuid.UUID,
    customer_id: uuid.UUID | None = None,
    branch_id: uuid.UUID | None = None,
    secret: str | None = None,
    at: datetime | None = None,
) -> PricedRequest:
    """Gives the quote to an order, once, and answers its price.

    The caller sees the quote by its rights or has its secret (`principal` None is the product itself).
    `customer_id` and `branch_id` are the order's; a quote that names a customer or a branch is for that
    one only. One conditional UPDATE takes the row's lock, so of several orders one gets the quote; the
    same order asking again gets the same answer.

    Raises ReferenceNotFound, QuoteExpired, QuoteAlreadyUsed and QuoteCustomerMismatch. Emits nothing.
    Locks the quote until the caller's transaction ends.
    """
    db.require_transaction()
    moment = at or clock.now()
    row = _usable(principal, quote_id, secret)
    # An order that names no customer takes the quote's.
    if row.customer_id is not None and customer_id is not None and row.customer_id != customer_id:
        raise QuoteCustomerMismatch(field="customer", pointer="/customer")
    if row.branch_id is not None and branch_id is not None and row.branch_id != branch_id:
        raise QuoteCustomerMismatch(field="branch", pointer="/branch")
    taken = Quote.objects.filter(pk=quote_id, order_id__isnull=True, valid_until__gt=moment).update(
        order_id=order_id, accepted_at=moment, updated_at=moment, version=F("version") + 1
    )
    if not taken:
        used_by = Quote.objects.filter(pk=quote_id).values_list("order_id", flat=True).first()
        if used_by is None:
            zone = tenancy.require_tenant().timezone
            raise QuoteExpired(expired_at=moment_in(row.valid_until, zone), pointer="/quote")
        if used_by != order_id:
            raise QuoteAlreadyUsed(pointer="/quote")
    return priced_of(row)


def _usable(principal: Principal | None, quote_id: uuid.UUID, secret: str | None) -> Quote:
    if principal is None:
        row = Quote.objects.filter(pk=quote_id).first()
    else:
        row = selectors.quotes_for(principal).filter(pk=quote_id).first()
        if row is None and secret is not None:
            found = Quote.objects.filter(pk=quote_id).first()
            row = found if found is not None and _fits(found, secret) else None
    if row is None:
        raise ReferenceNotFound(reference=encode("quo", quote_id), pointer="/quote")
    return row


def _hash(secret: str) -> bytes:
    # The secret has 256 random bits: nothing is gained by a slow hash.
    return hashlib.sha256(secret.encode()).digest()


def _fits(row: Quote, secret: str) -> bool:
    return row.secret_hash is not None and hmac.compare_digest(bytes(row.secret_hash), _hash(secret))
