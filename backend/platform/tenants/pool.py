"""Ready schemas: made ahead from the release's text, handed out in one statement."""

from __future__ import annotations

import logging
import time
import uuid
from typing import Any

import psycopg
from django.conf import settings
from psycopg import sql

from backend.kernel.ids import new_id
from backend.kernel.tenancy import PUBLIC, role_of, schema_of, tenant_context
from backend.kernel.tenancy.setup import default_grants_sql, roles_sql
from backend.platform.tenants.models import PooledSchema, Release
from backend.platform.tenants.owner import owner_connection

logger = logging.getLogger(__name__)

DEFAULT_SIZE = 4


class NoRelease(RuntimeError):
    """The template was not built: run `python -m backend.manage build_template`."""


def current_release() -> Release:
    """The release that new schemas are copied from. Raises NoRelease."""
    with tenant_context(PUBLIC):
        release = Release.objects.order_by("-created_at").first()
    if release is None:
        raise NoRelease("run `python -m backend.manage build_template` first")
    return release


def make_schema(connection: psycopg.Connection[Any], schema: str, ddl: str) -> None:
    """Makes one schema from the release's text, with the rights of its role (which must exist)."""
    with connection.transaction():
        identifier = sql.Identifier(schema)
        connection.execute(
            sql.SQL("CREATE SCHEMA {}; SET LOCAL search_path = {}, public;").format(identifier, identifier)
            + default_grants_sql(schema)
            + sql.SQL(ddl)
        )


def make_schemas(count: int) -> list[uuid.UUID]:
    """Makes `count` ready schemas and enters them into the pool. Their roles are made at once."""
    if count <= 0:
        return []
    release = current_release()
    ids = [new_id() for _ in range(count)]
    with owner_connection() as connection:
        # One batch: after a GRANT of a role every backend reads the memberships anew.
        with connection.transaction():
            connection.execute(roles_sql([schema_of(one) for one in ids], settings.TENANCY["APP_ROLE"]))
        for one in ids:
            started = time.perf_counter()
            make_schema(connection, schema_of(one), release.ddl)
            connection.execute(
                "INSERT INTO public.tenants_pooledschema (id, fingerprint, created_at) VALUES (%s, %s, now())",
                [one, release.fingerprint],
            )
            logger.info("a schema was made in %.0f ms", (time.perf_counter() - started) * 1000)
    return ids


def refill_pool(size: int = DEFAULT_SIZE) -> int:
    """Brings the pool to `size` schemas of the current release; drops those of older ones. Returns how many it made."""
    release = current_release()
    with owner_connection() as guard:
        if not _only_one(guard):
            return 0
        with tenant_context(PUBLIC):
            stale = list(
                PooledSchema.objects.exclude(fingerprint=release.fingerprint).values_list("id", flat=True)
            )
            ready = PooledSchema.objects.filter(fingerprint=release.fingerprint).count()
        for one in stale:
            drop_pooled(guard, one)
        made = make_schemas(size - ready)
    return len(made)


def drop_pooled(connection: psycopg.Connection[Any], tenant_id: uuid.UUID) -> bool:
    """Drops a pooled schema unless it was claimed meanwhile. Returns whether it did."""
    with connection.transaction():
        taken = connection.execute(
            "DELETE FROM public.tenants_pooledschema WHERE id = %s RETURNING id", [tenant_id]
        ).fetchone()
        if taken is None:
            return False
        drop_schema(connection, schema_of(tenant_id))
    return True


def drop_schema(connection: psycopg.Connection[Any], schema: str) -> None:
    """Drops a schema with all that is in it, and its role unless another database of the server uses that."""
    name = role_of(schema)
    role = sql.Identifier(name)
    connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema)))
    if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone() is None:
        return
    connection.execute(sql.SQL("DROP OWNED BY {}").format(role))
    elsewhere = connection.execute(
        """
        SELECT 1 FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid
        WHERE d.refclassid = 'pg_authid'::regclass AND r.rolname = %s AND d.dbid <> 0
            AND d.dbid <> (SELECT oid FROM pg_database WHERE datname = current_database())
        """,
        [name],
    ).fetchone()
    if elsewhere is None:
        connection.execute(sql.SQL("DROP ROLE {}").format(role))


def claim() -> uuid.UUID | None:
    """Takes a ready schema out of the pool, in the caller's transaction. None where the pool is empty.

    The row is locked, so two claims never get the same; a rollback puts it back.
    """
    from django.db import connection

    fingerprint = current_release().fingerprint
    with connection.cursor() as cursor:
        cursor.execute(
            """
            DELETE FROM tenants_pooledschema WHERE id = (
                SELECT id FROM tenants_pooledschema WHERE fingerprint = %s
                ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id
            """,
            [fingerprint],
        )
        row = cursor.fetchone()
    return row[0] if row else None


def _only_one(guard: psycopg.Connection[Any]) -> bool:
    row = guard.execute("SELECT pg_try_advisory_lock(%s)", [0x706F6F6C]).fetchone()
    return bool(row and row[0])
