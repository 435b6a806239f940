"""What loyalty holds of one customer."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.loyalty.models import Lot, Redemption


def personal_data(customer_id: uuid.UUID) -> list[dict[str, Any]]:
    """The customer's points, lot by lot, then its redemptions. Worths are in minor units of their currency."""
    lots = [
        {"kind": "lot", **row}
        for row in Lot.objects.filter(account__customer_id=customer_id)
        .order_by("id")
        .values("id", "points", "taken", "value", "currency", "source_type", "active_from", "expires_at")
    ]
    redemptions = [
        {"kind": "redemption", **row}
        for row in Redemption.objects.filter(account__customer_id=customer_id)
        .order_by("id")
        .values("id", "points", "worth", "currency", "state", "order_id", "created_at", "expires_at")
    ]
    return lots + redemptions
