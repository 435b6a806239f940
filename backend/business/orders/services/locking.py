"""An order is locked as it was when the caller's rights over it were judged."""

from __future__ import annotations

import uuid

from backend.business.orders.errors import HandOverNotPending, OrderMoved
from backend.business.orders.models import Order
from backend.kernel import db


def lock_as_seen(seen: Order, *, offered_to: uuid.UUID | None = None) -> Order:
    """The order, locked and read anew. Rights were judged by the branch and the customer that were `seen`.

    Raises OrderMoved where it has gone to another branch or customer since, and with `offered_to` HandOverNotPending
    where that branch is no longer asked.
    """
    order = db.lock(Order, [seen.pk])[0]
    if offered_to is not None and order.offered_branch_id != offered_to:
        raise HandOverNotPending()
    if (order.branch_id, order.customer_id) != (seen.branch_id, seen.customer_id):
        raise OrderMoved()
    return order
