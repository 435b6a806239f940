"""What the orders of one customer hold of the person, and forgetting it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from backend.business.orders.models import Order, OrderLine, OrderNote, OrderTransition

CLOSED = ("completed", "cancelled")


def personal_data(customer_id: uuid.UUID, *, made_by: uuid.UUID | None = None) -> list[dict[str, Any]]:
    """The customer's orders, or those that one user placed, oldest first.

    Each with its lines, its moves and the notes that customers see.
    """
    orders = Order.objects.filter(customer_id=customer_id)
    if made_by is not None:
        orders = orders.filter(created_by_id=made_by)
    rows = orders.order_by("id").values(
        "id", "number", "state", "priority", "source", "currency", "subtotal", "tax", "total", "due_at",
        "comment", "placed_at", "completed_at", "metadata", "hand_over",
    )  # fmt: skip
    ids = orders.values("id")
    lines = _by_order(
        OrderLine.objects.filter(order_id__in=ids)
        .order_by("order_id", "position")
        .values("order_id", "code", "names", "quantity", "unit", "details", "net", "tax", "total", "currency")
    )
    notes = _by_order(
        OrderNote.objects.filter(order_id__in=ids, visibility="customer")
        .order_by("id")
        .values("order_id", "text", "created_at")
    )
    moves = _by_order(
        OrderTransition.objects.filter(order_id__in=ids)
        .order_by("id")
        .values("order_id", "name", "source", "target", "at", "reason")
    )
    return [
        {
            **row,
            "lines": lines.get(row["id"], []),
            "notes": notes.get(row["id"], []),
            "transitions": moves.get(row["id"], []),
        }
        for row in rows
    ]


def _by_order(rows: Iterable[Mapping[str, Any]]) -> dict[uuid.UUID, list[dict[str, Any]]]:
    found: dict[uuid.UUID, list[dict[str, Any]]] = {}
    for row in rows:
        part = dict(row)
        found.setdefault(part.pop("order_id"), []).append(part)
    return found


def unfinished_orders(customer_id: uuid.UUID) -> int:
    """How many orders of a customer are neither completed nor cancelled."""
    return Order.objects.filter(customer_id=customer_id).exclude(state_group__in=CLOSED).count()


def erase_personal_data(customer_id: uuid.UUID) -> int:
    """Blanks what people wrote in the customer's orders; numbers, lines and amounts stay for the books.

    Needs an open transaction. Answers how many rows changed; doing it again changes nothing.
    """
    orders = Order.objects.filter(customer_id=customer_id)
    count = orders.exclude(comment="", metadata={}).update(comment="", metadata={})
    count += OrderNote.objects.filter(order__customer_id=customer_id).delete()[0]
    count += (
        OrderTransition.objects.filter(order__customer_id=customer_id).exclude(reason="").update(reason="")
    )
    for order in orders.exclude(hand_over={}).exclude(hand_over__reason=""):
        orders.filter(pk=order.pk).update(hand_over={**order.hand_over, "reason": ""})
        count += 1
    return count


def customers_with_orders_since(since: datetime) -> QuerySet[Any, Any]:
    """A query of the ids of the customers who have placed an order since a time, or have one that is not closed."""
    rows = Order.objects.filter(customer_id__isnull=False)
    return rows.filter(Q(placed_at__gte=since) | ~Q(state_group__in=CLOSED)).values("customer_id")
