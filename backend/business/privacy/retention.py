"""Retention: what is deleted after a time, what would be now, and what a legal hold keeps."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backend.business.customers import facade as customers
from backend.business.orders import facade as orders
from backend.business.pricing import facade as pricing
from backend.business.privacy import permissions as p
from backend.business.privacy.requests import forget_customer, held
from backend.business.privacy.sources import blockers
from backend.core.accounts import facade as accounts
from backend.kernel import clock, db
from backend.kernel.permissions import Principal

BATCH = 500
"""Rows that one run of the job deletes of a class at most; the next goes on."""


@dataclass(frozen=True, slots=True)
class DataClass:
    """A class of data with a time of keeping: its rule's name in the policy, and what finds and deletes it."""

    name: str
    due: Callable[[datetime], list[uuid.UUID]]
    delete: Callable[[list[uuid.UUID]], int]


def _idle_customers(before: datetime) -> list[uuid.UUID]:
    """Customers without an order since `before`, made before it, whom nothing keeps."""
    candidates = customers.customers_older_than(before, limit=BATCH * 4)
    recent = orders.customers_with_orders_since(before)
    idle = [key for key in candidates if key not in recent and not held(key) and not blockers(key)]
    return idle[:BATCH]


def _forget(ids: list[uuid.UUID]) -> int:
    for customer_id in ids:
        with db.transaction():
            db.advisory_lock("privacy.customer", customer_id)
            # Judged again under the lock: a hold or an order may have come since.
            if not held(customer_id) and not blockers(customer_id):
                forget_customer(customer_id)
    return len(ids)


CLASSES: tuple[DataClass, ...] = (
    DataClass("quotes", lambda at: pricing.unused_quotes_before(at, BATCH), pricing.delete_quotes),
    DataClass("sessions", lambda at: accounts.ended_sessions_before(at, BATCH), accounts.delete_sessions),
    DataClass("customers", _idle_customers, _forget),
)


def _days() -> dict[str, int | None]:
    rules = accounts.policy().retention
    return {
        "quotes": rules.quotes_days,
        "sessions": rules.sessions_days,
        "customers": rules.customers_days,
    }


def dry_run(*, principal: Principal) -> list[dict[str, Any]]:
    """What the rules would delete now, class by class, up to a run's bound. Changes nothing.

    Raises PermissionDenied.
    """
    principal.require(p.RETENTION)
    days = _days()
    now = clock.now()
    result = []
    for item in CLASSES:
        kept = days[item.name]
        found = [] if kept is None else item.due(now - timedelta(days=kept))
        result.append({"name": item.name, "days": kept, "due": len(found), "more": len(found) >= BATCH})
    return result


def apply() -> dict[str, int]:
    """Deletes what is past its time in the business that runs; answers how many rows of each class.

    Running it again, or at once with another, does no harm.
    """
    days = _days()
    now = clock.now()
    return {
        item.name: item.delete(item.due(now - timedelta(days=kept)))
        for item in CLASSES
        if (kept := days[item.name]) is not None
    }
