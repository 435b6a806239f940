"""Where things lie on disk: the repository, and the local directory that holds all that a run makes.

A second local directory is a second, separate installation: tests start theirs beside the developer's.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: A Unix socket's path has at most 107 bytes on Linux and 103 on macOS; PostgreSQL appends ".s.PGSQL.5432.lock".
SOCKET_PATH_LIMIT = 103 - len("/.s.PGSQL.5432.lock")


def python_path() -> str:
    """Where our programs import from: the repository, and the Python client as if it were installed."""
    return os.pathsep.join([str(ROOT), str(ROOT / "clients" / "python")])


@dataclass(frozen=True)
class Local:
    """A local directory (``.local`` by default) and the names in it."""

    path: Path

    @classmethod
    def at(cls, path: str | os.PathLike[str] | None = None) -> Local:
        """The local directory at ``path``, else at ``GUILDHALL_LOCAL_DIR``, else ``.local`` in the repository."""
        chosen = path or os.environ.get("GUILDHALL_LOCAL_DIR") or ROOT / ".local"
        local = cls(Path(chosen).resolve())
        local.path.mkdir(parents=True, exist_ok=True)
        local.logs.mkdir(exist_ok=True)
        return local

    @property
    def env_file(self) -> Path:
        return self.path / "dev.env"

    @property
    def state_file(self) -> Path:
        return self.path / "state.json"

    @property
    def lock_file(self) -> Path:
        return self.path / "run.lock"

    @property
    def demo_logins(self) -> Path:
        return self.path / "demo-logins.json"

    @property
    def logs(self) -> Path:
        return self.path / "logs"

    @property
    def postgres(self) -> Path:
        return self.path / "postgres"

    @property
    def valkey(self) -> Path:
        return self.path / "valkey"

    @property
    def files(self) -> Path:
        return self.path / "files"

    @property
    def socket_dir(self) -> Path:
        """A directory for Unix sockets whose path is short enough, private to this user and this local directory."""
        inside = self.path / "sockets"
        if len(os.fsencode(inside)) <= SOCKET_PATH_LIMIT:
            return inside
        digest = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"guildhall-{os.getuid()}-{digest}"


class Lock:
    """An advisory file lock that the kernel drops when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = open(path, "a+")  # noqa: SIM115 - held open for the lock's life

    def _try(self, mode: int) -> bool:
        try:
            fcntl.flock(self._file, mode | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def try_exclusive(self) -> bool:
        """Take the lock alone, at once; False when anybody else holds it."""
        return self._try(fcntl.LOCK_EX)

    def exclusive(self) -> None:
        """Take the lock alone, waiting for the others."""
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def shared(self) -> None:
        """Hold the lock together with others who share it, waiting for whoever holds it alone."""
        fcntl.flock(self._file, fcntl.LOCK_SH)

    def release(self) -> None:
        """Give the lock back."""
        self._file.close()
