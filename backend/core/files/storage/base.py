"""What a storage driver does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Protocol

# Folders of letters, digits, hyphens and underscores: no dot, so no way up and no hidden file.
_KEY = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*", re.ASCII)
_MAX_KEY = 300


class BlobMissing(LookupError):
    """There are no bytes under this key."""


class InvalidKey(ValueError):
    """The text is not a key that we ever make."""


class StorageDown(RuntimeError):
    """The storage did not answer, or refused."""


@dataclass(frozen=True, slots=True)
class StoredBlob:
    """One entry of a listing: the key, its size in bytes and when it was last written (UTC)."""

    key: str
    size: int
    modified: datetime


class Driver(Protocol):
    """Bytes under full keys. Every method raises InvalidKey for a malformed key and StorageDown for a fault."""

    def put(self, key: str, source: BinaryIO) -> None:
        """Store all of `source` from its current position; readers see the old bytes or the new, no mixture."""

    def open(self, key: str) -> BinaryIO:
        """The bytes as a stream, to be closed by the caller. Raises BlobMissing."""

    def size(self, key: str) -> int | None:
        """The size in bytes, None where there is nothing."""

    def delete(self, key: str) -> None:
        """Remove the bytes; nothing happens where there are none."""

    def erase(self, folder: str) -> None:
        """Remove everything below a folder; nothing happens where there is none. May be done again."""

    def list(self, prefix: str) -> Iterator[StoredBlob]:
        """Everything below a folder (a key without the closing slash), in no order."""


def check_key(key: str) -> str:
    """The key itself. Raises InvalidKey where it could leave its folder or was not made by us."""
    if len(key) > _MAX_KEY or not _KEY.fullmatch(key):
        raise InvalidKey(key[:80])
    return key
