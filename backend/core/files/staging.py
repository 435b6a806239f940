"""Bytes on their way in: copied to a temporary file, measured and hashed, and gone afterwards."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from backend.core.files.errors import FileTooLarge

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Staged:
    """A received file: its temporary place, its size in bytes and its SHA-256 in hexadecimal."""

    path: Path
    size: int
    sha256: str


@contextmanager
def receive(source: BinaryIO, limit: int) -> Iterator[Staged]:
    """Copies `source` to a temporary file for the length of the block. Raises FileTooLarge past `limit` bytes."""
    with stage(iter(lambda: source.read(_CHUNK), b""), limit) as staged:
        yield staged


@contextmanager
def stage(pieces: Iterable[bytes], limit: int) -> Iterator[Staged]:
    """Like `receive`, from pieces."""
    digest = hashlib.sha256()
    size = 0
    with tempfile.NamedTemporaryFile(prefix="guildhall-upload-") as out:
        for piece in pieces:
            size += len(piece)
            if size > limit:
                raise FileTooLarge(limit=limit)
            digest.update(piece)
            out.write(piece)
        out.flush()
        yield Staged(Path(out.name), size, digest.hexdigest())
