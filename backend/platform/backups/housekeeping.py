"""What runs by the clock: handing out what waits, giving up what died, weekly backups, healing, pruning."""

from __future__ import annotations

import logging
from datetime import timedelta

import psycopg
from django.db.models import Max, Q

from backend.kernel import clock, ids
from backend.kernel.db import transaction
from backend.platform.backups.aftercare import AFTERCARE, look_after
from backend.platform.backups.configuration import Configuration, configuration
from backend.platform.backups.engine.errors import EngineError
from backend.platform.backups.engine.manifest import MANIFEST
from backend.platform.backups.engine.scratch import drop_database, left_over_databases
from backend.platform.backups.engine.stores import Store, StoreError
from backend.platform.backups.engine.swap import drop_schema, left_over_shadows
from backend.platform.backups.guard import STALE_SECONDS, Busy, Guard
from backend.platform.backups.jobs import FAULTS, heal, names_of
from backend.platform.backups.models import Backup, Restore
from backend.platform.backups.services import USABLE, move, request_backup, send
from backend.platform.backups.states import BACKUP, RESTORE
from backend.platform.tenants.facade import list_tenants

logger = logging.getLogger(__name__)

HAND_OUT_AFTER = 10.0
HAND_OUT_AT_ONCE = 20
"""Seconds a row waits before the sweep sends its task again, and how many of a kind it sends in one go."""

DIED = "its process ended before it was done"
ORPHAN_AGE = timedelta(days=1)
"""Objects in a store without a manifest, this old, are what a dead backup left."""


def sweep() -> None:
    """Hand out rows that wait, give up those whose process died, and drop what is not needed any more."""
    config = configuration()
    give_up_dead()
    hand_out()
    finish_aftercare()
    discard_stale()
    drop_kept(config)
    drop_left_overs(config)


def hand_out() -> int:
    """Send the tasks of everything that waits; the number sent. A task for a row that runs does nothing."""
    sent = 0
    # What was asked for just now has been sent already.
    limit = clock.now() - timedelta(seconds=HAND_OUT_AFTER)
    for task, rows in (
        ("take", Backup.objects.filter(state="requested")),
        ("verify", Backup.objects.filter(verification="requested", state__in=USABLE)),
        ("restore", Restore.objects.filter(state="requested")),
        ("undo", Restore.objects.filter(state="undoing")),
        ("merge", Restore.objects.filter(state="applying")),
    ):
        waiting = rows.filter(updated_at__lt=limit).order_by("created_at")
        for row in waiting.values_list("id", flat=True)[:HAND_OUT_AT_ONCE]:
            send(task, row)
            sent += 1
    return sent


def give_up_dead() -> int:
    """Fail what says it is running and has had no heartbeat for ``STALE_SECONDS``; the number of rows."""
    limit = clock.now() - timedelta(seconds=STALE_SECONDS)
    dead = Q(heartbeat_at__lt=limit) | Q(heartbeat_at__isnull=True, updated_at__lt=limit)
    count = 0
    for backup in Backup.objects.filter(dead, state="running"):
        count += move(Backup, backup.id, BACKUP, "fail", error=DIED, finished_at=clock.now())
    for restore in Restore.objects.filter(dead, state="running"):
        count += move(Restore, restore.id, RESTORE, "fail", error=DIED, finished_at=clock.now())
    with transaction():
        # A verification changes nothing, so a dead one is simply begun anew.
        Backup.objects.filter(dead, verification="running").update(verification="requested")
    return count


def finish_aftercare() -> int:
    """Look after tenants whose swap committed and whose job then died; the number of rows."""
    limit = clock.now() - timedelta(seconds=STALE_SECONDS)
    rows = Restore.objects.filter(state__in=["succeeded", "undone"], phase=AFTERCARE, updated_at__lt=limit)
    for row in rows:
        look_after(row)
    return len(rows)


def discard_stale() -> int:
    """Give up merges whose difference nobody has applied in its time; the number of rows. Their schemas go next."""
    count = 0
    for row in Restore.objects.filter(state="ready", staged_until__lt=clock.now()):
        count += move(Restore, row.id, RESTORE, "discard", finished_at=clock.now())
    return count


def drop_kept(config: Configuration) -> int:
    """Drop schemas that replacements kept for undoing and whose day is over; the number dropped."""
    over = Q(state="succeeded", undo_until__lt=clock.now()) | Q(state="undone")
    dropped = 0
    for restore in Restore.objects.filter(over).exclude(kept_schema=""):
        try:
            with Guard(config.server, restore.tenant_id):
                with psycopg.connect(config.server.dsn, autocommit=True) as connection:
                    drop_schema(connection, restore.kept_schema)
                with transaction():
                    Restore.objects.filter(pk=restore.pk).update(kept_schema="")
                dropped += 1
        except Busy:
            continue
        except FAULTS as exc:
            logger.warning("%s could not be dropped: %s", restore.kept_schema, exc)
    return dropped


