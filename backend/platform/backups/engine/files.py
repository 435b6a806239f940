"""The tenant's files: streamed into a tar inside the backup's snapshot order, and put back by adding what
is missing.

Files are content-addressed and written before the row that names them, so taking them after the database's
snapshot gives at least every file that the snapshot's rows name. Restoring only ever adds: a blob that is
there already is the same blob.
"""

from __future__ import annotations

import hashlib
import io
import os
import secrets
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from backend.platform.backups.engine.errors import Damaged
from backend.platform.backups.engine.manifest import FILES, FileEntry

_BUFFER = 256 * 1024
TEMPORARY_NAMES = (".tmp", ".part")
"""Endings of names that are no file yet: uploads under way, and our own restores."""


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


def list_files(folder: Path) -> Iterator[str]:
    """Paths below ``folder`` of the files that are complete, sorted; nothing where there is no folder."""
    if not folder.is_dir():
        return
    for base, directories, names in os.walk(folder):
        directories.sort()
        for name in sorted(names):
            path = Path(base, name)
            if not name.endswith(TEMPORARY_NAMES) and path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix()


def write_files(folder: Path, sink: Any) -> FilesTaken:
    """Write all files of ``folder`` as a tar stream into ``sink``; the entries carry size and SHA-256 as
    read.
    """
    entries, vanished = [], []
    with tarfile.open(fileobj=sink, mode="w|", format=tarfile.PAX_FORMAT, bufsize=_BUFFER) as archive:
        for path in list_files(folder):
            try:
                file = open(folder / path, "rb")  # noqa: SIM115 - closed by the with below
            except FileNotFoundError:
                vanished.append(path)
                continue
            with file:
                info = tarfile.TarInfo(path)
                info.size = os.fstat(file.fileno()).st_size
                info.mtime = int(os.fstat(file.fileno()).st_mtime)
                hashing = _HashingFile(file)
                archive.addfile(info, hashing)
                entries.append(FileEntry(path, info.size, hashing.sha.hexdigest()))
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


def missing_files(folder: Path, entries: Iterable[FileEntry]) -> list[FileEntry]:
    """The entries whose file is not in ``folder``, or has another size there."""
    missing = []
    for entry in entries:
        path = folder / entry.path
        if not path.is_file() or path.stat().st_size != entry.size:
            missing.append(entry)
    return missing


def put_back(folder: Path, pieces: Iterable[bytes], missing: Iterable[FileEntry]) -> int:
    """Write the missing files from an archive into ``folder``, each by rename; the number written.

    Raises ``Damaged`` when a file is not what the inventory says; nothing false is ever left under a final
    name.
    """
    wanted = {entry.path: entry for entry in missing}
    written = 0
    try:
        for path, content in _members(pieces):
            entry = wanted.pop(path, None)
            if entry is None:
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
            sha = hashlib.sha256()
            try:
                with open(temporary, "wb") as file:
                    while data := content.read(_BUFFER):
                        sha.update(data)
                        file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                if sha.hexdigest() != entry.sha256:
                    raise Damaged(FILES, f"{path} is not as the inventory says")
                os.replace(temporary, target)
            finally:
                temporary.unlink(missing_ok=True)
            written += 1
    except tarfile.TarError as exc:
        raise Damaged(FILES, f"not a tar archive: {exc}") from exc
    if wanted:
        raise Damaged(FILES, f"{len(wanted)} files of the inventory are missing")
    return written
