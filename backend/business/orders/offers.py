"""Reads of hand-overs: which orders the caller may hand over, and which branches are asked to take."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from backend.business.orders import permissions as p
from backend.business.orders.models import Order, OrderTransition
from backend.business.orders.types import (
    HandOver,
    HandOverDecision,
    HandOverDirection,
    HandOverStatus,
    StateGroup,
)
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal, scoped


def offer_of(order: Order) -> HandOver:
    """What a branch is asked: the order's open offer. Raises ValueError where there is none."""
    if order.offered_branch_id is None:
        raise ValueError("the order is offered to nobody")
    said = order.hand_over
    return HandOver(
        HandOverStatus.OFFERED,
        order.branch_id,
        order.offered_branch_id,
        said["reason"],
        uuid.UUID(said["by"]) if said["by"] else None,
        datetime.fromisoformat(said["at"]),
    )


def orders_to_hand_over(principal: Principal) -> QuerySet[Order]:
    """The orders that the caller may hand over, and those that the caller's branches are asked to take."""
    rows = Order.objects.all()
    own = scoped(
        rows, principal, p.HAND_OVER, branch="branch_id", customer="customer_id", owner="created_by_id"
    )
    return own | scoped(rows, principal, p.HAND_OVER, branch="offered_branch_id")


def offers_for(principal: Principal, direction: str | None = None) -> QuerySet[Order]:
    """The orders with an open offer from or to the caller's branches, with lines: two queries however many.

    `direction` is `incoming` for those that the caller's branches are asked to take, `outgoing` for those that
    they ask others to take, None for both.
    """
    rows = Order.objects.filter(offered_branch__isnull=False)
    if direction == HandOverDirection.INCOMING:
        rows = scoped(rows, principal, p.HAND_OVER, branch="offered_branch_id")
    elif direction == HandOverDirection.OUTGOING:
        rows = scoped(
            rows, principal, p.HAND_OVER, branch="branch_id", customer="customer_id", owner="created_by_id"
        )
    else:
        rows = orders_to_hand_over(principal).filter(offered_branch__isnull=False)
    return rows.prefetch_related("lines")


def decisions_about(order: Order, principal: Principal) -> list[HandOverDecision]:
    """What the caller may decide about an open offer; nothing where there is none."""
    if order.offered_branch_id is None:
        return []
    found: list[HandOverDecision] = []
    if principal.allows_over(p.HAND_OVER, branch=order.offered_branch_id):
        found += [HandOverDecision.ACCEPT, HandOverDecision.DECLINE]
    if principal.allows_over(
        p.HAND_OVER, branch=order.branch_id, customer=order.customer_id, owner=order.created_by_id
    ):
        found.append(HandOverDecision.WITHDRAW)
    return found


def actions_on(order: Order, principal: Principal) -> list[str]:
    """What the caller may do now to hand an order over, as the order's allowed actions name it. No query."""
    if order.offered_branch_id is not None:
        return ["decide_hand_over"] if decisions_about(order, principal) else []
    if order.state_group in (StateGroup.COMPLETED, StateGroup.CANCELLED):
        return []
    held = principal.allows_over(
        p.HAND_OVER, branch=order.branch_id, customer=order.customer_id, owner=order.created_by_id
    )
    return ["hand_over"] if held else []


def step_data(row: OrderTransition, principal: Principal) -> dict[str, Any] | None:
    """What the timeline tells of a step of a hand-over; None where it is not the caller's to know.

    A customer learns that another branch has the order, not what the branches said to one another.
    """
    data = {
        "status": row.details["status"],
        "from": encode("brn", uuid.UUID(row.details["from"])) if row.details["from"] else None,
        "to": encode("brn", uuid.UUID(row.details["to"])),
    }
    if principal.kind != "customer":
        return {**data, "reason": row.reason}
    return data if row.details["status"] == HandOverStatus.HANDED_OVER else None
