"""The sums behind payments, and the one way in which money is applied to receivables.

Everything here runs in the caller's transaction, with the rows locked: payment first, then receivables.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Entry, Leg, credit, debit
from backend.business.payments import events
from backend.business.payments.models import Allocation, Payment, Receivable
from backend.business.payments.types import ReceivableState
from backend.core.accounts import facade as accounts
from backend.kernel import db
from backend.kernel.events import emit
from backend.kernel.ids import new_id
from backend.kernel.money import Money


@dataclass(slots=True)
class Sums:
    """What is applied to and planned for one receivable, in minor units."""

    applied: int = 0
    planned: int = 0


def sums_of(receivable_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Sums]:
    """The sums of allocations by receivable, in one query."""
    ids = list(receivable_ids)
    result = {identity: Sums() for identity in ids}
    if ids:
        rows = db.fetch(
            "SELECT receivable_id, state, sum(amount)::bigint FROM payments_allocation"
            " WHERE receivable_id = ANY(%s::uuid[]) AND state IN ('applied', 'planned') GROUP BY 1, 2",
            [ids],
        )
        for identity, state, total in rows:
            setattr(result[identity], state, total)
    return result


def planned_by_staff(receivable_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, int]:
    """What of some receivables is planned by payments that the business's own side recorded, in minor units.

    The others are what customers say to have sent. Two queries; one where nothing is planned.
    """
    rows = list(
        Allocation.objects.filter(receivable_id__in=list(receivable_ids), state="planned").values_list(
            "receivable_id", "payment__recorded_by_id", "amount"
        )
    )
    people = accounts.users_by_id({recorder for _, recorder, _ in rows if recorder is not None})
    claimants = {identity for identity, person in people.items() if person.kind == "customer"}
    result: dict[uuid.UUID, int] = {}
    for receivable, recorder, amount in rows:
        if recorder not in claimants:
            result[receivable] = result.get(receivable, 0) + amount
    return result


def paid_of_subjects(subject_type: str, subject_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    """What is paid of some subjects, in minor units; those of which nothing is are left out. One query."""
    rows = db.fetch(
        "SELECT r.subject_id, sum(a.amount)::bigint FROM payments_receivable r"
        " JOIN payments_allocation a ON a.receivable_id = r.id AND a.state = 'applied'"
        " WHERE r.subject_type = %s AND r.subject_id = ANY(%s::uuid[]) GROUP BY 1",
        [subject_type, list(subject_ids)],
    )
    return dict(rows)


def unallocated(payment: Payment) -> int:
    """What of a payment no allocation holds, in minor units."""
    held = Allocation.objects.filter(payment=payment, state__in=("applied", "planned")).aggregate(
        total=Coalesce(Sum("amount"), 0)
    )["total"]
    return int(payment.amount - held)


def lock_receivables(
    *, subjects: Sequence[tuple[str, uuid.UUID]] = (), ids: Iterable[uuid.UUID] = ()
) -> dict[uuid.UUID, Receivable]:
    """Locks receivables by subject or by id, in the order of their keys; by id."""
    conditions = ["id = ANY(%s::uuid[])"]
    params: list[Any] = [list(ids)]
    for subject in subjects:
        conditions.append("(subject_type = %s AND subject_id = %s)")
        params += subject
    return {row.pk: row for row in db.lock_where(Receivable, " OR ".join(conditions), params)}


def oldest_open(customer_id: uuid.UUID) -> list[uuid.UUID]:
    """A customer's receivables that still owe something, oldest first."""
    rows = (
        Receivable.objects.filter(customer_id=customer_id)
        .exclude(state=ReceivableState.CANCELLED)
        .annotate(paid=Coalesce(Sum("allocations__amount", filter=Q(allocations__state="applied")), 0))
        .filter(paid__lt=F("amount"))
        .order_by("pk")
    )
    return [row.pk for row in rows]


def apply(
    payment: Payment,
    parts: Mapping[uuid.UUID, int],
    receivables: Mapping[uuid.UUID, Receivable],
    before: Mapping[uuid.UUID, Sums],
    *,
    at: datetime,
) -> list[Allocation]:
    """Makes applied allocations of a payment, and says so of each receivable. Posts nothing.

    `parts` are minor units by receivable id; both sides are locked and fit. `before` are the receivables' sums, read
    since they were locked.
    """
    made = [
        Allocation(
            id=new_id(),
            payment=payment,
            receivable=receivables[identity],
            amount=minor,
            state="applied",
            created_at=at,
            applied_at=at,
        )
        for identity, minor in parts.items()
        if minor
    ]
    if made:
        db.insert(*made)
    paid = {identity: sums.applied for identity, sums in before.items()}
    for item in made:
        paid[item.receivable_id] += item.amount
    announce(payment, made, receivables, paid)
    return made


