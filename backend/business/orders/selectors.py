"""Reads of orders."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import orjson
from django.db.models import BooleanField, Func, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from backend.business.customers import facade as customers
from backend.business.loyalty.types import Purchase, PurchaseLine
from backend.business.orders import permissions as p
from backend.business.orders.guards import unmet
from backend.business.orders.models import WORDS, Order, OrderLine, OrderNote, OrderTransition, Workflow
from backend.business.orders.offers import step_data
from backend.business.orders.types import Guard, Visibility
from backend.business.orders.workflow import flow_of
from backend.business.payments import facade as payments
from backend.core.files import facade as files
from backend.kernel import db, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.i18n import ascii_digits
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


def order_for(principal: Principal, order_id: uuid.UUID) -> Order | None:
    """The order with this id, None where `orders_for` does not have it."""
    found = db.select(Order, "id = %s", [order_id])
    return found[0] if found and principal.allows_over(p.VIEW, **over(found[0])) else None


def purchase_for(principal: Principal, order_id: uuid.UUID) -> Purchase | None:
    """An order as loyalty sees what was bought; None where the caller does not see it."""
    found = order_for(principal, order_id)
    return _purchase(found) if found is not None else None


def purchase(order_id: uuid.UUID) -> Purchase | None:
    """An order as loyalty sees what was bought; None where it is not there. For wiring."""
    found = db.select(Order, "id = %s", [order_id])
    return _purchase(found[0]) if found else None


def _purchase(order: Order) -> Purchase:
    complete([order])
    return Purchase(
        order_id=order.pk,
        customer_id=order.customer_id,
        branch_id=order.branch_id,
        currency=order.currency,
        total=order.total,
        lines=tuple(
            PurchaseLine(line.net, line.id, line.code, line.service_id, line.product_id)
            for line in vars(order)["line_rows"]
        ),
        completed_at=order.completed_at,
    )


def count_orders_of_month(at: datetime) -> int:
    """Orders placed in the calendar month of a time, in the business's own time zone: what plans limit."""
    local = at.astimezone(ZoneInfo(tenancy.require_tenant().timezone))
    start = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return Order.objects.filter(placed_at__gte=start, placed_at__lt=_month_after(start)).count()


def _month_after(start: datetime) -> datetime:
    return (start + timedelta(days=32)).replace(day=1)


class LineRow(NamedTuple):
    """A line as answers show it. Fifty orders have hundreds of these, so they are no model instances."""

    order_id: uuid.UUID
    id: uuid.UUID
    position: int
    service_id: uuid.UUID | None
    product_id: uuid.UUID | None
    variant_id: uuid.UUID | None
    code: str
    names: dict[str, str]
    kind: str
    unit: str
    details: orjson.Fragment
    quantity: str
    units: str
    currency: str
    net: int
    tax: int
    total: int
    components: orjson.Fragment
    taxes: orjson.Fragment


_LINES = """
SELECT order_id, id, position, service_id, product_id, variant_id, code, names, kind, unit, details, quantity::text,
    units::text, currency, net, tax, total, components, taxes
FROM orders_line WHERE order_id = ANY(%s::uuid[]) ORDER BY order_id, position
"""
_NAMES = LineRow._fields.index("names")
_JSON = [LineRow._fields.index(name) for name in ("details", "components", "taxes")]


@lru_cache(maxsize=1024)
def _names(text: str) -> dict[str, str]:
    """The names of a line, from their JSON. A business has few services, and nobody changes what is read here."""
    found: dict[str, str] = orjson.loads(text)
    return found


def complete(orders: Sequence[Order]) -> None:
    """Gives orders their `line_rows` and what is `paid` and `outstanding`: two queries however many there are."""
    lacking = {order.pk: order for order in orders if "line_rows" not in vars(order)}
    if not lacking:
        return
    lines: dict[uuid.UUID, list[LineRow]] = {}
    for row in db.fetch(_LINES, [list(lacking)]):
        values = list(row)
        values[_NAMES] = _names(row[_NAMES])
        for index in _JSON:
            # Stored in the very form in which it is shown, so nothing reads it on the way.
            values[index] = orjson.Fragment(row[index])
        lines.setdefault(row[0], []).append(LineRow._make(values))
    paid = payments.paid_of_subjects("order", lacking)
    for order in lacking.values():
        whole(order, lines.get(order.pk, []), paid=paid.get(order.pk, 0))


def whole(order: Order, lines: Sequence[OrderLine | LineRow], *, paid: int) -> Order:
    """An order with all that answers show of it, with `paid` in minor units; asks nothing."""
    vars(order).update(line_rows=lines, paid=paid, outstanding=order.total - paid)
    return order


_WORD = re.compile(r"[^\W_]+")
FEW_ORDERS, FEW_CUSTOMERS = 5_000, 100
"""Up to so many are looked up by their keys in a search; of more the newest are soon met in the order of the list."""


