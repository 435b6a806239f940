"""Orders move on when money comes, and back when it proves untrue."""

from __future__ import annotations

from typing import cast

from backend.business.orders import facade as orders
from backend.business.payments.events import PaymentReceived, PaymentRejected, ReceivablePaid
from backend.kernel.events import Recorded, on


def payment_recorded(recorded: Recorded) -> None:
    """Makes the moves that the workflow marks with `payment.received`."""
    for order_id in cast(PaymentReceived, recorded.event).orders:
        orders.advance_order(order_id=order_id, trigger="payment.received")


def payment_rejected(recorded: Recorded) -> None:
    """Makes the moves that the workflow marks with `payment.rejected`: an order says no longer that it is paid."""
    for order_id in cast(PaymentRejected, recorded.event).orders:
        orders.advance_order(order_id=order_id, trigger="payment.rejected")


def receivable_paid(recorded: Recorded) -> None:
    """Makes the moves that the workflow marks with `receivable.paid`."""
    orders.advance_order(order_id=cast(ReceivablePaid, recorded.event).order, trigger="receivable.paid")


on(PaymentReceived, name="orders.payment_recorded", run=payment_recorded)
on(PaymentRejected, name="orders.payment_rejected", run=payment_rejected)
on(ReceivablePaid, name="orders.receivable_paid", run=receivable_paid)
