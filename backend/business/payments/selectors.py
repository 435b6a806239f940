"""Reads of payments."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from backend.business.customers import facade as customers
from backend.business.ledger import facade as ledger
from backend.business.payments import permissions as p
from backend.business.payments.models import Allocation, Payment, PaymentMethod, Receivable
from backend.business.payments.proofs import with_seen_before
from backend.business.payments.types import (
    CustomerBalance,
    MethodKind,
    PaymentMoment,
    PaymentState,
    ReceivableState,
)
from backend.kernel import db, tenancy
from backend.kernel.ids import encode
from backend.kernel.money import Money
from backend.kernel.permissions import Permission, Principal, scoped


def methods_for(principal: Principal) -> QuerySet[PaymentMethod]:
    """The methods that the caller may see; a customer sees those that it may use itself."""
    rows = PaymentMethod.objects.exclude(kind=MethodKind.LOYALTY_POINTS)
    if principal.kind == "customer":
        return rows.filter(active=True, self_service=True)
    return rows


def _sum(column: str, states: Sequence[str]) -> Any:
    inner = (
        Allocation.objects.filter(**{column: OuterRef("pk")}, state__in=states)
        .order_by()
        .values(column)
        .annotate(total=Sum("amount"))
        .values("total")
    )
    return Coalesce(Subquery(inner), 0)


def payments_for(principal: Principal, permission: Permission = p.VIEW) -> QuerySet[Payment]:
    """The payments within the caller's scope, with their allocations and what is left of them."""
    rows = (
        Payment.objects.select_related("method")
        .prefetch_related("allocations__receivable")
        .annotate(held=_sum("payment_id", ("applied", "planned")))
    )
    return scoped(
        rows, principal, permission, branch="branch_id", customer="customer_id", owner="recorded_by_id"
    )


def payments_shown_to(principal: Principal) -> QuerySet[Payment]:
    """The payments that the caller may see, with `seen_before`: earlier ones with the same proof."""
    return with_seen_before(payments_for(principal), principal)


def receivables_for(principal: Principal) -> QuerySet[Receivable]:
    """What is owed within the caller's scope, with what is paid of it."""
    rows = Receivable.objects.annotate(
        paid=_sum("receivable_id", ("applied",)), planned=_sum("receivable_id", ("planned",))
    ).annotate(outstanding=F("amount") - F("paid"))
    return scoped(rows, principal, p.VIEW_RECEIVABLES, branch="branch_id", customer="customer_id")


def customer_balance(customer_id: uuid.UUID) -> CustomerBalance:
    """What a customer owes in all, and what credit it has, each a sum of rows."""
    return _balance(Receivable.objects.all(), Payment.objects.all(), customer_id)


def balance_for(principal: Principal, customer_id: uuid.UUID) -> CustomerBalance:
    """A customer's sums of the rows that the caller's right to see payments reaches, for who sees the customer.

    Raises PermissionDenied, ReferenceNotFound.
    """
    principal.require(p.VIEW)
    customers.customer_for_reference(
        principal, customer_id, pointer="?customer", active_only=False, merged_too=True
    )
    owed = scoped(Receivable.objects.all(), principal, p.VIEW, branch="branch_id", customer="customer_id")
    received = scoped(
        Payment.objects.all(),
        principal,
        p.VIEW,
        branch="branch_id",
        customer="customer_id",
        owner="recorded_by_id",
    )
    return _balance(owed, received, customer_id)


def _balance(
    receivables: QuerySet[Receivable], payments: QuerySet[Payment], customer_id: uuid.UUID
) -> CustomerBalance:
    code = tenancy.require_tenant().currency
    live = receivables.filter(customer_id=customer_id).exclude(state=ReceivableState.CANCELLED)
    owed = live.aggregate(total=Coalesce(Sum("amount"), 0))["total"]
    settled = Allocation.objects.filter(receivable__in=live, state="applied").aggregate(
        total=Coalesce(Sum("amount"), 0)
    )["total"]
    verified = payments.filter(customer_id=customer_id, state=PaymentState.VERIFIED)
    received = verified.aggregate(total=Coalesce(Sum("amount"), 0))["total"]
    used = Allocation.objects.filter(payment__in=verified, state="applied").aggregate(
        total=Coalesce(Sum("amount"), 0)
    )["total"]
    return CustomerBalance(customer_id, Money.of(owed - settled, code), Money.of(received - used, code))


def control_sums() -> dict[str, int]:
    """What the ledger's accounts of receivables and advances have to say, in minor units by account code.

    Two statements over all rows, so it is for a nightly check, not for a request.
    """
    claims, unearned = db.fetch(
        "SELECT coalesce(sum(r.amount - coalesce(a.paid, 0)) FILTER (WHERE r.state = 'earned'), 0)::bigint,"
        " coalesce(sum(a.paid) FILTER (WHERE r.state <> 'earned'), 0)::bigint"
        " FROM payments_receivable r LEFT JOIN (SELECT receivable_id, sum(amount) AS paid"
        " FROM payments_allocation WHERE state = 'applied' GROUP BY 1) a ON a.receivable_id = r.id",
        [],
    )[0]
    credit = db.fetch(
        "SELECT coalesce(sum(p.amount - coalesce(a.used, 0)), 0)::bigint"
        " FROM payments_payment p LEFT JOIN (SELECT payment_id, sum(amount) AS used"
        " FROM payments_allocation WHERE state = 'applied' GROUP BY 1) a ON a.payment_id = p.id"
        " WHERE p.state = 'verified'",
        [],
    )[0][0]
    return {ledger.ACCOUNTS_RECEIVABLE: claims, ledger.CUSTOMER_ADVANCES: unearned + credit}


def tender_branch(source_type: str, source_id: uuid.UUID) -> uuid.UUID | None:
    """The branch in whose books a source's tender stands; None is the head office. Raises LookupError for none."""
    rows = Payment.objects.filter(source_type=source_type, source_id=source_id).values_list(
        "branch_id", flat=True
    )
    if not rows:
        raise LookupError(f"{source_type} {source_id} paid for nothing")
    return rows[0]


def voided_sources(source_type: str) -> set[uuid.UUID]:
    """The sources (redemptions) whose tenders were voided, as their orders were cancelled. One query."""
    return set(
        Payment.objects.filter(source_type=source_type, state=PaymentState.VOIDED).values_list(
            "source_id", flat=True
        )
    )


def moments_of_subject(subject_type: str, subject_id: uuid.UUID) -> list[PaymentMoment]:
    """What happened to the payments of a subject, oldest first: for its timeline. One query."""
    rows = (
        Allocation.objects.filter(receivable__subject_type=subject_type, receivable__subject_id=subject_id)
        .select_related("payment__method")
        .order_by("pk")
    )
    moments: list[PaymentMoment] = []
    for row in rows:
        payment = row.payment
        shared = {
            "payment": encode("pay", payment.pk),
            "method": payment.method.code,
            "amount": Money.of(row.amount, payment.currency).json(),
        }
        moments.append(
            PaymentMoment(
                row.created_at, payment.number, _user(payment.recorded_by_id), {**shared, "what": "recorded"}
            )
        )
        if row.applied_at is not None and row.state == "applied":
            moments.append(
                PaymentMoment(
                    row.applied_at,
                    payment.number,
                    _user(payment.verified_by_id),
                    {**shared, "what": "verified"},
                )
            )
        elif row.state == "released":
            moments.append(
                PaymentMoment(payment.updated_at, payment.number, None, {**shared, "what": "released"})
            )
    return moments


def _user(identity: uuid.UUID | None) -> str | None:
    return encode("usr", identity) if identity else None
