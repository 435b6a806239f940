"""Writing an event, in the transaction of the change it tells of; and reading events back."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from django.db import connection

from backend.kernel import clock, context, db, ids, tenancy
from backend.kernel.events import signals
from backend.kernel.events.payload import rfc3339
from backend.kernel.events.types import Event, Recorded

TOPIC = signals.topic("events", task="backend.kernel.events.tasks.relay")

MAX_BODY_BYTES = 20 * 1024 - 1
"""Standard Webhooks wants a payload under 20 KB; receivers and proxies drop larger ones."""

_COLUMNS = (
    "id, position, type, version, subject_type, subject_id, object_version, occurred_at, payload, actor, body"
)

# The number is drawn first because the frozen body carries it. The signal goes in the same round trip, once for all
# events of the statement; a list of JSON is one parameter, so that one statement is prepared for any number of them.
_INSERT = """
WITH signal AS (
    INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at)
    VALUES (%(schema)s, 'events', %(now)s::timestamptz)
)
INSERT INTO kernel_event (id, seq, type, version, subject_type, subject_id, object_version, payload, body,
    actor, occurred_at)
SELECT id, seq, type, version, subject_type, subject_id, object_version, payload, head || seq || tail,
    %(actor)s::jsonb, at
FROM (
    SELECT nextval(pg_get_serial_sequence('kernel_event', 'seq')) AS seq, said.*
    FROM json_to_recordset(%(said)s::json) AS said (id uuid, type text, version smallint, subject_type text,
        subject_id uuid, object_version integer, payload jsonb, head text, tail text, at timestamptz)
) AS drawn
"""


class EventTooLarge(ValueError):
    """An event's body passes 20 KB: a fault of its class, which should carry an id and not the content."""


def emit(
    event: Event, *, subject_id: uuid.UUID, object_version: int, at: datetime | None = None
) -> uuid.UUID:
    """Writes an event beside the change it tells of, and returns its id. It leaves when both commit.

    Emit after the row of the subject is locked or written: then the events of one subject keep the
    order of its changes. `object_version` is the subject's version after the change; `at` is when it
    happened (now where it is None).

    Raises NoTransaction outside `db.transaction()`, TypeError for a payload that does not fit its
    class, and EventTooLarge. A retry of the caller's transaction writes a new event, never two.
    """
    db.require_transaction()
    event_id = ids.new_id()
    moment = at or clock.now()
    envelope = {
        "type": event.TYPE,
        "id": ids.encode("evt", event_id),
        "timestamp": rfc3339(moment),
        "api_version": f"v{event.VERSION}",
        "object_version": object_version,
    }
    # `sequence` is the one member that the database fills, so it stands between two frozen halves.
    head = orjson.dumps(envelope)[:-1] + b',"sequence":'
    data = orjson.dumps(event.payload())
    tail = b',"data":' + data + b"}"
    if len(head) + len(tail) + 20 > MAX_BODY_BYTES:
        raise EventTooLarge(f"{event.TYPE}: {len(tail)} bytes")
    said = {
        "id": event_id,
        "type": event.TYPE,
        "version": event.VERSION,
        "subject_type": event.SUBJECT,
        "subject_id": subject_id,
        "object_version": object_version,
        "payload": orjson.Fragment(data),
        "head": head.decode(),
        "tail": tail.decode(),
        "at": moment,
    }
    gathered: _Gathered | None = getattr(connection, "guildhall_events", None)
    if gathered is not None and gathered.savepoints == _savepoints():
        gathered.said.append(said)
    else:
        _write([said])
    return event_id


@dataclass(slots=True)
class _Gathered:
    """Events of a block that are not written yet, and the savepoints that it began in."""

    savepoints: list[str]
    said: list[dict[str, Any]] = field(default_factory=list)


def _savepoints() -> list[str]:
    return [name for name in connection.savepoint_ids if name]  # A joined transaction stands there as None.


