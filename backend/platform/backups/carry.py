"""What must not go back in time with a restore: the audit log, the event stream's positions, the marks of waiting
work, and what was revoked.

Runs inside the swap's transaction, when the schemas already have their new names and all writes are held off.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson
from psycopg import sql

from backend.core.accounts.facade import carry_revocations
from backend.core.audit import facade as audit
from backend.kernel import clock, ids
from backend.kernel.events import Event
from backend.kernel.events.payload import rfc3339
from backend.kernel.events.signals import TOPICS
from backend.platform.backups.engine.snapshot import Connection, one, tables_of
from backend.platform.backups.events import TenantRestored

_EVENTS = "kernel_event"

Carrier = Callable[[Connection, str, str], None]
_carriers: list[Carrier] = []


def register_carrier(carrier: Carrier) -> None:
    """Adds what a domain puts into the restored schema from the outgoing one.

    It is called with the owner's connection, the live and the outgoing schema, inside the swap's transaction.
    """
    if carrier not in _carriers:
        _carriers.append(carrier)


def carry_forward(
    connection: Connection, *, live: str, outgoing: str, tenant: uuid.UUID, event: TenantRestored
) -> int | None:
    """Keep the audit log and what was revoked, and put one event into the restored stream, above every position that
    anybody has read; its position.

    A reader who resumes after position n of the outgoing schema would otherwise miss what the restored
    business does up to n. The event tells readers to start over. It has its position already, so the relay
    hands it to no handler. Also moves the numbers of events forward, and raises every topic's signal, so
    that work which the restored data holds as undone is done. None where the schema has no event table.
    """
    _keep_log(connection, live, outgoing, tenant, event)
    if _EVENTS not in tables_of(connection, live) or _EVENTS not in tables_of(connection, outgoing):
        return None
    now = clock.now()
    floor = max(_top(connection, live), _top(connection, outgoing))
    number = _move_numbers(connection, live, outgoing)
    position = floor + 1
    carry_revocations(connection, live, outgoing)
    _insert(connection, live, tenant, event, position=position, number=number, at=now)
    for carry in _carriers:
        carry(connection, live, outgoing)
    for topic in sorted({*TOPICS, "events"}):
        connection.execute(
            "INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at) VALUES (%s, %s, %s)",
            [live, topic, now],
        )
    return position


def _keep_log(
    connection: Connection, live: str, outgoing: str, tenant: uuid.UUID, event: TenantRestored
) -> None:
    asked = connection.execute(
        "SELECT requested_by FROM public.backups_restore WHERE id = %s", [event.restore]
    ).fetchone()
    audit.carry_log(
        connection,
        live,
        outgoing,
        tenant=tenant,
        actor=asked[0] if asked else None,
        details={name: event.payload()[name] for name in ("restore", "backup", "as_of", "undo")},
    )


def _top(connection: Connection, schema: str) -> int:
    query = sql.SQL("SELECT coalesce(max(position), 0) FROM {}").format(sql.Identifier(schema, _EVENTS))
    return int(one(connection, query)[0])


def _move_numbers(connection: Connection, live: str, outgoing: str) -> int:
    """The next number of an event: above those of both schemas."""
    highest = 0
    for schema in (live, outgoing):
        query = sql.SQL("SELECT coalesce(max(seq), 0) FROM {}").format(sql.Identifier(schema, _EVENTS))
        highest = max(highest, int(one(connection, query)[0]))
    # Numbers drawn by transactions that rolled back are in no row: the sequences know them.
    drawn = sql.SQL("SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence({}, 'seq')::regclass), 0)")
    for schema in (live, outgoing):
        highest = max(highest, int(one(connection, drawn.format(_table(connection, schema)))[0]))
    moved = sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'seq'), {})")
    connection.execute(moved.format(_table(connection, live), sql.Literal(highest + 1)))
    return highest + 1


def _table(connection: Connection, schema: str) -> sql.Literal:
    """The event table's name as the text that functions on sequences take."""
    return sql.Literal(sql.Identifier(schema, _EVENTS).as_string(connection))


def announce(connection: Connection, schema: str, tenant: uuid.UUID, event: Event) -> None:
    """Write an event of the owner's into a business's stream, as `emit` would: the relay hands it on."""
    drawn = sql.SQL("SELECT nextval(pg_get_serial_sequence({}, 'seq'))").format(_table(connection, schema))
    now = clock.now()
    _insert(connection, schema, tenant, event, position=None, number=int(one(connection, drawn)[0]), at=now)
    connection.execute(
        "INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at) VALUES (%s, 'events', %s)",
        [schema, now],
    )


def _insert(
    connection: Connection,
    schema: str,
    tenant: uuid.UUID,
    event: Event,
    *,
    position: int | None,
    number: int,
    at: datetime,
) -> None:
    event_id = ids.new_id()
    payload = event.payload()
    body: dict[str, Any] = {
        "type": event.TYPE,
        "id": ids.encode("evt", event_id),
        "timestamp": rfc3339(at),
        "api_version": f"v{event.VERSION}",
        "object_version": 1,
        "sequence": number,
        "data": payload,
    }
    connection.execute(
        sql.SQL(
            "INSERT INTO {} (id, seq, position, type, version, subject_type, subject_id, object_version,"
            " payload, body, actor, occurred_at) VALUES (%s, %s, %s, %s, %s, %s, %s, 1, %s, %s, %s, %s)"
        ).format(sql.Identifier(schema, _EVENTS)),
        [
            event_id,
            number,
            position,
            event.TYPE,
            event.VERSION,
            event.SUBJECT,
            tenant,
            orjson.dumps(payload).decode(),
            orjson.dumps(body).decode(),
            orjson.dumps({"kind": "operator"}).decode(),
            at,
        ],
    )
