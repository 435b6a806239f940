"""Two customers become one: the orders go along, and come back when that was wrong."""

from __future__ import annotations

import uuid

from backend.business.orders.models import Order
from backend.kernel import db


def move_to_customer(source: uuid.UUID, target: uuid.UUID) -> dict[str, list[uuid.UUID]]:
    """Gives all orders of one customer to another; answers which these were.

    Needs the caller's transaction, with both customers locked. Locks the orders.
    """
    orders = db.lock_ids(Order.objects.filter(customer_id=source))
    db.change_all(Order, orders, customer_id=target)
    return {"orders": orders}


def return_from_customer(source: uuid.UUID, target: uuid.UUID, moved: dict[str, list[uuid.UUID]]) -> None:
    """Gives what `move_to_customer` moved back; later orders stay. Needs and locks the same."""
    orders = db.lock_ids(Order.objects.filter(pk__in=moved["orders"], customer_id=target))
    db.change_all(Order, orders, customer_id=source)


def places_of_customer(customer_id: uuid.UUID) -> set[tuple[uuid.UUID | None, uuid.UUID | None]]:
    """The branches of a customer's orders, each with who placed them."""
    rows = Order.objects.filter(customer_id=customer_id)
    return set(rows.values_list("branch_id", "created_by_id").distinct())
