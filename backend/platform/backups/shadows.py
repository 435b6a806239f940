"""Beside the live schema: the backup as a schema of its own, and what a restore and a merge do with it alike."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg import sql

from backend.platform.backups.blobs import files_of
from backend.platform.backups.configuration import Configuration
from backend.platform.backups.engine.errors import Damaged, EngineError, Refused
from backend.platform.backups.engine.manifest import Manifest
from backend.platform.backups.engine.restore import Step, prepare_shadow
from backend.platform.backups.engine.snapshot import Connection, migrations_of
from backend.platform.backups.engine.stores import Store, StoreError
from backend.platform.backups.engine.swap import Names, drop_schema, names_for
from backend.platform.backups.engine.verify import load_manifest
from backend.platform.backups.jobs import FAULTS, mark_damaged, names_of
from backend.platform.backups.models import Restore
from backend.platform.tenants.facade import CopyNotMigrated, list_tenants, migrate_copy

logger = logging.getLogger(__name__)


def drop_shadow(config: Configuration, restore: Restore) -> None:
    """Take away what stands beside the live schema; the sweep does it where this fails."""
    try:
        with psycopg.connect(config.server.dsn, autocommit=True) as connection:
            drop_schema(connection, names_for(restore.schema, restore.mark).shadow)
    except FAULTS as exc:
        logger.warning("the shadow of restore %s could not be dropped: %s", restore.id, exc)


def copies(config: Configuration, restore: Restore, faults: list[str]) -> Iterator[tuple[Store, Manifest]]:
    """The copies of the backup whose manifest is to be trusted, nearest store first.

    Raises Refused after the last, with what was wrong with each: `faults`, to which whoever finds a copy to
    be no good adds why.
    """
    tenant, name = names_of(restore.backup)
    for store in config.stores:
        try:
            manifest = load_manifest(store, tenant, name, config.keys)
        except (EngineError, OSError) as exc:
            _pass_over(restore, store, exc, faults)
            continue
        yield store, manifest
    raise Refused("no store has the backup: " + "; ".join(faults))


def _pass_over(restore: Restore, store: Store, fault: Exception, faults: list[str]) -> None:
    logger.error("the copy of %s in %s is of no use: %s", restore.backup_id, store.name, fault)
    faults.append(f"{store.name}: {fault}")
    if isinstance(fault, Damaged):
        mark_damaged(restore.backup_id, store.name, fault)


def build(
    config: Configuration, restore: Restore, names: Names, step: Step
) -> tuple[Store, Manifest, dict[str, float]]:
    """Builds the shadow from the nearest copy that proves whole; the store, the manifest, seconds by phase.

    Where a copy turns out damaged (it is marked in the backup's row), or its store fails while it is read,
    the next store's is read from the beginning. Raises Refused where none is whole, and what else
    ``prepare_shadow`` raises.
    """
    faults: list[str] = []
    for store, manifest in copies(config, restore, faults):
        try:
            seconds = prepare_shadow(
                config.server,
                store,
                manifest,
                names,
                keys=config.keys,
                files=files_of(restore.tenant_id),
                mark=restore.mark,
                migrate=bring_up,
                foreign=[info.schema for info in list_tenants() if info.id != restore.tenant_id],
                step=step,
            )
        except (Damaged, StoreError, OSError) as exc:
            _pass_over(restore, store, exc, faults)
        else:
            return store, manifest, seconds
    raise AssertionError("the copies end with a refusal")


def same_migrations(connection: Connection, incoming: str, outgoing: str) -> None:
    """Raises Refused where a release's migrations reached one of the two schemas only; ends the transaction."""
    if migrations_of(connection, incoming) != migrations_of(connection, outgoing):
        raise Refused("migrations are being run just now: try again when they are done")


def bring_up(shadow: str) -> None:
    """Run the release's migrations on a copy of a schema; Refused where they cannot be run."""
    try:
        done = migrate_copy(shadow)
    except CopyNotMigrated as exc:
        raise Refused(f"it is of an older release and could not be migrated: {exc}") from exc
    if done:
        logger.info("%s was brought up by %s", shadow, ", ".join(done))


def record(connection: Connection, restore: Restore, changes: dict[str, Any], *, expected: str) -> None:
    """Write the row in the swap's or merge's own transaction; Refused (and so neither) where it is not as expected."""
    columns = sql.SQL(", ").join(sql.SQL("{} = %s").format(sql.Identifier(column)) for column in changes)
    done = connection.execute(
        sql.SQL(
            "UPDATE public.{} SET {}, version = version + 1, updated_at = now() WHERE id = %s AND state = %s"
        ).format(sql.Identifier(Restore._meta.db_table), columns),
        [*changes.values(), restore.id, expected],
    )
    if done.rowcount != 1:
        raise Refused("the restore was given up meanwhile")
