"""Two live tenants with rows and files of their own, and stores in a temporary folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.platform.backups.s3 import FakeS3


@dataclass
class Business:
    """A live tenant with a table ``probe`` of its own, and the ways to look at it."""

    info: Any
    files: Path

    @property
    def schema(self) -> str:
        return str(self.info.schema)

    def run(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """A statement as the owner, behind the API's back; ``{s}`` is the schema."""
        from backend.platform.tenants.facade import owner_connection

        with owner_connection() as connection:
            cursor = connection.execute(sql.SQL(query).format(s=sql.Identifier(self.schema)), values)
            return cursor.fetchall() if cursor.description else []

    def notes(self) -> list[str]:
        return [row[0] for row in self.run("SELECT note FROM {s}.probe ORDER BY note")]

    def copies(self) -> list[str]:
        """Schemas that a restore has put aside for this business."""
        from backend.platform.backups.configuration import configuration
        from backend.platform.backups.engine.swap import copies_of

        with psycopg.connect(configuration().server.dsn) as connection:
            return copies_of(connection, self.schema)

    def digests(self) -> Any:
        """Rows and hashes of every table."""
        from backend.platform.backups.configuration import configuration
        from backend.platform.backups.engine.snapshot import table_digests

        with psycopg.connect(configuration().server.dsn) as connection:
            return table_digests(connection, self.schema)

    def add_file(self, data: bytes) -> Path:
        digest = hashlib.sha256(data).hexdigest()
        path = self.files / "blobs" / digest[:2] / digest[2:4] / digest
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path


@pytest.fixture
def places(tmp_path: Path, settings: Any) -> Path:
    """Stores, keys and files below a temporary folder, by the settings; entered in the public schema."""
    settings.BACKUPS = {
        "LOCAL_DIR": tmp_path / "store",
        "KEY_DIR": tmp_path / "keys",
    }
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path


@pytest.fixture
def make_business(make_tenant: Callable[..., Any], places: Path) -> Iterator[Callable[..., Business]]:
    from backend.platform.backups.configuration import configuration
    from backend.platform.backups.engine.swap import copies_of, drop_schema

    made: list[Business] = []

    def make(rows: int = 50) -> Business:
        info = make_tenant()
        business = Business(info, places / "files" / info.schema)
        business.run(
            "CREATE TABLE {s}.probe (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), note text NOT NULL,"
            " tenant uuid REFERENCES public.tenants_tenant, at timestamptz DEFAULT now())"
        )
        role = "tr_" + info.schema[2:]
        business.run("GRANT SELECT, INSERT, UPDATE, DELETE ON {s}.probe TO " + role)
        business.run(
            "INSERT INTO {s}.probe (note, tenant) SELECT 'note ' || i, %s FROM generate_series(1, %s) i",
            info.id,
            rows,
        )
        made.append(business)
        return business

    yield make
    for business in made:
        # The tenant's row cannot go while a restore's copies point at it.
        with psycopg.connect(configuration().server.dsn, autocommit=True) as connection:
            for schema in copies_of(connection, business.schema):
                drop_schema(connection, schema)
        business.run("DROP TABLE {s}.probe")


@pytest.fixture
def business(make_business: Callable[..., Business]) -> Business:
    return make_business()


@pytest.fixture
def neighbour(make_business: Callable[..., Business]) -> Business:
    return make_business()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The tasks that were sent, as (name, row): none reaches a broker."""
    import backend.config.celery  # noqa: F401  Wake-ups of other topics go to the test's Valkey.
    from backend.platform.backups import tasks

    seen: list[tuple[str, str]] = []
    for name in ("take", "verify", "restore", "undo", "merge"):
        task = getattr(tasks, name)
        monkeypatch.setattr(
            task, "apply_async", lambda args, _name=name, **options: seen.append((_name, args[0]))
        )
    return seen


@pytest.fixture
def operator(database: str, sent: list[tuple[str, str]]) -> Iterator[None]:
    """The public schema, entered; rows of the catalogue are removed at the end."""
    from backend.kernel.tenancy import PUBLIC, tenant_context
    from backend.platform.backups.models import Backup, Restore

    with tenant_context(PUBLIC):
        yield
        Restore.objects.all().delete()
        Backup.objects.all().delete()


@pytest.fixture
def take(operator: None) -> Callable[..., Any]:
    """``take(business)`` makes a whole backup through the services and returns its row."""
    from backend.platform.backups.jobs import run_backup
    from backend.platform.backups.selectors import backup_by_id
    from backend.platform.backups.services import request_backup

    def run(business: Business) -> Any:
        (row,) = request_backup(principal=None, tenants=[business.info.id])
        run_backup(row.id)
        return backup_by_id(row.id)

    return run


@pytest.fixture
def restore(operator: None) -> Callable[..., Any]:
    """``restore(backup, mode)`` runs a restore through the services and returns its row."""
    from backend.platform.backups.restoring import run_restore
    from backend.platform.backups.selectors import restore_by_id
    from backend.platform.backups.services import request_restore

    def run(backup: Any, mode: str = "replace") -> Any:
        row = request_restore(principal=None, backup_id=backup.id, mode=mode)
        run_restore(row.id)
        return restore_by_id(row.id)

    return run


@pytest.fixture
def release(operator: None) -> Iterator[Callable[..., Any]]:
    """``release(business, name, sql)``: a new migration of all tenants, applied to this one."""
    from backend.platform.tenants.facade import owner_connection

    def make(business: Business, name: str, text: str, *, run: bool = True) -> None:
        with owner_connection() as connection:
            connection.execute(
                "INSERT INTO public.tenants_renderedmigration (app, name, sql, python, created_at)"
                " VALUES ('probe', %s, %s, false, now())",
                [name, text + ";"],
            )
        if run:
            business.run("SET search_path = {s}, public; " + text)
        business.run(
            "INSERT INTO {s}.django_migrations (app, name, applied) VALUES ('probe', '" + name + "', now())"
        )

    yield make
    with owner_connection() as connection:
        connection.execute("DELETE FROM public.tenants_renderedmigration WHERE app = 'probe'")


@pytest.fixture
def s3() -> Iterator[FakeS3]:
    server = FakeS3()
    yield server
    server.stop()
