"""An order is cancelled: the points that paid for it go back, and those that it earned are taken back."""

from __future__ import annotations

import uuid

from django.db.models import F

from backend.business.loyalty import events
from backend.business.loyalty.debts import owe, settle, settle_debts, settled_from, worth_of
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
    is voided by payments; branches that settled for them settle back. Points that are owed are settled from them.
    Emits loyalty.points_returned, and loyalty.debt_settled. Locks the
    account, then the redemptions. A second call does nothing.
    """
    used = Redemption.objects.filter(order_id=order_id, state=RedemptionState.COMMITTED)
    returned = 0
    with db.transaction():
        if not (accounts := list(used.values_list("account_id", flat=True))):
            return 0
        locked = db.lock(Account, accounts)
        holders = {row.pk: row.customer_id for row in locked}
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
        for account in locked:
            settle_debts(account, clock.now())
    return returned


def take_back_points(*, order_id: uuid.UUID) -> int:
    """Takes back what an order earned before it was cancelled; returns how many points could be taken.

    First what is left of its own lots; what of them was used, is set aside or has settled another debt is owed, and
    settled from the customer's other points, those that end soonest first. What even these do not make up stays a debt:
    `missing` in the event, settled from the next points that come, before any can be redeemed. What expired of the
    lots is owed no more. The books lose the liability for what is taken. Emits loyalty.points_taken_back. Locks the
    account. A second call does nothing.
    """
    earned = Lot.objects.filter(source_type=LotSource.ORDER, source_id=order_id)
    with db.transaction():
        account_id = earned.values_list("account_id", flat=True).first()
        if account_id is None:
            return 0
        [account] = db.lock(Account, [account_id])
        # Read under the lock: whoever was quicker has taken them back.
        mine = list(earned.filter(account=account).order_by("pk"))
        if not mine:
            return 0
        now = clock.now()
        keys = {lot.pk for lot in mine}
        taken = [(lot, lot.points - lot.taken) for lot in mine if lot.taken < lot.points]
        owed = _used(account, keys) + settled_from(account, keys)
        earned.filter(account=account).update(taken=F("points"), source_type=LotSource.CANCELLED_ORDER)
        missing = 0
        if owed:
            debt = owe(account, order_id=order_id, points=owed, currency=mine[0].currency, at=now)
            taken += settle(account, [debt], now).get(debt.pk, [])
            missing = debt.taken - debt.points
        release_liability(
            taken,
            key=f"points-taken-back:{order_id}",
            description="Points of a cancelled order taken back",
            at=now,
            order_id=order_id,
        )
        account.save_versioned()
        points = sum(points for _, points in taken)
        emit(
            events.PointsTakenBack(
                account=account.pk,
                customer=account.customer_id,
                order=order_id,
                points=points,
                missing=missing,
                worth=worth_of(taken, mine[0].currency),
            ),
            subject_id=account.pk,
            object_version=account.version,
        )
        return points


def _used(account: Account, lots: set[uuid.UUID]) -> int:
    """How many points of lots redemptions have used or set aside."""
    held = Redemption.objects.filter(
        account=account, state__in=(RedemptionState.RESERVED, RedemptionState.COMMITTED)
    ).values_list("parts", flat=True)
    return sum(part["points"] for parts in held for part in parts if uuid.UUID(part["lot"]) in lots)
