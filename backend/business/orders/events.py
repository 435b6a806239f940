"""What orders tells the rest of the house and the world."""

from __future__ import annotations

import uuid

from backend.kernel.events import Event, event, ref
from backend.kernel.money import Money


@event("order.placed", version=1, subject="ord")
class OrderPlaced(Event):
    """An order was placed."""

    order: uuid.UUID = ref("ord")
    number: str
    customer: uuid.UUID | None = ref("cus")
    branch: uuid.UUID | None = ref("brn")
    state: str
    priority: str
    source: str
    subtotal: Money
    tax: Money
    total: Money
    lines: list[dict[str, str]]


@event("order.updated", version=1, subject="ord")
class OrderUpdated(Event):
    """An order's particulars changed; `changed` names the fields."""

    order: uuid.UUID = ref("ord")
    number: str
    changed: list[str]


@event("order.customer_attached", version=1, subject="ord")
class OrderCustomerAttached(Event):
    """The customer of a walk-in's order became known: the order and its money are that customer's."""

    order: uuid.UUID = ref("ord")
    number: str
    customer: uuid.UUID = ref("cus")


@event("order.transitioned", version=1, subject="ord")
class OrderTransitioned(Event):
    """An order moved from one state of its workflow to another."""

    order: uuid.UUID = ref("ord")
    number: str
    customer: uuid.UUID | None = ref("cus")
    transition: str
    source: str
    target: str
    state_group: str
    reason: str


@event("order.completed", version=1, subject="ord")
class OrderCompleted(Event):
    """An order's work is done; its revenue is recognised."""

    order: uuid.UUID = ref("ord")
    number: str
    customer: uuid.UUID | None = ref("cus")
    branch: uuid.UUID | None = ref("brn")
    subtotal: Money
    tax: Money
    total: Money


@event("order.cancelled", version=1, subject="ord")
class OrderCancelled(Event):
    """An order will not be done; what was paid for it is the customer's credit."""

    order: uuid.UUID = ref("ord")
    number: str
    customer: uuid.UUID | None = ref("cus")
    reason: str
    released: Money


@event("order.note_added", version=1, subject="ord")
class OrderNoteAdded(Event):
    """A note was added. The text of an internal note stays inside."""

    order: uuid.UUID = ref("ord")
    note: uuid.UUID = ref("not")
    visibility: str


@event("order.hand_over_offered", version=1, subject="ord")
class OrderHandOverOffered(Event):
    """A branch is asked to take an order over."""

    order: uuid.UUID = ref("ord")
    number: str
    source: uuid.UUID | None = ref("brn")
    target: uuid.UUID = ref("brn")
    reason: str


@event("order.handed_over", version=1, subject="ord")
class OrderHandedOver(Event):
    """An order went from one branch to another: at once, or because that branch took it (`asked`)."""

    order: uuid.UUID = ref("ord")
    number: str
    customer: uuid.UUID | None = ref("cus")
    source: uuid.UUID | None = ref("brn")
    target: uuid.UUID = ref("brn")
    asked: bool
    reason: str


@event("order.hand_over_ended", version=1, subject="ord")
class OrderHandOverEnded(Event):
    """A branch is no longer asked: it `declined`, the offer was `withdrawn`, or the order was `closed`."""

    order: uuid.UUID = ref("ord")
    number: str
    source: uuid.UUID | None = ref("brn")
    target: uuid.UUID = ref("brn")
    outcome: str
    reason: str
