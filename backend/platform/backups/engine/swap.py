"""From a scratch database to the live schema: the shadow, the swap, the way back, and the cleaning up.

Names, for a schema ``t`` and a mark (12 characters of the restore's id): the shadow is ``t__r_<mark>``,
what was live before is ``t__old_<mark>``, what an undo took away is ``t__undone_<mark>``.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import psycopg
from psycopg import sql

from backend.platform.backups.engine.errors import Damaged, Refused, SwapTimeout
from backend.platform.backups.engine.manifest import DATABASE, Manifest
from backend.platform.backups.engine.pgtools import Server
from backend.platform.backups.engine.scratch import pipe_dump
from backend.platform.backups.engine.snapshot import Connection, schema_exists, table_digests, tables_of

log = logging.getLogger(__name__)

ATTEMPT_MS = 600
"""Shorter than PostgreSQL's deadlock_timeout (1 s): the swap gives way before a deadlock can pick the
tenant's transaction as its victim."""

_DEPENDENTS = """
SELECT DISTINCT n.nspname || '.' || c.relname FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_class own ON own.oid = k.confrelid
 WHERE k.contype = 'f' AND own.relnamespace = quote_ident(%(schema)s)::regnamespace
   AND c.relnamespace <> quote_ident(%(schema)s)::regnamespace
UNION
SELECT DISTINCT n.nspname || '.' || v.relname FROM pg_depend d
  JOIN pg_rewrite w ON w.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
  JOIN pg_class v ON v.oid = w.ev_class JOIN pg_namespace n ON n.oid = v.relnamespace
  JOIN pg_class own ON own.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass
 WHERE own.relnamespace = quote_ident(%(schema)s)::regnamespace
   AND v.relnamespace <> quote_ident(%(schema)s)::regnamespace
"""


@dataclass(frozen=True)
class Names:
    """The names that one restore of one schema uses."""

    live: str
    shadow: str
    old: str
    undone: str


@dataclass(frozen=True)
class Swapped:
    """How a swap went: tries, and milliseconds during which the tenant's writes waited in the last one."""

    attempts: int
    blocked_ms: float


def names_for(schema: str, mark: str) -> Names:
    """The names for a schema and a mark of up to 12 letters and digits."""
    if not re.fullmatch(r"[0-9a-z]{1,12}", mark):
        raise ValueError(f"not a mark: {mark!r}")
    return Names(schema, f"{schema}__r_{mark}", f"{schema}__old_{mark}", f"{schema}__undone_{mark}")


def refuse_dependents(connection: Connection, schema: str) -> None:
    """Raises ``Refused`` when a table or view outside the schema depends on one inside it."""
    outside = sorted(row[0] for row in connection.execute(_DEPENDENTS, {"schema": schema}))
    if outside:
        raise Refused(f"outside the schema, {', '.join(outside[:5])} depend on it")


def build_shadow(
    live: Server,
    scratch: Server,
    manifest: Manifest,
    names: Names,
    *,
    prepare: Callable[[Connection, str], None],
) -> None:
    """Load the restored schema from the scratch database into the live one as ``names.shadow``.

    The live schema is not touched. ``prepare(connection, shadow)`` runs on the live database at the end
    (grants of the tenant's role). The loaded rows are proved against the manifest. A left-over shadow is
    replaced.
    """
    rename = sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(
        sql.Identifier(manifest.schema), sql.Identifier(names.shadow)
    )
    with psycopg.connect(scratch.dsn, autocommit=True) as connection:
        connection.execute(rename)
    with psycopg.connect(live.dsn, autocommit=True) as connection:
        drop_schema(connection, names.shadow)
    pipe_dump(scratch, live, [names.shadow])
    with psycopg.connect(live.dsn) as connection:
        found = table_digests(connection, names.shadow)
    if found != manifest.tables:
        raise Damaged(DATABASE, "the rows of the shadow are not the manifest's")
    with psycopg.connect(live.dsn, autocommit=True) as connection:
        # A fresh copy has no statistics: without them the first queries would scan.
        for table in tables_of(connection, names.shadow):
            connection.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(names.shadow, table)))
        prepare(connection, names.shadow)


def swap(
    live: Server,
    *,
    current: str,
    incoming: str,
    outgoing: str,
    patience: float = 60.0,
    also: Callable[[Connection, int], None] = lambda connection, attempts: None,
) -> Swapped:
    """In one transaction: ``current`` becomes ``outgoing`` and ``incoming`` becomes ``current``.

    Write locks on all tables are taken first, so that no transaction that has written to the old tables can
    commit after the swap and lose its write unseen; who waits for them finds the new tables afterwards
    (PostgreSQL looks the name up again). Each try gives way within ``ATTEMPT_MS``; raises ``SwapTimeout``
    after ``patience`` seconds of tries, with nothing changed. ``also(connection, attempts)`` runs inside the
    transaction, after the renaming.
    """
    deadline = time.monotonic() + patience
    attempts = 0
    with psycopg.connect(live.dsn, application_name="guildhall-swap") as connection:
        refuse_dependents(connection, current)
        tables = [sql.Identifier(current, table) for table in tables_of(connection, current)]
        connection.rollback()
        while True:
            attempts += 1
            began = time.perf_counter()
            try:
                connection.execute(sql.SQL("SET LOCAL lock_timeout = {}").format(ATTEMPT_MS))
                if tables:
                    locks = sql.SQL("LOCK TABLE {} IN EXCLUSIVE MODE").format(sql.SQL(", ").join(tables))
                    connection.execute(locks)
                _rename(connection, current, outgoing)
                _rename(connection, incoming, current)
                also(connection, attempts)
                connection.commit()
            except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected) as exc:
                connection.rollback()
                if time.monotonic() >= deadline:
                    raise SwapTimeout(
                        f"the tenant was busy for {patience:g} s; nothing was changed, try again"
                    ) from exc
                # Room for those who queued behind us.
                time.sleep(min(0.2 * attempts, 2.0))
                continue
            return Swapped(attempts, (time.perf_counter() - began) * 1000)


def _rename(connection: Connection, old: str, new: str) -> None:
    connection.execute(
        sql.SQL("ALTER SCHEMA {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new))
    )


def drop_schema(connection: Connection, schema: str) -> bool:
    """Drop a schema and what is in it; False where there is none. The connection must be in autocommit.

    Table by table in short transactions first: one DROP of all would need thousands of locks at once.
    """
    if not schema_exists(connection, schema):
        return False
    refuse_dependents(connection, schema)
    for table in tables_of(connection, schema):
        connection.execute(sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(sql.Identifier(schema, table)))
    connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(schema)))
    return True


def copies_of(connection: Connection, schema: str) -> list[str]:
    """Schemas that restores of ``schema`` made and that still stand (shadows, old and undone ones)."""
    pattern = f"^{re.escape(schema)}__(r|old|undone)_[0-9a-z]{{1,12}}$"
    rows = connection.execute("SELECT nspname FROM pg_namespace WHERE nspname ~ %s ORDER BY 1", [pattern])
    return [row[0] for row in rows]


def left_over_shadows(connection: Connection) -> list[tuple[str, str]]:
    """Every shadow in the database, with its mark."""
    rows = connection.execute(
        "SELECT nspname, substring(nspname from '__r_([0-9a-z]{1,12})$') FROM pg_namespace "
        "WHERE nspname ~ '^t_.*__r_[0-9a-z]{1,12}$' ORDER BY 1"
    )
    return [(row[0], row[1]) for row in rows]
