"""One change over all schemas: the template's SQL, schema by schema, in parallel and resumable.

A schema's own `django_migrations` says what it has, and is written in the transaction of the change itself;
so is SchemaMigration, which tells the operator how it went. A run that was stopped, or killed, therefore
goes on where it was, and two runs at once share the work: each asks under a lock whether the schema still
lacks the migration. A schema that fails is recorded and left alone for the rest of the run.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import Any

import psycopg
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import errors, sql

from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.platform.tenants.models import RenderedMigration
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.pool import current_release
from backend.platform.tenants.services import tenant_infos

logger = logging.getLogger(__name__)

LOCK_TIMEOUT = "3s"
ATTEMPTS = 5

Progress = Callable[[int, int], None]
"""Told how many schemas are done, and of how many, now and then."""


@dataclass(slots=True)
class Outcome:
    """What a run did. `failed` holds (schema, migration, error)."""

    schemas: int = 0
    applied: int = 0
    failed: list[tuple[str, str, str]] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Step:
    app: str
    name: str
    sql: str
    python: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.app, self.name


def migrate_all(*, workers: int = 2, progress: Progress | None = None) -> Outcome:
    """Brings every tenant's schema to the template's migrations.

    Text migrations run a transaction each, with a lock timeout and ATTEMPTS attempts, on `workers`
    connections; Python ones run by Django, tenant by tenant. With the last one of a schema runs what
    `post_migrate` ran on the template. Never raises for a schema's failure: it is in the outcome. May be
    stopped anywhere, run again, and run twice at once.
    """
    started = time.perf_counter()
    tenants = tenant_infos()
    outcome = Outcome(schemas=len(tenants))
    run = _Run(_steps(), current_release().finish, outcome, progress)
    pending = run.pending(tenants)
    # Up to the first Python migration that anybody lacks, each schema runs on its own.
    while pending:
        run.texts(pending, workers)
        pending = {
            tenant: keys
            for tenant, keys in run.pending(list(pending)).items()
            if tenant.schema not in run.broken
        }
        if not pending:
            break
        run.python(pending)
        pending = {
            tenant: keys
            for tenant, keys in run.pending(list(pending)).items()
            if tenant.schema not in run.broken
        }
    outcome.seconds = time.perf_counter() - started
    return outcome


class CopyNotMigrated(RuntimeError):
    """A copy of a schema could not be brought to the template's migrations; the text says which stopped it."""


def migrate_copy(schema: str) -> list[str]:
    """Brings a copy of a tenant's schema (a restored backup, before it goes live) to the template's migrations.

    Returns what was run, as `app.name`. Raises CopyNotMigrated where a migration fails, or is one that only
    Django can run, as that needs the schema under its own name and role. What ran before it stays.
    """
    outcome = Outcome(schemas=1)
    run = _Run(_steps(), current_release().finish, outcome)
    copy = replace(PUBLIC, schema=schema)
    lacking = run.pending([copy]).get(copy, [])
    for step in lacking:
        if step.python:
            raise CopyNotMigrated(f"{step.app}.{step.name} is run by Django, tenant by tenant")
    with owner_connection() as connection:
        run._one_schema(connection, copy, lacking)
        connection.execute("DELETE FROM public.tenants_schemamigration WHERE schema = %s", [schema])
    for _schema, name, error in outcome.failed:
        raise CopyNotMigrated(f"{name}: {error}")
    return [f"{step.app}.{step.name}" for step in lacking]


def lacking() -> dict[str, int]:
    """How many businesses lack each migration of the template, as `app.name`; none where all have all."""
    found: dict[str, int] = {}
    for steps in _Run(_steps(), "", Outcome()).pending(tenant_infos()).values():
        for step in steps:
            key = f"{step.app}.{step.name}"
            found[key] = found.get(key, 0) + 1
    return found


def _steps() -> list[_Step]:
    with tenant_context(PUBLIC):
        return [
            _Step(row.app, row.name, row.sql, row.python) for row in RenderedMigration.objects.order_by("id")
        ]


