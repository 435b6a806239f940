"""What the payments of one customer hold of the person, and forgetting it."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.payments.models import Payment


def personal_data(customer_id: uuid.UUID) -> list[dict[str, Any]]:
    """The customer's payments, oldest first. Amounts are in minor units of their currency."""
    return list(
        Payment.objects.filter(customer_id=customer_id)
        .order_by("id")
        .values(
            "id", "number", "method__code", "currency", "amount", "state", "received_at", "reference", "note",
            "rejected_reason", "metadata",
        )
    )  # fmt: skip


def erase_personal_data(customer_id: uuid.UUID) -> int:
    """Blanks references, notes and proofs of the customer's payments; numbers and amounts stay for the books.

    Needs an open transaction. Answers how many rows changed; doing it again changes nothing.
    """
    return (
        Payment.objects.filter(customer_id=customer_id)
        .exclude(reference="", note="", proofs=[], metadata={})
        .update(reference="", note="", proofs=[], metadata={})
    )
