"""Reading files, within what the caller may see."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet, Sum

from backend.core.files.kinds import FileKind
from backend.core.files.models import File
from backend.core.files.permissions import UPLOAD, VIEW
from backend.core.files.types import Category, FileInfo, FileState
from backend.kernel import db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Permission, Principal, scoped


def files_for(principal: Principal, permission: Permission = VIEW) -> QuerySet[File]:
    """The received files that the permission reaches: by branch, customer and maker.

    What somebody uploaded themselves is theirs to see under any scope, because a new file has no branch yet.
    """
    received = File.objects.exclude(state=FileState.UPLOADING.value)
    rows = scoped(
        received, principal, permission, branch="branch_id", customer="customer_id", owner="created_by_id"
    )
    if principal.user_id is not None and principal.allows(permission):
        rows = rows | received.filter(created_by_id=principal.user_id)
    return rows


def count_bytes(_at: datetime) -> int:
    """Bytes of all files, of unfinished uploads as declared: what plans limit."""
    return File.objects.aggregate(total=Sum("size"))["total"] or 0


def file_for(principal: Principal, file_id: uuid.UUID, permission: Permission = VIEW) -> File:
    """One file. Raises ResourceNotFound where it is not there for this caller."""
    file = files_for(principal, permission).filter(pk=file_id).first()
    if file is None:
        raise ResourceNotFound()
    return file


def uploads_for(principal: Principal) -> QuerySet[File]:
    """The caller's own resumable uploads, unfinished or finished: nobody else continues them."""
    if principal.user_id is None or not principal.allows(UPLOAD):
        return File.objects.none()
    return File.objects.filter(created_by_id=principal.user_id)


def upload_for(principal: Principal, upload_id: uuid.UUID) -> File:
    """One of the caller's uploads. Raises ResourceNotFound."""
    upload = uploads_for(principal).filter(pk=upload_id).first()
    if upload is None:
        raise ResourceNotFound()
    return upload


def files_by_id(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, FileInfo]:
    """Files by id for other domains, which have checked what their caller may see; missing ones are left out."""
    return {file.id: describe(file) for file in File.objects.filter(pk__in=set(ids))}


def hold_unread(ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Of some ids, those of files that are still being read; none becomes so much as read until the commit.

    Needs an open transaction. Locks the files FOR SHARE in the order of their ids, so holders do not wait for each
    other.
    """
    db.require_transaction()
    wanted = sorted(set(ids))
    if not wanted:
        return set()
    found = db.fetch("SELECT id, state FROM files_file WHERE id = ANY(%s) ORDER BY id FOR SHARE", [wanted])
    return {row[0] for row in found if row[1] == FileState.ANALYSING.value}


def files_of(subject_type: str, subject_id: uuid.UUID) -> list[FileInfo]:
    """The files that belong to a subject, oldest first."""
    rows = File.objects.filter(subject_type=subject_type, subject_id=subject_id).order_by("pk")
    return [describe(file) for file in rows]


def describe(file: File) -> FileInfo:
    """The row as a value for other domains."""
    return FileInfo(
        id=file.id,
        name=file.name,
        category=Category(file.category),
        content_type=file.content_type,
        kind=FileKind(file.kind) if file.kind else None,
        size=file.size,
        sha256=file.sha256,
        state=FileState(file.state),
        analysis=file.counted,
        customer_id=file.customer_id,
        branch_id=file.branch_id,
        created_by_id=file.created_by_id,
        subject_type=file.subject_type,
        subject_id=file.subject_id,
        created_at=file.created_at,
    )
