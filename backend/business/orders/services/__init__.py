"""Writes of orders, one use case a module."""

from backend.business.orders.services.attaching import attach_order_customer
from backend.business.orders.services.changing import add_note, attach_order_files, update_order
from backend.business.orders.services.handing_over import decide_hand_over, hand_over_order
from backend.business.orders.services.placing import place_order
from backend.business.orders.services.transitioning import advance_order, transition_order
from backend.business.orders.services.workflows import extend_workflows, seed_workflows

__all__ = [
    "add_note",
    "advance_order",
    "attach_order_customer",
    "attach_order_files",
    "decide_hand_over",
    "extend_workflows",
    "hand_over_order",
    "place_order",
    "seed_workflows",
    "transition_order",
    "update_order",
]
