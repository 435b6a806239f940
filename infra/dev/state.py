"""The state file: what runs in a local directory, for people, tests and the next run to read."""

from __future__ import annotations

import json
import os
import signal
from dataclasses import asdict, dataclass, field
from pathlib import Path

from infra.dev import oskit


@dataclass
class ProcessState:
    """One process as last seen. ``state`` is starting, ready, waiting (for its restart) or stopped."""

    pid: int
    started: float
    state: str
    restarts: int = 0


@dataclass
class State:
    """A whole run. ``ready`` is true once everything has been ready together."""

    pid: int
    started: float
    ready: bool = False
    addresses: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    processes: dict[str, ProcessState] = field(default_factory=dict)

    def write(self, path: Path) -> None:
        """Replace the file at once: a reader sees the old state or the new one."""
        temporary = path.with_suffix(".tmp")
        # It holds the addresses of the database and of Valkey, with a password.
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(asdict(self), file, indent=2)
        os.replace(temporary, path)

    @classmethod
    def read(cls, path: Path) -> State | None:
        """The state written last, or None where there is none."""
        try:
            raw = json.loads(path.read_text())
        except FileNotFoundError:
            return None
        raw["processes"] = {name: ProcessState(**process) for name, process in raw["processes"].items()}
        return cls(**raw)

    @property
    def is_alive(self) -> bool:
        """Whether the supervisor that wrote this still runs."""
        return oskit.is_same(self.pid, self.started)


def end_leftovers(path: Path, keep: frozenset[str]) -> list[str]:
    """End what a supervisor that was killed left running, except the services in ``keep``; answer their names."""
    state = State.read(path)
    if state is None or state.is_alive:
        return []
    ended = []
    for name, process in state.processes.items():
        if name not in keep and oskit.is_same(process.pid, process.started):
            oskit.end(process.pid, polite=signal.SIGTERM, seconds=5.0, group=True)
            ended.append(name)
    path.unlink()
    return ended
