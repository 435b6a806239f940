"""One whole Guildhall for all fault tests of a run: its processes are killed, and it goes on."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.dev.layout import Local
from infra.dev.stack import Stack

_OURS = (
    "DATABASE_URL",
    "REDIS_URL",
    "GUILDHALL_LOCAL_DIR",
    "API_PORT",
    "STREAM_PORT",
    "DJANGO_SETTINGS_MODULE",
)


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """A stack with the demo businesses on free ports, in a directory of its own, stopped at the end.

    Not in pytest's own folder: any other run of pytest closes that to the account of the database, which then dies.
    """
    folder = Path(tempfile.mkdtemp(prefix="guildhall-faults-"))
    local = Local.at(folder / "local")
    with pytest.MonkeyPatch.context() as patch:
        # The services of the test run must not be taken for a developer's own.
        for variable in _OURS:
            patch.delenv(variable, raising=False)
        running = Stack.up(local)
    with running:
        yield running
    shutil.rmtree(folder)
