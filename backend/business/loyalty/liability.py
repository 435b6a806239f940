"""What lots lose leaves the books of the branches that took the liability for it up."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Entry, credit, debit
from backend.business.loyalty.models import Lot
from backend.kernel import clock
from backend.kernel.money import Money


def release_liability(
    lost: Iterable[tuple[Lot, int]],
    *,
    key: str,
    description: str,
    at: datetime,
    order_id: uuid.UUID | None = None,
) -> None:
    """Posts what points that are gone unused were worth: Dr liability, Cr expense, one entry for each branch.

    `lost` says how many points of each lot. The entries are of `at`, or of now where that period is closed; `key`
    begins their keys, and is used once. Nothing is posted for points worth nothing.
    """
    parts = [(lot, points) for lot, points in lost]
    units = ledger.units_of([f"points:{lot.pk}" for lot, _ in parts])
    worths: dict[tuple[uuid.UUID | None, str], int] = defaultdict(int)
    for lot, points in parts:
        worths[units.get(f"points:{lot.pk}"), lot.currency] += points * lot.value
    entries = [
        Entry(
            key=f"{key}:{unit or 'head'}:{currency}",
            at=at,
            otherwise=clock.now(),
            description=description,
            legs=(
                debit(ledger.LOYALTY_LIABILITY, Money.of(worth, currency)),
                credit(ledger.LOYALTY_EXPENSE, Money.of(worth, currency)),
            ),
            unit=unit,
            subject_type="order" if order_id is not None else "",
            subject_id=order_id,
        )
        for (unit, currency), worth in worths.items()
        if worth
    ]
    if entries:
        ledger.post(entries)
