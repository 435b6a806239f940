"""Retention: what is deleted after a time, what would be now, and what a legal hold keeps."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError
from django.db.models import QuerySet

from backend.business.customers import facade as customers
from backend.business.orders import facade as orders
from backend.business.payments import facade as payments
from backend.business.pricing import facade as pricing
from backend.business.privacy import permissions as p
from backend.business.privacy.models import Consent
from backend.business.privacy.requests import forget_customer, held, held_ids
from backend.business.privacy.sources import blockers
from backend.core.accounts import facade as accounts
from backend.core.audit import facade as audit
from backend.kernel import clock, db
from backend.kernel.errors import DomainError
from backend.kernel.permissions import Principal

logger = logging.getLogger(__name__)

BATCH = 500
"""Rows that one run of the job deletes of a class at most; the next goes on."""


@dataclass(frozen=True, slots=True)
class DataClass:
    """A class of data with a time of keeping: its rule's name in the policy, and what finds and deletes it.

    `due` answers at most as many ids as it is asked for; `delete` says how many of a run's rows it deleted.
    """

    name: str
    due: Callable[[datetime, int], list[uuid.UUID]]
    delete: Callable[[datetime], int]


def _kept() -> tuple[QuerySet[Any, Any], ...]:
    """Queries of the ids of customers whom something keeps: a hold, money owed either way."""
    return (held_ids(), *payments.customers_with_balance())


def _idle_customers(before: datetime, limit: int, after: uuid.UUID | None = None) -> list[uuid.UUID]:
    """Customers made before `before` without an order since, whom nothing keeps. One query."""
    return customers.customers_older_than(
        before, limit=limit, excluding=(orders.customers_with_orders_since(before), *_kept()), after=after
    )


def _forget_idle(before: datetime) -> int:
    """Forgets a run's idle customers, each in a transaction of its own: one that cannot be ends nothing."""
    done, last = 0, None
    while done < BATCH and (page := _idle_customers(before, BATCH - done, last)):
        last = page[-1]
        done += sum(map(_forget, page))
    return done


def _forget(customer_id: uuid.UUID) -> bool:
    try:
        with db.transaction():
            db.advisory_lock("privacy.customer", customer_id)
            # Judged again under the lock: a hold or an order may have come since.
            if held(customer_id) or blockers(customer_id):
                return False
            forget_customer(customer_id, unless_blocked=True)
    except (DomainError, DatabaseError):
        logger.exception("customer %s is past its time and could not be forgotten", customer_id)
        return False
    return True


def _old_visitors(before: datetime, limit: int) -> list[uuid.UUID]:
    rows = Consent.objects.filter(visitor__isnull=False, customer=None, user_id=None, at__lt=before)
    return list(rows.order_by("id").values_list("id", flat=True)[:limit])


def _quotes(before: datetime, limit: int) -> list[uuid.UUID]:
    return pricing.unused_quotes_before(before, limit, keep=held_ids())


def _sessions(before: datetime, limit: int) -> list[uuid.UUID]:
    return accounts.ended_sessions_before(before, limit, keep=held_ids())


def _forget_visitors(before: datetime) -> int:
    return int(Consent.objects.filter(pk__in=_old_visitors(before, BATCH)).delete()[0])


CLASSES: tuple[DataClass, ...] = (
    DataClass("quotes", _quotes, lambda before: pricing.delete_quotes(_quotes(before, BATCH))),
    DataClass("sessions", _sessions, lambda before: accounts.delete_sessions(_sessions(before, BATCH))),
    DataClass("customers", _idle_customers, _forget_idle),
    DataClass("visitors", _old_visitors, _forget_visitors),
)


def _days() -> dict[str, int | None]:
    rules = accounts.policy().retention
    return {
        "quotes": rules.quotes_days,
        "sessions": rules.sessions_days,
        "customers": rules.customers_days,
        "visitors": rules.visitors_days,
    }


def dry_run(*, principal: Principal) -> list[dict[str, Any]]:
    """What the rules would delete now, class by class, up to a run's bound. Changes nothing.

    The two logs stand beside the classes: their rules are in the policy too, and the audit's own job keeps them.
    Raises PermissionDenied.
    """
    principal.require(p.RETENTION)
    days = _days()
    now = clock.now()
    result = []
    for item in CLASSES:
        kept = days[item.name]
        found = 0 if kept is None else len(item.due(now - timedelta(days=kept), BATCH + 1))
        result.append({"name": item.name, "days": kept, "due": min(found, BATCH), "more": found > BATCH})
    logs = accounts.policy().audit
    for name, kept_days, due_of in (
        ("audit_entries", logs.retention_days, audit.entries_due),
        ("access_entries", logs.access_days, audit.access_due),
    ):
        due, more = due_of(days=kept_days, at=now)
        result.append({"name": name, "days": kept_days, "due": due, "more": more})
    return result


def apply() -> dict[str, int]:
    """Deletes what is past its time in the business that runs; answers how many rows of each class.

    Running it again, or at once with another, does no harm.
    """
    days = _days()
    now = clock.now()
    return {
        item.name: item.delete(now - timedelta(days=kept))
        for item in CLASSES
        if (kept := days[item.name]) is not None
    }
