"""What loyalty holds of one customer."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.loyalty.models import Lot


def personal_data(customer_id: uuid.UUID) -> list[dict[str, Any]]:
    """The customer's points, lot by lot. `value` is a point's worth in minor units."""
    return [
        dict(row)
        for row in Lot.objects.filter(account__customer_id=customer_id)
        .order_by("id")
        .values("id", "points", "taken", "value", "currency", "source_type", "active_from", "expires_at")
    ]
