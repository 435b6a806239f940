"""Writes of loyalty. Each holds the account's lock, so that a customer's points change one at a time."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.db.models import F, Min, Q

from backend.business.customers import facade as customers
from backend.business.loyalty import events
from backend.business.loyalty import permissions as p
from backend.business.loyalty.debts import settle_debts
from backend.business.loyalty.errors import (
    CustomerNeeded,
    PointsInsufficient,
    RedemptionExceedsTotal,
    RedemptionNotReserved,
    RedemptionOfAnother,
)
from backend.business.loyalty.models import Account, Lot, Redemption
from backend.business.loyalty.types import RedemptionState
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit, signals
from backend.kernel.ids import encode
from backend.kernel.money import Money
from backend.kernel.permissions import Principal

RESERVED_FOR = timedelta(minutes=30)
"""How long points stay set aside without being used."""
TOPIC = signals.topic("loyalty.release", task="backend.business.loyalty.tasks.release_overdue")
"""Reservations that run out: each is looked at when it does, see `release_overdue_redemptions`."""


def locked_account(customer_id: uuid.UUID) -> Account:
    """The customer's account, made where it is not there, and locked."""
    Account.objects.bulk_create([Account(customer_id=customer_id)], ignore_conflicts=True)
    return db.lock_queryset(Account.objects.filter(customer_id=customer_id))[0]


def _usable(account: Account, moment: datetime) -> list[Lot]:
    """The lots with points to take now, those that end soonest first."""
    return list(
        Lot.objects.filter(account=account, active_from__lte=moment, taken__lt=F("points"))
        .filter(Q(expires_at__isnull=True) | Q(expires_at__gt=moment))
        .order_by(F("expires_at").asc(nulls_last=True), "pk")
    )


def reserve_redemption(*, principal: Principal, customer: uuid.UUID | None = None, points: int) -> Redemption:
    """Sets points aside for 30 minutes, from the lots that end soonest.

    None can be while any are owed for a cancelled order. Raises ReferenceNotFound, CustomerNeeded, PermissionDenied,
    PointsInsufficient. Emits loyalty.redemption_reserved, and loyalty.debt_settled where points were owed. Locks the
    account. Only its Idempotency-Key tells a retry apart.
    """
    if principal.kind == "customer":
        customer = principal.customer_id
    if customer is None:
        raise CustomerNeeded(pointer="/customer")
    with db.transaction():
        principal.require(p.REDEEM)
        if principal.kind != "customer":
            customers.customer_for_reference(principal, customer, pointer="/customer", permission=p.REDEEM)
        moment = clock.now()
        account = locked_account(customer)
        _give_back_overdue(account, moment)
        # What came by a merge, say, has settled nothing yet.
        settle_debts(account, moment)
        lots = _usable(account, moment)
        available = sum(lot.points - lot.taken for lot in lots)
        if points > available:
            raise PointsInsufficient(available=available, pointer="/points")
        left, worth, parts = points, 0, []
        for lot in lots:
            take = min(left, lot.points - lot.taken)
            if not take:
                break
            Lot.objects.filter(pk=lot.pk).update(taken=F("taken") + take)
            parts.append({"lot": str(lot.pk), "points": take})
            worth += take * lot.value
            left -= take
        redemption = Redemption.objects.create(
            account=account,
            points=points,
            worth=worth,
            currency=tenancy.require_tenant().currency,
            parts=parts,
            expires_at=moment + RESERVED_FOR,
        )
        signals.raise_signal(TOPIC, redemption.expires_at)
        emit(
            events.RedemptionReserved(
                redemption=redemption.pk,
                customer=customer,
                points=points,
                worth=Money.of(worth, redemption.currency),
            ),
            subject_id=redemption.pk,
            object_version=redemption.version,
        )
        return redemption


