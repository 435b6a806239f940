"""What other domains may ask of orders."""

from __future__ import annotations

from backend.business.orders.earning import earns_on
from backend.business.orders.merging import move_to_customer, places_of_customer, return_from_customer
from backend.business.orders.personal import (
    customers_with_orders_since,
    erase_personal_data,
    personal_data,
    unfinished_orders,
)
from backend.business.orders.selectors import count_orders_of_month, purchase, purchase_for
from backend.business.orders.services import (
    advance_order,
    extend_workflows,
    place_order,
    seed_workflows,
    transition_order,
)

__all__ = [
    "advance_order",
    "count_orders_of_month",
    "customers_with_orders_since",
    "earns_on",
    "erase_personal_data",
    "extend_workflows",
    "move_to_customer",
    "personal_data",
    "place_order",
    "places_of_customer",
    "purchase",
    "purchase_for",
    "return_from_customer",
    "seed_workflows",
    "transition_order",
    "unfinished_orders",
]
