"""Two customers become one: what is owed and paid goes along, and comes back when that was wrong."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from django.db.models import Q

from backend.business.customers.errors import CustomerMergeCurrency, CustomerMergeMixed
from backend.business.payments.models import Allocation, Payment, Receivable
from backend.kernel import db

_LIVE = ("applied", "planned")
"""The states of allocations that hold money; those that are released hold none."""


def move_to_customer(source: uuid.UUID, target: uuid.UUID) -> dict[str, list[uuid.UUID]]:
    """Gives all receivables and payments of one customer to another; answers which these were.

    Balances are sums of these rows, so the other's are the sums of both then. Posts nothing: the books name no
    customers. Needs the caller's transaction, with both customers locked. Raises CustomerMergeCurrency where the two
    have money in different currencies. Locks the payments, then the receivables.
    """
    both = Q(customer_id__in=[source, target])
    currencies = {
        code
        for model in (Payment, Receivable)
        for code in model.objects.filter(both).values_list("currency", flat=True).distinct()
    }
    if len(currencies) > 1:
        raise CustomerMergeCurrency(currencies=", ".join(sorted(currencies)), pointer="/duplicate")
    payments = db.lock_ids(Payment.objects.filter(customer_id=source))
    receivables = db.lock_ids(Receivable.objects.filter(customer_id=source))
    db.change_all(Payment, payments, customer_id=target)
    db.change_all(Receivable, receivables, customer_id=target)
    return {"payments": payments, "receivables": receivables}


def following(target: uuid.UUID, moved: Mapping[str, list[uuid.UUID]], since: datetime) -> list[uuid.UUID]:
    """The payments of `target` that came after `since` for nothing but what was moved: whom the debts were, they are.

    What a payment is for are the receivables that it settles or is to settle; of one that settles none any more,
    those that it did. One for nothing at all is the credit of `target`.
    """
    rows = Allocation.objects.filter(_fresh(target, moved, since)).values_list(
        "payment_id", "receivable_id", "state"
    )
    live: dict[uuid.UUID, set[bool]] = defaultdict(set)
    ever: dict[uuid.UUID, set[bool]] = defaultdict(set)
    theirs = set(moved["receivables"])
    for payment, receivable, state in rows:
        ever[payment].add(receivable in theirs)
        if state in _LIVE:
            live[payment].add(receivable in theirs)
    return sorted(payment for payment, sides in ever.items() if (live[payment] or sides) == {True})


def _fresh(
    target: uuid.UUID, moved: Mapping[str, list[uuid.UUID]], since: datetime, prefix: str = "payment__"
) -> Q:
    of_target = Q(**{f"{prefix}customer_id": target, f"{prefix}created_at__gt": since})
    return of_target & ~Q(**{f"{prefix}id__in": moved["payments"]})


def return_from_customer(
    source: uuid.UUID, target: uuid.UUID, moved: Mapping[str, list[uuid.UUID]], *, since: datetime
) -> list[uuid.UUID]:
    """Gives what `move_to_customer` moved back, with the payments that came for it after `since`; answers these.

    What came since for anything else stays with `target`. Needs the caller's transaction, with both customers locked.
    Raises CustomerMergeMixed where an allocation, applied or planned, joins a payment of the one to a receivable of
    the other: a payment is for its own customer's debts. Locks as `move_to_customer`.
    """
    mine = Q(pk__in=moved["payments"], customer_id=target)
    # All that may go are locked, and read again: credit is allocated without a look at the customer.
    locked = set(db.lock_ids(Payment.objects.filter(mine | _fresh(target, moved, since, prefix=""))))
    receivables = db.lock_ids(Receivable.objects.filter(pk__in=moved["receivables"], customer_id=target))
    along = following(target, moved, since)
    payments = sorted({*locked.intersection(moved["payments"]), *along})
    paying, owed = Q(payment_id__in=payments), Q(receivable_id__in=receivables)
    across = (paying & ~owed) | (owed & ~paying)
    if Allocation.objects.filter(across, state__in=_LIVE).exists():
        raise CustomerMergeMixed(what="payments")
    db.change_all(Payment, payments, customer_id=source)
    db.change_all(Receivable, receivables, customer_id=source)
    return along


def subjects_of(receivables: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """The orders that some receivables are for."""
    return set(Receivable.objects.filter(pk__in=list(receivables)).values_list("subject_id", flat=True))


def places_of_customer(customer_id: uuid.UUID) -> set[tuple[uuid.UUID | None, uuid.UUID | None]]:
    """The branches of a customer's payments, each with who recorded them."""
    rows = Payment.objects.filter(customer_id=customer_id)
    return set(rows.values_list("branch_id", "recorded_by_id").distinct())
