"""One change over all schemas: text, Python, failures, resuming; the result is the new template's shape."""

from __future__ import annotations

import dataclasses
import io
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections, migrations, models
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from backend.kernel.models import Sequence
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.kernel.tenancy.names import TEMPLATE_SCHEMA
from backend.platform.tenants import migration, pool, services
from backend.platform.tenants.bootstrap import TEMPLATE, build_template, prepare_database
from backend.platform.tenants.models import Release, RenderedMigration, SchemaMigration
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.rendering import needs_python
from tests.platform.tenants.test_clone import dump
from tests.support import databases


@pytest.fixture
def pair(
    make_tenant: Callable[..., TenantInfo], monkeypatch: pytest.MonkeyPatch
) -> tuple[TenantInfo, TenantInfo]:
    """Two live tenants, the only ones that a run sees."""
    found = (make_tenant(), make_tenant())
    monkeypatch.setattr(migration, "tenant_infos", lambda: list(found))
    return found


@pytest.fixture
def render(database: str) -> Iterator[Callable[..., None]]:
    """Adds a rendered migration, as `build_template` would; goes away with the test."""
    names: list[str] = []

    def add(name: str, text: str, *, python: bool = False) -> None:
        names.append(name)
        with tenant_context(PUBLIC):
            RenderedMigration.objects.create(app="kernel", name=name, sql=text, python=python)

    yield add
    with tenant_context(PUBLIC):
        RenderedMigration.objects.filter(app="kernel", name__in=names).delete()
        SchemaMigration.objects.filter(name__in=names).delete()


def columns(schema: str) -> set[str]:
    """The columns of the schema's kernel_sequence."""
    with owner_connection() as owner:
        rows = owner.execute(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = %s AND table_name = 'kernel_sequence'",
            [schema],
        ).fetchall()
    return {name for (name,) in rows}


def test_nothing_to_do(pair: tuple[TenantInfo, TenantInfo]) -> None:
    outcome = migration.migrate_all()
    assert (outcome.schemas, outcome.applied, outcome.failed) == (2, 0, [])


def test_text_runs_everywhere_and_once(
    pair: tuple[TenantInfo, TenantInfo], render: Callable[..., None]
) -> None:
    render("9001_one", "ALTER TABLE kernel_sequence ADD one int;")
    render("9002_table", "CREATE TABLE probe (id int PRIMARY KEY); INSERT INTO probe VALUES (1);")
    outcome = migration.migrate_all(workers=2)
    assert (outcome.applied, outcome.failed) == (4, [])
    assert migration.migrate_all().applied == 0
    for info in pair:
        assert "one" in columns(info.schema)
        with tenant_context(info), connections["default"].cursor() as cursor:
            # The role has its rights on the new table with no GRANT.
            cursor.execute("SELECT count(*) FROM probe")
            assert cursor.fetchone() == (1,)
    with tenant_context(PUBLIC):
        assert SchemaMigration.objects.filter(name="9002_table", state="done").count() == 2


def test_a_failing_schema_stops_alone_and_resumes(
    pair: tuple[TenantInfo, TenantInfo], render: Callable[..., None]
) -> None:
    sick, well = pair
    render("9001_one", "ALTER TABLE kernel_sequence ADD one int;")
    render("9002_two", "ALTER TABLE kernel_sequence ADD two int;")
    with owner_connection() as owner:
        owner.execute(f'ALTER TABLE "{sick.schema}".kernel_sequence ADD two text'.encode())
    outcome = migration.migrate_all()
    assert outcome.applied == 3
    assert [(schema, name) for schema, name, _ in outcome.failed] == [(sick.schema, "kernel.9002_two")]
    with tenant_context(PUBLIC):
        row = SchemaMigration.objects.get(schema=sick.schema, name="9002_two")
        assert row.state == "failed"
        assert "already exists" in row.error
    assert {"one", "two"} <= columns(well.schema)

    with owner_connection() as owner:
        owner.execute(f'ALTER TABLE "{sick.schema}".kernel_sequence DROP two'.encode())
    outcome = migration.migrate_all()
    assert (outcome.applied, outcome.failed) == (1, [])
    with tenant_context(PUBLIC):
        row.refresh_from_db()
        assert (row.state, row.attempts, row.error) == ("done", 2, "")


