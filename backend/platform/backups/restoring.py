"""The work of restores: preview, replacement, and the way back; ``merging`` has that of merges. Called by tasks; see
``jobs`` for the rules.
"""

from __future__ import annotations

import json
import logging
import uuid
from typing import Any

from backend.kernel import clock
from backend.platform.backups.aftercare import AFTERCARE, look_after
from backend.platform.backups.blobs import files_of
from backend.platform.backups.carry import carry_forward
from backend.platform.backups.configuration import Configuration, configuration
from backend.platform.backups.engine.manifest import Manifest
from backend.platform.backups.engine.restore import compare
from backend.platform.backups.engine.snapshot import Connection
from backend.platform.backups.engine.swap import names_for, swap
from backend.platform.backups.events import TenantRestored
from backend.platform.backups.guard import Busy, Guard
from backend.platform.backups.jobs import FAULTS
from backend.platform.backups.merging import stage
from backend.platform.backups.models import Restore
from backend.platform.backups.services import move
from backend.platform.backups.shadows import bring_up, build, copies, drop_shadow, record, same_migrations
from backend.platform.backups.states import RESTORE

logger = logging.getLogger(__name__)

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
    """Run a requested restore: compare (preview), build the shadow and swap it in (replace), or build it and say
    how it differs (merge).

    A replacement that dies before its swap has changed nothing but added files; the swap and the row's
    state commit together, so a replacement is never half recorded.
    """
    config = configuration()
    restore = _row(restore_id)
    if restore is None or restore.state not in ("requested", "running"):
        return
    try:
        # Previews only read, so they take a lock of their own and wait for nobody.
        target = restore.id if restore.mode == "preview" else restore.tenant_id
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
            _store, manifest = next(copies(config, restore, []))
            report = _preview(config, restore, manifest)
            move(Restore, restore.id, RESTORE, "succeed", report=report, finished_at=clock.now(), phase="")
        elif restore.mode == "merge":
            stage(config, restore, guard)
        else:
            _replace(config, restore, guard)
    except FAULTS as exc:
        move(Restore, restore.id, RESTORE, "fail", error=str(exc), finished_at=clock.now())
        logger.error("restore %s failed: %s", restore.id, exc)
        drop_shadow(config, restore)
    except BaseException:
        move(Restore, restore.id, RESTORE, "fail", error="internal error", finished_at=clock.now())
        raise


def _preview(config: Configuration, restore: Restore, manifest: Manifest) -> dict[str, Any]:
    comparison = compare(config.server, manifest, files_of(restore.tenant_id))
    return {
        "snapshot_at": manifest.snapshot_at,
        "same_release": comparison.same_release,
        "warnings": list(WARNINGS),
        **comparison.json(),
    }


def _replace(config: Configuration, restore: Restore, guard: Guard) -> None:
    names = names_for(restore.schema, restore.mark)

    def step(phase: str) -> None:
        guard.alive()
        Restore.objects.filter(pk=restore.pk).update(phase=phase)

    store, manifest, seconds = build(config, restore, names, step)
    step("swap")
    now = clock.now()
    event = TenantRestored(
        restore=restore.id,
        backup=restore.backup_id,
        as_of=restore.backup.snapshot_at or restore.backup.created_at,
        undo=False,
    )

    def commit(connection: Connection, attempts: int) -> None:
        same_migrations(connection, names.live, names.old)
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
        record(
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
        same_migrations(connection, names.live, names.undone)
        carry_forward(
            connection, live=names.live, outgoing=names.undone, tenant=restore.tenant_id, event=event
        )
        changes = {
            "state": "undone",
            "phase": AFTERCARE,
            "undone_at": clock.now(),
            "kept_schema": names.undone,
        }
        record(connection, restore, changes, expected="undoing")

    try:
        # A release may have come since the restore: what was kept has to have its migrations too.
        bring_up(names.old)
        swap(config.server, current=names.live, incoming=names.old, outgoing=names.undone, also=commit)
    except FAULTS as exc:
        move(Restore, restore.id, RESTORE, "keep", error=str(exc))
        logger.error("restore %s could not be undone: %s", restore.id, exc)
        return
    logger.warning("the restore %s of tenant %s was undone", restore.id, restore.tenant_id)
    look_after(restore)
