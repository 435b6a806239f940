"""The way to Telegram: waits as long as Telegram asks, for the whole bot, and repeats what failed on its side."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, GetUpdates, Response, TelegramMethod

from bot.answers import Notes, Noting

log = logging.getLogger("bot.telegram")

ATTEMPTS = 5
"""How often a request is sent at most."""
FIRST_PAUSE = 0.5
"""Seconds before a request that met a fault of Telegram's is repeated; doubled each time."""


class Patience(BaseRequestMiddleware):
    """Obeys `retry_after` for every request of the bot, and repeats after 5xx.

    A flood limit is the bot's, not a chat's: whoever goes on sending is told to wait longer. The polling loop
    has pauses of its own after 5xx, so its requests are not repeated here.
    """

    def __init__(self) -> None:
        self._resume_at = 0.0

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        """The answer. Raises TelegramAPIError when the last attempt was refused."""
        pause = FIRST_PAUSE
        for _ in range(ATTEMPTS - 1):
            await self._wait()
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                self._resume_at = max(self._resume_at, _now() + error.retry_after)
                log.warning(
                    "Telegram asks for a pause of %s s (%s).", error.retry_after, type(method).__name__
                )
            except TelegramServerError as error:
                if isinstance(method, GetUpdates):
                    raise
                log.warning("Telegram failed (%s): %s", type(method).__name__, error.message)
                await asyncio.sleep(pause)
                pause *= 2
        await self._wait()
        return await make_request(bot, method)

    async def _wait(self) -> None:
        while True:
            # Looked at again after the pause: it may have been made longer meanwhile.
            rest = self._resume_at - _now()
            if rest <= 0:
                return
            await asyncio.sleep(rest)


def _now() -> float:
    return asyncio.get_running_loop().time()


async def late(make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]) -> Any:
    """The answer; a press of a button that was answered too late, or twice, is none that keeps anything up.

    Telegram takes that answer for a few minutes only. What the button asks for is done all the same.
    """
    try:
        return await make_request(bot, method)
    except TelegramBadRequest as error:
        if not isinstance(method, AnswerCallbackQuery):
            raise
        log.info("The press of a button could not be answered: %s", error.message)
        return True


def connect(token: str, server: str | None, notes: Notes) -> Bot:
    """A bot that talks to Telegram, or to the Bot API server at the address `server`."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(server) if server else PRODUCTION)
    session.middleware(late)
    session.middleware(Patience())
    session.middleware(Noting(notes))
    return Bot(token, session=session)
