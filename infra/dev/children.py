"""The processes that are Guildhall: how each is started, and how one sees that it is ready.

A line here is all that a new process needs; the supervisor knows nothing about what it runs.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from infra.dev.layout import ROOT, Local
from infra.dev.ports import LOOPBACK

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Child:
    """One supervised process."""

    name: str
    command: tuple[str, ...]
    colour: str
    #: Ready when it answers HTTP here, not with a fault of its own …
    port: int | None = None
    #: … or when a line of its output matches; with neither, as soon as it runs.
    ready_line: re.Pattern[str] | None = None
    #: Children of a lower wave are stopped first.
    wave: int = 1
    #: How long it may take to finish what it is doing when asked to stop, in seconds.
    stop_seconds: float = 8.0
    environment: dict[str, str] = field(default_factory=dict)


def _granian(interface: str, target: str, port: int, workers: int, *more: str) -> tuple[str, ...]:
    return (
        str(BIN / "granian"),
        *("--interface", interface),
        *("--host", LOOPBACK, "--port", str(port)),
        *("--workers", str(workers)),
        # A request that hangs does not hold up the stop for ever. A worker that dies ends the server, and the
        # supervisor starts it again: code that cannot be loaded is then told at once, not tried for ever.
        *("--workers-kill-timeout", "5"),
        *("--log-level", "warning"),
        *more,
        target,
    )


def children(
    local: Local,
    *,
    api_port: int,
    stream_port: int,
    api_workers: int,
    api_threads: int,
    bot: dict[str, str] | None,
) -> list[Child]:
    """Guildhall's processes in the order in which they start; the bot where ``bot`` is its environment."""
    threads: tuple[str, ...] = ("--blocking-threads", str(api_threads))
    if api_threads > 1:
        # A thread that goes takes its database connection with it: let it live as long as one may.
        threads += ("--blocking-threads-idle-timeout", "600")
    # Quiet: no banner; what it does is in its log lines.
    celery = (str(BIN / "celery"), "-A", "backend.config.celery:app", "--quiet")
    # Django's checks are a gate of `make check`; here they would cost each start seconds.
    unchecked = {"CELERY_SKIP_CHECKS": "1"}
    found = [
        Child(
            "api",
            _granian("wsgi", "backend.config.wsgi:application", api_port, api_workers, *threads),
            "green",
            port=api_port,
        ),
        Child(
            "stream",
            _granian("asgi", "backend.config.stream:application", stream_port, 1),
            "cyan",
            port=stream_port,
        ),
        Child(
            "worker",
            (*celery, "worker", "--loglevel=INFO", "--concurrency=2", "--without-gossip", "--without-mingle"),
            "magenta",
            ready_line=re.compile(r"celery@\S+ ready"),
            # After the servers: what they still queue is taken, and running tasks are finished.
            wave=2,
            environment=unchecked,
        ),
        Child(
            "scheduler",
            (
                *celery,
                "beat",
                "--loglevel=WARNING",
                f"--schedule={local.path / 'beat-schedule'}",
                "--pidfile=",
            ),
            "blue",
            environment=unchecked,
        ),
    ]
    if bot is not None:
        found.append(
            Child(
                "bot",
                (sys.executable, "-m", "bot"),
                "yellow",
                wave=0,
                environment=bot,
            )
        )
    return found


def working_directory() -> Path:
    """Where children run: imports are relative to the repository."""
    return ROOT
