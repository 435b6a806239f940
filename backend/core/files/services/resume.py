"""Resumable uploads: declared size and SHA-256, chunks by offset, completion."""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from backend.core.files import policy, staging
from backend.core.files.config import config
from backend.core.files.errors import (
    FileUnavailable,
    UploadChecksumMismatch,
    UploadChunkEmpty,
    UploadChunkTooLarge,
    UploadIncomplete,
    UploadOffsetMismatch,
    UploadOverflow,
    UploadTooManyChunks,
)
from backend.core.files.models import File
from backend.core.files.permissions import UPLOAD
from backend.core.files.selectors import upload_for
from backend.core.files.services.blobs import discard_later
from backend.core.files.services.due import remind
from backend.core.files.services.ingest import announce, examine, facts, refuse_transaction, stored
from backend.core.files.storage import BlobMissing, StorageDown, chunk_key, tenant_storage
from backend.core.files.types import Category, FileState
from backend.kernel import clock, db, limits
from backend.kernel.errors import ResourceNotFound
from backend.kernel.ids import new_id
from backend.kernel.permissions import Principal

_UPLOADING = FileState.UPLOADING.value


def start_upload(
    *,
    principal: Principal,
    name: str,
    size: int,
    sha256: str,
    category: Category = Category.ORDER_FILE,
    at: datetime | None = None,
) -> File:
    """Opens a resumable upload of `size` bytes whose SHA-256 (lower-case hexadecimal) is declared.

    The row is the later file; it ends by itself after `upload_seconds`. Raises PermissionDenied,
    CategoryNotAllowed, FileTooLarge, LimitReached. Emits nothing. A retry opens another upload.
    """
    principal.require(UPLOAD)
    policy.check_category(principal, category)
    policy.check_size(category, size)
    file = File(
        id=new_id(),
        category=category.value,
        state=_UPLOADING,
        name=name,
        size=size,
        sha256=sha256,
        upload={"received": 0, "parts": []},
        created_by_id=principal.user_id,
        customer_id=principal.customer_id,
        expires_at=(at or clock.now()) + timedelta(seconds=config().upload_seconds),
    )
    with db.transaction():
        limits.take(limits.STORAGE, size, pointer="/size")
        file.save(force_insert=True)
        remind(file)
    return file


def append_chunk(
    *,
    principal: Principal,
    upload_id: uuid.UUID,
    offset: int,
    content: bytes,
    expected_version: int | None = None,
) -> File:
    """Adds the bytes at `offset`, which must be where the upload stands.

    Each chunk is an object of its own in the storage, so that any server can take the next one. Of two
    chunks sent for the same offset at once, one is taken. Raises ResourceNotFound, UploadOffsetMismatch
    (with the `offset` to continue from: also the answer to a retry of a chunk that had arrived),
    UploadChunkEmpty, UploadChunkTooLarge, UploadTooManyChunks, UploadOverflow, VersionMismatch,
    FileUnavailable. Locks the file. Must not run inside a transaction.
    """
    refuse_transaction()
    principal.require(UPLOAD)
    _check_chunk(_unfinished(principal, upload_id), offset, len(content))
    storage = tenant_storage()
    key = chunk_key(upload_id, offset)
    try:
        storage.put(key, io.BytesIO(content))
    except StorageDown as error:
        raise FileUnavailable(retry_after=10) from error
    taken = False
    try:
        with db.transaction():
            locked = db.lock(File, [upload_id])
            if not locked or locked[0].upload is None:
                raise ResourceNotFound()
            file = locked[0]
            file.check_version(expected_version)
            _check_chunk(file, offset, len(content))
            parts = [*locked[0].upload["parts"], [offset, len(content), key]]
            file.save_versioned(upload={"received": offset + len(content), "parts": parts})
        taken = True
    finally:
        if not taken:
            discard_later([key])
    return file


def complete_upload(
    *,
    principal: Principal,
    upload_id: uuid.UUID,
    expected_version: int | None = None,
    at: datetime | None = None,
) -> File:
    """Makes the file of a fully received upload, as `upload_file` does.

    Raises ResourceNotFound, VersionMismatch, UploadIncomplete, UploadChecksumMismatch, and what
    `upload_file` raises; the upload then stays as it was until it ends by itself. Completing a completed
    upload answers with the file. Emits file.uploaded, and file.analysed when ready. Locks the file. Must not
    run inside a transaction.
    """
    refuse_transaction()
    principal.require(UPLOAD)
    file = upload_for(principal, upload_id)
    if file.upload is None:
        return file
    _check_alive(file)
    file.check_version(expected_version)
    if file.received < file.size:
        raise UploadIncomplete(received=file.received, size=file.size)
    keys = [part[2] for part in file.upload["parts"]]
    category = Category(file.category)
    try:
        with staging.stage(_pieces(keys), policy.byte_limit(category)) as staged:
            if staged.size != file.size or staged.sha256 != file.sha256:
                raise UploadChecksumMismatch()
            examined = examine(staged, file.name, category)
            columns = facts(staged, file.name, examined, at or clock.now())
            with stored(staged, columns["storage_key"]), db.transaction():
                locked = db.lock(File, [upload_id])
                if not locked:
                    raise ResourceNotFound()
                file = locked[0]
                if file.upload is not None:
                    file.save_versioned(upload=None, **columns)
                    announce(file)
    except (BlobMissing, StorageDown) as error:
        # A second completion may have removed the chunks under our reading.
        finished = upload_for(principal, upload_id)
        if finished.upload is None:
            return finished
        raise FileUnavailable() from error
    discard_later(keys)
    return file


def cancel_upload(*, principal: Principal, upload_id: uuid.UUID, expected_version: int | None = None) -> None:
    """Ends an unfinished upload and drops what it had. Raises ResourceNotFound, VersionMismatch. Locks the file."""
    principal.require(UPLOAD)
    _unfinished(principal, upload_id)
    with db.transaction():
        locked = db.lock(File, [upload_id])
        if not locked or locked[0].upload is None:
            raise ResourceNotFound()
        locked[0].check_version(expected_version)
        keys = [part[2] for part in locked[0].upload["parts"]]
        locked[0].delete()
        db.on_commit(lambda: discard_later(keys))


def _unfinished(principal: Principal, upload_id: uuid.UUID) -> File:
    file = upload_for(principal, upload_id)
    if file.upload is None:
        raise ResourceNotFound()
    _check_alive(file)
    return file


def _check_alive(file: File) -> None:
    if file.expires_at is not None and file.expires_at <= clock.now():
        raise ResourceNotFound()


def _check_chunk(file: File, offset: int, length: int) -> None:
    settings = config()
    received = file.received
    if offset != received:
        raise UploadOffsetMismatch(offset=received)
    if length == 0:
        raise UploadChunkEmpty()
    if length > settings.chunk_bytes:
        raise UploadChunkTooLarge(limit=settings.chunk_bytes)
    if received + length > file.size:
        raise UploadOverflow(size=file.size)
    if file.upload is not None and len(file.upload["parts"]) >= settings.max_chunks:
        raise UploadTooManyChunks(limit=settings.max_chunks)


def _pieces(keys: list[str]) -> Iterator[bytes]:
    storage = tenant_storage()
    for key in keys:
        with storage.open(key) as stream:
            while piece := stream.read(1024 * 1024):
                yield piece
