"""Long polling that confirms an update when it is handled, not when it is fetched.

Telegram forgets what lies before the offset of a request. aiogram's own loop asks with the offset behind the last
update that it was given, while handlers still run: a process that is killed then has lost what it had in hand. Here
the offset is the first update that is not done, so what a crash cut short comes to the next process. Meanwhile
Telegram gives the same updates again at once: they are known by their ids, and asked for a few times a second only.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import GetUpdates
from aiogram.types import Update

log = logging.getLogger("bot.polling")

HELD_SECONDS = 0.25
"""Between two requests while an update is in hand: so long may a new one wait then."""
PAUSES = (1.0, 2.0, 5.0, 10.0, 15.0)
"""Seconds before Telegram is asked again, or an update is tried again, after a failure; the last one stays."""
TRIES = 10
"""How often an update is tried that not even its handler's own errors end: Valkey is away."""


class Polling:
    """The updates of one bot, each handed to `handle` in a task of its own."""

    def __init__(
        self, bot: Bot, handle: Callable[[Update], Awaitable[object]], *, allowed: list[str], seconds: int
    ) -> None:
        """`seconds` is how long Telegram may wait for something to tell; `allowed` are the kinds of updates."""
        self._bot = bot
        self._handle = handle
        self._allowed = allowed
        self._seconds = seconds
        self._in_hand: dict[int, asyncio.Task[None]] = {}
        self._done: set[int] = set()
        self._last: int | None = None

    @property
    def offset(self) -> int | None:
        """The first update that is not done; None where nothing was ever fetched."""
        if self._in_hand:
            return min(self._in_hand)
        return None if self._last is None else self._last + 1

    async def run(self) -> None:
        """Fetches and hands out until it is cancelled."""
        failures = 0
        while True:
            try:
                updates = await self._fetch(0 if self._in_hand else self._seconds)
                failures = 0
            except AiogramError as error:
                log.warning("Updates could not be fetched (%s): %s", type(error).__name__, error)
                await asyncio.sleep(_pause(failures))
                failures += 1
                continue
            for update in updates:
                self._take(update)
            if self._in_hand:
                await asyncio.wait(self._in_hand.values(), timeout=HELD_SECONDS)

    async def finish(self, seconds: float) -> None:
        """Waits for what is in hand, for `seconds` at most, and confirms what is done. After `run` has ended."""
        if self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=seconds)
        if self.offset is not None:
            try:
                await self._fetch(0)
            except AiogramError as error:
                # They come again, and are known by their marks.
                log.warning("What is done could not be confirmed: %s", error)

    async def _fetch(self, seconds: int) -> list[Update]:
        offset = self.offset
        if offset is not None:
            self._done = {one for one in self._done if one >= offset}
        # Longer than Telegram waits, or each silence would be a failure.
        patience = int(self._bot.session.timeout + seconds)
        asked = GetUpdates(offset=offset, timeout=seconds, allowed_updates=self._allowed)
        return await self._bot(asked, request_timeout=patience)

    def _take(self, update: Update) -> None:
        number = update.update_id
        if number in self._in_hand or number in self._done:
            return
        self._last = number if self._last is None else max(self._last, number)
        task = asyncio.create_task(self._work(update))
        self._in_hand[number] = task
        task.add_done_callback(lambda _: self._end(number))

    def _end(self, number: int) -> None:
        del self._in_hand[number]
        self._done.add(number)

    async def _work(self, update: Update) -> None:
        for failures in range(TRIES):
            try:
                await self._handle(update)
                return
            except Exception:
                log.exception("Update %s was not handled.", update.update_id)
                await asyncio.sleep(_pause(failures))
        log.error("Update %s is given up.", update.update_id)


def _pause(failures: int) -> float:
    return PAUSES[min(failures, len(PAUSES) - 1)]
