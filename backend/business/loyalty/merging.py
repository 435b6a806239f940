"""Two customers become one: the points go along, and come back when that was wrong."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from backend.business.customers.errors import CustomerMergeCurrency, CustomerMergeMixed
from backend.business.loyalty.models import Account, Lot, Redemption
from backend.business.loyalty.services import _give_back_overdue
from backend.business.loyalty.types import LotSource, RedemptionState
from backend.kernel import clock, db

_HELD = (RedemptionState.RESERVED, RedemptionState.COMMITTED)


def _accounts(source: uuid.UUID, target: uuid.UUID) -> dict[uuid.UUID, Account]:
    """The accounts of both by customer, locked."""
    rows = db.lock_queryset(Account.objects.filter(customer_id__in=[source, target]))
    return {row.customer_id: row for row in rows}


def move_to_customer(source: uuid.UUID, target: uuid.UUID) -> dict[str, list[uuid.UUID]]:
    """Gives all lots and redemptions of one customer to another; answers which, and `_reserved` those set aside.

    Points are sums of these rows, so the other's are the sums of both then. Posts nothing: what the points are worth
    stays the same in all. Needs the caller's transaction, with both customers locked. Raises CustomerMergeCurrency.
    Locks the accounts, the redemptions, then the lots.
    """
    nothing: dict[str, list[uuid.UUID]] = {"lots": [], "redemptions": [], "_reserved": []}
    if not Lot.objects.filter(account__customer_id=source).exists():
        return nothing  # A redemption is of lots.
    Account.objects.bulk_create([Account(customer_id=target)], ignore_conflicts=True)
    accounts = _accounts(source, target)
    here, there = accounts[source], accounts[target]
    codes = Lot.objects.filter(account__in=[here, there]).values_list("currency", flat=True).distinct()
    if len(currencies := set(codes)) > 1:
        raise CustomerMergeCurrency(currencies=", ".join(sorted(currencies)), pointer="/duplicate")
    redemptions = db.lock_ids(Redemption.objects.filter(account=here))
    lots = db.lock_ids(Lot.objects.filter(account=here))
    reserved = Redemption.objects.filter(pk__in=redemptions, state=RedemptionState.RESERVED)
    moved = {
        "lots": lots,
        "redemptions": redemptions,
        "_reserved": list(reserved.values_list("pk", flat=True)),
    }
    _give(redemptions, lots, here, there)
    return moved


def return_from_customer(
    source: uuid.UUID,
    target: uuid.UUID,
    moved: Mapping[str, list[uuid.UUID]],
    *,
    orders: Collection[uuid.UUID],
) -> None:
    """Gives what `move_to_customer` moved back, with what is left of it and with what came since for `orders`.

    `orders` are those of which the debts go back too: points that they earned since are `source`'s, unless they are
    used for what stays; and so is a redemption since of nothing but its points, unless it paid for another order. All
    else that came since stays with `target`.

    Needs the caller's transaction, with both customers locked. Raises CustomerMergeMixed where a redemption, reserved
    or committed, holds points of the one for an order of the other, or points of both, or where points of the one
    settled a debt of the other. Emits
    loyalty.redemption_cancelled for reservations that ran out. Locks as `move_to_customer`.
    """
    # What the moved lots came from goes back too: a debt for one of these orders is of their side.
    orders = {*orders, *Lot.objects.filter(pk__in=moved["lots"]).values_list("source_id", flat=True)}
    mine = Q(pk__in=moved["lots"]) | Q(source_id__in=orders)
    if Lot.objects.filter(mine, account__customer_id=target).exists():
        # The order may be the first that has earned: accounts are locked before lots.
        Account.objects.bulk_create([Account(customer_id=source)], ignore_conflicts=True)
    accounts = _accounts(source, target)
    if (there := accounts.get(target)) is None:
        return  # Nobody has had points.
    _give_back_overdue(there, clock.now())
    candidates = Q(pk__in=moved["redemptions"]) | Q(state__in=_HELD)
    held = db.lock_queryset(Redemption.objects.filter(candidates, account=there))
    lots = db.lock_ids(Lot.objects.filter(mine, account=there))
    along, back = set(lots).difference(moved["lots"]), set(moved["redemptions"])
    holders = [_holder(one, moved, orders) for one in held if one.state in _HELD]
    debts = Lot.objects.filter(account=there, source_type=LotSource.DEBT)
    holders += [_Holder(one.pk, _lots(one.parts), one.source_id in orders) for one in debts]
    _part(holders, set(moved["lots"]), along)
    ours = along.union(moved["lots"])
    for holder in holders:
        sides = holder.sides(ours)
        if len(sides) > 1:
            raise CustomerMergeMixed(what="points")
        if sides == {True}:
            back.add(holder.pk)
    redemptions = [one.pk for one in held if one.pk in back]
    lots = [pk for pk in lots if pk in ours]
    if lots or redemptions:
        _give(redemptions, lots, there, accounts[source])


@dataclass(frozen=True, slots=True)
class _Holder:
    """What holds points of lots: a redemption, or a debt that they settled.

    `order` says whether it is for an order that goes back, None for no order yet.
    """

    pk: uuid.UUID
    lots: frozenset[uuid.UUID]
    order: bool | None

    def sides(self, ours: Collection[uuid.UUID]) -> set[bool]:
        """Whose it is, by its order and its lots: True for the duplicate that goes back."""
        return {lot in ours for lot in self.lots} | ({self.order} if self.order is not None else set())


def _holder(
    redemption: Redemption, moved: Mapping[str, list[uuid.UUID]], orders: Collection[uuid.UUID]
) -> _Holder:
    # One that was committed before the merge paid for an order of its own customer, whosever that is now.
    since = redemption.pk not in moved["redemptions"] or redemption.pk in moved["_reserved"]
    order = redemption.order_id in orders if since and redemption.order_id is not None else None
    return _Holder(redemption.pk, _lots(redemption.parts), order)


def _lots(parts: list[dict[str, Any]]) -> frozenset[uuid.UUID]:
    return frozenset(uuid.UUID(part["lot"]) for part in parts)


def _part(holders: Collection[_Holder], moved: set[uuid.UUID], along: set[uuid.UUID]) -> None:
    """Takes out of `along`, the lots that came since, those of which something that stays holds points."""
    while True:
        # Lots that may go either way say nothing of who holds them.
        stay = {
            lot
            for one in holders
            if one.order is False or any(lot not in moved and lot not in along for lot in one.lots)
            for lot in one.lots & along
        }
        if not stay:
            return
        along -= stay


def _give(redemptions: list[uuid.UUID], lots: list[uuid.UUID], giver: Account, taker: Account) -> None:
    db.change_all(Redemption, redemptions, account=taker)
    db.change_all(Lot, lots, account=taker)
    for account in (giver, taker):
        account.save_versioned()
