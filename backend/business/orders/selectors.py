"""Reads of orders."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F, OuterRef, Q, QuerySet

from backend.business.orders import permissions as p
from backend.business.orders.models import Order, OrderLine, OrderNote, OrderTransition, Workflow
from backend.business.orders.offers import step_data
from backend.business.orders.types import Visibility
from backend.business.orders.workflow import flow_of
from backend.business.payments import facade as payments
from backend.core.files import facade as files
from backend.kernel import tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal, scoped
from backend.kernel.states import Transition


def orders_for(principal: Principal) -> QuerySet[Order]:
    """The orders within the caller's scope."""
    return scoped(
        Order.objects.all(),
        principal,
        p.VIEW,
        branch="branch_id",
        customer="customer_id",
        owner="created_by_id",
    )


def count_orders_of_month(at: datetime) -> int:
    """Orders placed in the calendar month of a time, in the business's own time zone: what plans limit."""
    local = at.astimezone(ZoneInfo(tenancy.require_tenant().timezone))
    start = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return Order.objects.filter(placed_at__gte=start, placed_at__lt=_month_after(start)).count()


def _month_after(start: datetime) -> datetime:
    return (start + timedelta(days=32)).replace(day=1)


def orders_with_lines(principal: Principal) -> QuerySet[Order]:
    """The same with lines and with what is paid: two queries however many orders there are."""
    return (
        orders_for(principal)
        .prefetch_related("lines")
        .annotate(paid=payments.paid_expression("order", OuterRef("pk")))
        .annotate(outstanding=F("total") - F("paid"))
    )


def whole(order: Order, lines: list[OrderLine], *, paid: int) -> Order:
    """A new order as `orders_with_lines` reads one, with `paid` in minor units; asks nothing."""
    vars(order).update(paid=paid, outstanding=order.total - paid, _prefetched_objects_cache={"lines": lines})
    return order


def search_orders(queryset: QuerySet[Order], text: str) -> QuerySet[Order]:
    """Orders whose number, comment or customer's name holds the text."""
    return queryset.filter(
        Q(number__icontains=text) | Q(comment__icontains=text) | Q(customer__name__icontains=text)
    )


def over(order: Order) -> dict[str, uuid.UUID | None]:
    """What a scope reaches an order by."""
    return {"branch": order.branch_id, "customer": order.customer_id, "owner": order.created_by_id}


def moves_of(order: Order, principal: Principal) -> list[Transition]:
    """The moves that the order's state and the caller's permissions over it allow; guards are judged when made."""
    return flow_of(order.workflow_id).machine.allowed(order.state, principal, over(order))


def state_names(order: Order) -> dict[str, str]:
    """What the order's state is called, by language."""
    flow = flow_of(order.workflow_id)
    return dict(flow.names.get(order.state, {"en": order.state}))


def find_order(principal: Principal, order_id: uuid.UUID) -> Order:
    """An order within the caller's scope. Raises ResourceNotFound."""
    order = orders_with_lines(principal).filter(pk=order_id).first()
    if order is None:
        raise ResourceNotFound()
    return order


def notes_for(principal: Principal, order_id: uuid.UUID) -> QuerySet[OrderNote]:
    """The notes of an order: all for who may see internal ones, else those for the customer."""
    order = find_order(principal, order_id)
    rows = OrderNote.objects.filter(order_id=order_id)
    if not principal.allows_over(p.VIEW_NOTES, **over(order)) or principal.kind == "customer":
        rows = rows.filter(visibility=Visibility.CUSTOMER)
    return rows


def workflows_for(principal: Principal) -> QuerySet[Workflow]:
    """The current workflows of the business."""
    return Workflow.objects.filter(current=True)


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened to an order."""

    at: datetime
    kind: str
    title: str
    actor: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


def timeline(principal: Principal, order_id: uuid.UUID) -> list[Moment]:
    """What happened to an order, oldest first: moves, payments, files, notes. Raises ResourceNotFound.

    Queries: one a kind, however much happened.
    """
    find_order(principal, order_id)
    moments: list[Moment] = []
    for row in OrderTransition.objects.filter(order_id=order_id):
        kind, data = "transition", {"from": row.source, "to": row.target, "reason": row.reason}
        if row.details:
            step = step_data(row, principal)
            if step is None:
                continue
            kind, data = "hand_over", step
        actor = encode("usr", row.actor_id) if row.actor_id else None
        moments.append(Moment(row.at, kind, row.name, actor, data))
    for note in notes_for(principal, order_id):
        author = encode("usr", note.author_id) if note.author_id else None
        moments.append(Moment(note.created_at, "note", note.text, author, {"visibility": note.visibility}))
    moments += [
        Moment(fact.at, "payment", fact.number, fact.actor, dict(fact.data))
        for fact in payments.moments_of_subject("order", order_id)
    ]
    moments += [
        Moment(
            info.created_at,
            "file",
            info.name,
            encode("usr", info.created_by_id) if info.created_by_id else None,
            {"file": encode("fil", info.id), "pages": info.analysis.pages if info.analysis else None},
        )
        for info in files.files_of("order", order_id)
    ]
    return sorted(moments, key=lambda moment: (moment.at, moment.kind, moment.title))
