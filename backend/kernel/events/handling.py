"""Running handlers: each event in a transaction of its own, once, in order per subject and handler."""

from __future__ import annotations

import logging
import random
import time
import traceback
import uuid
from datetime import timedelta

from django.db import connection

from backend.kernel import clock, context, db, ids
from backend.kernel.events import handlers
from backend.kernel.events.store import event_by_id

logger = logging.getLogger(__name__)

WINDOW = 200
LONGEST_PAUSE = 900.0
"""Seconds: the pauses between attempts double from one second up to this."""

DONE, FAILED, SKIPPED = "done", "failed", "skipped"

# A subject whose earlier event waits for its next attempt is left out, so that it cannot fill the window.
# The same test at the claim is stricter: no earlier event of the subject may be pending at all.
_CANDIDATES = """
SELECT h.id, h.event_id FROM kernel_eventhandling AS h
WHERE h.state = 'pending' AND h.next_attempt_at <= %(now)s AND NOT EXISTS (
    SELECT 1 FROM kernel_eventhandling AS earlier
    WHERE earlier.state = 'pending' AND earlier.subject_id = h.subject_id AND earlier.handler = h.handler
        AND earlier.position < h.position AND earlier.next_attempt_at > %(now)s)
ORDER BY h.position LIMIT %(limit)s
"""

_CLAIM = """
SELECT h.handler, h.event_id, h.attempts FROM kernel_eventhandling AS h
WHERE h.id = %(id)s AND h.state = 'pending' AND h.next_attempt_at <= %(now)s AND NOT EXISTS (
    SELECT 1 FROM kernel_eventhandling AS earlier
    WHERE earlier.state = 'pending' AND earlier.subject_id = h.subject_id AND earlier.handler = h.handler
        AND earlier.position < h.position)
FOR UPDATE OF h SKIP LOCKED
"""


class HandlerUnknown(LookupError):
    """An inbox row names a handler that this release does not have."""


def run_due(deadline: float) -> tuple[int, int]:
    """Runs what is due, at most one window, until `deadline` (`time.monotonic`); returns (done, failed)."""
    with connection.cursor() as cursor:
        cursor.execute(_CANDIDATES, {"now": clock.now(), "limit": WINDOW})
        candidates = cursor.fetchall()
    done = failed = 0
    for handling_id, event_id in candidates:
        if time.monotonic() >= deadline:
            break
        outcome = handle(handling_id, event_id)
        done += outcome == DONE
        failed += outcome == FAILED
    return done, failed


def handle(handling_id: uuid.UUID, event_id: uuid.UUID) -> str:
    """Runs one handler on one event, if it is due, first in its line and not in other hands.

    The handler's writes and the inbox row commit together, so a process that dies before the commit
    has done nothing and one that dies after it is never asked again. A handler that raises, or whose
    commit is refused, has done nothing either; the failure is then recorded by itself.

    Returns "done", "failed" or "skipped". Raises only for faults of the database outside the handler.
    """
    binding: handlers.Binding | None = None
    name, attempts = "", -1
    trace = context.RequestContext(request_id=ids.encode("evt", event_id))
    with context.request_context(trace):
        try:
            with db.transaction():
                with connection.cursor() as cursor:
                    cursor.execute(_CLAIM, {"id": handling_id, "now": clock.now()})
                    row = cursor.fetchone()
                if row is None:
                    return SKIPPED
                name, event_id, attempts = row
                binding = handlers.BY_NAME.get(name)
                if binding is None:
                    raise HandlerUnknown(name)
                event = event_by_id(event_id)
                if event is None:
                    raise LookupError(f"the event {event_id} is gone")
                binding.run(event)
                with connection.cursor() as cursor:
                    cursor.execute(
                        "UPDATE kernel_eventhandling SET state = 'done', attempts = attempts + 1, "
                        "completed_at = %s, last_error = '' WHERE id = %s",
                        [clock.now(), handling_id],
                    )
            return DONE
        except Exception as error:
            # Any fault of a handler is a failed attempt: recorded, retried, and at last a dead letter.
            if attempts < 0:
                raise
            _record_failure(handling_id, name, attempts, binding, error)
            return FAILED


def _record_failure(
    handling_id: uuid.UUID,
    name: str,
    attempts: int,
    binding: handlers.Binding | None,
    error: Exception,
) -> None:
    limit = binding.attempts if binding else handlers.ATTEMPTS
    dead = attempts + 1 >= limit
    text = "".join(traceback.format_exception(error))[-4000:].replace("\x00", "")
    with db.transaction(), connection.cursor() as cursor:
        # Between the roll-back and here another worker may have tried too; then its record stands.
        cursor.execute(
            "UPDATE kernel_eventhandling SET attempts = attempts + 1, last_error = %s, state = %s, "
            "next_attempt_at = %s WHERE id = %s AND state = 'pending' AND attempts = %s",
            [text, "dead" if dead else "pending", clock.now() + pause(attempts), handling_id, attempts],
        )
    logger.log(
        logging.ERROR if dead else logging.WARNING,
        "handler %s failed on attempt %s%s",
        name,
        attempts + 1,
        ", which was its last" if dead else "",
        exc_info=error,
    )


def pause(attempts: int) -> timedelta:
    """How long to wait after a failure with `attempts` failures before it: 1, 2, 4 … 900 s, ±20%.

    The jitter keeps what failed together from coming back together.
    """
    return timedelta(seconds=min(2.0**attempts, LONGEST_PAUSE) * random.uniform(0.8, 1.2))  # noqa: S311
