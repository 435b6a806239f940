"""What loyalty tells the rest of the house and the world."""

from __future__ import annotations

import uuid

from backend.kernel.events import Event, event, ref
from backend.kernel.money import Money


@event("loyalty.points_earned", version=1, subject="lac")
class PointsEarned(Event):
    """A customer earned points by an order."""

    account: uuid.UUID = ref("lac")
    customer: uuid.UUID = ref("cus")
    lot: uuid.UUID = ref("lot")
    order: uuid.UUID = ref("ord")
    points: int
    worth: Money


@event("loyalty.redemption_reserved", version=1, subject="red")
class RedemptionReserved(Event):
    """Points were set aside for a redemption."""

    redemption: uuid.UUID = ref("red")
    customer: uuid.UUID = ref("cus")
    points: int
    worth: Money


@event("loyalty.points_redeemed", version=1, subject="red")
class PointsRedeemed(Event):
    """Points that were set aside paid for a part of an order."""

    redemption: uuid.UUID = ref("red")
    customer: uuid.UUID = ref("cus")
    order: uuid.UUID = ref("ord")
    points: int
    worth: Money


@event("loyalty.redemption_cancelled", version=1, subject="red")
class RedemptionCancelled(Event):
    """Points that were set aside went back to their lots."""

    redemption: uuid.UUID = ref("red")
    customer: uuid.UUID = ref("cus")
    points: int


@event("loyalty.points_returned", version=1, subject="red")
class PointsReturned(Event):
    """Points that had paid for an order went back to their lots, because the order was cancelled."""

    redemption: uuid.UUID = ref("red")
    customer: uuid.UUID = ref("cus")
    order: uuid.UUID = ref("ord")
    points: int
    worth: Money


@event("loyalty.points_expired", version=1, subject="lac")
class PointsExpired(Event):
    """Points that were neither used nor set aside by their day are gone."""

    account: uuid.UUID = ref("lac")
    customer: uuid.UUID = ref("cus")
    points: int
    worth: Money


@event("loyalty.points_taken_back", version=1, subject="lac")
class PointsTakenBack(Event):
    """What an order earned before it was cancelled was taken back; `missing` points were used already, and are owed."""

    account: uuid.UUID = ref("lac")
    customer: uuid.UUID = ref("cus")
    order: uuid.UUID = ref("ord")
    points: int
    missing: int
    worth: Money


@event("loyalty.debt_settled", version=1, subject="lac")
class PointsDebtSettled(Event):
    """Points that came since were taken for those that a cancelled order's customer owed; `missing` are owed still."""

    account: uuid.UUID = ref("lac")
    customer: uuid.UUID = ref("cus")
    order: uuid.UUID = ref("ord")
    points: int
    missing: int
    worth: Money
