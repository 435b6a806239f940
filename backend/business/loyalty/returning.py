"""Points that paid for an order go back, because the order was cancelled."""

from __future__ import annotations

import uuid

from django.db.models import F

from backend.business.loyalty import events
from backend.business.loyalty.models import Account, Lot, Redemption
from backend.business.loyalty.settling import unsettle
from backend.business.loyalty.types import RedemptionState
from backend.kernel import db
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
