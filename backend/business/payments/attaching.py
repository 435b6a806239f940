"""A customer becomes known afterwards: what nobody owed and paid is that customer's."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from backend.business.payments import settling
from backend.business.payments.errors import SettlementChanged
from backend.business.payments.models import Payment
from backend.kernel import db


@dataclass(frozen=True, slots=True)
class Joined:
    """Subjects of nobody that money of nobody joins, and that money; in the order of their keys."""

    subjects: tuple[uuid.UUID, ...]
    payments: tuple[uuid.UUID, ...]


_JOINED = """
WITH RECURSIVE joined (id) AS (
    SELECT id FROM payments_receivable
    WHERE subject_type = %s AND subject_id = %s AND customer_id IS NULL
    UNION
    SELECT there.receivable_id FROM joined
    JOIN payments_allocation here ON here.receivable_id = joined.id
    JOIN payments_allocation there ON there.payment_id = here.payment_id
    JOIN payments_payment p ON p.id = here.payment_id AND p.customer_id IS NULL
)
SELECT r.subject_id, p.id FROM joined
JOIN payments_receivable r ON r.id = joined.id
LEFT JOIN payments_allocation a ON a.receivable_id = r.id
LEFT JOIN payments_payment p ON p.id = a.payment_id AND p.customer_id IS NULL
"""


def joined_to(subject_type: str, subject_id: uuid.UUID) -> Joined:
    """What goes together with a subject of nobody: one payment may be for several. The subject is among them.

    Nothing where the subject has a customer. One query; locks nothing.
    """
    rows = db.fetch(_JOINED, [subject_type, subject_id])
    return Joined(
        tuple(sorted({row[0] for row in rows})), tuple(sorted({row[1] for row in rows if row[1] is not None}))
    )


def attach_customer(
    *, subject_type: str, subject_id: uuid.UUID, joined: Joined, customer_id: uuid.UUID
) -> None:
    """Gives the receivables and payments of `joined` to a customer, so that what is left of them is its credit.

    Posts nothing: the books name no customers. Needs the caller's transaction; locks the payments, then the
    receivables. Raises SettlementChanged where money was recorded since `joined_to` was asked.
    """
    payments = db.lock(Payment, joined.payments)
    receivables = settling.lock_receivables(subjects=[(subject_type, one) for one in joined.subjects])
    # With the receivables locked nobody can record a payment for them: now it stays as it is.
    if joined_to(subject_type, subject_id) != joined:
        raise SettlementChanged()
    for row in (*payments, *receivables.values()):
        row.save_versioned(customer_id=customer_id)
