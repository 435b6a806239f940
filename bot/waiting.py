"""Prices that wait for the pages of a document: asked after while the chat goes on, and told when they are there.

Which ones wait is kept in Valkey, so that the next process goes on asking after one that was killed. The bot asks the
API as the customer; it could follow the live stream instead, but only with the right to see every event of the
business, which it needs for nothing else.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime

import httpx
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramForbiddenError
from aiogram.fsm.context import FSMContext
from aiogram.types import Chat, Message, User
from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.answers import CURRENT, Notes
from bot.business import Business, Customer
from guildhall import NotFound, RateLimited, ServerFault, Unauthorized, models

log = logging.getLogger("bot.waiting")

PAUSES = (0.3, 0.3, 0.5, 0.5, 1.0, 1.0, 1.0, 2.0, 5.0)
"""Seconds before a price is asked after again; the last one stays."""
LONGEST_SECONDS = 3600.0
"""After so long the customer is told that it takes too long."""

Tell = Callable[[Message, FSMContext, Customer, models.QuoteRequest | None], Awaitable[str | None]]
"""Tells how a price came out (None: it takes too long); answers the id of another that the chat waits for now."""


@dataclass
class Wait:
    """A price that a chat waits for."""

    quote: str
    user: int
    first_name: str
    last_name: str
    language: str
    since: float = field(default_factory=time.time)

    def __post_init__(self) -> None:
        self.asked = 0
        self.due = 0.0

    @property
    def late(self) -> bool:
        """Whether it takes too long."""
        return time.time() - self.since > LONGEST_SECONDS


class Waiting:
    """The prices that the chats of one bot wait for."""

    def __init__(
        self, bot_id: int, redis: Redis | None, notes: Notes, business: Business, tell: Tell
    ) -> None:
        self._name = f"bot:{bot_id}:waiting"
        self._redis = redis
        self._notes = notes
        self._business = business
        self._tell = tell
        self._waits: dict[str, Wait] = {}
        self._changed = asyncio.Event()

    async def add(self, quote: str, user: User) -> None:
        """A private chat waits for a quote that was asked for."""
        await self._keep(
            Wait(quote, user.id, user.first_name, user.last_name or "", user.language_code or "")
        )

    async def _keep(self, wait: Wait) -> None:
        if self._redis is not None:
            await self._redis.hset(self._name, wait.quote, json.dumps(asdict(wait)))
        self._waits[wait.quote] = wait
        self._changed.set()

    async def run(self, dispatcher: Dispatcher, bot: Bot, stop: asyncio.Event) -> None:
        """Asks after what waits until `stop`; what is being told then is told to its end."""
        stopping = asyncio.create_task(stop.wait())
        loaded = False
        try:
            while not stop.is_set():
                try:
                    if not loaded:
                        await self._load()
                        loaded = True
                except RedisError as error:
                    log.warning("What waits could not be read: %s", error)
                self._changed.clear()
                now = time.monotonic()
                await asyncio.gather(
                    *(
                        self._look(dispatcher, bot, wait)
                        for wait in list(self._waits.values())
                        if wait.due <= now
                    )
                )
                changed = asyncio.create_task(self._changed.wait())
                await asyncio.wait(
                    {changed, stopping}, timeout=self._rest(loaded), return_when=asyncio.FIRST_COMPLETED
                )
                changed.cancel()
        finally:
            stopping.cancel()

    def _rest(self, loaded: bool) -> float | None:
        """Seconds until something is to be done; None for as long as nothing changes."""
        if not loaded:
            return PAUSES[-1]
        dues = [wait.due for wait in self._waits.values()]
        return max(0.0, min(dues) - time.monotonic()) if dues else None

    async def _load(self) -> None:
        if self._redis is None:
            return
        for value in (await self._redis.hgetall(self._name)).values():
            wait = Wait(**json.loads(value))
            self._waits.setdefault(wait.quote, wait)

    async def _look(self, dispatcher: Dispatcher, bot: Bot, wait: Wait) -> None:
        wait.due = time.monotonic() + PAUSES[min(wait.asked, len(PAUSES) - 1)]
        wait.asked += 1
        try:
            if await self._settled(dispatcher, bot, wait):
                await self._drop(wait)
        except Unauthorized as error:
            log.info("The session of user %s is over: %s", wait.user, error)
            self._business.forget(wait.user)
        except (ServerFault, RateLimited, httpx.TransportError, RedisError) as error:
            log.warning("The price %s could not be asked after: %s", wait.quote, error)
        except Exception:
            # One chat's trouble holds up no other's; it is tried again until it has taken too long.
            log.exception("The price %s was not told.", wait.quote)
            if wait.late:
                await self._drop(wait)

    async def _drop(self, wait: Wait) -> None:
        """Waits no more, after a restart neither."""
        self._waits.pop(wait.quote, None)
        if self._redis is not None:
            try:
                await self._redis.hdel(self._name, wait.quote)
            except RedisError as error:
                log.warning(
                    "The price %s may be asked after once more after a restart: %s", wait.quote, error
                )

    async def _settled(self, dispatcher: Dispatcher, bot: Bot, wait: Wait) -> bool:
        customer = await self._business.customer(wait.user, wait.first_name, wait.last_name, wait.language)
        asked: models.QuoteRequest | None
        try:
            asked = await customer.asked_quote(wait.quote)
        except NotFound:
            return True  # Erased meanwhile.
        if asked.state == "waiting":
            if not wait.late:
                return False
            asked = None
        state = dispatcher.fsm.get_context(bot, chat_id=wait.user, user_id=wait.user)
        async with dispatcher.fsm.events_isolation.lock(key=state.key):
            answers = await self._notes.begin(wait.quote, wait.user, state)
            if answers is None:
                return True
            answers.texts = customer.texts
            token = CURRENT.set(answers)
            try:
                # Whoever has gone another way meanwhile waits for it no more.
                if (await state.get_data()).get("asked") == wait.quote:
                    chat = Chat(id=wait.user, type="private", first_name=wait.first_name)
                    message = Message(message_id=0, date=datetime.now(UTC), chat=chat).as_(bot)
                    instead = await self._tell(message, state, customer, asked)
                    if instead is not None:
                        await self._keep(replace(wait, quote=instead, since=time.time()))
            except TelegramForbiddenError:
                log.info("User %s has blocked the bot.", wait.user)
                await state.clear()
            finally:
                CURRENT.reset(token)
            await self._notes.end(answers)
        return True