_WAIT = """
SET LOCAL lock_timeout = 0;
SELECT pg_advisory_xact_lock({lock}, hashtext({schema}));
SET LOCAL lock_timeout = {timeout};
"""
"""Another run that works on the schema is waited for, however long: it ends, or its connection does."""
_TAKE = (
    _WAIT
    + """
INSERT INTO {migrations} (app, name, applied) SELECT {app}, {name}, now()
    WHERE NOT EXISTS (SELECT FROM {migrations} WHERE app = {app} AND name = {name})
"""
)
"""Takes a schema's migration for a run: one row where the schema lacked it, none where another run was faster."""
_LOCK = 0x2D69
"""The first key of a schema's lock: below 16384, as those from there on are roles' own (`kernel.tenancy.setup`)."""
_NOTE = """
INSERT INTO public.tenants_schemamigration AS m
    (schema, app, name, state, attempts, error, milliseconds, updated_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, now())
ON CONFLICT (schema, app, name) DO UPDATE SET state = excluded.state, error = excluded.error,
    attempts = m.attempts + excluded.attempts, milliseconds = excluded.milliseconds, updated_at = now()
"""


class _Run:
    def __init__(
        self, steps: Sequence[_Step], finish: str, outcome: Outcome, progress: Progress | None = None
    ) -> None:
        self.steps = steps
        self.finish = finish
        self.outcome = outcome
        self.progress = progress
        self.broken: set[str] = set()
        self._lock = threading.Lock()

    def pending(self, tenants: Sequence[TenantInfo]) -> dict[TenantInfo, list[_Step]]:
        """The tenants that lack a migration, with what they lack in its order."""
        found: dict[TenantInfo, list[_Step]] = {}
        with owner_connection() as connection:
            there = {
                schema
                for (schema,) in connection.execute(
                    "SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid "
                    "WHERE c.relname = 'django_migrations'"
                ).fetchall()
            }
            for tenant in tenants:
                if tenant.schema not in there:
                    # Ended since the list was read, or lost: the operator sees which, the others go on.
                    logger.error("the schema %s of %s is not there", tenant.schema, tenant.slug)
                    continue
                rows = connection.execute(
                    sql.SQL("SELECT app, name FROM {}.django_migrations").format(
                        sql.Identifier(tenant.schema)
                    )
                ).fetchall()
                has = set(rows)
                lacking = [step for step in self.steps if step.key not in has]
                if lacking:
                    found[tenant] = lacking
        return found

    def texts(self, pending: dict[TenantInfo, list[_Step]], workers: int) -> None:
        """Runs each schema's text migrations up to its first Python one. Raises what breaks a connection."""
        work: queue.SimpleQueue[tuple[TenantInfo, list[_Step]]] = queue.SimpleQueue()
        for item in pending.items():
            work.put(item)

        def drain() -> None:
            with owner_connection() as connection:
                while True:
                    try:
                        tenant, steps = work.get_nowait()
                    except queue.Empty:
                        return
                    self._one_schema(connection, tenant, steps)
                    if self.progress is not None:
                        self.progress(len(pending) - work.qsize(), len(pending))

        with ThreadPoolExecutor(max(1, workers), thread_name_prefix="migrate") as threads:
            for one in [threads.submit(drain) for _ in range(max(1, workers))]:
                one.result()

    def _one_schema(
        self, connection: psycopg.Connection[Any], tenant: TenantInfo, steps: Sequence[_Step]
    ) -> None:
        for index, step in enumerate(steps):
            if step.python:
                return
            last = all(later.python for later in steps[index + 1 :]) or steps[index + 1].python
            text = step.sql + (self.finish if last else "")
            if not self._apply(connection, tenant.schema, step, text):
                return

    def _apply(self, connection: psycopg.Connection[Any], schema: str, step: _Step, text: str) -> bool:
        started = time.perf_counter()
        take = sql.SQL(_TAKE).format(
            timeout=sql.Literal(LOCK_TIMEOUT),
            lock=sql.Literal(_LOCK),
            schema=sql.Literal(schema),
            migrations=sql.Identifier(schema, "django_migrations"),
            app=sql.Literal(step.app),
            name=sql.Literal(step.name),
        )
        change = sql.SQL("SET LOCAL search_path = {}, public;").format(sql.Identifier(schema)) + sql.SQL(text)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                with connection.transaction():
                    taken = connection.execute(take)
                    while taken.nextset():
                        pass
                    if taken.rowcount == 0:
                        return True
                    connection.execute(change)
                    self._note(connection, schema, step, "done", attempt, "", started)
            except (errors.LockNotAvailable, errors.DeadlockDetected) as error:
                if attempt == ATTEMPTS:
                    self._fail(connection, schema, step, attempt, error)
                    return False
                time.sleep(0.2 * attempt)
            except psycopg.Error as error:
                if connection.closed:
                    raise  # The server, not the schema: the run ends, and the next one goes on.
                self._fail(connection, schema, step, attempt, error)
                return False
            else:
                with self._lock:
                    self.outcome.applied += 1
                return True
        return False

    def python(self, pending: dict[TenantInfo, list[_Step]]) -> None:
        """Runs the next Python migration of each schema, the same one for all that wait for it."""
        by_step: dict[tuple[str, str], list[TenantInfo]] = {}
        steps: dict[tuple[str, str], _Step] = {}
        for tenant, lacking in pending.items():
            if lacking[0].python:
                by_step.setdefault(lacking[0].key, []).append(tenant)
                steps[lacking[0].key] = lacking[0]
        with owner_connection() as guard:
            for key, tenants in by_step.items():
                for tenant in tenants:
                    self._apply_python(guard, tenant, steps[key])

    def _apply_python(self, guard: psycopg.Connection[Any], tenant: TenantInfo, step: _Step) -> None:
        started = time.perf_counter()
        connection = connections["owner"]
        # Held by the session, not by the transaction: a migration that is not atomic commits in between.
        guard.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", [_LOCK, tenant.schema])
        try:
            with tenant_context(tenant):
                executor = MigrationExecutor(connection)
                if step.key in executor.recorder.applied_migrations():
                    return  # Another run was faster.
                migration = executor.loader.get_migration(step.app, step.name)
                state = executor.loader.project_state((step.app, step.name), at_end=False)
                with ExitStack() as whole:
                    if migration.atomic:
                        whole.enter_context(transaction.atomic(using="owner"))
                    with connection.schema_editor(atomic=migration.atomic) as editor:
                        migration.apply(state, editor)
                    # Recorded and finished together: what is recorded is never looked at again.
                    whole.enter_context(transaction.atomic(using="owner"))
                    executor.recorder.record_applied(step.app, step.name)
                    with connection.cursor() as cursor:
                        if self.finish:
                            # A table with checks that wait for the commit takes no trigger.
                            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                            cursor.execute(self.finish)
                        cursor.execute(_NOTE, _noted(tenant.schema, step, "done", 1, "", started))
        except (
            Exception
        ) as error:  # A data migration may raise anything; it is recorded, and its schema stops.
            logger.exception("%s.%s failed in %s", step.app, step.name, tenant.schema)
            self._fail(guard, tenant.schema, step, 1, error)
        else:
            self.outcome.applied += 1
        finally:
            connection.close()
            guard.execute("SELECT pg_advisory_unlock(%s, hashtext(%s))", [_LOCK, tenant.schema])

    def _fail(
        self, connection: psycopg.Connection[Any], schema: str, step: _Step, attempt: int, error: Exception
    ) -> None:
        text = str(error).strip()
        with self._lock:
            self.broken.add(schema)
            self.outcome.failed.append((schema, f"{step.app}.{step.name}", text))
        self._note(connection, schema, step, "failed", attempt, text, time.perf_counter())

    @staticmethod
    def _note(
        connection: psycopg.Connection[Any],
        schema: str,
        step: _Step,
        state: str,
        attempts: int,
        error: str,
        started: float,
    ) -> None:
        connection.execute(_NOTE, _noted(schema, step, state, attempts, error, started))


def _noted(schema: str, step: _Step, state: str, attempts: int, error: str, started: float) -> list[Any]:
    milliseconds = int((time.perf_counter() - started) * 1000)
    return [schema, step.app, step.name, state, attempts, error, milliseconds]
