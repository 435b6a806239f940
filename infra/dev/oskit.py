"""Processes as the operating system sees them: alive or not, whose, and how to end them for certain."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import psutil

_launched: set[int] = set()


def launch(command: list[str], log: Path, **options: Any) -> int:
    """Start a program in a session of its own with its output appended to ``log``; answers its pid.

    It outlives us, and Ctrl-C in our terminal does not reach it: whoever knows the pid ends it.
    """
    with open(log, "ab") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **options,
        )
    # The object is not kept: without this, its end would warn that the program still runs, which it shall.
    process.returncode = 0
    _launched.add(process.pid)
    return process.pid


def is_alive(pid: int) -> bool:
    """Whether ``pid`` runs; a zombie, which only waits for its parent to look, does not."""
    if pid in _launched:
        # Ours: look, so that it is gone for everybody. PostgreSQL does not start beside its own zombie.
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(pid, os.WNOHANG)[0] == pid:
                _launched.discard(pid)
                return False
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def started_at(pid: int) -> float | None:
    """When ``pid`` started (seconds since the epoch), or None when it is gone.

    A pid alone may have been given to another program since it was written down; with this time it is certain.
    """
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.NoSuchProcess:
        return None


def is_same(pid: int, started: float) -> bool:
    """Whether ``pid`` is still the process that started at ``started``."""
    now = started_at(pid)
    return now is not None and abs(now - started) < 1.0 and is_alive(pid)


def send(pid: int, signum: int, *, group: bool = False) -> None:
    """Send a signal to a process or to the group that it leads; one that is gone already is no error."""
    with contextlib.suppress(ProcessLookupError):
        if group:
            os.killpg(pid, signum)
        else:
            os.kill(pid, signum)


def wait_gone(pid: int, seconds: float) -> bool:
    """Wait at most ``seconds`` for ``pid`` to end; False when it still runs."""
    deadline = time.monotonic() + seconds
    while is_alive(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def wait_group_gone(pgid: int, seconds: float) -> bool:
    """Wait at most ``seconds`` until nothing of a process group runs; False when something still does."""
    deadline = time.monotonic() + seconds
    while any(is_alive(pid) for pid in _members(pgid)):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _members(pgid: int) -> list[int]:
    found = []
    for pid in psutil.pids():
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if os.getpgid(pid) == pgid:
                found.append(pid)
    return found


def end(pid: int, *, polite: int = signal.SIGTERM, seconds: float = 10.0, group: bool = False) -> None:
    """End a process: ask with ``polite``, and after ``seconds`` insist with SIGKILL."""
    send(pid, polite, group=group)
    if not wait_gone(pid, seconds):
        send(pid, signal.SIGKILL, group=group)
        wait_gone(pid, 5.0)