@contextmanager
def together() -> Iterator[None]:
    """Writes the events that the block emits at its end, in their order, by one statement.

    What a block within a savepoint of its own emits is written at once: it may be undone alone. An error in the block
    writes none, and the transaction, which must be open, ends with it. Blocks nest by joining.
    """
    db.require_transaction()
    if getattr(connection, "guildhall_events", None) is not None:
        yield
        return
    gathered = _Gathered(_savepoints())
    connection.guildhall_events = gathered  # type: ignore[attr-defined]
    try:
        yield
    finally:
        connection.guildhall_events = None  # type: ignore[attr-defined]
    if gathered.said:
        _write(gathered.said)


def _write(said: list[dict[str, Any]]) -> None:
    with db.fixed() as cursor:
        cursor.execute(
            _INSERT,
            {
                "schema": tenancy.schema_name(),
                "now": clock.now(),
                "said": orjson.dumps(said).decode(),
                "actor": orjson.dumps(_actor()).decode(),
            },
        )
    signals.wake_on_commit(TOPIC)


def _actor() -> dict[str, str]:
    known = context.current()
    facts = {"kind": known.actor_kind, "id": known.actor, "impersonator": known.impersonator}
    return {name: value for name, value in facts.items() if value}


def recorded(row: Sequence[Any]) -> Recorded:
    """A `Recorded` of a row of COLUMNS."""
    payload, actor = row[8], row[9]
    return Recorded(
        id=row[0],
        position=row[1],
        type=row[2],
        version=row[3],
        subject_type=row[4],
        subject_id=row[5],
        object_version=row[6],
        occurred_at=row[7],
        payload=orjson.loads(payload) if isinstance(payload, str) else payload,
        actor=orjson.loads(actor) if isinstance(actor, str) else actor,
        body=row[10],
    )


def event_by_id(event_id: uuid.UUID) -> Recorded | None:
    """One event, placed or not; None where there is none."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_COLUMNS} FROM kernel_event WHERE id = %s", [event_id])
        row = cursor.fetchone()
    return None if row is None else recorded(row)


def bodies_of(event_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The frozen bodies of events by id; those that are gone are left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, body FROM kernel_event WHERE id = ANY(%s::uuid[])", [list(event_ids)])
        return dict(cursor.fetchall())


def events_between(
    since: datetime, until: datetime, types: Collection[str] | None = None, batch: int = 1000
) -> Iterator[list[tuple[uuid.UUID, str]]]:
    """The (id, type) of placed events that occurred in [since, until), in order, in batches.

    `types` narrows them; None is all.
    """
    position = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT position, id, type FROM kernel_event WHERE position > %(position)s "
                "AND occurred_at >= %(since)s AND occurred_at < %(until)s "
                "AND (%(types)s::text[] IS NULL OR type = ANY(%(types)s::text[])) "
                "ORDER BY position LIMIT %(batch)s",
                {
                    "position": position,
                    "since": since,
                    "until": until,
                    "types": None if types is None else list(types),
                    "batch": batch,
                },
            )
            rows = cursor.fetchall()
        if rows:
            yield [(event_id, kind) for _, event_id, kind in rows]
            position = rows[-1][0]
        if len(rows) < batch:
            return


def events_after(position: int, limit: int = 500) -> list[Recorded]:
    """The events with a position above `position`, in order, at most `limit`. Nothing can appear below."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_COLUMNS} FROM kernel_event WHERE position > %s ORDER BY position LIMIT %s",
            [position, limit],
        )
        return [recorded(row) for row in cursor.fetchall()]


def last_position() -> int:
    """The highest position so far, 0 where nothing was placed yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(position), 0) FROM kernel_event")
        return int(cursor.fetchone()[0])


def position_of(event_id: uuid.UUID) -> int | None:
    """The position of an event; None where there is no such event or it has none yet."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT position FROM kernel_event WHERE id = %s", [event_id])
        row = cursor.fetchone()
    return None if row is None else row[0]
