"""How much a business may have of what its plan counts: enforced here, and nowhere else.

A domain names the thing and says how to count it (`register_counter`), and calls `take` in the transaction
that makes more of it. Where the business has no limit on the thing `take` costs nothing. Where it has one,
`take` holds a lock on that thing until the transaction ends, and counts what is there: so creations that
run at once cannot exceed the limit together, and nothing has to be given back when a row goes.

The limits are in `TenantInfo`. A change of a plan reaches every process through the resolver's channel;
without Valkey it takes as long as an answer of the resolver lives, a minute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.kernel import clock, db, tenancy
from backend.kernel.errors import PaymentRequired

SEATS = "seats"
BRANCHES = "branches"
ITEMS = "items"
ORDERS = "orders_a_month"
STORAGE = "storage_bytes"
LIMITS: dict[str, str | Promise] = {
    SEATS: _("Members of the staff"),
    BRANCHES: _("Branches"),
    ITEMS: _("Services, products and variants"),
    ORDERS: _("Orders in a calendar month"),
    STORAGE: _("Bytes of stored files"),
}
"""What plans limit, by name. A month is one of the business's own time zone."""

Counter = Callable[[datetime], int]
"""How much there is of a thing in the business that runs, at a time."""


class LimitReached(PaymentRequired):
    """The plan holds no more of this: `limit_name` says of what, `limit` how much, and `used` how much there is."""

    code = "limit_reached"
    message = _("{label}: the plan holds {limit}; there are {used}, and {amount} more were asked for.")
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = {
        "limit_name": {
            "type": "string",
            "enum": list(LIMITS),
            "description": "What the plan limits, as `GET /usage` names it.",
        },
        "limit": {"type": "integer", "description": "How much the plan, or the business's own limit, holds."},
        "used": {"type": "integer", "description": "How much there is."},
    }


@dataclass(frozen=True, slots=True)
class Usage:
    """How much there is of a thing, and how much there may be; `limit` None is as much as one likes."""

    name: str
    label: str | Promise
    used: int
    limit: int | None
    plan_limit: int | None
    overridden: bool
    overridden_until: datetime | None


_counters: dict[str, Counter] = {}
_lifted: ContextVar[bool] = ContextVar("guildhall_limits_lifted", default=False)


def register_counter(name: str, count: Counter) -> None:
    """Says how a thing is counted. Raises ValueError for what no plan limits."""
    if name not in LIMITS:
        raise ValueError(f"no plan limits {name!r}")
    _counters[name] = count


@contextmanager
def lifted() -> Iterator[None]:
    """Within the block nothing is limited: for what the product itself puts into a business that is made."""
    token = _lifted.set(True)
    try:
        yield
    finally:
        _lifted.reset(token)


def take(name: str, amount: int = 1, *, pointer: str | None = None, count: Counter | None = None) -> None:
    """Makes sure that the business may have `amount` more of a thing; call it before they are made.

    `count` counts in place of the registered way: for what was set aside earlier, and becomes a thing now.

    Needs the transaction that makes them. Locks the thing until the transaction ends, where it is limited.
    Raises LimitReached, NoTransaction, and LookupError for a thing that nobody counts.
    """
    allowance = tenancy.current().limits.get(name)
    if allowance is None or amount <= 0 or _lifted.get():
        return
    at = clock.now()
    limit = allowance.effective(at)
    if limit is None:
        return
    db.advisory_lock("limits", name)
    # A statement after the lock sees what the holder before has committed (READ COMMITTED).
    used = _count(name, at) if count is None else count(at)
    if used + amount > limit:
        raise LimitReached(
            limit_name=name, label=LIMITS[name], limit=limit, used=used, amount=amount, pointer=pointer
        )


def usage() -> list[Usage]:
    """What the business that runs has of everything that plans limit: a query each. Takes no locks."""
    at = clock.now()
    found = tenancy.require_tenant().limits
    rows = []
    for name, label in LIMITS.items():
        allowance = found.get(name, tenancy.Allowance())
        overridden = allowance.overridden(at)
        rows.append(
            Usage(
                name=name,
                label=label,
                used=_count(name, at),
                limit=allowance.effective(at),
                plan_limit=allowance.limit,
                overridden=overridden,
                overridden_until=allowance.own_until if overridden else None,
            )
        )
    return rows


def _count(name: str, at: datetime) -> int:
    try:
        return _counters[name](at)
    except KeyError:
        raise LookupError(f"nobody counts {name}: register_counter was not called") from None
