"""What the payments of one customer hold of the person, and forgetting it."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from backend.business.payments.models import Allocation, Payment, Receivable
from backend.business.payments.types import PaymentState, ReceivableState

_BLANK: dict[str, Any] = {"reference": "", "note": "", "proofs": [], "rejected_reason": "", "metadata": {}}


def personal_data(customer_id: uuid.UUID, *, made_by: uuid.UUID | None = None) -> list[dict[str, Any]]:
    """The customer's payments, or those that one user recorded, oldest first.

    Amounts are in minor units of their currency.
    """
    payments = Payment.objects.filter(customer_id=customer_id)
    if made_by is not None:
        payments = payments.filter(recorded_by_id=made_by)
    return list(
        payments.order_by("id")
        .values(
            "id", "number", "method__code", "currency", "amount", "state", "received_at", "reference", "note",
            "rejected_reason", "proofs", "metadata",
        )
    )  # fmt: skip


def erase_personal_data(customer_id: uuid.UUID) -> int:
    """Blanks references, notes, proofs and reasons of the customer's payments; numbers and amounts stay for the books.

    Needs an open transaction. Answers how many rows changed; doing it again changes nothing.
    """
    return Payment.objects.filter(customer_id=customer_id).exclude(**_BLANK).update(**_BLANK)


def customers_with_balance() -> tuple[QuerySet[Any, Any], QuerySet[Any, Any]]:
    """Queries of the ids of the customers who owe something, and of those who have credit; as `customer_balance`."""
    owing = Receivable.objects.exclude(state=ReceivableState.CANCELLED)
    paying = Payment.objects.filter(state=PaymentState.VERIFIED)
    return _unsettled(owing, "receivable_id"), _unsettled(paying, "payment_id")


def _unsettled(rows: QuerySet[Any, Any], side: str) -> QuerySet[Any, Any]:
    applied = Allocation.objects.filter(**{side: OuterRef("pk")}, state="applied").order_by()
    sums = applied.values(side).annotate(total=Sum("amount")).values("total")
    open_ = rows.filter(customer_id__isnull=False).annotate(applied=Coalesce(Subquery(sums), Value(0)))
    return open_.exclude(amount=F("applied")).values("customer_id")
