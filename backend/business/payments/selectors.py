"""Reads of payments."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from backend.business.payments import permissions as p
from backend.business.payments.models import Allocation, Payment, PaymentMethod, Receivable
from backend.business.payments.types import CustomerBalance, MethodKind, PaymentState, ReceivableState
from backend.kernel import tenancy
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


def receivables_for(principal: Principal) -> QuerySet[Receivable]:
    """What is owed within the caller's scope, with what is paid of it."""
    rows = Receivable.objects.annotate(
        paid=_sum("receivable_id", ("applied",)), planned=_sum("receivable_id", ("planned",))
    ).annotate(outstanding=F("amount") - F("paid"))
    return scoped(rows, principal, p.VIEW_RECEIVABLES, branch="branch_id", customer="customer_id")


def customer_balance(customer_id: uuid.UUID) -> CustomerBalance:
    """What a customer owes in all, and what credit it has, each a sum of rows."""
    code = tenancy.require_tenant().currency
    live = Receivable.objects.filter(customer_id=customer_id).exclude(state=ReceivableState.CANCELLED)
    owed = live.aggregate(total=Coalesce(Sum("amount"), 0))["total"]
    settled = Allocation.objects.filter(receivable__in=live, state="applied").aggregate(
        total=Coalesce(Sum("amount"), 0)
    )["total"]
    verified = Payment.objects.filter(customer_id=customer_id, state=PaymentState.VERIFIED)
    received = verified.aggregate(total=Coalesce(Sum("amount"), 0))["total"]
    used = Allocation.objects.filter(payment__in=verified, state="applied").aggregate(
        total=Coalesce(Sum("amount"), 0)
    )["total"]
    return CustomerBalance(customer_id, Money.of(owed - settled, code), Money.of(received - used, code))


def balance_for(principal: Principal, customer_id: uuid.UUID) -> CustomerBalance:
    """A customer's sums, for a caller whose scope reaches the customer. Raises PermissionDenied."""
    principal.require_over(p.VIEW, customer=customer_id)
    return customer_balance(customer_id)


def same_proofs(payments: Sequence[Payment]) -> dict[uuid.UUID, list[uuid.UUID]]:
    """Other payments that carry a proof with the same bytes, by payment: the same photo sent twice."""
    result: dict[uuid.UUID, list[uuid.UUID]] = {}
    for payment in payments:
        hashes = {proof["sha256"] for proof in payment.proofs}
        found: set[uuid.UUID] = set()
        for digest in hashes:
            found.update(
                Payment.objects.filter(proofs__contains=[{"sha256": digest}])
                .exclude(pk=payment.pk)
                .values_list("pk", flat=True)[:10]
            )
        result[payment.pk] = sorted(found)
    return result


def payments_of_subject(subject_type: str, subject_id: uuid.UUID) -> list[Payment]:
    """The payments with a live allocation to a subject, oldest first: for its timeline."""
    return list(
        Payment.objects.filter(
            allocations__receivable__subject_type=subject_type,
            allocations__receivable__subject_id=subject_id,
        )
        .select_related("method")
        .distinct()
        .order_by("pk")
    )
