"""Which businesses have work to do: rows in `public.kernel_eventsignal`, read by one sweep a second.

A topic is a kind of background work (`events`, `webhooks`) with the Celery task that does it for one
business. Whoever writes work also calls `raise_signal` in the same transaction; the worker calls
`clear` *before* it looks for work and, in the same transaction, raises the signal again where some is
left. So in every committed state *work implies a signal*:

- Work and its signal commit together. `clear` deletes only rows that its statement can see, whose work
  is therefore visible to every later statement of the (READ COMMITTED) transaction.
- A signal that commits after `clear` began is not deleted, and wakes somebody once more; that is all.
- The worker's transaction puts the signal back before it commits; if it dies, nothing was deleted.

Waking by Valkey (`wake`) only makes it sooner. When Valkey is dead the rows wait for the sweep.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

import redis
from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string
from kombu.exceptions import OperationalError as BrokerError

from backend.kernel import clock, db, tenancy
from backend.kernel.tenancy.valkey import Lines

logger = logging.getLogger(__name__)

TOPICS: dict[str, str] = {}
"""The import path of each topic's Celery task. It takes no arguments and runs in the tenant's context."""

_REST_SECONDS = 3.0
_WAKE_MILLISECONDS = 2000
_client: redis.Redis | None = None
_resting_until = 0.0


def topic(name: str, *, task: str) -> str:
    """Declares a topic and the import path of the Celery task that does its work for one business.

    Returns the name. Raises ValueError where the topic has another task.
    """
    known = TOPICS.setdefault(name, task)
    if known != task:
        raise ValueError(f"the topic {name} belongs to the task {known}")
    return name


def raise_signal(name: str, due_at: datetime | None = None) -> None:
    """Marks the business that runs as having work of a topic by `due_at` (now where it is None).

    Needs an open transaction: the mark commits with the work. Raises NoTransaction.
    """
    db.require_transaction()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at) VALUES (%s, %s, %s)",
            [tenancy.schema_name(), name, due_at or clock.now()],
        )


def raise_all() -> None:
    """Marks the business that runs as having work of every topic, and wakes the workers.

    For whoever puts rows in place by other means than services: what a restored schema holds of
    unfinished work has no marks, as they stand in public.
    """
    with db.transaction():
        for name in TOPICS:
            raise_signal(name)
    for name in TOPICS:
        wake(name)


def clear(name: str) -> int:
    """Deletes the marks of the business that runs which are visible now; returns how many.

    Needs an open transaction, and the caller must hold the topic's advisory lock, look for work only
    after this, and raise the signal again before the transaction ends where work is left.
    """
    db.require_transaction()
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM public.kernel_eventsignal WHERE schema_name = %s AND topic = %s",
            [tenancy.schema_name(), name],
        )
        return int(cursor.rowcount)


def due(at: datetime | None = None) -> list[tuple[str, str]]:
    """The (schema, topic) pairs with work due at `at`, longest waiting first. For the sweep, in public."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT schema_name, topic FROM public.kernel_eventsignal "
            "GROUP BY schema_name, topic HAVING min(due_at) <= %s ORDER BY min(due_at)",
            [at or clock.now()],
        )
        return [(schema, name) for schema, name in cursor.fetchall()]


def valkey() -> redis.Redis:
    """The shared client for wake-ups and the stream, with short time-outs: Valkey is never waited for."""
    global _client
    if _client is None:
        _client = redis.Redis.from_url(
            settings.REDIS_URL, socket_timeout=0.25, socket_connect_timeout=0.25, health_check_interval=0
        )
    return _client


@lru_cache(maxsize=4)
def _lines(url: str) -> Lines:
    return Lines(url, socket_timeout=0.25, socket_connect_timeout=0.25)


def attempt(what: str, *command: str | int) -> object | None:
    """One command to Valkey, or None where it does not answer.

    After a failure Valkey is left alone for some seconds, so that a dead one costs a request nothing.
    """
    return _tried(what, lambda: valkey().execute_command(*command))  # type: ignore[no-untyped-call]


def _tried(what: str, ask: Callable[[], object]) -> object | None:
    global _resting_until
    if time.monotonic() < _resting_until:
        return None
    try:
        return ask()
    except (redis.RedisError, OSError) as error:
        _resting_until = time.monotonic() + _REST_SECONDS
        logger.warning("Valkey did not take %s: %s", what, error)
        return None


def wake(name: str) -> bool:
    """Starts the topic's task for the business that runs, unless one is already waiting to start.

    Returns whether a task was sent. Never raises for a dead Valkey or broker: the sweep finds the signal.
    """
    key = _key(name, tenancy.schema_name())
    # Every request that writes asks this, so it goes the short way. Where a broken connection has it asked twice, the
    # second answer may be that another wakes: then the sweep does.
    asked = ("SET", key, "1", "NX", "PX", _WAKE_MILLISECONDS)
    if not _tried("a wake-up", lambda: _lines(settings.REDIS_URL).ask(asked)[0]):
        return False
    try:
        import_string(TOPICS[name]).apply_async(expires=30, retry=False)
    except (OSError, redis.RedisError, BrokerError) as error:
        logger.warning("no wake-up for %s: %s", name, error)
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Wake:
    name: str

    def __call__(self) -> None:
        wake(self.name)


def wake_on_commit(name: str) -> None:
    """Starts the topic's task for the business that runs when the transaction commits, however often it is called."""
    db.on_commit(_Wake(name), once=True)


def awake(name: str) -> None:
    """Says that the topic's task has started, so that what commits from now on wakes another."""
    attempt("a start", "DEL", _key(name, tenancy.schema_name()))


def sweep(at: datetime | None = None) -> int:
    """Wakes the task of every business and topic whose work is due; returns how many were woken.

    Runs in public, once a second. A business that is suspended or being restored keeps its marks.
    """
    woken = 0
    for schema, name in due(at):
        if name not in TOPICS:
            # An older or newer release knows the topic; its own workers will take it.
            logger.warning("nothing handles the topic %s of %s", name, schema)
            continue
        tenant = tenancy.PUBLIC if schema == tenancy.PUBLIC.schema else _tenant(schema)
        if tenant is None:
            continue
        with tenancy.tenant_context(tenant):
            woken += wake(name)
    return woken


def _tenant(schema: str) -> tenancy.TenantInfo | None:
    from backend.kernel.errors import DomainError

    try:
        return tenancy.resolve_id(tenancy.tenant_of_schema(schema))
    except (ValueError, DomainError) as error:
        logger.warning("work is waiting in %s, which no business answers for: %s", schema, error)
        return None


def lease(seconds: float = 5.0) -> datetime:
    """When the sweep should look again after work that the caller is about to do itself."""
    return clock.now() + timedelta(seconds=seconds)


def _key(name: str, schema: str) -> str:
    return f"guildhall:wake:{schema}:{name}"
