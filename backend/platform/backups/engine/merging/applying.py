"""Bringing lost rows back, in one transaction of the live schema: all that can come, or nothing.

Writers of the touched tables wait from the moment in which the rows are known until the commit, which is
milliseconds: the long comparison comes before the locks, and what it found is looked at again behind them. Each try
gives way as a swap does, so that no deadlock picks the business's transaction.
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import sql

from backend.platform.backups.engine.errors import Refused, SwapTimeout
from backend.platform.backups.engine.merging.choices import Rules, Wanted
from backend.platform.backups.engine.merging.difference import Job, describe, find_lost
from backend.platform.backups.engine.merging.obstacles import (
    conflicts,
    find_changed,
    find_obstacles,
    with_parts,
)
from backend.platform.backups.engine.merging.shape import Shape, in_order, shapes_of
from backend.platform.backups.engine.pgtools import Server
from backend.platform.backups.engine.snapshot import Connection
from backend.platform.backups.engine.swap import ATTEMPT_MS

REFUSALS = 3
"""Tries that the database's own rules may stop (a row was written between a look and a lock) before it is said."""


@dataclass(frozen=True)
class Merged:
    """How a merge went. `blocked_ms` is how long writers of the touched tables waited."""

    attempts: int
    inserted: dict[str, int] = field(default_factory=dict)
    overwritten: dict[str, int] = field(default_factory=dict)
    raised: dict[str, int] = field(default_factory=dict)
    settled: dict[str, int] = field(default_factory=dict)
    conflict_counts: dict[str, int] = field(default_factory=dict)
    conflicts: list[dict[str, Any]] = field(default_factory=list)


def difference(server: Server, *, live: str, staging: str, rules: Rules) -> dict[str, Any]:
    """The staging schema against the live one, as it is kept in a restore's report. Changes nothing.

    Of one moment, without locks: writers go on meanwhile. `conflicts` is what would not come back, were it applied now
    with nothing left out and nothing revived.
    """
    with psycopg.connect(server.dsn, application_name="guildhall-merge") as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        job = _job(connection, live, staging, rules)
        find_lost(job)
        find_obstacles(job, Wanted())
        counts, named = conflicts(job)
        found = {
            "compared_at": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
            "tables": describe(job),
            "conflict_counts": counts,
            "conflicts": named,
        }
        connection.rollback()
    return found


def _job(connection: Connection, live: str, staging: str, rules: Rules) -> Job:
    # The guards of the tables name others without their schema.
    connection.execute(sql.SQL("SET LOCAL search_path = {}, public").format(sql.Identifier(live)))
    return Job(connection, live, staging, rules, shapes_of(connection, live, rules))


def merge(
    server: Server,
    *,
    live: str,
    staging: str,
    rules: Rules,
    wanted: Wanted,
    compared_at: str,
    facts: dict[str, str],
    also: Callable[[Connection, Merged], None],
    patience: float = 60.0,
) -> float:
    """Inserts what `live` lost and `staging` has, in one transaction; milliseconds that writers waited.

    Live rows stay as they are, but for changed rows of tables that `wanted` names. What cannot come back is left out,
    with its reason. `facts` are what the audit log is told of the actor; `also(connection, merged)` runs last inside
    the transaction. Raises SwapTimeout after `patience` seconds of tries at a busy business, and Refused where a rule
    of the database forbids what was found possible, each with nothing changed.
    """
    deadline = time.monotonic() + patience
    attempts = refusals = 0
    with psycopg.connect(server.dsn, application_name="guildhall-merge") as connection:
        while True:
            attempts += 1
            try:
                return _attempt(connection, live, staging, rules, wanted, compared_at, facts, also, attempts)
            except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected) as exc:
                connection.rollback()
                if time.monotonic() >= deadline:
                    raise SwapTimeout(
                        f"the tenant was busy for {patience:g} s; nothing was changed, try again"
                    ) from exc
            except psycopg.IntegrityError as exc:
                connection.rollback()
                refusals += 1
                if refusals >= REFUSALS:
                    raise Refused(
                        f"the database refuses it ({exc.diag.constraint_name}): {exc.diag.message_primary}"
                    ) from exc
            except BaseException:
                connection.rollback()
                raise
            time.sleep(min(0.2 * attempts, 2.0))


def _attempt(
    connection: Connection,
    live: str,
    staging: str,
    rules: Rules,
    wanted: Wanted,
    compared_at: str,
    facts: dict[str, str],
    also: Callable[[Connection, Merged], None],
    attempts: int,
) -> float:
    job = _job(connection, live, staging, rules)
    find_lost(job)
    connection.execute(sql.SQL("SET LOCAL lock_timeout = {}").format(ATTEMPT_MS))
    began = time.perf_counter()
    _lock(job, wanted)
    _look_again(job)
    find_obstacles(job, wanted)
    find_changed(job, wanted, compared_at)
    connection.execute("SELECT set_config('guildhall.ctx', %s, true)", [json.dumps(facts)])
    inserted = _insert(job)
    overwritten = _overwrite(job, wanted)
    raised = _raise_numbers(job)
    settled = _settle(job, inserted)
    connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    counts, named = conflicts(job)
    also(connection, Merged(attempts, inserted, overwritten, raised, settled, counts, named))
    connection.commit()
    return (time.perf_counter() - began) * 1000


