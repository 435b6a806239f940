"""What a bot waits for, where the telling of it fails."""

from __future__ import annotations

import asyncio
import contextlib
import time
import uuid
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest
from aiogram import Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.fsm.storage.base import DefaultKeyBuilder
from aiogram.fsm.storage.redis import RedisStorage
from django.conf import settings
from redis.asyncio import Redis

from bot import waiting
from bot.answers import Notes
from bot.isolation import ChatLocks
from bot.telegram import connect
from bot.texts import Texts
from bot.waiting import Wait, Waiting
from tests.bot.test_killed import INTERRUPTED, Fuse, Killed, fuse, messages
from tests.support.telegram import FakeTelegram

__all__ = ["fuse"]


class Broken(Waiting):
    """One whose customers cannot be told, for a reason that nobody foresaw."""

    async def _settled(self, *_: Any) -> bool:
        raise LookupError("nobody foresaw it")


@pytest.mark.parametrize("late", [False, True])
def test_what_cannot_be_told_is_tried_until_it_is_late_and_then_forgotten_for_good(
    late: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> tuple[list[str], list[str]]:
        redis = Redis.from_url(settings.REDIS_URL)
        nothing: Any = None
        one = Broken(uuid.uuid4().int, redis, nothing, nothing, nothing)
        since = time.time() - (waiting.LONGEST_SECONDS + 1 if late else 0)
        wait = Wait("quo_1", 1, "Ada", "", "en", since)
        await one._keep(wait)
        await one._look(nothing, nothing, wait)
        kept = [key.decode() for key in await redis.hkeys(one._name)]
        await redis.delete(one._name)
        await redis.aclose()
        return list(one._waits), kept

    assert asyncio.run(scenario()) == (([], []) if late else (["quo_1"], ["quo_1"]))
    (told,) = [record for record in caplog.records if record.name == "bot.waiting"]
    assert "nobody foresaw it" in (told.exc_text or "")
    assert "quo_1" in told.getMessage()


WHOLE = ["contract.pdf: 3 p.", "Total: 5"]


class Ready:
    """The API, where every price is ready."""

    async def customer(self, *_: Any) -> Any:
        """A customer who is signed in."""

        async def asked_quote(_quote: str) -> Any:
            return SimpleNamespace(state="ready")

        return SimpleNamespace(texts=Texts("en"), asked_quote=asked_quote)


async def tell(message: Any, state: Any, *_: Any) -> None:
    """What the dialogue does with a price: some messages, and the chat stands elsewhere."""
    for text in WHOLE:
        await message.answer(text)
    await state.set_data({"quote": "told"})


@contextlib.asynccontextmanager
async def process(token: str, url: str, user: int) -> AsyncIterator[Any]:
    """One process of the bot, and what it looks for; its locks run out with it."""
    redis = Redis.from_url(settings.REDIS_URL)
    keys = DefaultKeyBuilder(prefix="bot", with_bot_id=True)
    notes = Notes(int(token.partition(":")[0]), redis)
    bot = connect(token, url, notes)
    dispatcher = Dispatcher(
        storage=RedisStorage(redis, key_builder=keys), events_isolation=ChatLocks(redis, keys)
    )
    ready: Any = Ready()
    one = Waiting(bot.id, redis, notes, ready, tell)
    state = dispatcher.fsm.get_context(bot, chat_id=user, user_id=user)

    async def looks() -> None:
        await one._load()
        for wait in list(one._waits.values()):
            await one._look(dispatcher, bot, wait)

    try:
        yield SimpleNamespace(waiting=one, state=state, looks=looks, redis=redis)
    finally:
        await redis.delete(keys.build(state.key, "lock"))
        assert isinstance(bot.session, AiohttpSession)
        if bot.session._session is not None:
            # The library's own close waits for TLS, which is not there.
            await bot.session._session.close()
        await redis.aclose()


def test_killed_at_every_point_a_price_is_told_once(fuse: Fuse) -> None:
    """The next process goes on after it; of a message that may have come it says so instead of sending it twice."""
    token = f"{uuid.uuid4().int % 10**12}:{'a' * 35}"

    async def scene() -> None:
        async with FakeTelegram(token) as telegram:
            points, notices, survived = 0, 0, False
            while not survived:
                points += 1
                user, quote = telegram.user("Ada"), f"quo_{points}"
                async with process(token, telegram.url, user.id) as killed:
                    await killed.state.set_data({"asked": quote})
                    await killed.waiting._keep(Wait(quote, user.id, "Ada", "", "en"))
                    fuse.set(points)
                    try:
                        await killed.looks()
                        survived = True
                    except Killed:
                        pass
                    reached = list(fuse.reached)
                    fuse.set(None)
                async with process(token, telegram.url, user.id) as second:
                    await second.looks()
                    assert second.waiting._waits == {}, reached
                    assert not await second.redis.exists(second.waiting._name), reached
                    assert await second.state.get_data() == {"quote": "told"}, reached
                    said = messages(user, 0)
                    # Noted as on its way, and not as sent.
                    unsure = reached.count("HSET") % 2 == 1
                    notices += unsure
                    assert sum(INTERRUPTED in text for text in said) == unsure, (reached, said)
                    told = [text for text in said if INTERRUPTED not in text]
                    assert told == [text for text in WHOLE if text in told], (reached, said)
                    assert len(told) >= len(WHOLE) - unsure, (reached, said)
                    await second.looks()
                    assert messages(user, 0) == said, reached
                    async for key in second.redis.scan_iter(f"bot:{token.partition(':')[0]}:*"):
                        await second.redis.delete(key)
            # Two messages, and of each the ways to be unsure: before Telegram had it, and after.
            assert (notices, points > 10) == (4, True)

    asyncio.run(scene())
