"""A scratch database on the same server, in which a dump of one schema comes to life and can be renamed.

``pg_restore`` cannot rename a schema, so the dump is restored where its name is free. What the schema leans
on (functions, types, tables of ``public``) is copied in first: definitions of everything, rows only of
tables that the schema's foreign keys point at. No row of another tenant's schema is ever read.
"""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from backend.platform.backups.engine.errors import Damaged, Refused
from backend.platform.backups.engine.manifest import DATABASE, Manifest
from backend.platform.backups.engine.pgtools import Server, Tool
from backend.platform.backups.engine.pipeline import CHUNK
from backend.platform.backups.engine.snapshot import Connection, table_digests

_RESTORE = ["--exit-on-error", "--no-owner", "--no-privileges"]

# Everything outside the schema that objects inside it name: functions of triggers, defaults and checks,
# types of columns, and tables of foreign keys. pg_catalog and information_schema are everywhere.
_OUTSIDE_SCHEMAS = """
WITH inside AS (SELECT oid FROM pg_class WHERE relnamespace = quote_ident(%(schema)s)::regnamespace),
used(namespace) AS (
    SELECT p.pronamespace FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE t.tgrelid IN (SELECT oid FROM inside)
    UNION SELECT ty.typnamespace FROM pg_attribute a JOIN pg_type ty ON ty.oid = a.atttypid
     WHERE a.attrelid IN (SELECT oid FROM inside) AND a.attnum > 0 AND NOT a.attisdropped
    UNION SELECT c.relnamespace FROM pg_constraint k JOIN pg_class c ON c.oid = k.confrelid
     WHERE k.conrelid IN (SELECT oid FROM inside)
    UNION SELECT p.pronamespace FROM pg_depend d JOIN pg_proc p ON p.oid = d.refobjid
     WHERE d.refclassid = 'pg_proc'::regclass AND (
        (d.classid = 'pg_attrdef'::regclass
         AND d.objid IN (SELECT oid FROM pg_attrdef WHERE adrelid IN (SELECT oid FROM inside)))
        OR (d.classid = 'pg_constraint'::regclass
         AND d.objid IN (SELECT oid FROM pg_constraint WHERE conrelid IN (SELECT oid FROM inside)))
        OR (d.classid = 'pg_policy'::regclass
         AND d.objid IN (SELECT oid FROM pg_policy WHERE polrelid IN (SELECT oid FROM inside))))
)
SELECT DISTINCT n.nspname FROM used JOIN pg_namespace n ON n.oid = used.namespace
 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', %(schema)s::text) ORDER BY 1
"""

_REFERENCED = """
SELECT DISTINCT n.nspname, c.relname FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_class own ON own.oid = k.conrelid
 WHERE k.contype = 'f' AND own.relnamespace = quote_ident(%(schema)s)::regnamespace AND n.nspname <>
 %(schema)s::text ORDER BY 1, 2
"""

_KEYS = """
SELECT k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k
 WHERE k.contype IN ('p', 'u') AND k.conrelid = %s::regclass ORDER BY k.conname
"""


def _prefix(server: Server) -> str:
    # Several installations may share a server: each knows its own scratch databases by the live one's name.
    live = str(conninfo_to_dict(server.dsn).get("dbname", ""))
    return f"guildhall_scratch_{hashlib.sha256(live.encode()).hexdigest()[:12]}_"


@contextmanager
def scratch_database(server: Server, mark: str) -> Iterator[Server]:
    """An empty database, dropped at the end of the block. A left-over of the same mark is dropped first."""
    name = _prefix(server) + mark
    drop_database(server, mark)
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    try:
        yield server.on(name)
    finally:
        drop_database(server, mark)


def left_over_databases(server: Server) -> list[str]:
    """Marks of the scratch databases of this installation that exist now."""
    prefix = _prefix(server)
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        rows = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY datname", [prefix]
        )
        return [row[0].removeprefix(prefix) for row in rows]


def drop_database(server: Server, mark: str) -> None:
    """Drop the scratch database of a mark, whoever is connected to it; nothing where there is none."""
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    with psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute(drop.format(sql.Identifier(_prefix(server) + mark)))


