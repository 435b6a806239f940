"""What was answered: so that an update that is handled twice is not answered twice.

Telegram takes no key with which a message could be sent again safely, and shows a bot no list of what it has sent. So
every answer is noted before it is sent and again when Telegram has it, with its place among the answers to its update:

- noted as sent: when the update is handled again it is left, or written anew in place where it says something else;
- noted, and nothing more: the process died while it was on its way, and nobody knows whether it came. It is not
  repeated; the user is told so, with a button that shows it;
- not noted: it was not sent, and is sent now.

The place in the dialogue is noted before the first answer, and taken again when the update is: so the second time goes
the way of the first.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections import OrderedDict
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramNetworkError
from aiogram.fsm.context import FSMContext
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.types import Chat, InlineKeyboardMarkup, Message
from redis.asyncio import Redis

from bot.buttons import Act, button, column
from bot.texts import DEFAULT, Texts

log = logging.getLogger("bot.answers")

SEEN_SECONDS = 86_400
"""Telegram keeps an update for a day: so long may it come again."""
SEEN_IN_MEMORY = 10_000
PLACE, LANGUAGE = "place", "language"


@dataclass
class Answers:
    """The answers to one update, or to something else that is told once, by their place among them."""

    key: str
    noted: dict[str, Any] = field(default_factory=dict)
    """What an earlier process noted: `{"sent": message id, "digest"}` or `{"sending": text and keyboard}`."""
    unsure: bool = False
    """Whether an answer is kept for the button that shows it."""
    texts: Texts = field(default_factory=lambda: Texts(DEFAULT))
    _count: int = 0
    _numbers: dict[int, tuple[SendMessage, int]] = field(default_factory=dict)

    def number(self, method: SendMessage) -> int:
        """Its place; the same for each attempt to send it."""
        found = self._numbers.get(id(method))
        if found is None:
            # Kept with the method itself: its id is not given again meanwhile.
            found = self._numbers[id(method)] = method, self._count
            self._count += 1
        return found[1]


CURRENT: ContextVar[Answers | None] = ContextVar("bot_answers", default=None)
"""The answers of what is being handled."""


class Notes:
    """What is noted of the updates of one bot: in Valkey, where another process finds it.

    Without one, only what is done is known, and only in this process: with it the places of all chats are lost too.
    """

    def __init__(self, bot_id: int, redis: Redis | None) -> None:
        self._bot_id = bot_id
        self._redis = redis
        self._seen: OrderedDict[str, None] = OrderedDict()

    def _key(self, kind: str, name: object) -> str:
        return f"bot:{self._bot_id}:{kind}:{name}"

    async def begin(self, key: str, chat_id: int | None, state: FSMContext | None) -> Answers | None:
        """The answers of `key`, as far as they were given; None where it is done.

        What was cut short finds the chat where it stood then, unless the chat has gone on since. Needs the chat's lock.
        """
        if key in self._seen:
            return None
        if self._redis is None:
            return Answers(key)
        async with self._redis.pipeline(transaction=False) as pipe:
            pipe.exists(self._key("update", key))
            pipe.hgetall(self._key("answers", key))
            pipe.get(self._key("last", chat_id))
            done, kept, last = await pipe.execute()
        if done:
            return None
        noted = {name.decode(): json.loads(value) for name, value in kept.items()}
        place = noted.pop(PLACE, None)
        if place is None:
            place = (
                None if state is None else {"state": await state.get_state(), "data": await state.get_data()}
            )
            async with self._redis.pipeline(transaction=True) as pipe:
                pipe.hset(self._key("answers", key), PLACE, json.dumps(place))
                pipe.expire(self._key("answers", key), SEEN_SECONDS)
                pipe.set(self._key("last", chat_id), key, ex=SEEN_SECONDS)
                await pipe.execute()
        elif state is not None and last == key.encode():
            log.info("%s was cut short, and is taken up again.", key)
            await state.set_state(place["state"])
            await state.set_data(place["data"])
        return Answers(key, noted)

    async def end(self, answers: Answers) -> None:
        """Notes that all is done."""
        self._seen[answers.key] = None
        while len(self._seen) > SEEN_IN_MEMORY:
            self._seen.popitem(last=False)
        if self._redis is None:
            return
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.set(self._key("update", answers.key), "1", ex=SEEN_SECONDS)
            if not answers.unsure:
                pipe.delete(self._key("answers", answers.key))
            await pipe.execute()

    async def sending(self, answers: Answers, number: int, method: SendMessage) -> None:
        """Notes that an answer is on its way."""
        await self._note(answers, str(number), {"sending": method.model_dump(mode="json", include=_SHOWN)})

    async def sent(self, answers: Answers, number: int, message_id: int, digest: str) -> None:
        """Notes that Telegram has it."""
        await self._note(answers, str(number), {"sent": message_id, "digest": digest})

    async def told(self, answers: Answers, number: int) -> None:
        """Notes that the user is told that nobody knows."""
        await self._note(answers, f"told{number}", True)

    async def refused(self, answers: Answers, number: int) -> None:
        """Notes that Telegram did not take it."""
        if self._redis is not None:
            await self._redis.hdel(self._key("answers", answers.key), str(number))

    async def kept(self, key: str, number: str) -> dict[str, Any] | None:
        """The text and the keyboard of an answer of which nobody knows whether it came; None where that is over."""
        if self._redis is None:
            return None
        found = await self._redis.hget(self._key("answers", key), number)
        note = json.loads(found) if found else {}
        sending: dict[str, Any] | None = note.get("sending")
        return sending

    async def _note(self, answers: Answers, name: str, value: Any) -> None:
        if self._redis is not None:
            await self._redis.hset(self._key("answers", answers.key), name, json.dumps(value))


_SHOWN = {"text", "reply_markup"}


def digest_of(method: SendMessage) -> str:
    """The same for messages that look the same."""
    shown = method.model_dump(mode="json", include=_SHOWN)
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:16]


class Noting(BaseRequestMiddleware):
    """Notes each message around its way to Telegram. Stands next to the way, inside of what repeats."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Any:
        """The answer; for a message that Telegram has already, or may have, one that looks like it."""
        answers = CURRENT.get()
        if answers is None or not isinstance(method, SendMessage):
            return await make_request(bot, method)
        number = answers.number(method)
        before = answers.noted.pop(str(number), None)
        if before is not None and "sent" in before:
            if before["digest"] != digest_of(method):
                await self._rewrite(make_request, bot, method, before["sent"])
            return _as_sent(method, before["sent"])
        if before is not None:
            await self._confess(make_request, bot, method, answers, number)
            return _as_sent(method, 0)
        await self._notes.sending(answers, number, method)
        try:
            response: Any = await make_request(bot, method)
        except TelegramNetworkError:
            raise  # Whether it came, nobody knows.
        except TelegramAPIError:
            await self._notes.refused(answers, number)
            raise
        await self._notes.sent(answers, number, response.message_id, digest_of(method))
        return response

    @staticmethod
    async def _rewrite(
        make_request: NextRequestMiddlewareType[Any], bot: Bot, method: SendMessage, message_id: int
    ) -> None:
        keyboard = method.reply_markup
        edit = EditMessageText(
            chat_id=method.chat_id,
            message_id=message_id,
            text=method.text,
            reply_markup=keyboard if isinstance(keyboard, InlineKeyboardMarkup) else None,
        )
        try:
            await make_request(bot, edit)
        except TelegramBadRequest as error:
            # Not what can be edited, or gone: what it said first stands.
            log.info("An answer was not written anew: %s", error.message)

    async def _confess(
        self,
        make_request: NextRequestMiddlewareType[Any],
        bot: Bot,
        method: SendMessage,
        answers: Answers,
        number: int,
    ) -> None:
        answers.unsure = True
        if answers.noted.get(f"told{number}"):
            return
        await self._notes.told(answers, number)
        show = button(answers.texts("resume.show"), Act(name="again", id=f"{answers.key}.{number}"))
        notice = SendMessage(
            chat_id=method.chat_id, text=answers.texts("resume.unsure"), reply_markup=column([show])
        )
        await make_request(bot, notice)


def _as_sent(method: SendMessage, message_id: int) -> Message:
    return Message(
        message_id=message_id,
        date=datetime.now(UTC),
        chat=Chat(id=int(method.chat_id), type="private"),
        text=method.text,
    )
