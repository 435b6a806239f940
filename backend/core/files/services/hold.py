"""Files that a subject holds as a whole set, which may shrink: what it names is its, what it drops is nobody's."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from backend.core.files.config import config
from backend.core.files.models import File
from backend.core.files.selectors import describe, files_for
from backend.core.files.services.attach import check_attachable
from backend.core.files.services.due import remind
from backend.core.files.types import SUBJECTS, FileInfo
from backend.kernel import clock, db
from backend.kernel.permissions import Principal


def hold_files(
    *,
    principal: Principal | None,
    subject_type: str,
    subject_id: uuid.UUID,
    files: Mapping[uuid.UUID, str],
    keep: Collection[uuid.UUID] = (),
    at: datetime | None = None,
) -> dict[uuid.UUID, FileInfo]:
    """Makes a subject's files those of `files` and `keep`, in the caller's transaction; returns those of `files`.

    `files` are ids, each with the JSON pointer that a refusal of it names; `keep` are ids that stay if the subject
    has them. A file that the subject does not have yet is joined under the conditions of `attach_files`; one that
    it has is joined already, whether `principal` sees it or not. What it has besides is freed: it belongs to
    nothing, and expires like a file that was never joined.

    Raises ReferenceNotFound, FileNotReady, FileAttached; nothing changes then. Needs a transaction in which nobody
    else changes what this subject holds (an advisory lock of the caller's). Locks the files, so call it before
    anything that ranks after `files.File` in `backend.kernel.locks` is locked. A retry changes nothing.
    """
    db.require_transaction()
    if subject_type not in SUBJECTS:
        raise ValueError(f"files cannot belong to {subject_type!r}: place it in types.SUBJECTS first")
    held = File.objects.filter(subject_type=subject_type, subject_id=subject_id)
    own = set(held.values_list("pk", flat=True))
    reachable = set(files) - own
    if principal is not None and reachable:
        reachable = set(files_for(principal).filter(pk__in=reachable).values_list("pk", flat=True))
    rows = {file.id: file for file in db.lock(File, own | reachable)} if own or reachable else {}
    for file_id, pointer in files.items():
        check_attachable(rows.get(file_id), file_id, subject_type, subject_id, None, pointer)
    expiry = (at or clock.now()) + timedelta(seconds=config().unattached_seconds)
    for file in rows.values():
        if file.id in files:
            if file.subject_id is None:
                file.save_versioned(subject_type=subject_type, subject_id=subject_id, expires_at=None)
        elif file.id not in keep:
            file.save_versioned(subject_type=None, subject_id=None, expires_at=expiry)
            remind(file)
    return {file_id: describe(rows[file_id]) for file_id in files}