def search_orders(queryset: QuerySet[Order], text: str, principal: Principal) -> QuerySet[Order]:
    """Orders whose number and comment have words that begin with all of the text's, or whose customer a search finds.

    Of customers only those that the caller sees are found. A text without a letter or a digit is no search. Two
    statements more, by whose answers the third knows what is rare: the database's own guess is one for all words.
    """
    words = [word.lower() for word in _WORD.findall(ascii_digits(text))]
    if not words:
        return queryset
    own = has_words(words)
    # Without an order, so that the index of words is the cheapest way whatever is guessed.
    hits = list(Order.objects.filter(own).values_list("pk", flat=True)[: FEW_ORDERS + 1])
    found = Q(pk__in=hits) if len(hits) <= FEW_ORDERS else Q(own)
    named = customers.customers_found(principal, text)
    some: Sequence[uuid.UUID] = list(named[: FEW_CUSTOMERS + 1])
    if some:
        found |= Q(customer_id__in=some if len(some) <= FEW_CUSTOMERS else named)
    return queryset.filter(found)


def has_words(words: Sequence[str]) -> Func:
    """Whether an order has, for each of some words of small letters and digits, one that begins with it."""
    query = Func(Value("simple"), Value(" & ".join(f"{word}:*" for word in words)), function="to_tsquery")
    return Func(WORDS, query, template="(%(expressions)s)", arg_joiner=" @@ ", output_field=BooleanField())


def in_state(queryset: QuerySet[Order], state: str) -> QuerySet[Order]:
    """Orders in a state of some workflow. By the state's group, which has an index: few orders are in a rare one."""
    flows = [flow_of(identity) for (identity,) in db.fetch("SELECT id FROM orders_workflow")]
    groups = {flow.groups[state] for flow in flows if state in flow.groups}
    return queryset.filter(state=state, state_group__in=sorted(groups))


def over(order: Order) -> dict[str, uuid.UUID | None]:
    """What a scope reaches an order by."""
    return {"branch": order.branch_id, "customer": order.customer_id, "owner": order.created_by_id}


def moves_of(order: Order, principal: Principal) -> list[Transition]:
    """The moves that the order's state and the caller's permissions over it allow; guards are judged when made."""
    return flow_of(order.workflow_id).machine.allowed(order.state, principal, over(order))


@dataclass(frozen=True, slots=True)
class Move:
    """A move that an order can make: where it leads, what it waits for, and what of that does not hold yet."""

    name: str
    target: str
    label: Any
    guards: tuple[str, ...]
    unmet: tuple[str, ...]


def possible_moves(principal: Principal, order_id: uuid.UUID) -> list[Move]:
    """The moves of an order with what each still waits for; a reason comes with the move. Raises ResourceNotFound."""
    order = find_order(principal, order_id)
    flow = flow_of(order.workflow_id)
    moves = moves_of(order, principal)
    failing = set(
        unmet(order, {Guard(guard): None for move in moves for guard in move.guards}, reason="given")
    )
    return [
        Move(
            move.name,
            flow.target_of(move, order.held_from),
            move.label or {"en": move.name},
            move.guards,
            tuple(guard for guard in move.guards if guard in failing),
        )
        for move in moves
    ]


def state_names(order: Order) -> dict[str, str]:
    """What the order's state is called, by language."""
    flow = flow_of(order.workflow_id)
    return dict(flow.names.get(order.state, {"en": order.state}))


def find_order(principal: Principal, order_id: uuid.UUID) -> Order:
    """An order within the caller's scope. Raises ResourceNotFound."""
    order = orders_for(principal).filter(pk=order_id).first()
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


PLACED = _("Order placed")
"""What the first moment of an order is called: no workflow has a move for it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened to an order."""

    at: datetime
    kind: str
    title: str
    actor: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    label: Any = None


def timeline(principal: Principal, order_id: uuid.UUID) -> list[Moment]:
    """What happened to an order, oldest first: moves, hand-overs, payments, files, notes. Raises ResourceNotFound.

    Queries: one a kind, however much happened.
    """
    order = find_order(principal, order_id)
    labels = {move.name: move.label for move in flow_of(order.workflow_id).machine.transitions}
    moments: list[Moment] = []
    for row in OrderTransition.objects.filter(order_id=order_id):
        kind, data = "transition", {"from": row.source, "to": row.target, "reason": row.reason}
        if row.details:
            step = step_data(row, principal)
            if step is None:
                continue
            kind, data = "hand_over", step
        actor = encode("usr", row.actor_id) if row.actor_id else None
        label = PLACED if row.name == "place" else labels.get(row.name) or None
        moments.append(Moment(row.at, kind, row.name, actor, data, label))
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
