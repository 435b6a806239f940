"""Points that an order earned, that were used, and that are owed because the order was cancelled.

A debt is a lot of points below nothing: `points` are what is owed, `taken` what of it is settled, both at most 0, so
that the sum of all lots less what is taken from them is what the customer has. It is worth nothing in the books until
it is settled: then the liability for the points that settle it is gone. `parts` says from which lots it was settled.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import F, Q

from backend.business.loyalty import events
from backend.business.loyalty.liability import release_liability
from backend.business.loyalty.models import Account, Lot
from backend.business.loyalty.types import LotSource
from backend.kernel.events import emit
from backend.kernel.ids import new_id
from backend.kernel.money import Money

Taken = list[tuple[Lot, int]]
"""How many points were taken from each lot."""


def worth_of(taken: Taken, currency: str) -> Money:
    """What points that were taken are worth."""
    return sum((Money.of(points * lot.value, lot.currency) for lot, points in taken), Money.zero(currency))


def owe(account: Account, *, order_id: uuid.UUID, points: int, currency: str, at: datetime) -> Lot:
    """A new debt of `points` that a cancelled order had earned. The account is locked; one an order."""
    return Lot.objects.create(
        id=new_id(),
        account=account,
        points=-points,
        value=0,
        currency=currency,
        source_type=LotSource.DEBT,
        source_id=order_id,
        active_from=at,
        created_at=at,
    )


def settled_from(account: Account, lots: Collection[uuid.UUID]) -> int:
    """How many points of some lots have settled debts."""
    parts = Lot.objects.filter(account=account, source_type=LotSource.DEBT).values_list("parts", flat=True)
    return sum(part["points"] for found in parts for part in found if uuid.UUID(part["lot"]) in lots)


def settle(account: Account, debts: Sequence[Lot], at: datetime) -> dict[uuid.UUID, Taken]:
    """Takes what is free of the account's lots for debts, the first of them first; posts and tells nothing.

    Those that end soonest go first, but the order's own before them, which are good for nothing else even past their
    day. Points that cannot be used yet settle too. The account is locked.
    """
    own = Q(source_type=LotSource.CANCELLED_ORDER, source_id__in=[debt.source_id for debt in debts])
    good = Q(expires_at__isnull=True) | Q(expires_at__gt=at) | own
    free = list(
        Lot.objects.filter(good, account=account, taken__lt=F("points")).order_by(
            F("expires_at").asc(nulls_last=True), "pk"
        )
    )
    result: dict[uuid.UUID, Taken] = {}
    for debt in debts:
        taken: Taken = []
        left = debt.taken - debt.points
        for lot in sorted(free, key=lambda one: one.source_id != debt.source_id):
            past = lot.source_id != debt.source_id and lot.expires_at is not None and lot.expires_at <= at
            points = 0 if past else min(left, lot.points - lot.taken)
            if points:
                Lot.objects.filter(pk=lot.pk).update(taken=F("taken") + points)
                lot.taken += points
                taken.append((lot, points))
                left -= points
        if taken:
            debt.taken = debt.points + left
            debt.parts = [*debt.parts, *({"lot": str(lot.pk), "points": points} for lot, points in taken)]
            debt.save(update_fields=["taken", "parts"])
            result[debt.pk] = taken
    return result


def settle_debts(account: Account, at: datetime) -> None:
    """Settles what the account owes as far as it has points, the oldest debt first.

    Whoever brings points in, or is about to use some, calls for it, so that none can be used while any are owed. Posts
    what the liability loses; emits loyalty.debt_settled for each debt. The account is locked.
    """
    debts = list(
        Lot.objects.filter(account=account, source_type=LotSource.DEBT, taken__gt=F("points")).order_by("pk")
    )
    if not debts:
        return
    settled = settle(account, debts, at)
    for debt in debts:
        taken = settled.get(debt.pk)
        if not taken:
            continue
        release_liability(
            taken,
            key=f"points-debt:{new_id()}",
            description="Points of a cancelled order taken back",
            at=at,
            order_id=debt.source_id,
        )
        account.save_versioned()
        emit(
            events.PointsDebtSettled(
                account=account.pk,
                customer=account.customer_id,
                order=debt.source_id,
                points=sum(points for _, points in taken),
                missing=debt.taken - debt.points,
                worth=worth_of(taken, debt.currency),
            ),
            subject_id=account.pk,
            object_version=account.version,
        )
