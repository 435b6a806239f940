"""Two customers become one: what is owed and paid goes along, and comes back when that was wrong."""

from __future__ import annotations

import uuid

from django.db.models import Q

from backend.business.customers.errors import CustomerMergeCurrency, CustomerMergeMixed
from backend.business.payments.models import Allocation, Payment, Receivable
from backend.kernel import db


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


def return_from_customer(source: uuid.UUID, target: uuid.UUID, moved: dict[str, list[uuid.UUID]]) -> None:
    """Gives what `move_to_customer` moved back. What came since stays with `target`.

    Needs the caller's transaction, with both customers locked. Raises CustomerMergeMixed where money of the one pays,
    or is said to pay, what the other owes: a payment is for its own customer's debts. Locks as `move_to_customer`.
    """
    payments = db.lock_ids(Payment.objects.filter(pk__in=moved["payments"], customer_id=target))
    receivables = db.lock_ids(Receivable.objects.filter(pk__in=moved["receivables"], customer_id=target))
    mine, theirs = Q(payment_id__in=payments), Q(receivable_id__in=receivables)
    across = (mine & ~theirs) | (theirs & ~mine)
    if Allocation.objects.filter(across, state__in=("applied", "planned")).exists():
        raise CustomerMergeMixed(what="payments")
    db.change_all(Payment, payments, customer_id=source)
    db.change_all(Receivable, receivables, customer_id=source)


def places_of_customer(customer_id: uuid.UUID) -> set[tuple[uuid.UUID | None, uuid.UUID | None]]:
    """The branches of a customer's payments, each with who recorded them."""
    rows = Payment.objects.filter(customer_id=customer_id)
    return set(rows.values_list("branch_id", "recorded_by_id").distinct())
