"""Around every handler: once each, with the customer's session, with errors told in words, and counted."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject, Update
from redis.exceptions import RedisError

from bot.answers import CURRENT, Notes
from bot.business import AnalysisSlow, Business, Customer, FileRejected
from bot.intake import TooLarge
from bot.texts import Texts, spoken
from guildhall import GuildhallError, RateLimited, ServerFault, Unauthorized

log = logging.getLogger("bot")

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
MIB = 1024 * 1024


class Running:
    """Counts the updates that are in hand, so that a stop can wait for them: `with running: …`."""

    def __init__(self) -> None:
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def __enter__(self) -> None:
        self._count += 1
        self._idle.clear()

    def __exit__(self, *_: object) -> None:
        self._count -= 1
        if not self._count:
            self._idle.set()

    async def finished(self, seconds: float) -> bool:
        """Waits until none runs, for `seconds` at most; whether none does."""
        # Tasks that were made and have not begun yet get their turn first.
        await asyncio.sleep(0)
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            log.warning("%s updates were still being handled when the bot stopped.", self._count)
            return False
        return True


class Once(BaseMiddleware):
    """Drops an update that was handled before, and has one that was cut short answered as far as it was not.

    It runs inside the chat's lock, so that two copies never run at once. An update is marked when it is done; what a
    crash cut short is handled again: what it wrote to the API goes under the same idempotency key, and what it
    said is known by its notes (see `answers`).
    """

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Runs the handler for an update that is new."""
        assert isinstance(event, Update)
        state, chat = data.get("state"), data.get("event_chat")
        state = state if isinstance(state, FSMContext) else None
        answers = await self._notes.begin(str(event.update_id), chat.id if chat else None, state)
        if answers is None:
            log.info("Update %s came again.", event.update_id)
            return None
        if state is not None:
            # Filters read it, and it was read before the chat was put back to where it stood.
            data["raw_state"] = await state.get_state()
        token = CURRENT.set(answers)
        try:
            result = await handler(event, data)
        finally:
            CURRENT.reset(token)
        await self._notes.end(answers)
        return result


class Attended(BaseMiddleware):
    """Gives handlers the `customer` of the private chat, and tells the user what went wrong, in their language.

    Groups and channels are no customers: what is written there is passed over.
    """

    def __init__(self, business: Business) -> None:
        self._business = business

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Runs the handler; an expected failure ends here, a defect is logged and told as one."""
        user, chat = data.get("event_from_user"), data.get("event_chat")
        if user is None or chat is None or chat.type != "private" or user.is_bot:
            return UNHANDLED
        texts = Texts(spoken(user.language_code))
        try:
            for attempt in (1, 2):
                try:
                    customer = await self._business.customer(
                        user.id, user.first_name, user.last_name or "", user.language_code or ""
                    )
                    texts = customer.texts
                    if (answers := CURRENT.get()) is not None:
                        answers.texts = texts
                    return await handler(event, {**data, "customer": customer})
                except Unauthorized as error:
                    # The customer's session was ended (by a restore, by staff): another one, once.
                    self._business.forget(user.id)
                    if attempt == 2 or error.code == "invalid_credentials":
                        raise
        except TelegramForbiddenError:
            log.info("User %s has blocked the bot.", user.id)
            await _forget(data)
        except TelegramAPIError:
            log.exception("Telegram refused an answer to user %s.", user.id)
        except Exception as error:  # noqa: BLE001 - the user is told whatever it was, and it is logged
            await self._tell(event, explain(error, self._texts_of(data, texts)))
        return None

    @staticmethod
    def _texts_of(data: dict[str, Any], texts: Texts) -> Texts:
        customer = data.get("customer")
        return customer.texts if isinstance(customer, Customer) else texts

    @staticmethod
    async def _tell(event: TelegramObject, text: str) -> None:
        try:
            if isinstance(event, Message):
                await event.answer(text)
            elif isinstance(event, CallbackQuery):
                await event.answer()
                if isinstance(event.message, Message):
                    await event.message.answer(text)
        except TelegramAPIError as error:
            log.warning("What went wrong could not be told: %s", error.message)


async def _forget(data: dict[str, Any]) -> None:
    state = data.get("state")
    if isinstance(state, FSMContext):
        await state.clear()


def explain(error: Exception, texts: Texts) -> str:
    """What went wrong, for the user; what is nobody's business but ours is logged."""
    if isinstance(error, TooLarge):
        return texts("document.too_large", limit=error.limit // MIB)
    if isinstance(error, AnalysisSlow):
        return texts("document.slow")
    if isinstance(error, FileRejected):
        return texts.refusal(error.code, "")
    if isinstance(error, RateLimited):
        return texts("error.rate_limited")
    if isinstance(error, ServerFault | httpx.TransportError | RedisError):
        log.error("The API or Valkey failed: %s", error, exc_info=error)
        return texts("error.unavailable")
    if isinstance(error, GuildhallError):
        log.info("The API refused: %s", error)
        return texts.refusal(error.fields[0].code if _one_field(error) else error.code, error.detail)
    log.error("A handler failed.", exc_info=error)
    return texts("error.unknown")


def _one_field(error: GuildhallError) -> bool:
    """Whether the refusal is no more than the envelope of one field's."""
    return error.code == "invalid" and len(error.fields) == 1
