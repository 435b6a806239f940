"""A customer's credit is used."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from backend.business.ledger import facade as ledger
from backend.business.payments import events, settling
from backend.business.payments import permissions as p
from backend.business.payments.errors import (
    AllocationExceedsBalance,
    AllocationExceedsPayment,
    AllocationOfAnother,
    AmountNotPositive,
    NothingOwed,
    PaymentNotVerified,
)
from backend.business.payments.models import Payment
from backend.business.payments.selectors import payments_for
from backend.business.payments.services.recording import check_currencies
from backend.business.payments.types import SUBJECT_PREFIX, PaymentState, ReceivableState, Target
from backend.kernel import clock, db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.money import Money
from backend.kernel.permissions import Principal


def allocate_credit(
    *,
    principal: Principal,
    payment_id: uuid.UUID,
    targets: Sequence[Target],
    expected_version: int | None = None,
) -> Payment:
    """Uses what a verified payment has left for receivables of its customer.

    Raises ResourceNotFound, VersionMismatch, PaymentNotVerified, CurrencyMismatch, NothingOwed (also for what
    the caller's right to allocate does not reach), AllocationOfAnother,
    AmountNotPositive, AllocationExceedsPayment, AllocationExceedsBalance. Emits payment.allocated and
    receivable.paid. Locks the payment, then the receivables. Only its Idempotency-Key tells a retry apart.
    """
    with db.transaction():
        if not payments_for(principal, p.ALLOCATE).filter(pk=payment_id).exists():
            raise ResourceNotFound()
        payment = db.lock(Payment, [payment_id])[0]
        payment.check_version(expected_version)
        if payment.state != PaymentState.VERIFIED:
            raise PaymentNotVerified()
        check_currencies(targets, payment.currency)
        scope = principal.require(p.ALLOCATE)
        moment = clock.now()
        receivables = settling.lock_receivables(subjects=[(t.subject_type, t.subject_id) for t in targets])
        sums = settling.sums_of(receivables)
        by_subject = {row.subject_id: row for row in receivables.values()}
        left = settling.unallocated(payment)
        parts: dict[uuid.UUID, int] = {}
        for index, target in enumerate(targets):
            at = f"/allocations/{index}"
            row = by_subject.get(target.subject_id)
            # One's own payment pays what its customer owes, and tells nothing of what others do.
            reached = row is not None and scope.covers(
                principal,
                branch=row.branch_id,
                customer=row.customer_id,
                owner=payment.recorded_by_id if row.customer_id == payment.customer_id else None,
            )
            if row is None or not reached or row.state == ReceivableState.CANCELLED:
                name = encode(SUBJECT_PREFIX[target.subject_type], target.subject_id)
                raise NothingOwed(subject=name, pointer=f"{at}/order")
            if row.customer_id != payment.customer_id:
                raise AllocationOfAnother(number=row.number, pointer=f"{at}/order")
            owed = max(0, row.amount - sums[row.pk].applied - parts.get(row.pk, 0))
            take = target.amount.minor if target.amount is not None else min(left, owed)
            if take > owed:
                raise AllocationExceedsBalance(
                    number=row.number, balance=Money.of(owed, row.currency), pointer=f"{at}/amount"
                )
            if take > left:
                raise AllocationExceedsPayment(
                    available=Money.of(left, payment.currency), pointer=f"{at}/amount"
                )
            if take <= 0:
                raise AmountNotPositive(pointer=f"{at}/amount")
            parts[row.pk] = parts.get(row.pk, 0) + take
            left -= take
        made = settling.apply(payment, parts, receivables, sums, at=moment)
        entries = settling.credit_entries(payment, made, receivables, at=moment)
        if entries:
            ledger.post(entries)
        payment.save_versioned()
        for item in made:
            emit(
                events.PaymentAllocated(
                    payment=payment.pk,
                    order=receivables[item.receivable_id].subject_id,
                    amount=Money.of(item.amount, payment.currency),
                ),
                subject_id=payment.pk,
                object_version=payment.version,
            )
        return payment
