"""Points past their day: what is left of them goes, and so does their liability in the books."""

from __future__ import annotations

import uuid
from collections import defaultdict
from datetime import datetime

from django.db.models import F

from backend.business.loyalty import events
from backend.business.loyalty.liability import release_liability
from backend.business.loyalty.models import Account, Lot
from backend.business.loyalty.services import release_overdue_redemptions
from backend.kernel import clock, db
from backend.kernel.events import emit
from backend.kernel.ids import new_id
from backend.kernel.money import Money

BATCH = 200
"""Accounts that one transaction locks."""


def expire_points(*, at: datetime | None = None) -> int:
    """Expires the points of lots whose `expires_at` has passed; returns how many points. For the scheduler.

    Reservations that ran out are given back first; points still set aside stay so, and those given back
    later go with the next run. Each batch of accounts posts one entry for each branch (Dr loyalty liability,
    Cr loyalty expense: the expense of earning is taken back) in the transaction that takes the points, so a
    retry finds nothing left to do. Emits loyalty.points_expired for each account. Locks the accounts.
    """
    moment = at or clock.now()
    release_overdue_redemptions()
    due = sorted(
        Lot.objects.filter(expires_at__lte=moment, taken__lt=F("points"))
        .values_list("account_id", flat=True)
        .distinct()
    )
    return sum(_expire(due[start : start + BATCH], moment) for start in range(0, len(due), BATCH))


def _expire(account_ids: list[uuid.UUID], moment: datetime) -> int:
    with db.transaction():
        accounts = db.lock_queryset(Account.objects.filter(pk__in=account_ids))
        # Read under the locks: a redemption that was quicker has its points.
        lots = list(
            Lot.objects.filter(account__in=accounts, expires_at__lte=moment, taken__lt=F("points")).order_by(
                "pk"
            )
        )
        by_account: dict[uuid.UUID, list[Lot]] = defaultdict(list)
        for lot in lots:
            by_account[lot.account_id].append(lot)
        for account in accounts:
            if expired := by_account.get(account.pk):
                account.save_versioned()
                emit(
                    events.PointsExpired(
                        account=account.pk,
                        customer=account.customer_id,
                        points=sum(lot.points - lot.taken for lot in expired),
                        worth=Money.of(
                            sum((lot.points - lot.taken) * lot.value for lot in expired), expired[0].currency
                        ),
                    ),
                    subject_id=account.pk,
                    object_version=account.version,
                )
        Lot.objects.filter(pk__in=[lot.pk for lot in lots]).update(taken=F("points"))
        release_liability(
            [(lot, lot.points - lot.taken) for lot in lots],
            key=f"points-expired:{new_id()}",
            description="Points expired",
            at=moment,
        )
        return sum(lot.points - lot.taken for lot in lots)
