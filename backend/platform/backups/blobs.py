"""A tenant's files as the engine wants them, from the storage of the files domain, local or S3."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import BinaryIO

from backend.core.files.facade import BlobMissing, TenantStorage, tenant_storage
from backend.kernel.tenancy import tenant_context
from backend.platform.backups.engine.errors import Refused
from backend.platform.tenants.facade import get_tenant

FOLDERS = ("blobs", "chunks")
"""Finished files, and the parts of uploads under way, whose rows are in the schema too."""


class TenantFiles:
    """The engine's view of one tenant's storage."""

    def __init__(self, storage: TenantStorage) -> None:
        self._storage = storage

    def list(self) -> Iterable[tuple[str, int]]:
        """Key and size of everything that is stored."""
        for folder in FOLDERS:
            for blob in self._storage.list(folder):
                yield blob.key, blob.size

    def open(self, path: str) -> BinaryIO:
        """The bytes. Raises FileNotFoundError, and StorageDown."""
        try:
            return self._storage.open(path)
        except BlobMissing as exc:
            raise FileNotFoundError(path) from exc

    def size(self, path: str) -> int | None:
        """The size, None where there is nothing. Raises StorageDown."""
        return self._storage.size(path)

    def put(self, path: str, source: BinaryIO) -> None:
        """Stores the bytes. Raises StorageDown."""
        self._storage.put(path, source)


def files_of(tenant_id: uuid.UUID) -> TenantFiles:
    """The files of a tenant. Raises Refused where there is no such tenant."""
    try:
        info = get_tenant(tenant_id)
    except LookupError as exc:
        raise Refused(str(exc)) from exc
    with tenant_context(info):
        return TenantFiles(tenant_storage())
