"""The work of restores: preview, replacement, and the way back. Called by tasks; see ``jobs`` for the
rules.
"""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg import sql

from backend.core.accounts.facade import end_all_sessions
from backend.kernel import clock, tenancy
from backend.kernel.errors import DomainError
from backend.kernel.events import signals
from backend.platform.backups.blobs import files_of
from backend.platform.backups.carry import carry_forward
from backend.platform.backups.configuration import Configuration, configuration
from backend.platform.backups.engine.errors import Damaged, EngineError, Refused
from backend.platform.backups.engine.manifest import Manifest
from backend.platform.backups.engine.restore import Step, compare, prepare_shadow
from backend.platform.backups.engine.snapshot import Connection, migrations_of
from backend.platform.backups.engine.stores import Store, StoreError
from backend.platform.backups.engine.swap import Names, drop_schema, names_for, swap
from backend.platform.backups.engine.verify import load_manifest
from backend.platform.backups.events import TenantRestored
from backend.platform.backups.guard import Busy, Guard
from backend.platform.backups.jobs import FAULTS, mark_damaged, names_of
from backend.platform.backups.models import Restore
from backend.platform.backups.services import move
from backend.platform.backups.states import RESTORE
from backend.platform.tenants.facade import CopyNotMigrated, list_tenants, migrate_copy

logger = logging.getLogger(__name__)

AFTERCARE = "aftercare"
"""The phase of a row whose swap is done and whose tenant is still to be looked after."""

WARNINGS = (
    "writes_after_snapshot_are_lost",
    "everybody_signs_in_again",
    "passwords_and_rights_return_to_the_snapshot",
    "numbers_given_after_the_snapshot_are_given_again",
    "undelivered_work_of_the_snapshot_is_done_again",
)
"""What an operator must know before replacing; codes, so that every client can say them in its language."""


def _row(restore_id: uuid.UUID) -> Restore | None:
    row: Restore | None = Restore.objects.select_related("backup").filter(pk=restore_id).first()
    return row


def run_restore(restore_id: uuid.UUID) -> None:
    """Run a requested restore: compare (preview), or build the shadow and swap it in (replace).

    A replacement that dies before its swap has changed nothing but added files; the swap and the row's
    state commit together, so a replacement is never half recorded.
    """
    config = configuration()
    restore = _row(restore_id)
    if restore is None or restore.state not in ("requested", "running"):
        return
    try:
        # Previews only read, so they take a lock of their own and wait for nobody.
        target = restore.tenant_id if restore.mode == "replace" else restore.id
        with Guard(config.server, target, Restore._meta.db_table, restore.id) as guard:
            restore = _row(restore_id)
            if restore is None:
                return  # Purged with its tenant meanwhile.
            if restore.state == "requested":
                move(Restore, restore.id, RESTORE, "start", started_at=clock.now(), error="")
            elif restore.state != "running":
                return
            _settle(config, restore, guard)
    except Busy:
        logger.info("restore %s waits: its tenant is being backed up or restored", restore_id)


def _settle(config: Configuration, restore: Restore, guard: Guard) -> None:
    try:
        if restore.mode == "preview":
            _store, manifest = next(_copies(config, restore, []))
            report = _preview(config, restore, manifest)
            move(Restore, restore.id, RESTORE, "succeed", report=report, finished_at=clock.now(), phase="")
        else:
            _replace(config, restore, guard)
    except FAULTS as exc:
        move(Restore, restore.id, RESTORE, "fail", error=str(exc), finished_at=clock.now())
        logger.error("restore %s failed: %s", restore.id, exc)
        _drop_shadow(config, restore)
    except BaseException:
        move(Restore, restore.id, RESTORE, "fail", error="internal error", finished_at=clock.now())
        raise


