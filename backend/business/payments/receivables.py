"""What subjects are owed: opened, changed, earned and cancelled by the domain that owns the subject."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Entry, Leg, credit, debit
from backend.business.payments import events, settling
from backend.business.payments.errors import (
    CreditNeedsCustomer,
    NothingOwed,
    ReceivableClosed,
)
from backend.business.payments.models import Allocation, Payment, Receivable
from backend.business.payments.types import Balance, PaymentState, ReceivableState, RevenuePart
from backend.kernel import clock, db
from backend.kernel.events import emit
from backend.kernel.money import Money


def open_receivable(
    *,
    subject_type: str,
    subject_id: uuid.UUID,
    number: str,
    customer_id: uuid.UUID | None,
    branch_id: uuid.UUID | None,
    amount: Money,
) -> uuid.UUID:
    """Says what a subject is owed. Needs the caller's transaction. One a subject: a second raises IntegrityError.

    Posts nothing: before the work is done there is no claim in the books (IFRS 15, 105).
    """
    db.require_transaction()
    row = Receivable(
        subject_type=subject_type,
        subject_id=subject_id,
        number=number,
        customer_id=customer_id,
        branch_id=branch_id,
        currency=amount.currency.code,
        amount=amount.minor,
    )
    db.insert(row)
    return row.pk


def _locked(subject_type: str, subject_id: uuid.UUID) -> Receivable:
    found = settling.lock_receivables(subjects=[(subject_type, subject_id)])
    if not found:
        raise NothingOwed(subject=subject_type)
    return next(iter(found.values()))


def move_receivable(*, subject_type: str, subject_id: uuid.UUID, branch_id: uuid.UUID) -> None:
    """Another branch does the work: it earns what is owed. Needs the caller's transaction; locks the receivable.

    Posts nothing. One that is earned or cancelled keeps its branch, because its entries stand there. Raises
    NothingOwed. A retry changes nothing.
    """
    row = _locked(subject_type, subject_id)
    if row.state == ReceivableState.OPEN and row.branch_id != branch_id:
        row.save_versioned(branch_id=branch_id)


def cancel_receivable(*, subject_type: str, subject_id: uuid.UUID) -> Money:
    """Nothing is owed any more; the money that was paid becomes the customer's credit, and is returned.

    What was no money (redeemed points) is voided, and becomes no credit: its entry is reversed, and its source
    is given back by the domain that it came from. Emits payment.voided for each. Needs the caller's transaction;
    locks those payments, then the receivable. Does nothing a second time. Raises NothingOwed,
    ReceivableClosed where the revenue is already recognised, and CreditNeedsCustomer where money was paid and
    nobody is known whose credit it could be.
    """
    # A tender is recorded with what it pays for, so those that are seen before the receivable's lock are all.
    tenders = db.lock_queryset(
        Payment.objects.filter(
            source_id__isnull=False,
            state=PaymentState.VERIFIED,
            pk__in=Allocation.objects.filter(
                receivable__subject_type=subject_type, receivable__subject_id=subject_id, state="applied"
            ).values("payment_id"),
        )
    )
    row = _locked(subject_type, subject_id)
    if row.state == ReceivableState.EARNED:
        raise ReceivableClosed()
    if row.state == ReceivableState.OPEN:
        for tender in tenders:
            _void(tender, row)
    paid = settling.sums_of([row.pk])[row.pk].applied
    if row.state == ReceivableState.OPEN:
        if row.customer_id is None and paid:
            raise CreditNeedsCustomer(pointer="/transition")
        Allocation.objects.filter(receivable=row, state__in=("applied", "planned")).update(state="released")
        row.save_versioned(state=ReceivableState.CANCELLED)
    return Money.of(paid, row.currency)


def _void(tender: Payment, row: Receivable) -> None:
    Allocation.objects.filter(payment=tender, state="applied").update(state="released")
    tender.save_versioned(state=PaymentState.VOIDED)
    ledger.reverse(f"payment:{tender.pk}", reason=f"{row.number} was cancelled")
    emit(
        events.PaymentVoided(
            payment=tender.pk,
            number=tender.number,
            method=tender.method.code,
            customer=tender.customer_id,
            order=row.subject_id,
            amount=Money.of(tender.amount, tender.currency),
        ),
        subject_id=tender.pk,
        object_version=tender.version,
    )


def earn_receivable(
    *,
    subject_type: str,
    subject_id: uuid.UUID,
    revenue: Sequence[RevenuePart],
    tax: Money,
    at: datetime | None = None,
) -> None:
    """The work is done: recognises revenue and tax, out of advances for what is paid, as a claim for the rest.

    Needs the caller's transaction; locks the receivable. A second call does nothing. Posts one entry under
    `earn:<receivable id>`, and one for each other branch that took money for it: the advance leaves that branch's
    books, and the two branches owe one another the amount. Raises NothingOwed, ReceivableClosed for a cancelled
    one, and ValueError where the parts and the tax do not sum to what is owed.
    """
    row = _locked(subject_type, subject_id)
    if row.state == ReceivableState.EARNED:
        return
    if row.state == ReceivableState.CANCELLED:
        raise ReceivableClosed()
    moment = at or clock.now()
    total = sum(part.amount.minor for part in revenue) + tax.minor
    if total != row.amount:
        raise ValueError(f"revenue and tax sum to {total}, the receivable is {row.amount}")
    row.save_versioned(state=ReceivableState.EARNED, earned_at=moment)
    if not row.amount:
        return
    money = lambda minor: Money.of(minor, row.currency)  # noqa: E731
    elsewhere = settling.paid_by_branch(row.pk)
    paid = sum(elsewhere.values())
    here = elsewhere.pop(row.branch_id, 0)
    legs = []
    if here:
        legs.append(debit(ledger.CUSTOMER_ADVANCES, money(here)))
    if elsewhere:
        legs.append(debit(ledger.BRANCH_SETTLEMENTS, money(paid - here)))
    if row.amount - paid:
        legs.append(debit(ledger.ACCOUNTS_RECEIVABLE, money(row.amount - paid)))
    by_account: dict[str, int] = {}
    for part in revenue:
        by_account[part.account_code] = by_account.get(part.account_code, 0) + part.amount.minor
    for account, minor in sorted(by_account.items()):
        if minor > 0:
            legs.append(credit(account, money(minor)))
        elif minor < 0:
            legs.append(debit(account, money(-minor)))
    if tax.minor:
        legs.append(credit(ledger.TAX_PAYABLE, tax))

    def entry(key: str, unit: uuid.UUID | None, *parts: Leg) -> Entry:
        return Entry(
            key=key,
            at=moment,
            description=f"Revenue of {row.number}",
            legs=parts,
            unit=unit,
            subject_type=subject_type,
            subject_id=subject_id,
        )

    ledger.post(
        [
            entry(f"earn:{row.pk}", row.branch_id, *legs),
            *(
                entry(
                    f"earn:{row.pk}:branch:{branch}",
                    branch,
                    debit(ledger.CUSTOMER_ADVANCES, money(minor)),
                    credit(ledger.BRANCH_SETTLEMENTS, money(minor)),
                )
                for branch, minor in elsewhere.items()
            ),
        ]
    )


def balances_for(subject_type: str, subject_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Balance]:
    """What subjects are owed and have paid, in two queries however many there are."""
    rows = list(Receivable.objects.filter(subject_type=subject_type, subject_id__in=list(subject_ids)))
    sums = settling.sums_of([row.pk for row in rows])
    return {
        row.subject_id: Balance(
            subject_id=row.subject_id,
            amount=Money.of(row.amount, row.currency),
            paid=Money.of(sums[row.pk].applied, row.currency),
            planned=Money.of(sums[row.pk].planned, row.currency),
            state=ReceivableState(row.state),
        )
        for row in rows
    }
