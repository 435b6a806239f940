"""Two customers become one: the points go along, and come back when that was wrong."""

from __future__ import annotations

import uuid
from typing import Any

from backend.business.customers.errors import CustomerMergeCurrency, CustomerMergeMixed
from backend.business.loyalty.models import Account, Lot, Redemption
from backend.business.loyalty.services import _give_back_overdue
from backend.business.loyalty.types import RedemptionState
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


def return_from_customer(source: uuid.UUID, target: uuid.UUID, moved: dict[str, list[uuid.UUID]]) -> None:
    """Gives what `move_to_customer` moved back, with what is left of it. Points that came since stay with `target`.

    Needs the caller's transaction, with both customers locked. Raises CustomerMergeMixed where points of the one were
    taken since for the other. Emits loyalty.redemption_cancelled for reservations that ran out. Locks as
    `move_to_customer`.
    """
    if not moved["lots"]:
        return
    accounts = _accounts(source, target)
    here, there = accounts[source], accounts[target]
    _give_back_overdue(there, clock.now())
    redemptions = db.lock_ids(Redemption.objects.filter(pk__in=moved["redemptions"], account=there))
    lots = db.lock_ids(Lot.objects.filter(pk__in=moved["lots"], account=there))
    back = {str(lot) for lot in lots}
    # What was set aside before the merge and used after it paid for an order that stays.
    used: Any = Redemption.objects.filter(pk__in=moved["_reserved"], state=RedemptionState.COMMITTED)
    since = Redemption.objects.filter(account=there, state__in=_HELD).exclude(pk__in=redemptions)
    taken = {part["lot"] for parts in since.values_list("parts", flat=True) for part in parts}
    if used.exists() or taken & back:
        raise CustomerMergeMixed(what="points")
    _give(redemptions, lots, there, here)


def _give(redemptions: list[uuid.UUID], lots: list[uuid.UUID], giver: Account, taker: Account) -> None:
    db.change_all(Redemption, redemptions, account=taker)
    db.change_all(Lot, lots, account=taker)
    for account in (giver, taker):
        account.save_versioned()
