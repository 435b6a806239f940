"""A whole Guildhall in the background, for tests, the demo and benchmarks.

::

    stack = Stack.up(Local.at(tmp_path))
    stack.addresses["api"]            # "http://127.0.0.1:40123"
    stack.kill("worker")              # SIGKILL, as a crash would
    stack.wait_ready("worker")        # the supervisor has started it again
    stack.down()
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from types import TracebackType

from infra.dev import oskit
from infra.dev.console import Problem
from infra.dev.layout import ROOT, Local
from infra.dev.postgres import tail
from infra.dev.state import State

UP_SECONDS = 600.0
DOWN_SECONDS = 60.0


class Stack:
    """A supervised run in the background, seen through its state file."""

    def __init__(self, local: Local) -> None:
        self.local = local

    @classmethod
    def up(
        cls,
        local: Local,
        *,
        seed: bool = True,
        environment: dict[str, str] | None = None,
        seconds: float = UP_SECONDS,
    ) -> Stack:
        """Start everything on free ports and wait until it is ready; one that runs there already is taken as it is.

        ``environment`` adds variables. Raises Problem with the end of the log when it does not come up in time.
        """
        if (running := cls.find(local)) is not None and running.state.ready:
            return running
        command = [sys.executable, "-m", "infra.dev", "run", "--local", str(local.path)]
        if not seed:
            command.append("--no-seed")
        log_path = local.logs / "run.log"
        variables = {**os.environ, "API_PORT": "0", "STREAM_PORT": "0", **(environment or {})}
        with open(log_path, "wb") as log:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=variables,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + seconds
        while True:
            state = State.read(local.state_file)
            if state is not None and state.pid == process.pid and state.ready:
                return cls(local)
            if process.poll() is not None or time.monotonic() > deadline:
                oskit.end(process.pid)
                raise Problem(f"Guildhall did not come up; the end of {log_path} says:\n{tail(log_path, 30)}")
            time.sleep(0.1)

    @classmethod
    def find(cls, local: Local) -> Stack | None:
        """What runs in ``local``, or None."""
        state = State.read(local.state_file)
        return cls(local) if state is not None and state.is_alive else None

    @property
    def state(self) -> State:
        """The present state. Raises Problem when nothing runs."""
        state = State.read(self.local.state_file)
        if state is None:
            raise Problem(f"Nothing runs in {self.local.path}: start it with `python -m infra.dev up`.")
        return state

    @property
    def addresses(self) -> dict[str, str]:
        """``api``, ``stream``, ``docs``, ``redoc`` and ``openapi``."""
        return self.state.addresses

    @property
    def environment(self) -> dict[str, str]:
        """``DATABASE_URL`` (the owner's) and ``REDIS_URL`` of what runs."""
        return self.state.environment

    def pid(self, name: str) -> int:
        """The process id of ``api``, ``stream``, ``worker``, ``scheduler``, ``bot``, ``postgres`` or ``valkey``."""
        return self.state.processes[name].pid

    def kill(self, name: str) -> int:
        """End a process as a crash would, with all that it started; answers the pid that it had."""
        pid = self.pid(name)
        oskit.send(pid, signal.SIGKILL, group=True)
        return pid

    def wait_ready(self, name: str, *, other_than: int | None = None, seconds: float = 60.0) -> int:
        """Wait until ``name`` is ready, in a process other than the one that was killed; answers its pid.

        Raises Problem when that takes longer than ``seconds``.
        """
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            process = self.state.processes[name]
            if (
                process.state == "ready"
                and process.pid != other_than
                and oskit.is_same(process.pid, process.started)
            ):
                return process.pid
            time.sleep(0.05)
        raise Problem(f"{name} was not ready again within {seconds:g} s; see {self.local.logs / 'run.log'}.")

    def down(self) -> None:
        """Stop everything in order and wait for it."""
        state = State.read(self.local.state_file)
        if state is not None and state.is_alive:
            oskit.end(state.pid, polite=signal.SIGTERM, seconds=DOWN_SECONDS)

    def __enter__(self) -> Stack:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.down()
