"""Databases for a test run: a base that real migrations built once, and a copy of it for each worker.

The base is named by a digest of every migration and of what shapes schemas, and stays in the test server, so
only the first run after a change pays for migrations. Copies end with their run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
BASE = "guildhall_base_"
COPY = "guildhall_test_"
KEPT_BASES = 3
READY_SCHEMAS = 6
"""Ready schemas in the base's pool, so that a test's tenant is claimed and not made."""
LOCK = 0x7465737473


def digest() -> str:
    """Names the base that fits the code: its migrations, the audit's and the wall's SQL, and the apps."""
    found = hashlib.sha256()
    for app in settings.INSTALLED_APPS:
        found.update(app.encode() + b"\0")
    patterns = (
        "*/migrations/*.py",
        "core/audit/**/*.py",
        "kernel/tenancy/setup.py",
        "kernel/tenancy/names.py",
        "platform/tenants/clone.py",
        "platform/tenants/rendering.py",
        "platform/tenants/bootstrap.py",
        "*/*/migrations/*.py",
        "*/*/sql/**/*.sql",
        "*/*/sql/**/*.py",
    )
    backend = ROOT / "backend"
    files = sorted({path for pattern in patterns for path in backend.glob(pattern)})
    for path in files:
        found.update(str(path.relative_to(backend)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def _server(database: str = "postgres") -> psycopg.Connection[Any]:
    from backend.platform.tenants.owner import owner_parameters

    return psycopg.connect(**{**owner_parameters(), "dbname": database}, autocommit=True)


def use(name: str) -> None:
    """Points Django's connections at another database."""
    for alias in connections:
        connections[alias].close()
        settings.DATABASES[alias]["NAME"] = name
        connections[alias].settings_dict["NAME"] = name


def ensure_base() -> str:
    """The base's name; builds it where it is not there. One process at a time, the others wait."""
    from backend.platform.tenants.bootstrap import build_template, migrate_public, prepare_database
    from backend.platform.tenants.pool import refill_pool

    name = BASE + digest()
    with _server() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        _sweep(server, keep=name)
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return name
        building = name + "_new"
        _drop(server, building)
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(building)))
        use(building)
        prepare_database()
        migrate_public()
        build_template()
        refill_pool(READY_SCHEMAS)
        use("postgres")
        server.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(building), sql.Identifier(name))
        )
    return name


@contextlib.contextmanager
def copied(base: str, worker: str) -> Iterator[str]:
    """A copy of the base for one worker, dropped at the end; then the database of before is in use again."""
    name = f"{COPY}{os.getpid()}_{worker}"
    before = settings.DATABASES["default"]["NAME"]
    with _server() as server:
        _drop(server, name)
        # Shared: several runs copy at once; but not while somebody builds or sweeps.
        server.execute("SELECT pg_advisory_lock_shared(%s)", [LOCK])
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(base)
            )
        )
        server.execute("SELECT pg_advisory_unlock_shared(%s)", [LOCK])
    try:
        yield name
    finally:
        use("postgres")
        with _server() as server:
            _drop(server, name)
        use(before)


def _drop(server: psycopg.Connection[Any], name: str) -> None:
    """Drops a database and the roles of its tenants that no other database uses."""
    if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
        return
    with _server(name) as inside:
        roles = [
            role
            for (role,) in inside.execute(
                "SELECT 'tr_' || substr(nspname, 3) FROM pg_namespace WHERE nspname ~ '^t_[0-9a-f]{32}$'"
            ).fetchall()
        ]
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    for role in roles:
        used = server.execute(
            """
            SELECT 1 FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid
            WHERE d.refclassid = 'pg_authid'::regclass AND r.rolname = %s AND d.dbid <> 0
            """,
            [role],
        ).fetchone()
        if used is None:
            server.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))


def _sweep(server: psycopg.Connection[Any], keep: str) -> None:
    """Drops the copies of runs that are dead, and all but the newest bases."""
    names = [
        name
        for (name,) in server.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE 'guildhall\\_%' ORDER BY oid DESC"
        ).fetchall()
    ]
    for name in names:
        if name.startswith(COPY) and not _alive(int(name[len(COPY) :].split("_")[0])):
            _drop(server, name)
    bases = [name for name in names if name.startswith(BASE) and name != keep]
    for name in bases[KEPT_BASES - 1 :]:
        users = server.execute("SELECT 1 FROM pg_stat_activity WHERE datname = %s", [name]).fetchone()
        if users is None:
            _drop(server, name)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
