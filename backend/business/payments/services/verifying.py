"""An accountant finds a payment to be real, or not."""

from __future__ import annotations

import uuid

from backend.business.ledger import facade as ledger
from backend.business.payments import events, settling
from backend.business.payments import permissions as p
from backend.business.payments.errors import (
    CreditNeedsCustomer,
    ProofMissing,
    ReasonMissing,
    VerifierIsRecorder,
)
from backend.business.payments.models import Allocation, Payment
from backend.business.payments.selectors import payments_for
from backend.business.payments.services.recording import announce_verified
from backend.business.payments.states import PAYMENT
from backend.business.payments.types import PaymentState, ReceivableState
from backend.kernel import clock, db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.money import Money
from backend.kernel.permissions import Principal


def transition_payment(
    *,
    principal: Principal,
    payment_id: uuid.UUID,
    transition: str,
    reason: str = "",
    expected_version: int | None = None,
) -> Payment:
    """Verifies or rejects a payment.

    On verification the planned allocations are applied as far as their receivables still owe; what is left
    over is the customer's credit, for money that came is not refused. Posts the receipt's entry.

    Raises ResourceNotFound, VersionMismatch, UnknownTransition, TransitionForbidden, PermissionDenied,
    VerifierIsRecorder, ProofMissing, ReasonMissing, CreditNeedsCustomer. Emits payment.verified and
    receivable.paid, or payment.rejected. Locks the payment, then its receivables. A retry of a done one
    raises TransitionForbidden.
    """
    with db.transaction():
        if not payments_for(principal, p.VERIFY).filter(pk=payment_id).exists():
            principal.require(p.VERIFY)
            raise ResourceNotFound()
        payment = db.lock_queryset(Payment.objects.select_related("method").filter(pk=payment_id))[0]
        payment.check_version(expected_version)
        move = PAYMENT.move(payment.state, transition, principal)
        if move.target == PaymentState.REJECTED:
            return _reject(payment, reason)
        return _verify(payment, principal)


def _reject(payment: Payment, reason: str) -> Payment:
    if not reason.strip():
        raise ReasonMissing(pointer="/reason")
    planned = Allocation.objects.filter(payment=payment, state="planned")
    orders = list(planned.order_by("pk").values_list("receivable__subject_id", flat=True))
    planned.update(state="released")
    payment.save_versioned(state=PaymentState.REJECTED, rejected_reason=reason)
    emit(
        events.PaymentRejected(
            payment=payment.pk,
            number=payment.number,
            customer=payment.customer_id,
            amount=Money.of(payment.amount, payment.currency),
            reason=reason,
            orders=orders,
        ),
        subject_id=payment.pk,
        object_version=payment.version,
    )
    return payment


def _verify(payment: Payment, principal: Principal) -> Payment:
    way = payment.method
    if way.four_eyes and principal.user_id is not None and principal.user_id == payment.recorded_by_id:
        raise VerifierIsRecorder()
    if way.proof_required and not payment.proofs:
        raise ProofMissing()
    moment = clock.now()
    planned = list(Allocation.objects.filter(payment=payment, state="planned").order_by("pk"))
    receivables = settling.lock_receivables(ids={item.receivable_id for item in planned})
    sums = settling.sums_of(receivables)
    applied: list[Allocation] = []
    for item in planned:
        row = receivables[item.receivable_id]
        owed = 0 if row.state == ReceivableState.CANCELLED else row.amount - sums[row.pk].applied
        item.amount, item.applied_at = min(item.amount, max(0, owed)), moment
        if item.amount:
            sums[row.pk].applied += item.amount
            item.state = "applied"
            applied.append(item)
    if sum(item.amount for item in applied) < payment.amount and payment.customer_id is None:
        raise CreditNeedsCustomer()
    Allocation.objects.filter(pk__in=[item.pk for item in planned if not item.amount]).update(
        state="released"
    )
    Allocation.objects.bulk_update(applied, ["amount", "state", "applied_at"])
    payment.save_versioned(state=PaymentState.VERIFIED, verified_at=moment, verified_by_id=principal.user_id)
    settling.announce(payment, applied, receivables, {key: row.applied for key, row in sums.items()})
    ledger.post(settling.receipt_entries(payment, way.account_code, applied, receivables))
    announce_verified(payment, sum(item.amount for item in applied))
    return payment
