"""Files on this machine's disk: development and single-server installations."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from backend.core.files.storage.base import BlobMissing, InvalidKey, StorageDown, StoredBlob, check_key

_TEMPORARY = ".writing-"  # a key has no dot, so a file being written can never be read or listed as a blob


class LocalDriver:
    """Keys as paths under `root`. Directories are made as needed, readable by the server's user only."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def put(self, key: str, source: BinaryIO) -> None:
        """Writes beside the target and renames over it: atomic, and on the disk when this returns."""
        target = self._path(key)
        temporary = target.with_name(f"{_TEMPORARY}{uuid.uuid4().hex}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with temporary.open("xb") as out:
                shutil.copyfileobj(source, out, 1024 * 1024)
                out.flush()
                os.fsync(out.fileno())
            temporary.replace(target)
        except OSError as error:
            raise StorageDown(f"the file could not be written: {error.strerror}") from error
        finally:
            temporary.unlink(missing_ok=True)

    def open(self, key: str) -> BinaryIO:
        try:
            return self._path(key).open("rb")
        except (FileNotFoundError, IsADirectoryError) as error:
            raise BlobMissing(key) from error
        except OSError as error:
            raise StorageDown(f"the file could not be opened: {error.strerror}") from error

    def size(self, key: str) -> int | None:
        path = self._path(key)
        return path.stat().st_size if path.is_file() else None

    def delete(self, key: str) -> None:
        try:
            self._path(key).unlink(missing_ok=True)
        except OSError as error:
            raise StorageDown(f"the file could not be removed: {error.strerror}") from error

    def erase(self, folder: str) -> None:
        path = self._path(folder)
        try:
            if path.exists():
                shutil.rmtree(path)
        except FileNotFoundError:
            return  # Removed meanwhile by another.
        except OSError as error:
            raise StorageDown(f"the folder could not be removed: {error.strerror}") from error

    def list(self, prefix: str) -> Iterator[StoredBlob]:
        for folder, _, names in os.walk(self._path(prefix)):
            for name in names:
                if "." in name:
                    continue
                path = Path(folder, name)
                try:
                    status = path.stat()
                except FileNotFoundError:
                    continue  # removed while we walked
                key = path.relative_to(self._root).as_posix()
                yield StoredBlob(key, status.st_size, datetime.fromtimestamp(status.st_mtime, UTC))

    def _path(self, key: str) -> Path:
        path = self._root / check_key(key)
        # The key cannot climb; a symbolic link planted in the tree could still lead out of it.
        if not path.resolve().is_relative_to(self._root):
            raise InvalidKey(key)
        return path
