"""Points are earned by completed orders, come back from cancelled ones, and are settled between branches."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from backend.business.loyalty import facade as loyalty
from backend.business.loyalty.events import PointsRedeemed
from backend.business.orders import facade as orders
from backend.business.orders.events import OrderCancelled, OrderCompleted
from backend.business.payments import facade as payments
from backend.kernel.events import Recorded, on


def earn(recorded: Recorded) -> None:
    """Earns the points of an order whose customer was known when it was completed."""
    said = cast(OrderCompleted, recorded.event)
    purchase = orders.purchase(said.order) if said.customer is not None else None
    if purchase is not None:
        loyalty.earn_points(
            purchase=replace(purchase, customer_id=said.customer, branch_id=said.branch),
            # As a dry run of it says, to the moment: the event was told some milliseconds later.
            at=purchase.completed_at or recorded.occurred_at,
        )


def give_back(recorded: Recorded) -> None:
    """Returns the points that paid for an order that is cancelled, and takes back those that it earned."""
    said = cast(OrderCancelled, recorded.event)
    if said.customer is not None:
        loyalty.return_points(order_id=said.order)
        loyalty.take_back_points(order_id=said.order)


def settle(recorded: Recorded) -> None:
    """Settles between the branches that owed the points and the one whose order they paid for."""
    said = cast(PointsRedeemed, recorded.event)
    if said.worth:  # Points worth nothing were no tender.
        branch = payments.tender_branch("redemption", said.redemption)
        loyalty.settle_redemption(redemption_id=said.redemption, branch_id=branch, at=recorded.occurred_at)


loyalty.register_purchases(orders.purchase_for)
on(OrderCompleted, name="loyalty.earn", run=earn)
on(OrderCancelled, name="loyalty.give_back", run=give_back)
on(PointsRedeemed, name="loyalty.settle", run=settle)
