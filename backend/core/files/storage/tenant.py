"""The wall: a key is always resolved below the schema of the tenant that runs."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import BinaryIO

from backend.core.files.config import FilesSettings, config
from backend.core.files.storage.base import Driver, InvalidKey, StoredBlob, check_key
from backend.core.files.storage.local import LocalDriver
from backend.core.files.storage.s3 import S3Driver
from backend.kernel import tenancy

_FOLDERS = ("blobs", "chunks")


def blob_key(sha256: str) -> str:
    """The relative key of finished bytes: addressed by content, spread over 65,536 folders."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise InvalidKey("not a SHA-256 in hexadecimal")
    return f"blobs/{sha256[:2]}/{sha256[2:4]}/{sha256}"


def chunk_key(upload_id: uuid.UUID, offset: int) -> str:
    """A fresh relative key for a chunk of an upload. Two attempts at one offset never share a key."""
    return f"chunks/{upload_id.hex}/{offset:015d}-{uuid.uuid4().hex[:12]}"


class TenantStorage:
    """One tenant's part of the storage. Keys are relative to it and begin with `blobs/` or `chunks/`.

    There is no argument by which another tenant's bytes could be named: the schema comes from the context
    at construction, and a relative key cannot climb.
    """

    def __init__(self, driver: Driver, schema: str) -> None:
        self._driver = driver
        self._schema = check_key(schema)
        if "/" in schema:
            raise InvalidKey(schema)

    def put(self, key: str, source: BinaryIO) -> None:
        """Store all of `source` under a relative key; see `Driver.put`."""
        self._driver.put(self._full(key), source)

    def open(self, key: str) -> BinaryIO:
        """The bytes as a stream. Raises BlobMissing."""
        return self._driver.open(self._full(key))

    def size(self, key: str) -> int | None:
        """The size in bytes, None where there is nothing."""
        return self._driver.size(self._full(key))

    def delete(self, key: str) -> None:
        """Remove the bytes; nothing happens where there are none."""
        self._driver.delete(self._full(key))

    def list(self, folder: str) -> Iterator[StoredBlob]:
        """Everything of this tenant in `blobs` or `chunks` (or below), with relative keys."""
        for blob in self._driver.list(self._full(folder)):
            yield replace(blob, key=blob.key.removeprefix(f"{self._schema}/"))

    def _full(self, key: str) -> str:
        if key.partition("/")[0] not in _FOLDERS:
            raise InvalidKey(key[:80])
        return check_key(f"{self._schema}/{key}")


def erase_storage(schema: str) -> None:
    """Removes every byte of a business that ends, whatever tenant runs. Retry: nothing more happens.

    Raises InvalidKey for what is no schema's name, and StorageDown.
    """
    if "/" in check_key(schema):
        raise InvalidKey(schema)
    _driver(config()).erase(schema)


def tenant_storage() -> TenantStorage:
    """The storage of the tenant that runs. Raises NoTenant where none was entered."""
    return TenantStorage(_driver(config()), tenancy.schema_name())


def _driver(settings: FilesSettings) -> Driver:
    return _s3(settings) if settings.s3_bucket else LocalDriver(settings.root)


@lru_cache(maxsize=2)
def _s3(settings: FilesSettings) -> S3Driver:
    # Kept, because making a client costs a tenth of a second; it is safe to share between threads.
    return S3Driver(
        bucket=settings.s3_bucket,
        endpoint=settings.s3_endpoint,
        region=settings.s3_region,
        access_key=settings.s3_access_key,
        secret_key=settings.s3_secret_key,
        prefix=settings.s3_prefix,
    )
