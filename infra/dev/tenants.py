"""``make tenants N=1000``: a database with that many businesses, on a server of its own, and what they cost.

Everything is in ``.local/measure`` and stays there for more measurements: ``N=0`` deletes it. The businesses are made
without waiting for the disk; what is measured runs on a server that does wait, as an installation's does.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.dev import console
from infra.dev.commands import program
from infra.dev.console import Problem
from infra.dev.layout import ROOT, Local
from infra.dev.secrets import development_secrets
from infra.dev.services import Services

FOLDER = ROOT / ".local" / "measure"
#: What one business takes of the disk at most, and what must be left besides.
BYTES_EACH = 20 * 2**20
BYTES_LEFT = 5 * 2**30


def tenants(arguments: list[str]) -> int:
    """Make the businesses and measure; ``N`` says how many, ``WORKERS`` how many at once.

    Raises Problem for a number that is none, and where the disk has no room.
    """
    count, workers = _number("N", 1000), _number("WORKERS", 2)
    if count == 0:
        with console.step(f"{FOLDER.relative_to(ROOT)} is deleted"):
            _delete()
        return 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    _check_room(FOLDER, count)
    local = Local.at(FOLDER)
    steps: list[tuple[bool, list[str]]] = [
        (True, ["migrate_public"]),
        (True, ["build_template"]),
        (True, ["make_tenants", "--count", "1"]),
        (False, ["measure_tenants"]),
        (True, ["make_tenants", "--count", str(count), "--workers", str(workers)]),
        (False, ["measure_tenants", "--migrate", "--workers", str(workers), *arguments]),
    ]
    for throwaway, command in steps:
        with _server(local, throwaway=throwaway) as environment:
            status = program(sys.executable, "-m", "backend.manage", *command, **environment)
        if status:
            return status
    console.say(f"It stays in {FOLDER.relative_to(ROOT)}: `make tenants N=0` deletes it.")
    return 0


@contextmanager
def _server(local: Local, *, throwaway: bool) -> Iterator[dict[str, str]]:
    for name in ("DATABASE_URL", "REDIS_URL"):
        # A thousand schemas are nothing for a database that somebody has chosen for other things.
        os.environ.pop(name, None)
    services = Services(local, throwaway=throwaway)
    services.start(quiet=True)
    try:
        yield {
            **development_secrets(local),
            **services.environment(),
            "GUILDHALL_LOCAL_DIR": str(local.path),
            "GUILDHALL_LOG_LEVEL": "WARNING",
        }
    finally:
        services.stop()


def _delete() -> None:
    if FOLDER.exists():
        Services(Local.at(FOLDER), throwaway=True).stop()
        shutil.rmtree(FOLDER)


def _number(name: str, default: int) -> int:
    text = os.environ.get(name, "").strip()
    if text and not text.isdigit():
        raise Problem(f"{name} is {text!r}: give a whole number, such as `make tenants N=1000`.")
    return int(text) if text else default


def _check_room(folder: Path, count: int) -> None:
    free = shutil.disk_usage(folder).free
    needed = count * BYTES_EACH + BYTES_LEFT
    if free < needed:
        raise Problem(
            f"{count} businesses may take {needed / 2**30:.0f} GB and {free / 2**30:.0f} GB are free: "
            "make room, or say a smaller N."
        )
