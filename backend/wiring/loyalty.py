"""Points are earned by completed orders, and come back from cancelled ones."""

from __future__ import annotations

from typing import cast

from backend.business.loyalty import facade as loyalty
from backend.business.orders.events import OrderCancelled, OrderCompleted
from backend.kernel.events import Recorded, on


def earn(recorded: Recorded) -> None:
    """Earns the points of an order whose customer is known."""
    said = cast(OrderCompleted, recorded.event)
    if said.customer is not None:
        loyalty.earn_points(
            customer_id=said.customer,
            order_id=said.order,
            amount=said.subtotal,
            branch_id=said.branch,
            at=recorded.occurred_at,
        )


def give_back(recorded: Recorded) -> None:
    """Returns the points that paid for an order that is cancelled."""
    said = cast(OrderCancelled, recorded.event)
    if said.customer is not None:
        loyalty.return_points(customer_id=said.customer, order_id=said.order)


on(OrderCompleted, name="loyalty.earn", run=earn)
on(OrderCancelled, name="loyalty.give_back", run=give_back)
