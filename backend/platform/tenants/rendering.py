"""Migrations of the template as SQL text, so that each schema runs text and not Django."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.operations import AddConstraint, AddIndex, RunPython, SeparateDatabaseAndState
from django.db.migrations.state import ProjectState

_META_ONLY = frozenset({AddIndex, AddConstraint})
"""Operations whose SQL needs the model's table and columns, and nothing of its other indexes."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A migration's SQL; `python` where it must be run by Django, schema by schema."""

    app: str
    name: str
    sql: str
    python: bool


def needs_python(migration: Migration) -> bool:
    """Whether text cannot stand for the migration: it runs Python, or outside a transaction."""
    return not migration.atomic or any(_is_python(operation) for operation in migration.operations)


def _is_python(operation: Any) -> bool:
    if isinstance(operation, SeparateDatabaseAndState):
        return any(_is_python(inner) for inner in operation.database_operations)
    return isinstance(operation, RunPython)


class _Recorder:
    """Keeps the text of each statement that a schema editor executes."""

    def __init__(self, editor: Any) -> None:
        self.statements: list[str] = []
        execute = editor.execute
        compose = editor.connection.ops.compose_sql

        def recording(statement: Any, params: Any = ()) -> Any:
            text = str(statement)
            # The same merge that PostgreSQL's editor does, so that the text needs no parameters.
            merged = compose(text, params) if params is not None else text
            self.statements.append(merged)
            return execute(merged, None)

        editor.execute = recording

    def text(self) -> str:
        """The statements as one script."""
        return "\n".join(text.rstrip().rstrip(";") + ";" for text in self.statements)


def render_and_apply(executor: MigrationExecutor, plan: Iterable[tuple[Migration, bool]]) -> list[Rendered]:
    """Runs the plan's migrations on the template and returns the SQL that each was.

    The text is what the editor executed there, so names of constraints that it read from the database
    are in it; schemas are copies of the template, so the names are theirs too.
    """
    wanted = {(migration.app_label, migration.name) for migration, _ in plan}
    if not wanted:
        return []
    full_plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    state = executor._create_project_state(with_applied_migrations=True)  # type: ignore[attr-defined]
    state.apps  # noqa: B018  Rendered once; each migration then changes only its own models.
    done: list[Rendered] = []
    dirty: frozenset[tuple[str, str]] = frozenset()
    for migration, _ in full_plan:
        if (migration.app_label, migration.name) not in wanted:
            continue
        with executor.connection.schema_editor(atomic=migration.atomic) as editor:
            recorder = _Recorder(editor)
            dirty = _apply(migration, state, editor, dirty)
            for statement in editor.deferred_sql:
                editor.execute(statement, None)
            editor.deferred_sql.clear()
            executor.recorder.record_applied(migration.app_label, migration.name)
            python = needs_python(migration)
            rendered = Rendered(
                app=migration.app_label,
                name=migration.name,
                sql="" if python else recorder.text(),
                python=python,
            )
            _keep(executor, rendered)
        done.append(rendered)
    return done


def _apply(
    migration: Migration, state: ProjectState, editor: Any, dirty: frozenset[tuple[str, str]]
) -> frozenset[tuple[str, str]]:
    """`Migration.apply`, with models rendered anew only where an operation looks at them.

    Django renders a model and its relatives after each operation; for the indexes of django-ledger alone
    that is half of the whole time. An added index, constraint or option changes neither fields nor names,
    so their rendering waits for the next operation of another kind. Gives the models that still wait.
    """
    for operation in migration.operations:
        if type(operation) in _META_ONLY:
            apps = state.__dict__.pop("apps")
            operation.state_forwards(migration.app_label, state)
            state.__dict__["apps"] = apps
            operation.database_forwards(migration.app_label, editor, state, state)
            dirty |= {(migration.app_label, operation.model_name.lower())}  # type: ignore[attr-defined]
            continue
        if dirty:
            state.reload_models(list(dirty), delay=True)
            dirty = frozenset()
        before = state.clone()
        operation.state_forwards(migration.app_label, state)
        operation.database_forwards(migration.app_label, editor, before, state)
    return dirty


def _keep(executor: MigrationExecutor, rendered: Rendered) -> None:
    """Stores the text in the transaction that runs it: a template that is ahead of its texts cannot be."""
    with executor.connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO public.tenants_renderedmigration (app, name, sql, python, created_at)
            VALUES (%s, %s, %s, %s, now())
            ON CONFLICT (app, name) DO UPDATE SET sql = excluded.sql, python = excluded.python
            """,
            [rendered.app, rendered.name, rendered.sql, rendered.python],
        )
