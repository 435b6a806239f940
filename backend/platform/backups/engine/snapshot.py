"""What a schema holds at one moment: rows and an order-free hash per table, and its migrations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from backend.platform.backups.engine.manifest import TableDigest

Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True)
class Snapshot:
    """A transaction held open over one state of the database. ``name`` is good for ``pg_dump --snapshot``."""

    connection: Connection
    name: str
    taken_at: datetime


@contextmanager
def exported_snapshot(dsn: str) -> Iterator[Snapshot]:
    """Open a read-only snapshot and keep it until the block ends."""
    with psycopg.connect(dsn, application_name="guildhall-backup") as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = one(connection, "SELECT pg_export_snapshot(), statement_timestamp()")
        yield Snapshot(connection, row[0], row[1].astimezone(UTC))
        connection.rollback()


def one(connection: Connection, query: sql.SQL | sql.Composed | LiteralString) -> tuple[Any, ...]:
    """The one row that a query always has."""
    row = connection.execute(query).fetchone()
    if row is None:
        raise LookupError("the query gave no row")
    return row


def tables_of(connection: Connection, schema: str) -> list[str]:
    """The tables of the schema that hold rows themselves, by name."""
    rows = connection.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = %s AND c.relkind = 'r' ORDER BY c.relname",
        [schema],
    )
    return [row[0] for row in rows]


def table_digests(connection: Connection, schema: str) -> dict[str, TableDigest]:
    """Rows and hash of each table, inside the connection's transaction (its snapshot, where it has one).

    The hash is the sum over all rows of the first 64 bits of SHA-256 over the row's text, so it does not
    depend on the order of rows nor on the server's version. The settings that shape a row's text are fixed
    for the purpose.
    """
    # SET, not set_config(): the tenancy wall revokes that function.
    connection.execute(
        sql.SQL(
            "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, MDY'; "
            "SET LOCAL intervalstyle = 'postgres'; "
            "SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL row_security = off; "
            "SET LOCAL search_path = {}, public"
        ).format(sql.Identifier(schema))
    )
    digests = {}
    for table in tables_of(connection, schema):
        row = one(
            connection,
            sql.SQL(
                "SELECT count(*), coalesce(sum(('x' || encode(substring(sha256(convert_to("
                "guildhall__row::text, 'UTF8')) from 1 for 8), 'hex'))::bit(64)::bigint::numeric), 0) "
                "FROM {}.{} AS guildhall__row"
            ).format(sql.Identifier(schema), sql.Identifier(table)),
        )
        digests[table] = TableDigest(rows=int(row[0]), hash=str(row[1]))
    return digests


def migrations_of(connection: Connection, schema: str) -> list[list[str]]:
    """The applied migrations that the schema records, as [app, name]; empty where it records none."""
    if "django_migrations" not in tables_of(connection, schema):
        return []
    query = sql.SQL("SELECT app, name FROM {}.django_migrations ORDER BY app, name")
    return [[row[0], row[1]] for row in connection.execute(query.format(sql.Identifier(schema)))]


def schema_exists(connection: Connection, schema: str) -> bool:
    """Whether a schema of this name exists."""
    row = connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema]).fetchone()
    return row is not None
