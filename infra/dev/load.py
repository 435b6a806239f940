"""``make load``: a profile of `tests/load` against what runs here, or against a given address.

Locust lives in an environment of its own, ``.local/load``, locked by ``infra/dev/load.lock``.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from infra.dev import console
from infra.dev.commands import environment
from infra.dev.console import Problem
from infra.dev.layout import ROOT, Local
from infra.dev.stack import Stack

LOCK = ROOT / "infra" / "dev" / "load.lock"
SETTINGS = {
    "TIMES": "GUILDHALL_LOAD_TIMES",
    "PEOPLE": "GUILDHALL_LOAD_PEOPLE",
    "BUSINESS": "GUILDHALL_LOAD_BUSINESS",
}
"""Variables of the command line, with what the run reads them from."""


def load(arguments: list[str]) -> int:
    """Runs the profile ``PROFILE`` (``load`` by default); answers 1 where a budget is broken.

    ``URL`` and ``LOGINS`` name another server and the logins there, as ``.local/demo-logins.json`` has them; without
    them it is what ``make run`` runs, or a Guildhall that is started for it. ``arguments`` are Locust's own.
    """
    from tests.load.profile import ProfileWrong
    from tests.load.profile import load as read

    name = _given("PROFILE") or "load"
    try:
        profile = read(name).scaled(float(_given("TIMES") or 1), float(_given("PEOPLE") or 1))
    except ProfileWrong as wrong:
        raise Problem(f"{wrong}: give it as `make load PROFILE=stress`.") from wrong
    except ValueError as wrong:
        raise Problem("TIMES and PEOPLE are numbers, such as `make load TIMES=0.5 PEOPLE=2`.") from wrong
    url, logins = _given("URL"), _given("LOGINS")
    if url and not (logins and Path(logins).is_file()):
        raise Problem(
            "LOGINS names the file with the logins there (.local/demo-logins.json is one): give it with URL."
        )
    local = Local.at()
    locust = _locust(local)
    if url:
        return _run(locust, url, Path(logins), 0, name, profile.seconds, arguments)
    stack = Stack.find(local)
    if stack is not None:
        if not stack.state.ready:
            raise Problem("Guildhall is still starting: wait for its banner, then run `make load` again.")
        return _run_at(locust, stack, name, profile.seconds, arguments)
    with console.step("Nothing runs here yet: Guildhall starts in the background for the load"):
        stack = Stack.up(local)
    with stack:
        return _run_at(locust, stack, name, profile.seconds, arguments)


def _run_at(locust: Path, stack: Stack, name: str, seconds: float, arguments: list[str]) -> int:
    logins = stack.local.demo_logins
    if not logins.exists():
        raise Problem(
            f"The demo businesses are not there ({logins} is missing): stop `make run` and start it again."
        )
    return _run(locust, stack.addresses["api"], logins, stack.state.pid, name, seconds, arguments)


def _run(
    locust: Path, url: str, logins: Path, pid: int, name: str, seconds: float, arguments: list[str]
) -> int:
    host = url.rstrip("/").removesuffix("/api/v1")
    console.say(f"{name} against {host} for {seconds:.0f} s")
    variables = {
        **{inside: value for outside, inside in SETTINGS.items() if (value := _given(outside))},
        "GUILDHALL_LOAD_PROFILE": name,
        "GUILDHALL_LOAD_LOGINS": str(logins.resolve()),
        "GUILDHALL_LOAD_PID": str(pid),
    }
    command = [
        str(locust),
        *("-f", str(ROOT / "tests" / "load" / "locustfile.py")),
        *(
            "--headless",
            "--host",
            host,
            "--only-summary",
            "--loglevel",
            "WARNING",
            "--exit-code-on-error",
            "0",
        ),
        *arguments,
    ]
    return subprocess.run(command, cwd=ROOT, env=environment(**variables), check=False).returncode


def _given(name: str) -> str:
    return os.environ.get(name, "").strip()


def _locust(local: Local) -> Path:
    """The program, in an environment that is exactly what the lock says. Raises Problem where it cannot be made."""
    home = local.path / "load"
    program, stamp = home / "bin" / "locust", home / ".lock"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest() + sys.version
    if program.exists() and stamp.exists() and stamp.read_text() == wanted:
        return program
    uv = shutil.which("uv") or str(ROOT / ".local" / "uv" / "bin" / "uv")
    stamp.unlink(missing_ok=True)
    python = home / "bin" / "python"
    commands = (
        [uv, "venv", "--quiet", "--clear", "--no-python-downloads", "--python", sys.executable, str(home)],
        [uv, "pip", "sync", "--quiet", "--python", str(python), "--require-hashes", str(LOCK)],
    )
    with console.step("Locust is installed into an environment of its own"):
        for command in commands:
            try:
                done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            except OSError as error:
                raise Problem(
                    "There is no uv to install Locust with: `make clean-venv`, and `make load` again fetches it."
                ) from error
            if done.returncode:
                raise Problem(f"Locust could not be installed; uv says:\n{done.stderr.strip()[-1500:]}")
    stamp.write_text(wanted)
    return program