def drop_left_overs(config: Configuration) -> int:
    """Drop scratch databases and shadows of restores that are not running; the number dropped.

    The shadow of a merge stands until it is applied or given up.
    """
    dropped = 0
    with psycopg.connect(config.server.dsn, autocommit=True) as connection:
        databases = left_over_databases(config.server)
        shadows = left_over_shadows(connection)
        # Read last: a restore is running before it makes anything, so what was seen above and is not named
        # here belongs to none.
        rows = Restore.objects.filter(state__in=["running", "ready", "applying"])
        standing = {row.mark for row in rows}
        running = {row.mark for row in rows if row.state == "running"}
        for mark in databases:
            if mark not in running:
                drop_database(config.server, mark)
                dropped += 1
        for schema, mark in shadows:
            if mark not in standing:
                drop_schema(connection, schema)
                dropped += 1
    return dropped


def plan_scheduled() -> int:
    """Ask for a backup of every open tenant whose last good one is older than the configured days."""
    config = configuration()
    since = clock.now() - config.every
    fresh = set(
        Backup.objects.filter(
            Q(state__in=USABLE, snapshot_at__gt=since) | Q(state__in=["requested", "running"])
        ).values_list("tenant_id", flat=True)
    )
    # After a failure it is tried again, but not every hour of the day.
    recent = clock.now() - timedelta(hours=6)
    fresh |= set(
        Backup.objects.filter(state="failed", created_at__gt=recent).values_list("tenant_id", flat=True)
    )
    due = [info.id for info in list_tenants(open_only=True) if info.id not in fresh]
    if due:
        request_backup(principal=None, tenants=due, kind="scheduled")
    return len(due)


def heal_degraded() -> int:
    """Copy degraded backups to the stores that lack them; the number of backups that gained a copy."""
    config = configuration()
    healed = 0
    for backup in Backup.objects.filter(state="degraded").order_by("-created_at")[:100]:
        try:
            with Guard(config.server, backup.tenant_id, Backup._meta.db_table, backup.id):
                healed += bool(heal(config, backup))
        except Busy:
            continue
        except EngineError as exc:
            logger.warning("backup %s could not be healed: %s", backup.id, exc)
    return healed


def prune() -> int:
    """Delete backups past their days from every store; the number deleted.

    The newest verified backup of a tenant that there is is never deleted, nor, where none is verified, its
    newest good one; whatever their age. Nothing is deleted whose deletion is not complete in every store: the
    row then stays as it is.
    """
    config = configuration()
    limit = clock.now() - config.keep
    kept = _last_good()
    pruned = 0
    for backup in Backup.objects.filter(created_at__lt=limit, state__in=[*USABLE, "failed"]):
        if backup.id in kept:
            continue
        if backup.restores.filter(state__in=["requested", "running"]).exists():
            continue
        try:
            with Guard(config.server, backup.tenant_id):
                tenant, name = names_of(backup)
                for store in config.stores:
                    store.delete(f"{tenant}/{name}")
                pruned += move(Backup, backup.id, BACKUP, "prune", copies=[], verification="none")
        except Busy:
            continue
        except StoreError as exc:
            logger.warning("backup %s could not be pruned: %s", backup.id, exc)
    for store in config.stores:
        try:
            store.sweep(ORPHAN_AGE)
            _drop_orphans(store)
        except (StoreError, OSError) as exc:
            logger.warning("store %s could not be swept: %s", store.name, exc)
    return pruned


def _last_good() -> set[object]:
    """Ids that pruning must leave: of each tenant the newest verified backup, else its newest good one."""
    kept: set[object] = set()
    # A business that was purged and whose backups were kept: these end by their age alone.
    alive = [info.id for info in list_tenants()]
    good = Backup.objects.filter(state__in=USABLE, tenant_id__in=alive)
    verified = good.filter(verification="ok")
    for rows, passed in ((verified, set()), (good, set(verified.values_list("tenant_id", flat=True)))):
        for found in rows.values("tenant_id").annotate(newest=Max("snapshot_at")):
            if found["tenant_id"] in passed:
                continue
            newest = rows.filter(tenant_id=found["tenant_id"], snapshot_at=found["newest"])
            kept |= set(newest.values_list("id", flat=True))
    return kept


def _drop_orphans(store: Store) -> None:
    folders: dict[str, set[str]] = {}
    for name in store.names():
        folder, _, leaf = name.rpartition("/")
        folders.setdefault(folder, set()).add(leaf)
    for folder, leaves in folders.items():
        if MANIFEST in leaves:
            continue
        try:
            row = ids.decode("bkp", folder.rpartition("/")[2])
        except ids.InvalidId:
            continue
        limit = clock.now() - ORPHAN_AGE
        backup = Backup.objects.filter(pk=row).first()
        # What no row knows belongs to another installation or to a catalogue that is yet to be rebuilt.
        if backup is not None and backup.state in ("failed", "pruned") and backup.created_at < limit:
            store.delete(folder)