def test_a_held_lock_is_waited_for_and_tried_again(
    pair: tuple[TenantInfo, TenantInfo], render: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    held, _other = pair
    monkeypatch.setattr(migration, "LOCK_TIMEOUT", "100ms")
    render("9001_one", "ALTER TABLE kernel_sequence ADD one int;")
    with owner_connection(autocommit=False) as holder:
        holder.execute(f'LOCK TABLE "{held.schema}".kernel_sequence IN ACCESS SHARE MODE'.encode())
        monkeypatch.setattr(migration, "ATTEMPTS", 1)
        outcome = migration.migrate_all()
        assert [schema for schema, _name, _error in outcome.failed] == [held.schema]
        monkeypatch.setattr(migration, "ATTEMPTS", 50)
        sleep = time.sleep

        def release(seconds: float) -> None:
            holder.rollback()
            sleep(0.05)

        monkeypatch.setattr(migration.time, "sleep", release)
        outcome = migration.migrate_all()
    assert (outcome.applied, outcome.failed) == (1, [])
    with tenant_context(PUBLIC):
        assert SchemaMigration.objects.get(schema=held.schema, name="9001_one").attempts >= 3


def test_two_runs_at_once_share_the_work(
    pair: tuple[TenantInfo, TenantInfo],
    render: Callable[..., None],
    run_parallel: Callable[..., list[Any]],
) -> None:
    names = [f"90{number:02}_slow" for number in range(3)]
    for name in names:
        render(name, f"ALTER TABLE kernel_sequence ADD c{name[:4]} int; SELECT pg_sleep(0.05);")
    outcomes = run_parallel(lambda _: migration.migrate_all(workers=2), 3)
    assert [one.failed for one in outcomes] == [[], [], []]
    assert sum(one.applied for one in outcomes) == 2 * len(names)
    with tenant_context(PUBLIC):
        rows = SchemaMigration.objects.filter(name__in=names)
        assert {(row.state, row.attempts) for row in rows} == {("done", 1)}
        assert len(rows) == 2 * len(names)


def test_a_lost_schema_stops_nobody(
    pair: tuple[TenantInfo, TenantInfo],
    render: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A business that is purged between the reading of the list and its turn."""
    ghost = dataclasses.replace(pair[0], schema=f"t_{uuid.uuid4().hex}", slug="ghost")
    monkeypatch.setattr(migration, "tenant_infos", lambda: [ghost, *pair])
    render("9001_one", "ALTER TABLE kernel_sequence ADD one int;")
    assert migration.lacking() == {"kernel.9001_one": 2}
    outcome = migration.migrate_all()
    assert (outcome.applied, outcome.failed) == (2, [])
    assert f"the schema {ghost.schema} of ghost is not there" in caplog.text
    assert migration.lacking() == {}


def test_a_server_that_goes_away_ends_the_run(
    pair: tuple[TenantInfo, TenantInfo], render: Callable[..., None]
) -> None:
    """A cut connection is nobody's failure: no schema is marked, and the next run does all."""
    render(
        "9001_cut", "ALTER TABLE kernel_sequence ADD one int; SELECT pg_terminate_backend(pg_backend_pid());"
    )
    with pytest.raises(psycopg.OperationalError):
        migration.migrate_all(workers=1)
    with tenant_context(PUBLIC):
        assert not SchemaMigration.objects.filter(name="9001_cut").exists()
        RenderedMigration.objects.filter(name="9001_cut").update(
            sql="ALTER TABLE kernel_sequence ADD one int;"
        )
    assert migration.migrate_all().applied == 2


# -- killed -----------------------------------------------------------------------------------------------


@pytest.fixture
def own_database(database: str) -> Iterator[str]:
    """A database for this test alone, which is entered; the address of it."""
    with databases.copied(databases.ensure_base(), "killed") as name:
        databases.use(name)
        prepare_database()
        yield urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))
    databases.use(database)


def state_of(owner: psycopg.Connection[Any], schema: str) -> tuple[bool, bool, bool]:
    """Whether the change, the schema's own note and the operator's are there."""
    row = owner.execute(
        f"""
        SELECT EXISTS (SELECT FROM information_schema.columns WHERE table_schema = '{schema}'
                AND table_name = 'kernel_sequence' AND column_name = 'slow'),
            EXISTS (SELECT FROM "{schema}".django_migrations WHERE name = '9001_slow'),
            EXISTS (SELECT FROM public.tenants_schemamigration
                WHERE schema = '{schema}' AND name = '9001_slow' AND state = 'done')
        """.encode()
    ).fetchone()
    assert row is not None
    return row


