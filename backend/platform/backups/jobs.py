"""The work behind the catalogue's rows. Each function may be called any number of times for its row.

Who runs one holds the target's lock (``guard``), so two never work for one tenant at a time; who cannot get
it leaves the row as it is, for the sweep to hand out again.
"""

from __future__ import annotations

import logging
import uuid
from datetime import datetime

import psycopg

from backend.core.files.facade import StorageDown
from backend.kernel import clock, ids
from backend.kernel.db import lock, transaction
from backend.platform.backups.blobs import files_of
from backend.platform.backups.configuration import Configuration, configuration
from backend.platform.backups.engine.errors import Damaged, EngineError, NotThere
from backend.platform.backups.engine.manifest import Manifest
from backend.platform.backups.engine.stores import Store
from backend.platform.backups.engine.take import OK, Target, take_backup
from backend.platform.backups.engine.verify import load_manifest, verify_backup
from backend.platform.backups.guard import Busy, Guard
from backend.platform.backups.models import Backup
from backend.platform.backups.services import USABLE, move, send
from backend.platform.backups.states import BACKUP

logger = logging.getLogger(__name__)

FAULTS = (EngineError, StorageDown, psycopg.Error, OSError)
"""What a job turns into its row's ``error``; anything else is a fault of ours and is raised as well."""


def names_of(backup: Backup) -> tuple[str, str]:
    """The tenant's and the backup's TypeIDs, which are their names in the stores."""
    return ids.encode("ten", backup.tenant_id), ids.encode("bkp", backup.id)


def run_backup(backup_id: uuid.UUID) -> None:
    """Take a requested backup, to every store, and then have it verified.

    A backup that an earlier run committed, but could not record, is taken into the catalogue as it is.
    """
    config = configuration()
    backup = Backup.objects.filter(pk=backup_id).first()
    if backup is None or backup.state not in ("requested", "running"):
        return
    try:
        with Guard(config.server, backup.tenant_id, Backup._meta.db_table, backup.id) as guard:
            backup = Backup.objects.filter(pk=backup_id).first()
            if backup is None:
                return  # Purged with its tenant meanwhile.
            if backup.state == "requested":
                move(Backup, backup.id, BACKUP, "start", started_at=clock.now(), error="")
            elif backup.state != "running":
                return
            _take(config, backup, guard)
    except Busy:
        logger.info("backup %s waits: its tenant is being backed up or restored", backup_id)


def _take(config: Configuration, backup: Backup, guard: Guard) -> None:
    try:
        manifest = _committed(config, backup)
        if manifest is None:
            tenant, name = names_of(backup)
            target = Target(
                backup=name,
                tenant=tenant,
                slug=backup.slug,
                schema=backup.schema,
                files=files_of(backup.tenant_id),
                release=config.release,
            )
            manifest = take_backup(
                config.server, target, key=config.keys.primary(), stores=config.stores, alive=guard.alive
            )
    except FAULTS as exc:
        move(Backup, backup.id, BACKUP, "fail", error=str(exc), finished_at=clock.now())
        logger.error("backup %s failed: %s", backup.id, exc)
        return
    except BaseException:
        move(Backup, backup.id, BACKUP, "fail", error="internal error", finished_at=clock.now())
        raise
    record(config, backup, manifest)


def _committed(config: Configuration, backup: Backup) -> Manifest | None:
    tenant, name = names_of(backup)
    for store in config.stores:
        try:
            return load_manifest(store, tenant, name, config.keys)
        except (EngineError, OSError):
            # No such backup there, or not one to trust: it is taken anew.
            continue
    return None


def record(config: Configuration, backup: Backup, manifest: Manifest) -> None:
    """Write what a manifest says into the catalogue's row: ``ok``, or ``degraded`` where a store lacks it."""
    copies = [
        {"store": store.name, "state": "ok" if text == OK else "failed", "error": "" if text == OK else text}
        for store in config.stores
        for text in [manifest.copies.get(store.name, "the store is new")]
    ]
    whole = all(copy["state"] == "ok" for copy in copies)
    done = move(
        Backup,
        backup.id,
        BACKUP,
        "succeed" if whole else "degrade",
        finished_at=_moment(manifest.finished_at),
        snapshot_at=_moment(manifest.snapshot_at),
        key_id=manifest.key_id,
        release=manifest.release,
        stored_bytes=manifest.stored_size,
        plain_bytes=manifest.plain_size,
        rows=manifest.rows,
        file_count=len(manifest.files),
        tables={name: table.rows for name, table in manifest.tables.items()},
        artifacts=[
            {"name": one.name, "size": one.size, "sha256": one.sha256, "plain_size": one.plain_size}
            for one in manifest.artifacts.values()
        ],
        copies=copies,
        verification="requested",
    )
    if done:
        send("verify", backup.id)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def run_verification(backup_id: uuid.UUID) -> None:
    """Read and prove every copy of a backup, and write what was found into its row."""
    config = configuration()
    backup = Backup.objects.filter(pk=backup_id).first()
    if backup is None or backup.state not in USABLE:
        return
    if backup.verification not in ("requested", "running"):
        return
    try:
        with Guard(config.server, backup.tenant_id, Backup._meta.db_table, backup.id) as guard:
            Backup.objects.filter(pk=backup.pk).update(verification="running")
            _verify(config, backup, guard)
    except Busy:
        logger.info("the verification of %s waits", backup_id)


