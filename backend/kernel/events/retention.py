"""How long events are kept: 90 days, the last one for ever (its position is where the next begins)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection

from backend.kernel import clock, db

DAYS = 90
EVERY = 1000
"""Old events are looked for once in so many new ones: a business that says little keeps little."""
BATCH = 5000

PRUNERS: list[Callable[[datetime], int]] = []
"""What else goes with the events: each deletes its rows older than the time it is given."""

_OLD = """
WITH old AS (
    SELECT e.id FROM (
        SELECT id, position, occurred_at FROM kernel_event
        WHERE position < (SELECT max(position) FROM kernel_event) ORDER BY position LIMIT %(limit)s
    ) AS e
    WHERE e.occurred_at < %(before)s AND NOT EXISTS (
        SELECT 1 FROM kernel_eventhandling AS h WHERE h.event_id = e.id AND h.state <> 'done')
), handled AS (
    DELETE FROM kernel_eventhandling AS h USING old WHERE h.event_id = old.id
)
SELECT array_agg(id) FROM old
"""


def due(last_position: int, placed: int) -> bool:
    """Whether the events just placed crossed a multiple of EVERY."""
    return last_position // EVERY != (last_position - placed) // EVERY


def prune(at: datetime | None = None) -> int:
    """Deletes events older than DAYS that nothing waits for, and what PRUNERS keep; returns how many rows.

    One batch a call. Running it again, or at once with another, does no harm.
    """
    before = (at or clock.now()) - timedelta(days=DAYS)
    with db.transaction(), connection.cursor() as cursor:
        cursor.execute(_OLD, {"limit": BATCH, "before": before})
        old = cursor.fetchone()[0] or []
        # A statement of its own: the foreign key is checked against rows that the first has deleted.
        cursor.execute("DELETE FROM kernel_event WHERE id = ANY(%s::uuid[])", [old])
        count = int(cursor.rowcount)
        for pruner in PRUNERS:
            count += pruner(before)
    return count