def _lock(job: Job, wanted: Wanted) -> None:
    """Holds off writers of every table that gets rows, or that such rows refer to; readers go on.

    EXCLUSIVE, as a transaction that has locked a row to read a sum must not write by that sum after us.
    """
    lost = {row[0] for row in job.connection.execute("SELECT DISTINCT tab FROM merge_lost")}
    if wanted.tables is not None:
        lost &= with_parts(job, wanted.tables)
    touched = lost | wanted.overwrite
    tables = touched | {edge.table for name in touched for edge in job.shapes[name].edges}
    if tables:
        names = sql.SQL(", ").join(sql.Identifier(job.live, table) for table in sorted(tables))
        job.connection.execute(sql.SQL("LOCK TABLE {} IN EXCLUSIVE MODE").format(names))


def _look_again(job: Job) -> None:
    for table in [row[0] for row in job.connection.execute("SELECT DISTINCT tab FROM merge_lost")]:
        job.run(
            "DELETE FROM merge_lost AS m USING {live} AS own WHERE m.tab = {name} AND own.{key} = m.key",
            **job.names(job.shapes[table]),
        )


def _insert(job: Job) -> dict[str, int]:
    coming = {
        row[0] for row in job.connection.execute("SELECT DISTINCT tab FROM merge_lost WHERE reason IS NULL")
    }
    done = {}
    for table in in_order(job.shapes, coming):
        shape = job.shapes[table]
        columns = sql.SQL(", ").join(sql.Identifier(name) for name in shape.columns)
        values = sql.SQL(", ").join(sql.Identifier("lost", name) for name in shape.columns)
        done[table] = job.run(
            "INSERT INTO {live} ({columns}) SELECT {values} FROM {staging} AS lost"
            " JOIN merge_lost AS m ON m.tab = {name} AND m.key = lost.{key} AND m.reason IS NULL",
            **job.names(shape, columns=columns, values=values),
        )
    return done


def _overwrite(job: Job, wanted: Wanted) -> dict[str, int]:
    done = {}
    for table in in_order(job.shapes, set(wanted.overwrite)):
        shape = job.shapes[table]
        count = job.run(
            "UPDATE {live} AS own SET {changes} FROM {staging} AS lost, merge_changed AS m"
            " WHERE m.tab = {name} AND m.reason IS NULL AND m.key = own.{key} AND lost.{key} = own.{key}",
            **job.names(shape, changes=_changes(shape)),
        )
        if count:
            done[table] = count
    return done


def _changes(shape: Shape) -> sql.Composed:
    """The columns as the backup has them; the version goes on, so that nobody's stale write slips through."""
    parts = []
    for name in shape.columns:
        if name == shape.key:
            continue
        value: sql.Composable = sql.Identifier("lost", name)
        if name == "version":
            value = sql.SQL("own.version + 1")
        elif name == "updated_at":
            value = sql.SQL("now()")
        parts.append(sql.SQL("{} = {}").format(sql.Identifier(name), value))
    return sql.SQL(", ").join(parts)


def _raise_numbers(job: Job) -> dict[str, int]:
    """Numbers given in either schema are not given again: the greater of the two stays."""
    done = {}
    for shape in job.shapes.values():
        choice = job.rules.of(shape.name)
        if choice.kind != "highest":
            continue
        unique = shape.uniques[0]
        parents = [
            sql.SQL(
                "(lost.{column} IS NULL OR EXISTS (SELECT FROM {table} p WHERE p.{key} = lost.{column}))"
            ).format(
                column=sql.Identifier(edge.column),
                table=sql.Identifier(job.live, edge.table),
                key=sql.Identifier(job.shapes[edge.table].key),
            )
            for edge in shape.edges
            if edge.hard
        ]
        count = job.run(
            "INSERT INTO {live} AS own ({columns}) SELECT {values} FROM {staging} AS lost WHERE {there}"
            # A number that was not given yet raises nothing.
            " AND lost.{number} > 0"
            " AND NOT EXISTS (SELECT FROM {live} AS x WHERE x.{key} = lost.{key} AND x.{number} >= lost.{number})"
            " ON CONFLICT ({once}) DO UPDATE SET {number} = EXCLUDED.{number}"
            " WHERE own.{number} < EXCLUDED.{number}",
            **job.names(
                shape,
                columns=sql.SQL(", ").join(sql.Identifier(name) for name in shape.columns),
                values=sql.SQL(", ").join(sql.Identifier("lost", name) for name in shape.columns),
                there=sql.SQL(" AND ").join(parents) if parents else sql.SQL("true"),
                number=sql.Identifier(choice.number),
                once=sql.SQL(", ").join(sql.Identifier(name) for name in unique.columns),
            ),
        )
        if count:
            done[shape.name] = count
    return done


def _settle(job: Job, inserted: dict[str, int]) -> dict[str, int]:
    done = {}
    for table, settle in job.rules.settle.items():
        if not inserted.get(table):
            continue
        keys: list[uuid.UUID] = [
            row[0] for row in job.connection.execute("SELECT key FROM merge_lost WHERE tab = %s", [table])
        ]
        done[table] = settle(job.connection, job.live, job.staging, keys)
    return done