def _verify(config: Configuration, backup: Backup, guard: Guard) -> None:
    tenant, name = names_of(backup)
    copies, damage = [], []
    good: Store | None = None
    for store in config.stores:
        guard.alive()
        copy = {"store": store.name, "state": "ok", "error": ""}
        try:
            verify_backup(store, tenant, name, keys=config.keys, server=config.server)
            good = good or store
        except NotThere as exc:
            copy |= {"state": "missing", "error": str(exc)}
        except Damaged as exc:
            copy |= {"state": "damaged", "error": str(exc)}
            damage.append(f"{store.name}: {exc}")
        except FAULTS as exc:
            copy |= {"state": "failed", "error": str(exc)}
        copies.append(copy)
    whole = all(copy["state"] == "ok" for copy in copies)
    if good is None and not damage:
        damage = [f"{copy['store']}: {copy['error']}" for copy in copies]
    with transaction():
        Backup.objects.filter(pk=backup.pk).update(
            verification="ok" if good is not None else "damaged",
            # The proof is of what is there: a copy that is gone shows in `copies` and in the state.
            verified_at=clock.now(),
            verification_error="; ".join(damage)[:2000],
            copies=copies,
            state="ok" if whole else "degraded",
            updated_at=clock.now(),
        )
    if not whole:
        logger.error("backup %s is not whole: %s", backup.id, copies)


def mark_damaged(backup_id: uuid.UUID, store: str, fault: Damaged) -> None:
    """Notes in a backup's row that a store's copy is not what was written: it is then healed from another."""
    with transaction():
        for backup in lock(Backup, [backup_id]):
            if backup.state in USABLE:
                known = {copy["store"]: copy for copy in backup.copies}
                known[store] = {"store": store, "state": "damaged", "error": str(fault)}
                backup.save_versioned(copies=list(known.values()), state="degraded")


def heal(config: Configuration, backup: Backup) -> list[str]:
    """Copy a backup from a store that holds it whole to those that do not; the names of the stores healed.

    Each store gets the manifest last. A store that still does not answer is left for another time.
    """
    tenant, name = names_of(backup)
    states = {copy["store"]: copy["state"] for copy in backup.copies}
    source = next((store for store in config.stores if states.get(store.name) == "ok"), None)
    if source is None:
        return []
    manifest = load_manifest(source, tenant, name, config.keys)
    healed = []
    for store in config.stores:
        if states.get(store.name) == "ok":
            continue
        try:
            copy_backup(source, store, manifest)
        except FAULTS as exc:
            logger.warning("backup %s could not be copied to %s: %s", backup.id, store.name, exc)
            continue
        healed.append(store.name)
    if healed:
        copies = [
            {"store": store.name, "state": "ok", "error": ""}
            if store.name in healed or states.get(store.name) == "ok"
            else {"store": store.name, "state": "failed", "error": "not copied yet"}
            for store in config.stores
        ]
        Backup.objects.filter(pk=backup.pk).update(copies=copies, verification="requested")
        send("verify", backup.id)
    return healed


def copy_backup(source: Store, target: Store, manifest: Manifest) -> None:
    """Copy a backup's objects between stores, as they are stored, the manifest last."""
    folder = f"{manifest.tenant}/{manifest.backup}"
    for artifact in manifest.artifacts.values():
        upload = target.open_upload(f"{folder}/{artifact.name}")
        try:
            with source.open(f"{folder}/{artifact.name}") as stream:
                while piece := stream.read(1024 * 1024):
                    upload.write(piece)
            upload.commit()
        except BaseException:
            upload.abort()
            raise
    target.put(f"{folder}/manifest.json", source.get(f"{folder}/manifest.json"))
