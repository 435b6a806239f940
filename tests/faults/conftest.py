"""One whole Guildhall for all fault tests of a run: its processes are killed, and it goes on."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import threading
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from infra.dev.layout import Local
from infra.dev.stack import Stack
from tests.support.telegram import TOKEN, FakeTelegram

T = TypeVar("T")

_OURS = (
    "DATABASE_URL",
    "REDIS_URL",
    "GUILDHALL_LOCAL_DIR",
    "API_PORT",
    "STREAM_PORT",
    "DJANGO_SETTINGS_MODULE",
)


class Chats:
    """A Bot API that runs beside the tests, in a thread; `do` runs a scene of users there."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="telegram", daemon=True)
        self._thread.start()
        self.telegram = self.do(self._made())

    async def _made(self) -> FakeTelegram:
        return await FakeTelegram(TOKEN).__aenter__()

    def do(self, scene: Coroutine[Any, Any, T], seconds: float = 120.0) -> T:
        """What the scene gives. Raises what it raises."""
        return asyncio.run_coroutine_threadsafe(scene, self._loop).result(seconds)

    def close(self) -> None:
        """Ends the server and its thread."""
        self.do(self.telegram.__aexit__())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


@pytest.fixture(scope="package")
def chats() -> Iterator[Chats]:
    """The Bot API that the stack's bot talks to."""
    made = Chats()
    yield made
    made.close()


@pytest.fixture(scope="package")
def stack(chats: Chats) -> Iterator[Stack]:
    """A stack with the demo businesses and a bot on free ports, in a directory of its own, stopped at the end.

    Not in pytest's own folder: any other run of pytest closes that to the account of the database, which then dies.
    """
    folder = Path(tempfile.mkdtemp(prefix="guildhall-faults-"))
    local = Local.at(folder / "local")
    with pytest.MonkeyPatch.context() as patch:
        # The services of the test run must not be taken for a developer's own.
        for variable in _OURS:
            patch.delenv(variable, raising=False)
        running = Stack.up(
            local, environment={"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": chats.telegram.url}
        )
    with running:
        yield running
    shutil.rmtree(folder)
