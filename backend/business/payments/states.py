"""The states of a payment."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.business.payments import permissions as p
from backend.business.payments.types import PaymentState
from backend.kernel.states import StateMachine, transition

PAYMENT = StateMachine(
    name="payment",
    states=tuple(PaymentState),
    initial=PaymentState.AWAITING,
    transitions=(
        transition("verify", PaymentState.AWAITING, PaymentState.VERIFIED, p.VERIFY, _("Verify")),
        transition("reject", PaymentState.AWAITING, PaymentState.REJECTED, p.VERIFY, _("Reject")),
    ),
)
