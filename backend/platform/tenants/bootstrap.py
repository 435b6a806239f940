"""Makes an empty database a Guildhall: the login role, the wall, public's tables and the template."""

from __future__ import annotations

import hashlib
import logging
import time
import uuid
from typing import Any

import psycopg
from django.conf import settings
from django.core.management.sql import emit_post_migrate_signal
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

from backend.kernel import clock
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.kernel.tenancy.names import TEMPLATE_ROLE, TEMPLATE_SCHEMA
from backend.kernel.tenancy.setup import STILL_OPEN, database_sql, public_grants_sql
from backend.platform.tenants.clone import build_ddl, settle_expressions
from backend.platform.tenants.models import Release
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.rendering import render_and_apply

logger = logging.getLogger(__name__)

TEMPLATE = TenantInfo(
    id=uuid.UUID(int=1),
    schema=TEMPLATE_SCHEMA,
    slug="",
    name="Template",
    currency="USD",
    languages=("en",),
    timezone="UTC",
    country="",
    status="active",
    pack="",
)
"""The schema that real migrations build and every tenant's is a copy of."""

# One session takes it and every step runs under it.
ADVISORY = 0x6775696C64
"""Key of the advisory lock that lets one process at a time change public or the template."""


def prepare_database() -> None:
    """Makes the login role and the wall. May be run again; needs the owner's rights, for the whole wall a superuser's.

    An owner who is none (a managed database's) cannot take from PUBLIC what is PostgreSQL's own: that is no failure,
    and what stays open is told in the log as an error each time.
    """
    app_role = settings.TENANCY["APP_ROLE"]
    password = settings.DATABASES["default"]["PASSWORD"]
    with owner_connection() as connection:
        name = connection.info.dbname
        connection.execute("SELECT pg_advisory_lock(%s)", [ADVISORY])
        _alter_role(connection, database_sql(app_role, password, name))
        still_open = [name for (name,) in connection.execute(STILL_OPEN).fetchall()]
    if still_open:
        logger.error(
            "the wall between businesses has gaps: this database's owner may not revoke from PUBLIC: %s. "
            "Have a superuser do it: backend/adr/0002-tenancy.md says how",
            ", ".join(still_open),
        )


def _alter_role(connection: psycopg.Connection[Any], statements: sql.Composed) -> None:
    # A role belongs to the whole server and advisory locks to a database: two databases that are prepared at
    # once meet in the role's row, and PostgreSQL refuses the second.
    for _attempt in range(50):
        try:
            connection.execute(statements)
        except psycopg.errors.InternalError_ as error:
            if "concurrently updated" not in str(error):
                raise
            time.sleep(0.1)
        else:
            return
    connection.execute(statements)


def migrate_public() -> list[str]:
    """Runs public's pending migrations and gives the login role its rights. Returns what was run."""
    done: list[str] = []
    with owner_connection() as guard, tenant_context(PUBLIC):
        guard.execute("SELECT pg_advisory_lock(%s)", [ADVISORY])
        executor = MigrationExecutor(connections["owner"])
        targets = [
            key for key in executor.loader.graph.leaf_nodes() if key[0] in settings.TENANCY["PUBLIC_LABELS"]
        ]
        plan = executor.migration_plan(targets)
        executor.migrate(targets, plan)
        _finish()
        done = [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
        guard.execute(public_grants_sql(settings.TENANCY["APP_ROLE"]))
        connections["owner"].close()
    return done


def build_template() -> tuple[list[str], str]:
    """Brings the template to the code's migrations and records the text that copies it.

    Each pending migration is rendered to SQL against the template, then run there, so that `migrate_all`
    can run the same text in every schema. Returns what was run, and the release's fingerprint.
    """
    with owner_connection() as guard, tenant_context(TEMPLATE):
        guard.execute("SELECT pg_advisory_lock(%s)", [ADVISORY])
        guard.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(TEMPLATE_SCHEMA)))
        _make_template_role(guard)
        connection = connections["owner"]
        _own_migration_table(connection)
        executor = MigrationExecutor(connection)
        targets = [
            key for key in executor.loader.graph.leaf_nodes() if key[0] in settings.TENANCY["TENANT_LABELS"]
        ]
        plan = executor.migration_plan(targets)
        rendered = render_and_apply(executor, plan)
        finish = _finish()
        connection.close()
        if rendered:
            settle_expressions(guard, TEMPLATE_SCHEMA)
        ddl = build_ddl(guard, TEMPLATE_SCHEMA)
    fingerprint = hashlib.sha256(ddl.encode()).hexdigest()[:32]
    with tenant_context(PUBLIC):
        # The newest release is the current one, also where the template came back to an earlier shape.
        Release.objects.update_or_create(
            fingerprint=fingerprint, defaults={"ddl": ddl, "finish": finish, "created_at": clock.now()}
        )
    return [f"{item.app}.{item.name}" for item in rendered], fingerprint


def _finish() -> str:
    """Sends `post_migrate` in the schema that is entered; gives the text of what the receivers ran there."""
    connection = connections["owner"]
    statements: list[str] = []

    def note(execute: Any, statement: Any, params: Any, many: bool, context: Any) -> Any:
        text = str(statement)
        statements.append(connection.ops.compose_sql(text, params) if params else text)  # type: ignore[attr-defined]
        return execute(statement, params, many, context)

    with transaction.atomic(using="owner"), connection.execute_wrapper(note):
        emit_post_migrate_signal(verbosity=0, interactive=False, db="owner")
    return "\n".join(
        text.rstrip().rstrip(";") + ";"
        for text in statements
        if not text.lstrip().upper().startswith("SELECT")
    )


def _make_template_role(guard: Any) -> None:
    found = guard.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [TEMPLATE_ROLE]).fetchone()
    if found is None:
        guard.execute(sql.SQL("CREATE ROLE {} NOLOGIN NOINHERIT").format(sql.Identifier(TEMPLATE_ROLE)))


def _own_migration_table(connection: Any) -> None:
    """Makes the schema's own django_migrations: the recorder would else take public's for it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"{TEMPLATE_SCHEMA}.django_migrations"])
        if cursor.fetchone()[0] is not None:
            return
    with connection.schema_editor() as editor:
        editor.create_model(MigrationRecorder(connection).Migration)