def test_a_killed_run_goes_on_where_it_was(own_database: str) -> None:
    schemas = [
        services.provision_tenant(slug=f"killed-{number}", name="Killed").schema_name for number in range(6)
    ]
    with tenant_context(PUBLIC):
        RenderedMigration.objects.create(
            app="kernel",
            name="9001_slow",
            sql="ALTER TABLE kernel_sequence ADD slow int; SELECT pg_sleep(0.3);",
        )
    command = [sys.executable, "-m", "backend.manage", "migrate_all", "--workers", "2"]
    environment = {**os.environ, "DATABASE_URL": own_database}
    with owner_connection() as owner:

        def done() -> int:
            row = owner.execute(
                "SELECT count(*) FROM public.tenants_schemamigration WHERE name = '9001_slow'"
            ).fetchone()
            assert row is not None
            return int(row[0])

        run = subprocess.Popen(command, env=environment, cwd=databases.ROOT)
        deadline = time.monotonic() + 60
        while done() == 0:
            assert run.poll() is None, "it ended by itself"
            assert time.monotonic() < deadline
            time.sleep(0.01)
        run.kill()
        assert run.wait() == -signal.SIGKILL
        while owner.execute(
            "SELECT 1 FROM pg_stat_activity WHERE application_name = 'guildhall-owner' "
            "AND datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchone():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        states = [state_of(owner, schema) for schema in schemas]
        assert set(states) == {(True, True, True), (False, False, False)}, "each is whole or untouched"
        before = states.count((True, True, True))

        said = io.StringIO()
        call_command("migrate_all", status=True, stdout=said)
        assert said.getvalue() == f"kernel.9001_slow: {6 - before} schemas lack it\n"
        call_command("migrate_all", stdout=said)
        assert f"6 schemas, {6 - before} migrations applied, 0 failed" in said.getvalue()
        assert {state_of(owner, schema) for schema in schemas} == {(True, True, True)}
        attempts = owner.execute(
            "SELECT attempts FROM public.tenants_schemamigration WHERE name = '9001_slow'"
        ).fetchall()
        assert attempts == [(1,)] * 6, "nothing ran twice"
        assert migration.lacking() == {}


def _double(apps: Any, editor: Any) -> None:
    rows = apps.get_model("kernel", "Sequence").objects.using(editor.connection.alias)
    rows.update(value=models.F("value") * 2)


class Double(migrations.Migration):
    """Doubles what it finds: a second time would show."""

    dependencies = [("kernel", "0001_initial")]
    operations = [migrations.RunPython(_double)]


@pytest.fixture
def doubling(
    pair: tuple[TenantInfo, TenantInfo], render: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> Double:
    """A Python migration that the tenants lack, with numbers to double: 1 in the first, 2 in the second."""
    step = Double("9002_double", "kernel")
    assert needs_python(step)

    class Executor(MigrationExecutor):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.loader.get_migration = lambda app, name: step  # type: ignore[method-assign]
            state = self.loader.project_state(("kernel", "0001_initial"))
            self.loader.project_state = lambda *args, **options: state  # type: ignore[method-assign]

    monkeypatch.setattr(migration, "MigrationExecutor", Executor)
    render("9002_double", "", python=True)
    for index, info in enumerate(pair):
        with tenant_context(info):
            Sequence.objects.create(name="n", value=index + 1)
    return step


def numbers(pair: tuple[TenantInfo, TenantInfo]) -> list[int]:
    """What the tenants' numbers are now."""
    found = []
    for info in pair:
        with tenant_context(info):
            found.append(Sequence.objects.get(name="n").value)
    return found


def test_python_runs_in_each_tenant(
    pair: tuple[TenantInfo, TenantInfo], render: Callable[..., None], doubling: Double
) -> None:
    with tenant_context(PUBLIC):
        RenderedMigration.objects.filter(name="9002_double").delete()
    render("9001_before", "ALTER TABLE kernel_sequence ADD one int;")
    render("9002_double", "", python=True)
    render("9003_after", "ALTER TABLE kernel_sequence ADD three int;")
    outcome = migration.migrate_all()
    assert (outcome.applied, outcome.failed) == (6, [])
    assert numbers(pair) == [2, 4]
    for info in pair:
        assert "three" in columns(info.schema)


@pytest.mark.parametrize("atomic", [True, False])
def test_two_runs_at_once_share_python_too(
    pair: tuple[TenantInfo, TenantInfo],
    doubling: Double,
    run_parallel: Callable[..., list[Any]],
    monkeypatch: pytest.MonkeyPatch,
    atomic: bool,
) -> None:
    """Both have seen that the tenants lack it before either begins."""
    monkeypatch.setattr(Double, "atomic", atomic)
    both = threading.Barrier(2)
    python = migration._Run.python
    monkeypatch.setattr(
        migration._Run, "python", lambda run, pending: (both.wait(30), python(run, pending))[1]
    )
    outcomes = run_parallel(lambda _: migration.migrate_all(workers=1), 2)
    assert [one.failed for one in outcomes] == [[], []]
    assert sum(one.applied for one in outcomes) == 2
    assert numbers(pair) == [2, 4]


def test_a_python_migration_whose_end_fails_is_done_again(
    pair: tuple[TenantInfo, TenantInfo], doubling: Double, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What follows a migration (the audit's triggers) is part of it: recorded with it, or not at all."""
    release = pool.current_release()
    broken = Release(fingerprint=release.fingerprint, ddl=release.ddl, finish="SELECT 1 / 0;")
    with monkeypatch.context() as patch:
        patch.setattr(migration, "current_release", lambda: broken)
        outcome = migration.migrate_all()
    assert [name for _schema, name, _error in outcome.failed] == ["kernel.9002_double"] * 2
    assert numbers(pair) == [1, 2]
    assert migration.lacking() == {"kernel.9002_double": 2}
    outcome = migration.migrate_all()
    assert (outcome.applied, outcome.failed) == (2, [])
    assert numbers(pair) == [2, 4]


def test_a_migrated_tenant_is_the_new_template(
    pair: tuple[TenantInfo, TenantInfo], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tenant of the old release, migrated, has the shape of one of the new release."""

    class Change(migrations.Migration):
        dependencies: list[tuple[str, str]] = []
        operations = [
            migrations.CreateModel(
                name="Probe",
                fields=[
                    ("id", models.UUIDField(primary_key=True)),
                    ("name", models.TextField()),
                    ("share", models.DecimalField(max_digits=5, decimal_places=2, null=True)),
                    ("of", models.ForeignKey("kernel.Sequence", models.CASCADE, null=True)),
                ],
                options={
                    "indexes": [models.Index(fields=["name"], name="probe_name")],
                    "constraints": [
                        models.CheckConstraint(condition=models.Q(share__range=(0, 100)), name="probe_share")
                    ],
                },
            ),
            migrations.AddField("Sequence", "note", models.TextField(default="it's 100%")),
            migrations.AlterField("Sequence", "period", models.CharField(max_length=40)),
            migrations.RemoveConstraint("Sequence", "kernel_sequence_once"),
            migrations.AddConstraint(
                "Sequence", models.UniqueConstraint(fields=["period", "name"], name="kernel_sequence_again")
            ),
        ]

    with owner_connection() as owner:
        release = pool.current_release()
        try:
            with tenant_context(TEMPLATE):
                executor = MigrationExecutor(connections["owner"])
                leaf = executor.loader.graph.leaf_nodes("kernel")[0]
                change = Change("9100_change", "kernel")
                change.dependencies = [leaf]
                key = ("kernel", "9100_change")
                executor.loader.graph.add_node(key, change)
                executor.loader.graph.add_dependency(change, key, leaf)
                from backend.platform.tenants.rendering import render_and_apply

                (rendered,) = render_and_apply(executor, [(change, False)])
                connections["owner"].close()
            assert "it''s 100%" in rendered.sql
            outcome = migration.migrate_all()
            assert outcome.failed == []
            assert outcome.applied == 2
            template = dump(TEMPLATE_SCHEMA, "--schema-only")
            assert "probe_share" in template
            for info in pair:
                assert dump(info.schema, "--schema-only") == template
        finally:
            _restore_template(owner, release)
            with tenant_context(PUBLIC):
                RenderedMigration.objects.filter(name="9100_change").delete()


def _restore_template(owner: psycopg.Connection[Any], release: Release) -> None:
    name = sql.Identifier(TEMPLATE_SCHEMA)
    with owner.transaction():
        owner.execute(
            sql.SQL(
                "DROP SCHEMA {0} CASCADE; CREATE SCHEMA {0}; SET LOCAL search_path = {0}, public;"
            ).format(name)
            + sql.SQL(release.ddl)  # type: ignore[arg-type]
        )


def test_building_again_changes_nothing(database: str) -> None:
    before = pool.current_release()
    done, fingerprint = build_template()
    assert done == []
    assert fingerprint == before.fingerprint
