"""What time does: unfinished uploads and unused files end, lost work is sent again, orphans are removed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from backend.core.files.models import File
from backend.core.files.services.blobs import copy_is_kept, discard_later, discard_unshared
from backend.core.files.services.due import LOST_AFTER, settle
from backend.core.files.services.ingest import refuse_transaction, send_analysis
from backend.core.files.storage import tenant_storage
from backend.core.files.types import FileState
from backend.kernel import clock, db, holds

HELD_FOR = timedelta(days=1)
"""After how long a file that expired under a legal hold is looked at again."""

_BATCH = 200
_ORPHAN_AFTER = timedelta(hours=48)  # longer than an upload may last, so its chunks are never taken for one
_BLOB = re.compile(r"blobs/../../([0-9a-f]{64})")
_CHUNK = re.compile(r"chunks/([0-9a-f]{32})/")


def sweep_files(*, at: datetime | None = None) -> tuple[int, int]:
    """Deletes expired rows with their bytes, and sends again the analysis of files that wait for minutes.

    Returns (rows deleted, analyses sent), and has the business looked at again when the next thing is due.
    A second run finds nothing more. Locks files, in batches.
    """
    refuse_transaction()
    moment = at or clock.now()
    deleted = 0
    while batch := _delete_expired(moment):
        deleted += batch
    waiting = File.objects.filter(state=FileState.ANALYSING.value, updated_at__lt=moment - LOST_AFTER)
    ids = list(waiting.order_by("pk").values_list("pk", flat=True)[:_BATCH])
    for file_id in ids:
        send_analysis(file_id)
    settle(at=moment)
    return deleted, len(ids)


def _delete_expired(moment: datetime) -> int:
    due = File.objects.filter(expires_at__lte=moment).order_by("expires_at").values_list("pk", flat=True)
    chosen = list(due[:_BATCH])
    if not chosen:
        return 0
    with db.transaction():
        # Read again under the lock: a file may have been attached meanwhile, and then no longer expires.
        found = db.lock_queryset(File.objects.filter(pk__in=chosen, expires_at__lte=moment))
        held = {row.customer_id for row in found if holds.is_held(row.customer_id)}
        # What a legal hold keeps is looked at again tomorrow, and stands in nobody's way until then.
        File.objects.filter(pk__in=[row.pk for row in found if row.customer_id in held]).update(
            expires_at=moment + HELD_FOR
        )
        rows = [row for row in found if row.customer_id not in held]
        contents = [(row.sha256, row.storage_key) for row in rows]
        chunks = [part[2] for row in rows if row.upload for part in row.upload["parts"]]
        File.objects.filter(pk__in=[row.pk for row in rows]).delete()
    discard_unshared(contents)
    discard_later(chunks)
    return len(rows)


def sweep_storage(*, at: datetime | None = None) -> int:
    """Removes stored bytes that no row refers to and that are older than two days; returns how many.

    They are left by a server that died between storing and committing. Lists the tenant's whole storage, so
    it is for once a day. Does nothing while a copy of the schema is kept for undoing a restore. Raises
    StorageDown.
    """
    refuse_transaction()
    if copy_is_kept():
        return 0
    oldest = (at or clock.now()) - _ORPHAN_AFTER
    storage = tenant_storage()
    removed = 0
    batch: dict[str, str] = {}  # relative key: what a row would be found by
    for folder, pattern in (("blobs", _BLOB), ("chunks", _CHUNK)):
        for blob in storage.list(folder):
            match = pattern.match(blob.key)
            if match and blob.modified < oldest:
                batch[blob.key] = match.group(1)
            if len(batch) >= _BATCH:
                removed += _remove_orphans(folder, batch)
                batch = {}
        removed += _remove_orphans(folder, batch)
        batch = {}
    return removed


def _remove_orphans(folder: str, batch: dict[str, str]) -> int:
    if not batch:
        return 0
    if folder == "blobs":
        known = set(File.objects.filter(sha256__in=batch.values()).values_list("sha256", flat=True))
    else:
        running = File.objects.filter(pk__in=batch.values(), upload__isnull=False)
        known = {pk.hex for pk in running.values_list("pk", flat=True)}
    orphans = [key for key, found in batch.items() if found not in known]
    discard_later(orphans)
    return len(orphans)
