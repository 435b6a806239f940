"""What other domains may ask of orders."""

from __future__ import annotations

from backend.business.orders.selectors import count_orders_of_month
from backend.business.orders.services import advance_order, place_order, seed_workflows, transition_order

__all__ = ["advance_order", "count_orders_of_month", "place_order", "seed_workflows", "transition_order"]
