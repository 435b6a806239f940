"""The tenant's files: streamed into a tar inside the backup's snapshot order, and put back by adding what
is missing.

Files are content-addressed and written before the row that names them, so taking them after the database's
snapshot gives at least every file that the snapshot's rows name. Restoring only ever adds: a blob that is
there already is the same blob.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import secrets
import shutil
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO, Protocol

from backend.platform.backups.engine.errors import Damaged
from backend.platform.backups.engine.manifest import FILES, FileEntry

_BUFFER = 256 * 1024
_IN_MEMORY = 16 * 1024 * 1024


@dataclass(frozen=True)
class FilesTaken:
    """What went into the archive, and what was removed by its owner between the listing and the reading."""

    entries: list[FileEntry]
    vanished: list[str]


class _HashingFile(io.RawIOBase):
    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self.sha = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self.sha.update(data)
        return data


class Blobs(Protocol):
    """A tenant's files, wherever they are kept. Paths are relative, with slashes."""

    def list(self) -> Iterable[tuple[str, int]]:
        """Path and size in bytes of every complete file."""

    def open(self, path: str) -> BinaryIO:
        """The bytes. Raises ``FileNotFoundError``."""

    def size(self, path: str) -> int | None:
        """The size in bytes, None where there is no such file."""

    def put(self, path: str, source: BinaryIO) -> None:
        """Store all of ``source``; it appears whole or not at all."""


@dataclass(frozen=True)
class FolderBlobs:
    """Files in a folder. Names that begin with a dot are not complete yet."""

    root: Path

    def list(self) -> Iterable[tuple[str, int]]:
        if not self.root.is_dir():
            return
        for base, directories, names in os.walk(self.root):
            directories.sort()
            for name in sorted(names):
                path = Path(base, name)
                if not name.startswith(".") and path.is_file() and not path.is_symlink():
                    yield path.relative_to(self.root).as_posix(), path.stat().st_size

    def open(self, path: str) -> BinaryIO:
        return open(self.root / path, "rb")

    def size(self, path: str) -> int | None:
        target = self.root / path
        return target.stat().st_size if target.is_file() else None

    def put(self, path: str, source: BinaryIO) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{secrets.token_hex(8)}")
        try:
            with open(temporary, "wb") as file:
                shutil.copyfileobj(source, file, _BUFFER)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)


def write_files(blobs: Blobs, sink: Any) -> FilesTaken:
    """Write all files as a tar stream into ``sink``; the entries carry size and SHA-256 as read.

    Raises ``Damaged`` for a file that is shorter than its listing says: what is kept is broken already, and a
    backup that hides it would be found out too late.
    """
    entries, vanished = [], []
    with tarfile.open(fileobj=sink, mode="w|", format=tarfile.PAX_FORMAT, bufsize=_BUFFER) as archive:
        for path, size in sorted(blobs.list()):
            try:
                file = blobs.open(path)
            except FileNotFoundError:
                vanished.append(path)
                continue
            with contextlib.closing(file):
                info = tarfile.TarInfo(path)
                info.size = size
                hashing = _HashingFile(file)
                try:
                    archive.addfile(info, hashing)
                except OSError as exc:
                    if "unexpected end of data" in str(exc):
                        raise Damaged(
                            FILES, f"{path} is shorter than the {size} bytes it should have"
                        ) from exc
                    raise
                entries.append(FileEntry(path, size, hashing.sha.hexdigest()))
    return FilesTaken(entries, vanished)


class _Pieces(io.RawIOBase):
    """An iterator of bytes as a raw stream."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        super().__init__()
        self._pieces = iter(pieces)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._rest:
            self._rest = next(self._pieces, b"")
        data, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def _members(pieces: Iterable[bytes]) -> Iterator[tuple[str, IO[bytes]]]:
    stream = io.BufferedReader(_Pieces(pieces), _BUFFER)
    with tarfile.open(fileobj=stream, mode="r|", bufsize=_BUFFER) as archive:
        for info in archive:
            path = PurePosixPath(info.name)
            content = archive.extractfile(info) if info.isreg() else None
            if content is None or path.is_absolute() or ".." in path.parts:
                raise Damaged(
                    FILES, f"the archive holds {info.name!r}, which is no plain file below the folder"
                )
            yield info.name, content
    # The tar's end comes before the stream's: only its true end proves the hashes.
    while stream.read(_BUFFER):
        pass


def check_files(pieces: Iterable[bytes], entries: Iterable[FileEntry]) -> int:
    """Re-hash every file of an archive against the inventory; the number of files. Raises ``Damaged``."""
    expected = {entry.path: entry for entry in entries}
    count = len(expected)
    try:
        for path, content in _members(pieces):
            sha, size = hashlib.sha256(), 0
            while data := content.read(_BUFFER):
                sha.update(data)
                size += len(data)
            if expected.pop(path, None) != FileEntry(path, size, sha.hexdigest()):
                raise Damaged(FILES, f"{path} is not as the inventory says")
    except tarfile.TarError as exc:
        raise Damaged(FILES, f"not a tar archive: {exc}") from exc
    if expected:
        raise Damaged(FILES, f"{len(expected)} files of the inventory are missing")
    return count


def missing_files(blobs: Blobs, entries: Iterable[FileEntry]) -> list[FileEntry]:
    """The entries whose file is not there, or has another size."""
    return [entry for entry in entries if blobs.size(entry.path) != entry.size]


def put_back(blobs: Blobs, pieces: Iterable[bytes], missing: Iterable[FileEntry]) -> int:
    """Store the missing files from an archive; the number stored.

    Raises ``Damaged`` when a file is not what the inventory says; such a file is not stored.
    """
    wanted = {entry.path: entry for entry in missing}
    written = 0
    try:
        for path, content in _members(pieces):
            entry = wanted.pop(path, None)
            if entry is None:
                continue
            # Proved before it is stored: a store need not be able to take a file back.
            with tempfile.SpooledTemporaryFile(_IN_MEMORY) as held:
                sha = hashlib.sha256()
                while data := content.read(_BUFFER):
                    sha.update(data)
                    held.write(data)
                if sha.hexdigest() != entry.sha256:
                    raise Damaged(FILES, f"{path} is not as the inventory says")
                held.seek(0)
                blobs.put(path, held)  # type: ignore[arg-type]
            written += 1
    except tarfile.TarError as exc:
        raise Damaged(FILES, f"not a tar archive: {exc}") from exc
    if wanted:
        raise Damaged(FILES, f"{len(wanted)} files of the inventory are missing")
    return written
