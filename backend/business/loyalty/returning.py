"""An order is cancelled: the points that paid for it go back, and those that it earned are taken back."""

from __future__ import annotations

import uuid

from django.db.models import F, Q

from backend.business.loyalty import events
from backend.business.loyalty.liability import release_liability
from backend.business.loyalty.models import Account, Lot, Redemption
from backend.business.loyalty.settling import unsettle
from backend.business.loyalty.types import LotSource, RedemptionState
from backend.kernel import clock, db
from backend.kernel.events import emit
from backend.kernel.money import Money


def return_points(*, order_id: uuid.UUID) -> int:
    """Gives the points that were used for an order back to their lots, whoever's they are now; returns how many.

    The lots keep their days: points that are past theirs go with the next run of the expiry. What the points paid
    is voided by payments; branches that settled for them settle back. Emits loyalty.points_returned. Locks the
    account, then the redemptions. A second call does nothing.
    """
    used = Redemption.objects.filter(order_id=order_id, state=RedemptionState.COMMITTED)
    returned = 0
    with db.transaction():
        if not (accounts := list(used.values_list("account_id", flat=True))):
            return 0
        holders = {row.pk: row.customer_id for row in db.lock(Account, accounts)}
        for redemption in db.lock_queryset(used):
            for part in redemption.parts:
                Lot.objects.filter(pk=part["lot"]).update(taken=F("taken") - part["points"])
            unsettle(redemption)
            redemption.save_versioned(state=RedemptionState.RETURNED)
            returned += redemption.points
            emit(
                events.PointsReturned(
                    redemption=redemption.pk,
                    customer=holders.get(redemption.account_id) or redemption.account.customer_id,
                    order=order_id,
                    points=redemption.points,
                    worth=Money.of(redemption.worth, redemption.currency),
                ),
                subject_id=redemption.pk,
                object_version=redemption.version,
            )
    return returned


def take_back_points(*, order_id: uuid.UUID) -> int:
    """Takes back what an order earned before it was cancelled; returns how many points could be taken.

    First what is left of its own lots; for what of them was used or is set aside, as much of the customer's other
    points, those that end soonest first. A balance never goes below nothing: what even these do not make up is
    `missing` in the event. The books lose the liability for what is taken. Emits loyalty.points_taken_back. Locks
    the account. A second call does nothing.
    """
    earned = Lot.objects.filter(source_type=LotSource.ORDER, source_id=order_id)
    with db.transaction():
        account_id = earned.values_list("account_id", flat=True).first()
        if account_id is None:
            return 0
        [account] = db.lock(Account, [account_id])
        # Read under the lock: whoever was quicker has taken them back.
        mine = set(earned.filter(account=account).values_list("pk", flat=True))
        if not mine:
            return 0
        now = clock.now()
        lots = list(
            Lot.objects.filter(account=account)
            .filter(Q(pk__in=mine) | Q(taken__lt=F("points")))
            .filter(Q(pk__in=mine) | Q(expires_at__isnull=True) | Q(expires_at__gt=now))
            .order_by(F("expires_at").asc(nulls_last=True), "pk")
        )
        # What expired of them is gone already, and is owed no more.
        rest = sum(lot.points - lot.taken for lot in lots if lot.pk in mine)
        owed = left = rest + _used(account, mine)
        taken: list[tuple[Lot, int]] = []
        for lot in sorted(lots, key=lambda one: one.pk not in mine):
            points = min(left, lot.points - lot.taken)
            if points:
                Lot.objects.filter(pk=lot.pk).update(taken=F("taken") + points)
                taken.append((lot, points))
                left -= points
        Lot.objects.filter(pk__in=mine).update(source_type=LotSource.CANCELLED_ORDER)
        release_liability(
            taken,
            key=f"points-taken-back:{order_id}",
            description="Points of a cancelled order taken back",
            at=now,
            order_id=order_id,
        )
        account.save_versioned()
        emit(
            events.PointsTakenBack(
                account=account.pk,
                customer=account.customer_id,
                order=order_id,
                points=owed - left,
                missing=left,
                worth=sum(
                    (Money.of(points * lot.value, lot.currency) for lot, points in taken),
                    Money.zero(lots[0].currency),
                ),
            ),
            subject_id=account.pk,
            object_version=account.version,
        )
        return owed - left


def _used(account: Account, lots: set[uuid.UUID]) -> int:
    """How many points of lots redemptions have used or set aside."""
    held = Redemption.objects.filter(
        account=account, state__in=(RedemptionState.RESERVED, RedemptionState.COMMITTED)
    ).values_list("parts", flat=True)
    return sum(part["points"] for parts in held for part in parts if uuid.UUID(part["lot"]) in lots)
