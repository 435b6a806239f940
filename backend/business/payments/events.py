"""What payments tells the rest of the house and the world."""

from __future__ import annotations

import uuid
from datetime import datetime

from backend.kernel.events import Event, described, event, ref
from backend.kernel.money import Money


@event("payment.received", version=1, subject="pay")
class PaymentReceived(Event):
    """A payment was recorded. It counts once it is verified."""

    payment: uuid.UUID = ref("pay")
    number: str
    method: str
    customer: uuid.UUID | None = ref("cus")
    amount: Money
    state: str
    orders: list[uuid.UUID] = ref("ord", doc="The orders that the payment is for.")
    received_at: datetime


@event("payment.verified", version=1, subject="pay")
class PaymentVerified(Event):
    """A payment was found to be real; it counts from now on."""

    payment: uuid.UUID = ref("pay")
    number: str
    method: str
    customer: uuid.UUID | None = ref("cus")
    amount: Money
    credit: Money = described("What no receivable took: the customer's credit.")
    verified_by: uuid.UUID | None = ref("usr")


@event("payment.rejected", version=1, subject="pay")
class PaymentRejected(Event):
    """A payment was found not to be real."""

    payment: uuid.UUID = ref("pay")
    number: str
    customer: uuid.UUID | None = ref("cus")
    amount: Money
    reason: str
    orders: list[uuid.UUID] = ref("ord", doc="The orders that the payment was for.")


@event("payment.voided", version=1, subject="pay")
class PaymentVoided(Event):
    """What was no money (redeemed points) no longer pays for an order, because the order was cancelled."""

    payment: uuid.UUID = ref("pay")
    number: str
    method: str
    customer: uuid.UUID | None = ref("cus")
    order: uuid.UUID = ref("ord")
    amount: Money


@event("payment.allocated", version=1, subject="pay")
class PaymentAllocated(Event):
    """Credit of a verified payment was used."""

    payment: uuid.UUID = ref("pay")
    order: uuid.UUID = ref("ord")
    amount: Money


@event("receivable.paid", version=1, subject="rcv")
class ReceivablePaid(Event):
    """Money was applied to what an order owes; `outstanding` is what is left."""

    receivable: uuid.UUID = ref("rcv")
    order: uuid.UUID = ref("ord")
    payment: uuid.UUID = ref("pay")
    amount: Money
    paid: Money
    outstanding: Money