def copy_surroundings(live: Server, scratch: Server, schema: str, *, foreign: Iterable[str] = ()) -> None:
    """Give the scratch database what ``schema`` leans on outside itself, as it stands in the live database.

    ``schema`` must exist live (its present shape tells what it leans on). ``foreign`` names schemas of
    other tenants: raises ``Refused`` when this one leans on one of them.
    """
    with psycopg.connect(live.dsn) as source, psycopg.connect(scratch.dsn, autocommit=True) as target:
        source.read_only = True
        outside = [row[0] for row in source.execute(_OUTSIDE_SCHEMAS, {"schema": schema})]
        barred = sorted(set(outside) & set(foreign))
        if barred:
            raise Refused(f"the schema {schema} depends on another tenant's: {', '.join(barred)}")
        outside = sorted({"public", *outside})
        extensions = source.execute(
            "SELECT e.extname, n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace "
            "WHERE e.extname <> 'plpgsql'"
        ).fetchall()
        for extension, home in extensions:
            if home not in outside:
                target.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(home)))
            target.execute(
                sql.SQL("CREATE EXTENSION IF NOT EXISTS {} SCHEMA {}").format(
                    sql.Identifier(extension), sql.Identifier(home)
                )
            )
        _copy_definitions(live, scratch, outside)
        for namespace, table in source.execute(_REFERENCED, {"schema": schema}).fetchall():
            _copy_table(source, target, sql.Identifier(namespace, table))


def _copy_table(source: Connection, target: Connection, table: sql.Identifier) -> None:
    # Generated columns cannot be copied; foreign keys need the rows and the unique keys, and nothing else.
    columns = [
        sql.Identifier(row[0])
        for row in source.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
            "AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
            [table.as_string(source)],
        )
    ]
    names = sql.SQL(", ").join(columns)
    with (
        source.cursor().copy(sql.SQL("COPY {} ({}) TO STDOUT (FORMAT binary)").format(table, names)) as out,
        target.cursor().copy(sql.SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(table, names)) as into,
    ):
        for piece in out:
            into.write(piece)
    for name, definition in source.execute(_KEYS, [table.as_string(source)]).fetchall():
        target.execute(
            sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} ").format(table, sql.Identifier(name))
            + sql.SQL(definition)
        )


def _copy_definitions(live: Server, scratch: Server, schemas: Iterable[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="guildhall-") as folder:
        dump, contents = Path(folder, "definitions"), Path(folder, "contents")
        arguments = [
            "--format=custom",
            "--section=pre-data",
            "--no-owner",
            "--no-privileges",
            f"--file={dump}",
        ]
        with Tool(live, "pg_dump", [*arguments, *_schemas(schemas)]) as tool:
            tool.check()
        with Tool(live, "pg_restore", ["--list", str(dump)], connect=False, stdout=subprocess.PIPE) as tool:
            listed = tool.stdout.read().decode()
            tool.check()
        # A dump of public creates it, and a new database has it: the dump has no IF NOT EXISTS, so that
        # line goes.
        kept = [line for line in listed.splitlines() if " SCHEMA - public " not in line]
        contents.write_text("\n".join(kept))
        with Tool(scratch, "pg_restore", [*_RESTORE, f"--use-list={contents}", str(dump)]) as tool:
            tool.check()


def _schemas(names: Iterable[str]) -> list[str]:
    return [f'--schema="{name}"' for name in names]


def pipe_dump(source: Server, target: Server, schemas: Iterable[str]) -> None:
    """Dump schemas of one database straight into another; ``ToolFailed`` unless both ends succeeded."""
    dump_arguments = ["--format=custom", "--compress=0", "--no-owner", "--no-privileges"]
    dump_arguments += _schemas(schemas)
    with (
        Tool(source, "pg_dump", dump_arguments, stdout=subprocess.PIPE) as dump,
        Tool(target, "pg_restore", _RESTORE, stdin=subprocess.PIPE) as restore,
    ):
        restore.feed(iter(lambda: dump.stdout.read(CHUNK), b""))
        dump.check()
        restore.check()


def feed_dump(scratch: Server, pieces: Iterable[bytes]) -> None:
    """Restore a decrypted dump into the scratch database."""
    with Tool(scratch, "pg_restore", _RESTORE, stdin=subprocess.PIPE) as restore:
        restore.feed(pieces)
        restore.check()


def prove(scratch: Server, manifest: Manifest) -> None:
    """Compare every table's rows and hash with the manifest's; raises ``Damaged`` on any difference."""
    with psycopg.connect(scratch.dsn) as connection:
        found = table_digests(connection, manifest.schema)
    if found != manifest.tables:
        names = found.keys() | manifest.tables.keys()
        wrong = sorted(name for name in names if found.get(name) != manifest.tables.get(name))
        raise Damaged(DATABASE, f"restored rows of {', '.join(wrong[:5])} are not the manifest's")