def commit_redemption(
    *,
    redemption_id: uuid.UUID,
    customer_id: uuid.UUID | None,
    order_id: uuid.UUID,
    limit: Money,
    pointer: str = "/redemption",
) -> Money:
    """Uses points that were set aside for an order; returns what they are worth.

    For orders, in its transaction; the caller records the tender, which releases the liability. Raises
    ReferenceNotFound, RedemptionOfAnother, RedemptionNotReserved, RedemptionExceedsTotal. Emits
    loyalty.points_redeemed. Locks the account, then the redemption.
    """
    db.require_transaction()
    found = Redemption.objects.select_related("account").filter(pk=redemption_id).first()
    if found is None:
        raise ReferenceNotFound(reference=encode("red", redemption_id), pointer=pointer)
    if customer_id is None or found.account.customer_id != customer_id:
        raise RedemptionOfAnother(pointer=pointer)
    locked_account(customer_id)
    redemption = db.lock(Redemption, [redemption_id])[0]
    if redemption.state_now != RedemptionState.RESERVED:
        raise RedemptionNotReserved(pointer=pointer)
    worth = Money.of(redemption.worth, redemption.currency)
    if worth > limit:
        raise RedemptionExceedsTotal(worth=str(worth), total=str(limit), pointer=pointer)
    redemption.save_versioned(state=RedemptionState.COMMITTED, order_id=order_id)
    emit(
        events.PointsRedeemed(
            redemption=redemption.pk,
            customer=customer_id,
            order=order_id,
            points=redemption.points,
            worth=worth,
        ),
        subject_id=redemption.pk,
        object_version=redemption.version,
    )
    return worth


def cancel_redemption(
    *, principal: Principal, redemption_id: uuid.UUID, expected_version: int | None = None
) -> Redemption:
    """Gives points that were set aside back to their lots.

    Raises ResourceNotFound, VersionMismatch, RedemptionNotReserved. Emits loyalty.redemption_cancelled.
    Locks the account, then the redemption. A retry raises RedemptionNotReserved.
    """
    from backend.business.loyalty.selectors import redemptions_for

    with db.transaction():
        found = redemptions_for(principal).filter(pk=redemption_id).first()
        if found is None:
            raise ResourceNotFound()
        account = locked_account(found.account.customer_id)
        redemption = db.lock(Redemption, [redemption_id])[0]
        redemption.check_version(expected_version)
        if redemption.state_now != RedemptionState.RESERVED:
            raise RedemptionNotReserved()
        _give_back(redemption, found.account.customer_id)
        settle_debts(account, clock.now())
        return redemption


def _give_back(redemption: Redemption, customer_id: uuid.UUID) -> None:
    for part in redemption.parts:
        Lot.objects.filter(pk=part["lot"]).update(taken=F("taken") - part["points"])
    redemption.save_versioned(state=RedemptionState.CANCELLED)
    emit(
        events.RedemptionCancelled(redemption=redemption.pk, customer=customer_id, points=redemption.points),
        subject_id=redemption.pk,
        object_version=redemption.version,
    )


def _give_back_overdue(account: Account, moment: datetime) -> int:
    overdue = db.lock_queryset(
        Redemption.objects.filter(account=account, state=RedemptionState.RESERVED, expires_at__lte=moment)
    )
    for redemption in overdue:
        _give_back(redemption, account.customer_id)
    return len(overdue)


def release_overdue_redemptions() -> int:
    """Gives back all points whose reservation has run out; returns how many redemptions.

    The sweep of signals calls for it when a reservation ends, and leaves a mark for the next one to end. Locks the
    accounts, each in a transaction of its own; a run that dies is called for again after some seconds.
    """
    moment = clock.now()
    with db.transaction():
        db.advisory_lock(TOPIC)
        signals.clear(TOPIC)
        ends = Redemption.objects.filter(state=RedemptionState.RESERVED).aggregate(at=Min("expires_at"))["at"]
        if ends is not None:
            signals.raise_signal(TOPIC, max(ends, signals.lease()))
    customers_due = (
        Redemption.objects.filter(state=RedemptionState.RESERVED, expires_at__lte=moment)
        .values_list("account__customer_id", flat=True)
        .distinct()
    )
    released = 0
    for customer_id in list(customers_due):
        with db.transaction():
            account = locked_account(customer_id)
            released += _give_back_overdue(account, moment)
            settle_debts(account, moment)
    return released
