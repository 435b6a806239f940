"""What the quotes of one customer hold of the person, and forgetting them."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.pricing.models import Quote


def personal_data(customer_id: uuid.UUID, *, made_by: uuid.UUID | None = None) -> list[dict[str, Any]]:
    """The customer's quotes, or those that one user asked for, oldest first.

    Amounts are in minor units of their currency.
    """
    quotes = Quote.objects.filter(customer_id=customer_id)
    if made_by is not None:
        quotes = quotes.filter(created_by_id=made_by)
    return list(
        quotes.order_by("id").values(
            "id", "created_at", "channel", "priority", "due_at", "currency", "subtotal", "tax", "total",
            "lines", "valid_until", "order_id", "accepted_at", "request",
        )
    )  # fmt: skip


def erase_personal_data(customer_id: uuid.UUID) -> int:
    """Deletes the customer's quotes that no order was made from; the others say how an order's price came about.

    Needs an open transaction. Answers how many there were; doing it again changes nothing.
    """
    return int(Quote.objects.filter(customer_id=customer_id, order_id=None).delete()[0])
