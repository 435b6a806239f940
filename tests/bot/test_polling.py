"""An update is confirmed to Telegram when it is handled, and not before."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetUpdates
from aiogram.types import Update

from bot import polling
from bot.polling import Polling


class Telegram:
    """Keeps updates until an offset is behind them, as the real one does."""

    def __init__(self, *numbers: int) -> None:
        self.kept = list(numbers)
        self.failures = 0
        self.session = SimpleNamespace(timeout=60.0)

    async def __call__(self, asked: GetUpdates, request_timeout: int) -> list[Update]:
        if self.failures:
            self.failures -= 1
            raise TelegramNetworkError(asked, "away")
        self.kept = [number for number in self.kept if number >= (asked.offset or 0)]
        if not self.kept and asked.timeout:
            await asyncio.sleep(0.01)
        return [Update(update_id=number) for number in self.kept[:100]]


class Handled:
    """What was handled; `closed` numbers wait for the gate."""

    def __init__(self, *closed: int) -> None:
        self.begun: list[int] = []
        self.numbers: list[int] = []
        self.gate = asyncio.Event()
        self.closed = closed
        self.faults: dict[int, int] = {}

    async def __call__(self, update: Update) -> None:
        number = update.update_id
        self.begun.append(number)
        if self.faults.get(number):
            self.faults[number] -= 1
            raise ConnectionError("Valkey is away")
        if number in self.closed:
            await self.gate.wait()
        self.numbers.append(number)


async def until(found: Callable[[], Any]) -> None:
    """Raises TimeoutError where it does not come true."""
    async with asyncio.timeout(5):
        while not found():  # noqa: ASYNC110 - what is looked at does not tell
            await asyncio.sleep(0.005)


def poll(telegram: Telegram, handled: Handled, scene: Callable[[Polling], Awaitable[None]]) -> None:
    """Runs a scene beside the loop; what it has in hand is finished then."""

    async def whole() -> None:
        loop = Polling(cast(Bot, telegram), handled, allowed=["message"], seconds=1)
        task = asyncio.create_task(loop.run())
        try:
            await scene(loop)
        finally:
            task.cancel()
            await asyncio.wait({task})
        await loop.finish(1)

    asyncio.run(whole())


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "HELD_SECONDS", 0.01)
    monkeypatch.setattr(polling, "PAUSES", (0.01,))


def test_what_is_in_hand_is_not_confirmed_and_holds_up_nobody() -> None:
    telegram, handled = Telegram(7, 8), Handled(7)

    async def scene(_loop: Polling) -> None:
        await until(lambda: handled.numbers == [8])
        telegram.kept.append(9)
        await until(lambda: handled.numbers == [8, 9])
        # Another process that began now would get all of them.
        assert telegram.kept == [7, 8, 9]
        handled.gate.set()
        await until(lambda: not telegram.kept)

    poll(telegram, handled, scene)
    assert handled.begun == [7, 8, 9]


def test_a_stop_confirms_what_is_done_and_nothing_else() -> None:
    telegram, handled = Telegram(7, 8, 9), Handled(8)

    async def scene(loop: Polling) -> None:
        await until(lambda: sorted(handled.numbers) == [7, 9])

    poll(telegram, handled, scene)
    assert telegram.kept == [8, 9]
    done = Telegram(7)
    everything = Handled(7)

    async def ends(_loop: Polling) -> None:
        await until(lambda: everything.begun)
        everything.gate.set()

    poll(done, everything, ends)
    assert (done.kept, everything.numbers) == ([], [7])


def test_what_failed_outside_its_handler_is_tried_again() -> None:
    telegram, handled = Telegram(7, 8), Handled()
    handled.faults = {7: 3, 8: polling.TRIES}

    async def scene(_loop: Polling) -> None:
        await until(lambda: not telegram.kept)

    poll(telegram, handled, scene)
    assert handled.numbers == [7]
    assert handled.begun.count(7) == 4
    assert handled.begun.count(8) == polling.TRIES


def test_telegram_is_asked_again_after_a_failure() -> None:
    telegram, handled = Telegram(7), Handled()
    telegram.failures = 3

    async def scene(_loop: Polling) -> None:
        await until(lambda: handled.numbers == [7] and not telegram.kept)

    poll(telegram, handled, scene)
