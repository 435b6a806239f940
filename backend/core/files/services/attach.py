"""Joining files to what they belong to."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence

from django.db.models import Q

from backend.core.files.errors import FileAttached, FileNotReady, FileOfAnotherCustomer
from backend.core.files.models import File
from backend.core.files.selectors import describe, files_for
from backend.core.files.types import SUBJECTS, FileInfo, FileState
from backend.kernel import db
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal


def attach_files(
    *,
    principal: Principal | None,
    file_ids: Sequence[uuid.UUID],
    subject_type: str,
    subject_id: uuid.UUID,
    customer_id: uuid.UUID | None = None,
    branch_id: uuid.UUID | None = None,
    pointer: str = "/files",
) -> list[FileInfo]:
    """Joins files to a subject in the caller's transaction, and returns them in the order given.

    `subject_type` is a key of `types.SUBJECTS`.

    A file must be ready, visible to `principal` (None: the product itself, which sees all), joined to
    nothing else, and given by nobody or by `customer_id`. It takes the subject's customer and branch, and no
    longer expires. Joining again to the same subject changes nothing.

    Raises ReferenceNotFound, FileNotReady, FileAttached, FileOfAnotherCustomer, each with the `pointer` of
    the item (`/files/0`); nothing is joined then. Needs a transaction. Locks the files, so call it before
    anything that ranks after `files.File` in `backend.kernel.locks` is locked.
    """
    db.require_transaction()
    if subject_type not in SUBJECTS:
        raise ValueError(f"files cannot belong to {subject_type!r}: place it in types.SUBJECTS first")
    if not file_ids:
        return []
    reachable = set(file_ids)
    if principal is not None:
        reachable = set(files_for(principal).filter(pk__in=reachable).values_list("pk", flat=True))
    rows = {file.id: file for file in db.lock(File, reachable)}
    for index, file_id in enumerate(file_ids):
        check_attachable(
            rows.get(file_id), file_id, subject_type, subject_id, customer_id, f"{pointer}/{index}"
        )
    for file in rows.values():
        if file.subject_id is None:
            file.save_versioned(
                subject_type=subject_type,
                subject_id=subject_id,
                customer_id=customer_id or file.customer_id,
                branch_id=branch_id or file.branch_id,
                expires_at=None,
            )
    return [describe(rows[file_id]) for file_id in dict.fromkeys(file_ids)]


def check_attachable(
    file: File | None,
    file_id: uuid.UUID,
    subject_type: str,
    subject_id: uuid.UUID,
    customer_id: uuid.UUID | None,
    pointer: str,
) -> None:
    """Raises what keeps a file (None: not there for the caller) from being joined to the subject."""
    if file is None or file.state == FileState.UPLOADING.value:
        raise ReferenceNotFound(reference=encode("fil", file_id), pointer=pointer)
    if file.state != FileState.READY.value:
        raise FileNotReady(state=file.state, pointer=pointer)
    if file.subject_id is not None and (file.subject_type, file.subject_id) != (subject_type, subject_id):
        raise FileAttached(pointer=pointer)
    if file.customer_id is not None and customer_id is not None and file.customer_id != customer_id:
        raise FileOfAnotherCustomer(pointer=pointer)


def detach_files(*, subject_type: str, subject_id: uuid.UUID) -> int:
    """Frees all files of a subject that is going away, and returns how many; they can then be deleted.

    They do not expire by themselves: somebody had use for them. Needs a transaction. Locks the files.
    """
    db.require_transaction()
    rows = db.lock_queryset(File.objects.filter(subject_type=subject_type, subject_id=subject_id))
    for file in rows:
        file.save_versioned(subject_type=None, subject_id=None)
    return len(rows)


def give_files(*, subjects: Mapping[str, Collection[uuid.UUID]], customer_id: uuid.UUID) -> int:
    """Gives files that are nobody's to the customer that their subjects now belong to, and returns how many.

    `subjects` are ids by subject type. Needs a transaction. Locks the files, so call it before anything that ranks
    after `files.File` is locked.
    """
    db.require_transaction()
    found = Q()
    for subject_type, ids in subjects.items():
        found |= Q(subject_type=subject_type, subject_id__in=list(ids))
    rows = db.lock_queryset(File.objects.filter(found, customer_id=None)) if found else []
    for file in rows:
        file.save_versioned(customer_id=customer_id)
    return len(rows)


def move_files(*, subject_type: str, subject_id: uuid.UUID, branch_id: uuid.UUID) -> int:
    """Gives the files of a subject to another branch, and returns how many; the scope of that branch reaches them.

    Needs a transaction. Locks the files, so call it before anything that ranks after `files.File` is locked.
    """
    db.require_transaction()
    rows = db.lock_queryset(File.objects.filter(subject_type=subject_type, subject_id=subject_id))
    for file in rows:
        file.save_versioned(branch_id=branch_id)
    return len(rows)
