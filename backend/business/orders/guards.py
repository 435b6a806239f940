"""What a move of an order waits for."""

from __future__ import annotations

from collections.abc import Iterable

from backend.business.orders.models import Order
from backend.business.orders.types import Guard
from backend.business.payments import facade as payments
from backend.business.payments.types import Balance
from backend.kernel.states import Transition


def failed_guard(order: Order, move: Transition, reason: str) -> Guard | None:
    """The first guard of a move that does not hold, None where all do."""
    return next(iter(unmet(order, map(Guard, move.guards), reason)), None)


def unmet(order: Order, guards: Iterable[Guard], reason: str) -> list[Guard]:
    """Those of some guards that do not hold now, in their order. Queries: one, and none where money does not matter."""
    asked = list(guards)
    balance: Balance | None = None
    if any(guard not in (Guard.HAS_FILES, Guard.REASON) for guard in asked):
        balance = payments.balances_for("order", [order.pk]).get(order.pk)
    return [guard for guard in asked if not _holds(guard, order, balance, reason)]


def _holds(guard: Guard, order: Order, balance: Balance | None, reason: str) -> bool:
    match guard:
        case Guard.HAS_FILES:
            return bool(order.file_ids)
        case Guard.REASON:
            return bool(reason.strip())
    if balance is None:
        return False
    match guard:
        case Guard.PAYMENT_RECORDED:
            return _recorded(balance)
        case Guard.NO_PAYMENT:
            return not _recorded(balance)
        case Guard.PAYMENT_VERIFIED:
            return bool(balance.paid.minor) or not balance.amount.minor
        case Guard.PAID_IN_FULL:
            return balance.outstanding.minor <= 0
        case Guard.NOTHING_PAID:
            return not balance.paid.minor
    raise ValueError(f"{guard} has no meaning")


def _recorded(balance: Balance) -> bool:
    """Whether money came or is said to have been sent; an order that costs nothing needs none."""
    return bool(balance.paid.minor or balance.planned.minor) or not balance.amount.minor
