"""The files of one customer, and forgetting them."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.db.models import QuerySet

from backend.core.files.errors import FileUnavailable
from backend.core.files.models import File
from backend.core.files.services.blobs import discard_unshared
from backend.core.files.storage import BlobMissing, StorageDown, tenant_storage
from backend.core.files.types import FileState
from backend.kernel import db

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bytes:
    """A file's bytes to be copied; `stream` is None where the storage has lost them, else the caller closes it."""

    file_id: uuid.UUID
    name: str
    stream: BinaryIO | None


def personal_data(customer_id: uuid.UUID, *, made_by: uuid.UUID | None = None) -> list[dict[str, Any]]:
    """What is kept of the customer's files, or of those that one user sent, oldest first.

    Their bytes come from `personal_contents`.
    """
    rows = _files(customer_id, made_by).order_by("id")
    return [
        dict(row)
        for row in rows.values(
            "id", "name", "category", "content_type", "size", "sha256", "created_at", "metadata"
        )
    ]


def personal_contents(customer_id: uuid.UUID, *, made_by: uuid.UUID | None = None) -> Iterator[Bytes]:
    """The bytes of the customer's files, or of those that one user sent, one after the other.

    A file whose bytes are lost is logged and has no stream. Raises FileUnavailable where the storage does not
    answer.
    """
    storage = tenant_storage()
    rows = _files(customer_id, made_by).filter(state=FileState.READY.value)
    for file in rows.order_by("id"):
        try:
            stream = storage.open(file.storage_key)
        except BlobMissing:
            logger.exception("the bytes of file %s are missing", file.pk)
            yield Bytes(file.pk, file.name, None)
        except StorageDown as error:
            logger.exception("the bytes of file %s cannot be reached", file.pk)
            raise FileUnavailable() from error
        else:
            yield Bytes(file.pk, file.name, stream)


def customer_has_files(customer_id: uuid.UUID) -> bool:
    """Whether a file names the customer."""
    return File.objects.filter(customer_id=customer_id).exists()


def _files(customer_id: uuid.UUID, made_by: uuid.UUID | None) -> QuerySet[File]:
    rows = File.objects.filter(customer_id=customer_id)
    return rows if made_by is None else rows.filter(created_by_id=made_by)


def erase_personal_data(customer_id: uuid.UUID) -> int:
    """Deletes the customer's files, attached ones too; their bytes go after the commit.

    Needs an open transaction. Answers how many files there were. Bytes that a kept copy of the schema or
    another file still names go with the sweep of the storage, as for every deleted file.
    """
    db.require_transaction()
    rows = db.lock(File, File.objects.filter(customer_id=customer_id).values_list("pk", flat=True))
    contents = [(row.sha256, row.storage_key) for row in rows]
    File.objects.filter(pk__in=[row.pk for row in rows]).delete()
    db.on_commit(lambda: discard_unshared(contents))
    return len(rows)