def announce(
    payment: Payment,
    made: Sequence[Allocation],
    receivables: Mapping[uuid.UUID, Receivable],
    paid: Mapping[uuid.UUID, int],
) -> None:
    """Emits `receivable.paid` for each applied allocation, and moves the receivable's version on.

    `paid` is what is applied to each receivable by now, these allocations included, in minor units.
    """
    for item in made:
        receivable = receivables[item.receivable_id]
        receivable.save_versioned()
        applied = paid[receivable.pk]
        emit(
            events.ReceivablePaid(
                receivable=receivable.pk,
                order=receivable.subject_id,
                payment=payment.pk,
                amount=Money.of(item.amount, receivable.currency),
                paid=Money.of(applied, receivable.currency),
                outstanding=Money.of(receivable.amount - applied, receivable.currency),
            ),
            subject_id=receivable.pk,
            object_version=receivable.version,
        )


def paid_by_branch(receivable_id: uuid.UUID) -> dict[uuid.UUID | None, int]:
    """What is applied to a receivable, in minor units, by the branch that took the money: one query."""
    rows = (
        Allocation.objects.filter(receivable_id=receivable_id, state="applied")
        .values_list("payment__branch_id")
        .annotate(total=Sum("amount"))
        .order_by()
    )
    return dict(rows)


def receipt_entries(
    payment: Payment,
    account_code: str,
    made: Sequence[Allocation],
    receivables: Mapping[uuid.UUID, Receivable],
) -> list[Entry]:
    """The journal entries of money received: to receivables that are earned, the rest to customer advances.

    They are of the moment when the money came, or of its verification where that period is closed. What was earned
    only after that moment was still an advance then: it settles the claim when it was verified, by entries of its
    own. Money stands in the books of the branch that took it. A claim stands in those of the branch that did the
    work; where that is another, the two owe one another the amount.
    """
    code = payment.currency
    verified = payment.verified_at or payment.received_at
    early = [item for item in made if _earned_after(receivables[item.receivable_id], payment.received_at)]
    made = [item for item in made if item not in early]
    # Earned while this payment waited for the lock, it is younger than the moment that the payment has in mind.
    settled_at = max([verified, *(receivables[item.receivable_id].earned_at or verified for item in early)])
    settled: dict[uuid.UUID | None, int] = {}
    for item in made:
        row = receivables[item.receivable_id]
        if row.state == ReceivableState.EARNED:
            settled[row.branch_id] = settled.get(row.branch_id, 0) + item.amount
    rest = payment.amount - sum(settled.values())
    own = settled.pop(payment.branch_id, 0)
    legs = [debit(account_code, Money.of(payment.amount, code))]
    if own:
        legs.append(credit(ledger.ACCOUNTS_RECEIVABLE, Money.of(own, code)))
    if settled:
        legs.append(credit(ledger.BRANCH_SETTLEMENTS, Money.of(sum(settled.values()), code)))
    if rest:
        legs.append(credit(ledger.CUSTOMER_ADVANCES, Money.of(rest, code)))

    def entry(key: str, unit: uuid.UUID | None, *parts: Leg) -> Entry:
        return Entry(
            key=key,
            at=payment.received_at,
            otherwise=verified,
            description=f"Payment {payment.number}",
            legs=parts,
            unit=unit,
            subject_type="payment",
            subject_id=payment.pk,
        )

    return [
        entry(f"payment:{payment.pk}", payment.branch_id, *legs),
        *(
            entry(
                f"payment:{payment.pk}:branch:{branch}",
                branch,
                debit(ledger.BRANCH_SETTLEMENTS, Money.of(minor, code)),
                credit(ledger.ACCOUNTS_RECEIVABLE, Money.of(minor, code)),
            )
            for branch, minor in settled.items()
        ),
        *credit_entries(payment, early, receivables, at=settled_at),
    ]


def _earned_after(receivable: Receivable, moment: datetime) -> bool:
    """Whether the claim is in the books, and was not at a moment."""
    return receivable.earned_at is not None and receivable.earned_at > moment


def credit_entries(
    payment: Payment, made: Sequence[Allocation], receivables: Mapping[uuid.UUID, Receivable], *, at: datetime
) -> list[Entry]:
    """The journal entries of credit used on receivables that are earned; one on an open one moves nothing.

    The credit stands in the books of the branch that took the payment, the claim in those of the branch that did
    the work; where they differ, each has an entry, and the two owe one another the amount.
    """
    entries: list[Entry] = []
    for item in made:
        row = receivables[item.receivable_id]
        if row.state != ReceivableState.EARNED:
            continue
        amount = Money.of(item.amount, payment.currency)
        across = row.branch_id != payment.branch_id
        parts = [
            (
                f"allocation:{item.pk}",
                row.branch_id,
                ledger.BRANCH_SETTLEMENTS if across else ledger.CUSTOMER_ADVANCES,
                ledger.ACCOUNTS_RECEIVABLE,
            )
        ]
        if across:
            parts.append(
                (
                    f"allocation:{item.pk}:credit",
                    payment.branch_id,
                    ledger.CUSTOMER_ADVANCES,
                    ledger.BRANCH_SETTLEMENTS,
                )
            )
        entries += [
            Entry(
                key=key,
                at=at,
                description=f"Credit of {payment.number} used for {row.number}",
                legs=(debit(debited, amount), credit(credited, amount)),
                unit=unit,
                subject_type="payment",
                subject_id=payment.pk,
            )
            for key, unit, debited, credited in parts
        ]
    return entries
