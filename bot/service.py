"""The bot as a process: polling or webhook, until it is asked to stop; running handlers are waited for."""

from __future__ import annotations

import asyncio
import hmac
import logging
from contextlib import AsyncExitStack
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, DefaultKeyBuilder
from aiogram.fsm.storage.memory import MemoryStorage, SimpleEventIsolation
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import BotCommand, Update
from aiogram.webhook.aiohttp_server import BaseRequestHandler
from aiohttp import web
from redis.asyncio import Redis

from bot import dialogue
from bot.answers import Notes
from bot.business import Business
from bot.config import Config, Webhook
from bot.dialogue import document
from bot.handling import Attended, Once, Running
from bot.isolation import ChatLocks
from bot.polling import Polling
from bot.telegram import connect
from bot.texts import DEFAULT, LANGUAGES, Texts
from bot.waiting import Waiting

log = logging.getLogger("bot")

UPDATES = ["message", "callback_query", "my_chat_member"]
COMMANDS = ("new", "orders", "language", "cancel", "help")
POLL_SECONDS = 10


class Updates(BaseRequestHandler):
    """Takes a bot's updates at `/tg/{bot_id}`, each with the secret that Telegram was given for that bot.

    The token is not in the address, where logs would keep it. Answered when the update is handled: one that
    failed on the way comes again.
    """

    def __init__(self, dispatcher: Dispatcher, bots: dict[int, Bot], secrets: dict[int, str]) -> None:
        super().__init__(dispatcher, handle_in_background=False)
        self._bots = bots
        self._secrets = secrets

    def verify_secret(self, telegram_secret_token: str, bot: Bot) -> bool:
        """Whether it is the bot's secret; takes the same time for every wrong one."""
        return hmac.compare_digest(telegram_secret_token.encode(), self._secrets[bot.id].encode())

    async def resolve_bot(self, request: web.Request) -> Bot:
        """The bot of the address. Raises HTTPNotFound."""
        text = request.match_info["bot_id"]
        bot = self._bots.get(int(text)) if text.isdecimal() and len(text) < 20 else None
        if bot is None:
            raise web.HTTPNotFound
        return bot

    async def close(self) -> None:
        """Nothing: the bots are closed by who made them."""


class CountingDispatcher(Dispatcher):
    """Counts an update from before it waits for its chat's lock."""

    def __init__(self, running: Running, **options: Any) -> None:
        super().__init__(**options)
        self._in_hand = running

    async def feed_update(self, bot: Bot, update: Update, **data: Any) -> Any:
        """Handles one update."""
        with self._in_hand:
            return await super().feed_update(bot, update, **data)


def make_dispatcher(
    config: Config, business: Business, redis: Redis | None, notes: Notes, running: Running
) -> Dispatcher:
    """The dispatcher with its storage, its middleware and the dialogue; `waiting` in it is to be run beside it."""
    storage: BaseStorage
    isolation: BaseEventIsolation
    if redis is not None:
        keys = DefaultKeyBuilder(prefix="bot", with_bot_id=True)
        storage = RedisStorage(
            redis, key_builder=keys, state_ttl=config.state_seconds, data_ttl=config.state_seconds
        )
        isolation = ChatLocks(redis, keys)
    else:
        log.warning("REDIS_URL is not set: where chats stand is kept in memory, and lost with the process.")
        storage, isolation = MemoryStorage(), SimpleEventIsolation()
    dispatcher = CountingDispatcher(running, storage=storage, events_isolation=isolation)
    dispatcher["notes"], dispatcher["business"] = notes, business
    dispatcher["waiting"] = Waiting(config.bot_id, redis, notes, business, document.tell)
    dispatcher.update.outer_middleware(Once(notes))
    attended = Attended(business)
    dispatcher.message.outer_middleware(attended)
    dispatcher.callback_query.outer_middleware(attended)
    dispatcher.include_router(dialogue.router())
    return dispatcher


async def serve(config: Config, stop: asyncio.Event) -> None:
    """Runs the bot until `stop`. Raises TelegramUnauthorizedError for a token that Telegram does not know."""
    running = Running()
    async with AsyncExitStack() as stack:
        redis: Redis | None = None
        if config.redis_url is not None:
            redis = Redis.from_url(config.redis_url)
            stack.push_async_callback(redis.aclose)
        notes = Notes(config.bot_id, redis)
        bot = connect(config.token, config.telegram_url, notes)
        stack.push_async_callback(bot.session.close)
        business = Business(config.api_url, config.tenant, config.client_id, config.client_secret)
        stack.callback(business.close)
        dispatcher = make_dispatcher(config, business, redis, notes, running)
        me = await bot.me()
        await _tell_commands(bot)
        log.info("The bot @%s of %s is up (%s).", me.username, config.tenant, _mode(config))
        waiting: Waiting = dispatcher["waiting"]
        asking = asyncio.create_task(waiting.run(dispatcher, bot, stop))
        stack.push_async_callback(asyncio.wait, {asking})
        if config.webhook is None:
            await _poll(dispatcher, bot, stop, config.stop_seconds)
        else:
            await _listen(dispatcher, bot, config.webhook, stop, config.stop_seconds)
        await running.finished(config.stop_seconds)
    log.info("The bot has stopped.")


def _mode(config: Config) -> str:
    return "polling" if config.webhook is None else "webhook"


async def _tell_commands(bot: Bot) -> None:
    """The menu of commands, in every language; its lack keeps nobody from ordering."""
    try:
        for code in (None, *LANGUAGES):
            texts = Texts(code or DEFAULT)
            commands = [BotCommand(command=name, description=texts(f"command.{name}")) for name in COMMANDS]
            await bot.set_my_commands(commands, language_code=code)
    except TelegramAPIError as error:
        log.warning("Telegram did not take the menu of commands: %s", error.message)


async def _poll(dispatcher: Dispatcher, bot: Bot, stop: asyncio.Event, stop_seconds: float) -> None:
    # Telegram refuses to be polled while a webhook is set.
    await bot.delete_webhook(drop_pending_updates=False)
    polling = Polling(
        bot, lambda update: dispatcher.feed_update(bot, update), allowed=UPDATES, seconds=POLL_SECONDS
    )
    running = asyncio.create_task(polling.run())
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    running.cancel()
    await asyncio.wait({running})
    if not running.cancelled():
        running.result()
    await polling.finish(stop_seconds)


async def _listen(
    dispatcher: Dispatcher, bot: Bot, webhook: Webhook, stop: asyncio.Event, stop_seconds: float
) -> None:
    application = web.Application(client_max_size=4 * 1024 * 1024)
    Updates(dispatcher, {bot.id: bot}, {bot.id: webhook.secret}).register(application, "/tg/{bot_id}")
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=stop_seconds)
    await runner.setup()
    try:
        await web.TCPSite(runner, webhook.host, webhook.port).start()
        await bot.set_webhook(
            f"{webhook.base_url}/tg/{bot.id}",
            secret_token=webhook.secret,
            allowed_updates=UPDATES,
            drop_pending_updates=False,
        )
        await stop.wait()
    finally:
        # No new connections; requests that run are finished. The webhook stays: Telegram keeps what comes
        # meanwhile for the next process.
        await runner.cleanup()