def _drop_shadow(config: Configuration, restore: Restore) -> None:
    """Take away what a failed replacement made beside the live schema; the sweep does it where this fails."""
    try:
        with psycopg.connect(config.server.dsn, autocommit=True) as connection:
            drop_schema(connection, names_for(restore.schema, restore.mark).shadow)
    except FAULTS as exc:
        logger.warning("the shadow of restore %s could not be dropped: %s", restore.id, exc)


def _copies(config: Configuration, restore: Restore, faults: list[str]) -> Iterator[tuple[Store, Manifest]]:
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


def _preview(config: Configuration, restore: Restore, manifest: Manifest) -> dict[str, Any]:
    comparison = compare(config.server, manifest, files_of(restore.tenant_id))
    return {
        "snapshot_at": manifest.snapshot_at,
        "same_release": comparison.same_release,
        "warnings": list(WARNINGS),
        **comparison.json(),
    }


def _load(
    config: Configuration, restore: Restore, names: Names, step: Step
) -> tuple[Store, Manifest, dict[str, float]]:
    """Builds the shadow from the nearest copy that proves whole; the store, the manifest, seconds by phase.

    Where a copy turns out damaged (it is marked in the backup's row), or its store fails while it is read,
    the next store's is read from the beginning. Raises Refused where none is whole, and what else
    ``prepare_shadow`` raises.
    """
    faults: list[str] = []
    for store, manifest in _copies(config, restore, faults):
        try:
            seconds = prepare_shadow(
                config.server,
                store,
                manifest,
                names,
                keys=config.keys,
                files=files_of(restore.tenant_id),
                mark=restore.mark,
                migrate=_migrate,
                foreign=[info.schema for info in list_tenants() if info.id != restore.tenant_id],
                step=step,
            )
        except (Damaged, StoreError, OSError) as exc:
            _pass_over(restore, store, exc, faults)
        else:
            return store, manifest, seconds
    raise AssertionError("the copies end with a refusal")


def _replace(config: Configuration, restore: Restore, guard: Guard) -> None:
    names = names_for(restore.schema, restore.mark)

    def step(phase: str) -> None:
        guard.alive()
        Restore.objects.filter(pk=restore.pk).update(phase=phase)

    store, manifest, seconds = _load(config, restore, names, step)
    step("swap")
    now = clock.now()
    event = TenantRestored(
        restore=restore.id,
        backup=restore.backup_id,
        as_of=restore.backup.snapshot_at or restore.backup.created_at,
        undo=False,
    )

    def commit(connection: Connection, attempts: int) -> None:
        _same_migrations(connection, names.live, names.old)
        position = carry_forward(
            connection, live=names.live, outgoing=names.old, tenant=restore.tenant_id, event=event
        )
        report = {
            "store": store.name,
            "snapshot_at": manifest.snapshot_at,
            "phases": [
                {"name": name, "milliseconds": round(value * 1000)} for name, value in seconds.items()
            ],
            "swap_attempts": attempts,
            "event_position": position,
            "blocked_microseconds": None,
        }
        _record(
            connection,
            restore,
            {
                "state": "succeeded",
                "phase": AFTERCARE,
                "finished_at": now,
                "undo_until": now + config.keep_old,
                "kept_schema": names.old,
                "report": json.dumps(report),
            },
            expected="running",
        )

    swapped = swap(config.server, current=names.live, incoming=names.shadow, outgoing=names.old, also=commit)
    restore.refresh_from_db()
    restore.save_versioned(report=restore.report | {"blocked_microseconds": round(swapped.blocked_ms * 1000)})
    logger.warning("tenant %s was restored from %s", restore.tenant_id, restore.backup_id)
    look_after(restore)


def _same_migrations(connection: Connection, incoming: str, outgoing: str) -> None:
    """Raises Refused where a release's migrations reached one of the two schemas only; ends the swap."""
    if migrations_of(connection, incoming) != migrations_of(connection, outgoing):
        raise Refused("migrations are being run just now: try again when they are done")


def _migrate(shadow: str) -> None:
    try:
        done = migrate_copy(shadow)
    except CopyNotMigrated as exc:
        raise Refused(f"it is of an older release and could not be migrated: {exc}") from exc
    if done:
        logger.info("%s was brought up by %s", shadow, ", ".join(done))


