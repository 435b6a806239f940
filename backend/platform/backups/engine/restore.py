"""Restoring a tenant beside the live one, and comparing a backup with what is live."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import psycopg

from backend.platform.backups.engine.errors import Refused
from backend.platform.backups.engine.files import Blobs, missing_files, put_back
from backend.platform.backups.engine.grants import copy_grants
from backend.platform.backups.engine.keys import KeyRing
from backend.platform.backups.engine.manifest import DATABASE, FILES, Manifest
from backend.platform.backups.engine.pgtools import Server
from backend.platform.backups.engine.scratch import (
    copy_surroundings,
    feed_dump,
    prove,
    scratch_database,
)
from backend.platform.backups.engine.snapshot import (
    Connection,
    migrations_of,
    schema_exists,
    table_digests,
)
from backend.platform.backups.engine.stores import Store
from backend.platform.backups.engine.swap import Names, build_shadow, refuse_dependents
from backend.platform.backups.engine.verify import pieces_of

Step = Callable[[str], None]
"""Told the name of each phase as it begins; stops the restore by raising."""


@dataclass(frozen=True)
class TableChange:
    """What replacing would do to one table. ``same`` means equal rows, not only as many."""

    table: str
    backup_rows: int | None
    live_rows: int | None
    same: bool


@dataclass(frozen=True)
class Comparison:
    """A backup against the live tenant. Migrations are ``app.name``."""

    tables: list[TableChange]
    missing_files: int
    missing_files_bytes: int
    migrations_only_in_backup: list[str]
    migrations_only_live: list[str]

    @property
    def same_release(self) -> bool:
        """Whether the backup has the live schema's migrations: an older one is migrated, a newer one refused."""
        return not self.migrations_only_in_backup and not self.migrations_only_live

    def json(self) -> dict[str, Any]:
        """As it is kept in a restore's report."""
        return {
            "tables": [vars(change) for change in self.tables],
            "missing_files": self.missing_files,
            "missing_files_bytes": self.missing_files_bytes,
            "migrations_only_in_backup": self.migrations_only_in_backup,
            "migrations_only_live": self.migrations_only_live,
        }


def compare(server: Server, manifest: Manifest, files: Blobs) -> Comparison:
    """Compare the manifest with the live schema and files. Reads only, in one snapshot.

    Raises ``Refused`` when the live schema is not there.
    """
    with psycopg.connect(server.dsn) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        _require(connection, manifest.schema)
        live = table_digests(connection, manifest.schema)
        applied = {f"{app}.{name}" for app, name in migrations_of(connection, manifest.schema)}
    recorded = {f"{app}.{name}" for app, name in manifest.migrations}
    changes = []
    for table in sorted(live.keys() | manifest.tables.keys()):
        was, now = manifest.tables.get(table), live.get(table)
        changes.append(TableChange(table, was.rows if was else None, now.rows if now else None, was == now))
    missing = missing_files(files, manifest.files)
    return Comparison(
        tables=changes,
        missing_files=len(missing),
        missing_files_bytes=sum(entry.size for entry in missing),
        migrations_only_in_backup=sorted(recorded - applied),
        migrations_only_live=sorted(applied - recorded),
    )


def prepare_shadow(
    server: Server,
    store: Store,
    manifest: Manifest,
    names: Names,
    *,
    keys: KeyRing,
    files: Blobs,
    mark: str,
    foreign: Iterable[str] = (),
    migrate: Callable[[str], None] | None = None,
    step: Step = lambda phase: None,
) -> dict[str, float]:
    """Everything of a restore but the swap: files put back, the shadow loaded, proved and granted.

    The live schema is not changed, so a failure costs nothing but time. A backup of an older release is brought
    up by ``migrate(shadow)``, after its rows were proved. Returns seconds by phase. Raises ``Refused``
    (dependents, a newer release's migrations, an older one's without ``migrate``, no live schema), ``Damaged``,
    ``ToolFailed``.
    """
    clock = _Phases(step)
    phase = clock.begin
    phase("checks")
    with psycopg.connect(server.dsn) as connection:
        _require(connection, manifest.schema)
        refuse_dependents(connection, manifest.schema)
        _check_migrations(connection, manifest, able=migrate is not None)
    with scratch_database(server, mark) as scratch:
        phase("surroundings")
        copy_surroundings(server, scratch, manifest.schema, foreign=foreign)
        phase("scratch")
        feed_dump(scratch, pieces_of(store, manifest, DATABASE, keys))
        prove(scratch, manifest)
        phase("shadow")
        build_shadow(server, scratch, manifest, names, prepare=_fitting(names, migrate))
    phase("files")
    missing = missing_files(files, manifest.files)
    if missing:
        # Before the swap, so that no live row ever names a file that is not there; after the shadow, as the
        # files domain removes nothing while a copy of the schema stands.
        put_back(files, pieces_of(store, manifest, FILES, keys), missing)
    return clock.end()


class _Phases:
    """Seconds by phase."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._seconds: dict[str, float] = {}
        self._current = ""
        self._began = 0.0

    def begin(self, name: str) -> None:
        self.end()
        self._current, self._began = name, time.monotonic()
        self._step(name)

    def end(self) -> dict[str, float]:
        if self._current:
            self._seconds[self._current] = round(time.monotonic() - self._began, 3)
        self._current = ""
        return self._seconds


def _check_migrations(connection: Connection, manifest: Manifest, *, able: bool) -> None:
    live = {f"{app}.{name}" for app, name in migrations_of(connection, manifest.schema)}
    recorded = {f"{app}.{name}" for app, name in manifest.migrations}
    if newer := sorted(recorded - live):
        raise Refused(
            f"the backup is of a newer release, whose migrations are not live: {', '.join(newer[:5])}"
        )
    if not able and (older := sorted(live - recorded)):
        raise Refused(f"the backup is of an older release and lacks the migrations {', '.join(older[:5])}")


def _fitting(names: Names, migrate: Callable[[str], None] | None) -> Callable[[Connection, str], None]:
    """What makes a proved shadow fit to go live: the release's migrations, then the tenant's rights."""

    def fit(connection: Connection, shadow: str) -> None:
        if migrate is not None:
            migrate(shadow)
        live, here = (migrations_of(connection, schema) for schema in (names.live, shadow))
        if live != here:
            raise Refused("the migrations of the restored schema are not those of the live one")
        copy_grants(connection, live=names.live, shadow=shadow)

    return fit


def _require(connection: Connection, schema: str) -> None:
    if not schema_exists(connection, schema):
        raise Refused(f"there is no schema {schema}: create the tenant first")
