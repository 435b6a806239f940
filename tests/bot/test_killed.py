"""A bot that is killed, at every point of an update: nobody is answered twice, and nobody is left without a way on."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.fsm.storage.base import DefaultKeyBuilder
from aiogram.types import Update
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline

from bot import business as business_module
from bot.answers import Notes
from bot.business import Business
from bot.dialogue.common import Ordering
from bot.handling import Running
from bot.service import make_dispatcher
from bot.telegram import connect
from tests.bot.conftest import Setting
from tests.bot.test_journey import to_offer
from tests.support.telegram import FakeTelegram, User

INTERRUPTED = "I was interrupted"


READS = frozenset({"GET", "HGETALL", "EVALSHA"})
"""Commands that leave all as it is (the last one is the lock's, which ends with its process)."""


class Killed(BaseException):
    """What no handler catches, as nothing runs on in a process that was killed."""


class Fuse:
    """Kills after the n-th thing that changed the world outside; from then on nothing reaches it any more."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.reached: list[str] = []

    def set(self, after: int | None) -> None:
        """After so many things; None for never."""
        self.left, self.reached = after, []

    async def around(self, name: str, work: Callable[[], Awaitable[Any]]) -> Any:
        """Does it, unless the process is dead; and dies after it where it is its turn."""
        if self.left == 0:
            raise Killed
        result = await work()
        if name in READS:
            return result
        self.reached.append(name)
        if self.left is not None:
            self.left -= 1
            if self.left == 0:
                raise Killed
        return result


@pytest.fixture
def fuse(monkeypatch: pytest.MonkeyPatch) -> Fuse:
    """One through which everything goes that a bot does outside: Valkey, Telegram, the API."""
    found = Fuse()
    command, pipeline = Redis.execute_command, Pipeline.execute
    request, thread = AiohttpSession.make_request, asyncio.to_thread

    async def executed(self: Redis, *given: Any, **options: Any) -> Any:
        return await found.around(str(given[0]), lambda: command(self, *given, **options))

    async def piped(self: Pipeline, *given: Any, **options: Any) -> Any:
        return await found.around("pipeline", lambda: pipeline(self, *given, **options))

    async def asked(self: AiohttpSession, bot: Any, method: Any, *given: Any, **options: Any) -> Any:
        work = lambda: request(self, bot, method, *given, **options)  # noqa: E731
        return await found.around(type(method).__name__, work)

    async def called(function: Any, *given: Any, **options: Any) -> Any:
        return await found.around("api", lambda: thread(function, *given, **options))

    monkeypatch.setattr(Redis, "execute_command", executed)
    monkeypatch.setattr(Pipeline, "execute", piped)
    monkeypatch.setattr(AiohttpSession, "make_request", asked)
    monkeypatch.setattr(business_module.asyncio, "to_thread", called)
    return found


class Process:
    """All that one process of the bot has; another has nothing of it but the customers' sessions.

    These are kept, as signing in takes long and opens a session each time, however often it is cut short.
    """

    def __init__(self, setting: Setting, telegram: FakeTelegram, business: Business) -> None:
        config = replace(setting.config, telegram_url=telegram.url)
        assert config.redis_url is not None
        self.telegram = telegram
        self.redis = Redis.from_url(config.redis_url)
        notes = Notes(config.bot_id, self.redis)
        self.bot = connect(config.token, telegram.url, notes)
        self.dispatcher = make_dispatcher(config, business, self.redis, notes, Running())

    async def handles(self, number: int) -> None:
        """An update comes, for the first time or again. Raises Killed."""
        update = Update.model_validate({"update_id": number, **self.telegram.history[number]})
        await self.dispatcher.feed_update(self.bot, update)

    def state(self, user: User) -> Any:
        """Where the chat stands."""
        return self.dispatcher.fsm.get_context(self.bot, chat_id=user.id, user_id=user.id)

    async def buried(self) -> None:
        """Its connections are closed, and its locks have run out."""
        keys = DefaultKeyBuilder(prefix="bot", with_bot_id=True)
        for user in self.telegram.users.values():
            await self.redis.delete(keys.build(self.state(user).key, "lock"))
        await self.bot.session.close()
        await self.redis.aclose()


@pytest.fixture
def business(setting: Setting) -> Iterator[Business]:
    """The API, with the customers that are signed in."""
    config = setting.config
    found = Business(config.api_url, config.tenant, config.client_id, config.client_secret)
    yield found
    found.close()


@contextlib.asynccontextmanager
async def process(setting: Setting, telegram: FakeTelegram, business: Business) -> AsyncIterator[Process]:
    """One process; its end is that of the block."""
    found = Process(setting, telegram, business)
    try:
        yield found
    finally:
        await found.buried()


def messages(user: User, since: int) -> list[str]:
    """What the user was sent; messages written anew in place are no second ones."""
    return [one.text for one in user.said[since:] if one.kind == "message"]


def test_killed_at_every_point_an_update_is_answered_once(
    setting: Setting, fuse: Fuse, business: Business
) -> None:
    whole = ["Language: English.", "Choose a branch."]

    async def scene() -> None:
        async with FakeTelegram(setting.config.token) as telegram:
            user = telegram.user("Aziz")
            async with process(setting, telegram, business) as first:
                await first.handles(await user.sends("/start"))
            greeting = user.said[-1]
            notices, points = 0, 0
            survived = False
            while not survived:
                points += 1
                since = len(user.said)
                async with process(setting, telegram, business) as killed:
                    # So much is done before: the customer's session, which is no part of what is looked at.
                    await business.customer(user.id, "Aziz", "", "en")
                    await killed.state(user).clear()
                    pressed = await user.presses_data("p:first:en", greeting)
                    fuse.set(points)
                    try:
                        await killed.handles(pressed)
                        survived = True
                    except Killed:
                        pass
                    reached = list(fuse.reached)
                    fuse.set(None)
                async with process(setting, telegram, business) as second:
                    await second.handles(pressed)
                    assert await second.state(user).get_state() == Ordering.branch.state, reached
                    # Noted as on its way, and not as sent.
                    unsure = reached.count("HSET") % 2 == 1
                    said = messages(user, since)
                    assert [text for text in said if INTERRUPTED not in text] == [
                        text for text in whole if text in said
                    ], (reached, said)
                    assert any(INTERRUPTED in text for text in said) is unsure, (reached, said)
                    if unsure:
                        notices += 1
                        lost = [text for text in whole if text not in said]
                        assert len(lost) <= 1
                        await second.handles(await user.presses("Show the answer"))
                        shown = messages(user, since)[len(said) :]
                        assert len(shown) == 1
                        assert shown[0] in whole
                        assert not lost or shown == lost
                    else:
                        assert said == whole, reached
                    before = len(user.said)
                    await second.handles(pressed)
                    assert len(user.said) == before, reached
            # Two answers, and of each the ways to be unsure: before Telegram had it, and after.
            assert (notices, points > 12) == (4, True)

    asyncio.run(scene())


@pytest.mark.parametrize("answered", [0, 1])
def test_an_order_that_was_placed_is_told_and_made_once(
    setting: Setting, fuse: Fuse, business: Business, answered: int
) -> None:
    """Killed when the order was made, and when the first answer was noted."""

    async def scene() -> None:
        async with FakeTelegram(setting.config.token) as telegram:
            user = telegram.user("Aziz")
            async with setting.bot(telegram):
                await to_offer(user)
            since = len(user.said)
            confirm = next(data for label, data in user.said[-1].buttons if "Place" in label)
            pressed = await user.presses_data(confirm, user.said[-1])
            async with process(setting, telegram, business) as killed:
                await business.customer(user.id, "Aziz", "", "en")
                with pytest.raises(Killed):
                    await until(fuse, killed, pressed, answered)
                fuse.set(None)
            async with process(setting, telegram, business) as second:
                await second.handles(pressed)
                await second.handles(pressed)
                await second.handles(await user.sends("/orders"))
            said = messages(user, since)
            assert [text.split()[0] for text in said] == ["Order", "Choose", "Your"], said
            assert len(user.said[-1].buttons) == 1

    asyncio.run(scene())


async def until(fuse: Fuse, killed: Process, pressed: int, answered: int) -> None:
    """Dies when an answer is noted as sent, or, with none, when the order was made."""
    fuse.set(None)
    work, wanted = fuse.around, ["api"] if not answered else ["HSET", "SendMessage", "HSET"]

    async def around(name: str, do: Callable[[], Awaitable[Any]]) -> Any:
        if fuse.left == 0:
            raise Killed
        result = await work(name, do)
        if fuse.reached[-len(wanted) :] == wanted:
            fuse.left = 0
            raise Killed
        return result

    fuse.around = around  # type: ignore[method-assign]
    try:
        await killed.handles(pressed)
    finally:
        fuse.around = work  # type: ignore[method-assign]
