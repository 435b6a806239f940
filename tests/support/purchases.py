"""Sales as loyalty sees them, for tests that earn points without an order."""

from __future__ import annotations

import uuid

from backend.business.loyalty.types import Purchase, PurchaseLine
from backend.kernel.ids import new_id


def bought(
    customer_id: uuid.UUID | None,
    *nets: int,
    order_id: uuid.UUID | None = None,
    branch_id: uuid.UUID | None = None,
    currency: str = "UZS",
) -> Purchase:
    """A sale of lines of nothing in particular, by their prices without tax in minor units; there is no tax."""
    return Purchase(
        order_id=order_id or new_id(),
        customer_id=customer_id,
        branch_id=branch_id,
        currency=currency,
        total=sum(nets),
        lines=tuple(PurchaseLine(net) for net in nets),
    )
