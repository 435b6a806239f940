"""The files of one customer, and forgetting them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any, BinaryIO

from backend.core.files.models import File
from backend.core.files.services.blobs import discard_unshared
from backend.core.files.storage import tenant_storage
from backend.core.files.types import FileState
from backend.kernel import db


def personal_data(customer_id: uuid.UUID) -> list[dict[str, Any]]:
    """What is kept of the customer's files, oldest first; their bytes come from `personal_contents`."""
    return list(
        File.objects.filter(customer_id=customer_id)
        .order_by("id")
        .values("id", "name", "category", "content_type", "size", "sha256", "created_at", "metadata")
    )


def personal_contents(customer_id: uuid.UUID) -> Iterator[tuple[uuid.UUID, str, BinaryIO]]:
    """Id, name and bytes of the customer's files, one after the other; the caller closes each stream.

    Raises BlobMissing and StorageDown.
    """
    storage = tenant_storage()
    for file in File.objects.filter(customer_id=customer_id, state=FileState.READY.value).order_by("id"):
        yield file.pk, file.name, storage.open(file.storage_key)


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
