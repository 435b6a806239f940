"""The relay: gives committed events their positions, and their handlers inbox rows.

`dispatch` is one short transaction under the business's advisory lock, so two relays never place one
event twice or leave a gap. The handlers run afterwards, without that lock (see `handling`), so a slow
one holds up nobody's positions.
"""

from __future__ import annotations

import logging
import time
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils.module_loading import import_string

from backend.kernel import clock, db, ids, tenancy
from backend.kernel.events import handlers, handling, retention, signals
from backend.kernel.events.store import TOPIC

logger = logging.getLogger(__name__)

BATCH = 500
LOCK = "events.relay"

# Sequence numbers are drawn before commit, so a lower one can become visible later than a higher one.
# Positions are given only to what is committed, under the lock, so a position never appears below one
# that a reader has seen.
_PLACE = """
WITH top AS (SELECT coalesce(max(position), 0) AS position FROM kernel_event),
fresh AS (
    SELECT id, row_number() OVER (ORDER BY seq) AS place
    FROM (SELECT id, seq FROM kernel_event WHERE position IS NULL ORDER BY seq LIMIT %s) AS unplaced
)
UPDATE kernel_event AS e SET position = top.position + fresh.place
FROM fresh, top WHERE e.id = fresh.id
RETURNING e.position, e.id, e.type, e.version, e.subject_id
"""

_HAND_OVER = """
INSERT INTO kernel_eventhandling
    (id, event_id, handler, subject_id, position, state, attempts, next_attempt_at, last_error)
SELECT row.id, row.event_id, row.handler, row.subject_id, row.position, 'pending', 0, %s, ''
FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::uuid[], %s::bigint[])
    AS row (id, event_id, handler, subject_id, position)
ON CONFLICT (event_id, handler) DO NOTHING
"""

_OPEN = "SELECT min(next_attempt_at) FROM kernel_eventhandling WHERE state = 'pending'"


@dataclass(frozen=True, slots=True)
class Dispatched:
    """What one pass found: how many events it placed, the highest position, and when work is next due."""

    placed: int
    last_position: int
    next_due: datetime | None
    more: bool


@dataclass(slots=True)
class Tally:
    """What a run of the relay did."""

    placed: int = 0
    done: int = 0
    failed: int = 0


def dispatch(batch: int = BATCH) -> Dispatched:
    """Places committed events and writes the inbox rows of their handlers, in one transaction.

    Clears the business's signals first and raises one again where work is left, so a relay that dies
    anywhere leaves either the old signal or the new one. Locks: the advisory lock `events.relay`.
    """
    with db.transaction():
        db.advisory_lock(LOCK)
        signals.clear(TOPIC)
        with connection.cursor() as cursor:
            cursor.execute(_PLACE, [batch])
            fresh = sorted(cursor.fetchall())
            _hand_over(fresh)
            cursor.execute(_OPEN)
            next_due: datetime | None = cursor.fetchone()[0]
        more = len(fresh) == batch
        if more:
            signals.raise_signal(TOPIC)
        elif next_due is not None:
            # This process goes on with the handlers now; the sweep looks again only if it dies or they wait.
            signals.raise_signal(TOPIC, max(next_due, signals.lease()))
    return Dispatched(len(fresh), fresh[-1][0] if fresh else 0, next_due, more)


def _hand_over(fresh: list[tuple[int, uuid.UUID, str, int, uuid.UUID]]) -> None:
    if not fresh:
        return
    types = {row[2] for row in fresh}
    public = tenancy.is_public()
    wanted = [
        (binding.name, frozenset(binding.wanted(types)))
        for binding in handlers.EVERY
        if binding.wanted and binding.public == public
    ]
    rows: list[tuple[uuid.UUID, uuid.UUID, str, uuid.UUID, int]] = []
    for position, event_id, kind, version, subject_id in fresh:
        bound = handlers.BOUND.get((kind, version), ())
        names = [binding.name for binding in bound if binding.public == public]
        names += [name for name, picked in wanted if kind in picked]
        rows += [(ids.new_id(), event_id, name, subject_id, position) for name in names]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_HAND_OVER, [clock.now(), *(list(column) for column in zip(*rows, strict=True))])


def run(seconds: float = 20.0) -> Tally:
    """Relays the events of the business that runs until nothing is due, or for about `seconds`.

    Safe to run any number of times at once, and to kill: what committed stays done, the rest is found
    again by its signal.
    """
    tally = Tally()
    deadline = time.monotonic() + seconds
    signals.awake(TOPIC)
    while True:
        found = dispatch()
        tally.placed += found.placed
        if found.placed:
            announce(found.last_position)
            if retention.due(found.last_position, found.placed):
                import_string("backend.kernel.events.tasks.prune").apply_async(expires=3600)
        due = found.next_due is not None and found.next_due <= clock.now()
        if due:
            done, failed = handling.run_due(deadline)
            tally.done += done
            tally.failed += failed
        if time.monotonic() >= deadline:
            # Others wait for this worker. The signal is there; the wake-up only saves the sweep's second.
            signals.wake(TOPIC)
            return tally
        if not found.more and (not due or not (done or failed)):
            return tally


def channel(schema: str) -> str:
    """The Valkey channel on which a business's new positions are announced."""
    return f"guildhall:stream:{schema}"


def announce(position: int) -> None:
    """Tells the stream servers that events up to `position` can be read. They also look by themselves."""
    signals.attempt("an announcement", "PUBLISH", channel(tenancy.schema_name()), position)