def _record(connection: Connection, restore: Restore, changes: dict[str, Any], *, expected: str) -> None:
    """Write the row in the swap's own transaction; Refused (and so no swap) where it is not as expected."""
    columns = sql.SQL(", ").join(sql.SQL("{} = %s").format(sql.Identifier(column)) for column in changes)
    done = connection.execute(
        sql.SQL(
            "UPDATE public.{} SET {}, version = version + 1, updated_at = now() WHERE id = %s AND state = %s"
        ).format(sql.Identifier(Restore._meta.db_table), columns),
        [*changes.values(), restore.id, expected],
    )
    if done.rowcount != 1:
        raise Refused("the restore was given up meanwhile")


def run_undo(restore_id: uuid.UUID) -> None:
    """Swap back what was live before a replacement. A failure leaves the restored schema live."""
    config = configuration()
    restore = _row(restore_id)
    if restore is None or restore.state != "undoing":
        return
    try:
        with Guard(config.server, restore.tenant_id, Restore._meta.db_table, restore.id):
            restore = _row(restore_id)
            if restore is not None and restore.state == "undoing":
                _undo(config, restore)
    except Busy:
        logger.info("the undo of %s waits: its tenant is being backed up or restored", restore_id)


def _undo(config: Configuration, restore: Restore) -> None:
    names = names_for(restore.schema, restore.mark)
    event = TenantRestored(
        restore=restore.id,
        backup=restore.backup_id,
        as_of=restore.finished_at or clock.now(),
        undo=True,
    )

    def commit(connection: Connection, attempts: int) -> None:
        _same_migrations(connection, names.live, names.undone)
        carry_forward(
            connection, live=names.live, outgoing=names.undone, tenant=restore.tenant_id, event=event
        )
        changes = {
            "state": "undone",
            "phase": AFTERCARE,
            "undone_at": clock.now(),
            "kept_schema": names.undone,
        }
        _record(connection, restore, changes, expected="undoing")

    try:
        # A release may have come since the restore: what was kept has to have its migrations too.
        _migrate(names.old)
        swap(config.server, current=names.live, incoming=names.old, outgoing=names.undone, also=commit)
    except FAULTS as exc:
        move(Restore, restore.id, RESTORE, "keep", error=str(exc))
        logger.error("restore %s could not be undone: %s", restore.id, exc)
        return
    logger.warning("the restore %s of tenant %s was undone", restore.id, restore.tenant_id)
    look_after(restore)


def look_after(restore: Restore) -> None:
    """What follows a swap: sessions end, every process forgets the tenant, and waiting work is woken.

    Sessions that were ended after the snapshot have come back with it, so all of them end. Marked as done
    in the row's phase; the sweep does it again where the process died before that.
    """
    tenancy.forget_tenant(restore.tenant_id)
    try:
        info = tenancy.resolve_id(restore.tenant_id)
    except DomainError:
        info = None
    if info is None:
        # The tenant is gone: there is nobody to look after.
        Restore.objects.filter(pk=restore.pk).update(phase="")
        return
    with tenancy.tenant_context(info):
        end_all_sessions(reason="restored")
        _clear_cache(info.schema)
        # The snapshot's unfinished work has no signals: those stand in public.
        signals.raise_all()
    Restore.objects.filter(pk=restore.pk, phase=AFTERCARE).update(phase="")


def _clear_cache(schema: str) -> None:
    """Delete the tenant's cached values: what they were made from may be gone. Valkey may be dead."""
    cursor: Any = "0"
    while True:
        answer: Any = signals.attempt("a scan", "SCAN", cursor, "MATCH", f"{schema}:*", "COUNT", 500)
        if answer is None:
            return
        cursor, keys = answer
        if keys:
            signals.attempt("a deletion", "UNLINK", *keys)
        if int(cursor) == 0:
            return
