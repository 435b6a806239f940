"""What the orders of one customer hold of the person, and forgetting it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from backend.business.orders.models import Order, OrderLine, OrderNote, OrderTransition

CLOSED = ("completed", "cancelled")


def personal_data(customer_id: uuid.UUID) -> list[dict[str, Any]]:
    """The customer's orders with their lines, and the notes that customers see; oldest first."""
    lines: dict[uuid.UUID, list[dict[str, Any]]] = {}
    for found in (
        OrderLine.objects.filter(order__customer_id=customer_id)
        .order_by("order_id", "position")
        .values("order_id", "code", "names", "quantity", "unit", "details", "net", "tax", "total", "currency")
    ):
        line: dict[str, Any] = dict(found)
        lines.setdefault(line.pop("order_id"), []).append(line)
    notes: dict[uuid.UUID, list[dict[str, Any]]] = {}
    for written in (
        OrderNote.objects.filter(order__customer_id=customer_id, visibility="customer")
        .order_by("id")
        .values("order_id", "text", "created_at")
    ):
        note: dict[str, Any] = dict(written)
        notes.setdefault(note.pop("order_id"), []).append(note)
    return [
        {**row, "lines": lines.get(row["id"], []), "notes": notes.get(row["id"], [])}
        for row in Order.objects.filter(customer_id=customer_id)
        .order_by("id")
        .values(
            "id", "number", "state", "priority", "source", "currency", "subtotal", "tax", "total", "due_at",
            "comment", "placed_at", "completed_at", "metadata",
        )
    ]  # fmt: skip


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
    return count


def customers_with_orders_since(since: datetime) -> set[uuid.UUID]:
    """The customers who have placed an order since a time."""
    return set(
        Order.objects.filter(placed_at__gte=since, customer_id__isnull=False).values_list(
            "customer_id", flat=True
        )
    )
