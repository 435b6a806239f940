"""One change over all schemas: text, Python, failures, resuming; the result is the new template's shape."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.db import connections, migrations, models
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from backend.kernel.models import Sequence
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.kernel.tenancy.names import TEMPLATE_SCHEMA
from backend.platform.tenants import migration, pool
from backend.platform.tenants.bootstrap import TEMPLATE, build_template
from backend.platform.tenants.models import Release, RenderedMigration, SchemaMigration
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.rendering import needs_python
from tests.platform.tenants.test_clone import dump


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


def _double(apps: Any, editor: Any) -> None:
    rows = apps.get_model("kernel", "Sequence").objects.using(editor.connection.alias)
    rows.update(value=models.F("value") * 2)


def test_python_runs_in_each_tenant(
    pair: tuple[TenantInfo, TenantInfo], render: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Double(migrations.Migration):
        dependencies = [("kernel", "0001_initial")]
        operations = [migrations.RunPython(_double)]

    step = Double("9002_double", "kernel")
    assert needs_python(step)

    class Executor(MigrationExecutor):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.loader.get_migration = lambda app, name: step  # type: ignore[method-assign]
            state = self.loader.project_state(("kernel", "0001_initial"))
            self.loader.project_state = lambda *args, **options: state  # type: ignore[method-assign]

    monkeypatch.setattr(migration, "MigrationExecutor", Executor)
    render("9001_before", "ALTER TABLE kernel_sequence ADD one int;")
    render("9002_double", "", python=True)
    render("9003_after", "ALTER TABLE kernel_sequence ADD three int;")
    for index, info in enumerate(pair):
        with tenant_context(info):
            Sequence.objects.create(name="n", value=index + 1)
    outcome = migration.migrate_all()
    assert (outcome.applied, outcome.failed) == (6, [])
    for index, info in enumerate(pair):
        with tenant_context(info):
            assert Sequence.objects.get(name="n").value == (index + 1) * 2
        assert "three" in columns(info.schema)


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
