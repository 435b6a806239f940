"""Running the analyser on untrusted bytes, in a process that can do little and lasts briefly."""

from __future__ import annotations

import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import IO

from backend.core.files.analyse.options import Counts, Limits
from backend.core.files.kinds import FileKind, Rejected

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[3]
"""The folder that holds the package `backend`."""
_PARSER_FELL = 3
# Every child may use `Limits.memory`, so their number in one server process is bounded.
_SLOTS = threading.BoundedSemaphore(3)
_SLOT_WAIT = 30.0


class SandboxBusy(Exception):
    """All slots for children stayed taken for half a minute."""


class SandboxFault(RuntimeError):
    """The child could not start: an installation at fault, not a file."""


def run(path: Path, kind: FileKind, limits: Limits) -> Counts:
    """What a child process finds in the file at `path`, taken for a `kind`.

    The child is a fresh interpreter without Django, without this process's environment (so without its
    secrets), and with limits on memory, processor time, file size and wall time.

    Raises Rejected as the analysers do, and for the child's violent ends: `analysis_limit_exceeded` (with
    `resource`: "memory", "cpu" or "time") and `document_broken` (with `reason`: "crash" or "parser").
    Raises SandboxBusy, SandboxFault.
    """
    request = json.dumps({"path": str(path.resolve()), "kind": kind.value, "limits": limits.as_dict()})
    # -E and -s: neither environment variables nor a user's site directory may change what is imported.
    command = [sys.executable, "-E", "-s", "-m", "backend.core.files.analyse", request]
    if not _SLOTS.acquire(timeout=_SLOT_WAIT):
        raise SandboxBusy
    try:
        # Output goes to a file because the child's file-size limit bounds it there, and not in a pipe.
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            status = _run(command, out, err, limits.wall_seconds)
            out.seek(0)
            err.seek(0)
            return _judge(status, out.read(), err.read()[-4000:].decode("utf-8", "replace"))
    finally:
        _SLOTS.release()


def _run(command: list[str], out: IO[bytes], err: IO[bytes], seconds: float) -> int:
    """The child's exit status. Its end is seen at once by a pipe that closes with it, where
    `Popen.wait(timeout)` would look only every 50 ms."""
    ended, held = os.pipe()
    try:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            pass_fds=(held,),
        )
    except OSError as error:
        os.close(ended)
        raise SandboxFault(f"no process could be made: {error.strerror}") from error
    finally:
        os.close(held)
    try:
        deadline = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(ended, selectors.EVENT_READ)
            selector.select(seconds)
        return process.wait(timeout=max(0.2, deadline - time.monotonic()))
    except subprocess.TimeoutExpired as error:
        raise Rejected("analysis_limit_exceeded", resource="time") from error
    finally:
        os.close(ended)
        if process.poll() is None:
            process.kill()
            process.wait()


def _judge(status: int, output: bytes, complaint: str) -> Counts:
    if status == 0:
        answer = json.loads(output)
        if "rejected" in answer:
            raise Rejected(answer["rejected"]["code"], **answer["rejected"]["params"])
        return Counts(**answer["counts"])
    if status == -signal.SIGXCPU:
        raise Rejected("analysis_limit_exceeded", resource="cpu")
    if status == -signal.SIGKILL:  # the kernel's out-of-memory killer, or the hard processor limit
        raise Rejected("analysis_limit_exceeded", resource="memory")
    if status == _PARSER_FELL:
        logger.warning("a parser fell on an uploaded file: %s", complaint)
        raise Rejected("document_broken", reason="parser")
    if status < 0:
        logger.warning("the analyser was ended by signal %d: %s", -status, complaint)
        raise Rejected("document_broken", reason="crash")
    raise SandboxFault(f"the analyser did not start (status {status}): {complaint}")
