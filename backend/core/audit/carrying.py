"""The logs in a restore: what was live stays live, and says that the data around it went back.

A backup holds a shorter log than the one that it replaces. Were it put live, the entries since would be gone and
the operator's anchors would name numbers that are not there: verification would say `removed` for ever, and a
real tampering would hide behind that. So the two schemas exchange their tables, inside the swap's transaction:
no entry is copied, and however long the log is, writers wait no longer. An undo goes the same way.
"""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from psycopg import sql

from backend.kernel.actions import action

logger = logging.getLogger(__name__)

RESTORED = action("audit.restored", _("Data restored from a backup"))
TABLES = ("audit_entry", "audit_access", "audit_alert")
"""What tells of deeds and is no data of the business: the log, the requests, the alerts."""

_HEAD = "SELECT sequence, hash FROM {} WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1"
_FIRST = "SELECT sequence, previous_hash FROM {} WHERE sequence IS NOT NULL ORDER BY sequence LIMIT 1"
_CHECKPOINT = """
SELECT 1 FROM {} WHERE action = 'audit.pruned' AND after ->> 'through' = %s AND after ->> 'hash' = %s LIMIT 1
"""
_UNSEALED = """
INSERT INTO {into} SELECT * FROM {of} AS entry
WHERE entry.sequence IS NULL AND NOT EXISTS (SELECT FROM {into} AS known WHERE known.id = entry.id)
"""
_ENTRY = """
INSERT INTO {} (id, at, txid, "table", row_id, action, after, actor_id, actor_kind)
VALUES (gen_random_uuid(), now(), 0, 'tenants_tenant', %s, %s, %s::jsonb, %s, '')
"""


def carry_log(
    connection: Any,
    live: str,
    outgoing: str,
    *,
    tenant: uuid.UUID,
    actor: uuid.UUID | None,
    details: Mapping[str, Any],
) -> str:
    """Puts the outgoing schema's logs into the live one and adds `audit.restored`; returns how they relate.

    Call it as the owner, inside the swap's transaction. `details` are those of the entry, `actor` the operator.
    `prefix`: the incoming log is the beginning of the outgoing one, as it should be. `pruned`: so it would be, but
    retention has removed that part, and left its checkpoint. `longer`: the outgoing log is the beginning of the
    incoming one, which therefore stays live, with the outgoing entries that were not sealed yet. `differs`: one of
    the two was tampered with; the outgoing one stays live, as anchors speak of it, and verification judges it.
    """
    found, through, seal = _compare(connection, live, outgoing)
    if found == "differs":
        logger.error("the audit log of a backup is not the beginning of %s's, at %s", live, through)
    if found == "longer":
        _add_unsealed(connection, live, outgoing)
    else:
        _exchange(connection, live, outgoing, TABLES)
    said = {**details, "log": {"found": found, "through": through, "hash": seal.hex()}}
    facts = json.dumps({"kind": "operator" if actor else "system"})
    connection.execute("SELECT set_config('guildhall.ctx', %s, true)", [facts])
    connection.execute(
        sql.SQL(_ENTRY).format(sql.Identifier(live, TABLES[0])),
        [tenant, RESTORED.code, json.dumps(said), actor],
    )
    connection.execute("SELECT set_config('guildhall.ctx', '', true)")
    return found


def _compare(connection: Any, incoming: str, outgoing: str) -> tuple[str, int, bytes]:
    """How the incoming chain relates to the outgoing one, and the incoming one's last number and hash."""
    ours, theirs = sql.Identifier(incoming, TABLES[0]), sql.Identifier(outgoing, TABLES[0])

    def one(text: str, table: sql.Identifier, *values: Any) -> Any:
        return connection.execute(sql.SQL(text).format(table), values or None).fetchone()

    def hash_at(table: sql.Identifier, number: int) -> bytes | None:
        row = one("SELECT hash FROM {} WHERE sequence = %s", table, number)
        return bytes(row[0]) if row else None

    end, last, first = one(_HEAD, ours), one(_HEAD, theirs), one(_FIRST, theirs)
    if end is None:
        return "prefix", 0, bytes(32)
    through, seal = int(end[0]), bytes(end[1])
    if last is None or last[0] < through:
        # By the hash alone: each hash holds all that stands before it.
        begins = last is None or hash_at(ours, int(last[0])) == bytes(last[1])
        return "longer" if begins else "differs", through, seal
    if first[0] > through:
        cut = one(_CHECKPOINT, theirs, str(first[0] - 1), bytes(first[1]).hex())
        return "pruned" if cut else "differs", through, seal
    return "prefix" if hash_at(theirs, through) == seal else "differs", through, seal


def _exchange(connection: Any, live: str, outgoing: str, tables: tuple[str, ...]) -> None:
    """Each table changes places with its namesake in the other schema; rights, guards and indexes go along."""
    between = f"{live}__log"
    connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(between)))
    move = sql.SQL("ALTER TABLE {} SET SCHEMA {}")
    for table in tables:
        for source, target in ((live, between), (outgoing, live), (between, outgoing)):
            connection.execute(move.format(sql.Identifier(source, table), sql.Identifier(target)))
    connection.execute(sql.SQL("DROP SCHEMA {}").format(sql.Identifier(between)))


def _add_unsealed(connection: Any, live: str, outgoing: str) -> None:
    """Adds entries as they are, which the guard would give another time and actor."""
    into, of = sql.Identifier(live, TABLES[0]), sql.Identifier(outgoing, TABLES[0])
    for word in ("DISABLE", "ENABLE"):
        if word == "ENABLE":
            connection.execute(sql.SQL(_UNSEALED).format(into=into, of=of))
        connection.execute(sql.SQL("ALTER TABLE {} " + word + " TRIGGER audit_guard_insert").format(into))
