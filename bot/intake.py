"""Files: out of the chat, into the API."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from bot.business import Customer
from guildhall import models

#: So many documents are in the bot's memory at most, 20 MB each.
_room = asyncio.Semaphore(4)


class TooLarge(Exception):
    """Telegram does not let bots download so much; `limit` is in bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(limit)


@dataclass(frozen=True)
class Sent:
    """A file in a message."""

    file_id: str
    name: str
    content_type: str
    size: int
    """0 where Telegram does not say."""


def sent_in(message: Message) -> Sent | None:
    """The document or photograph of a message, at its best resolution."""
    if message.document is not None:
        found = message.document
        return Sent(
            found.file_id,
            found.file_name or "document",
            found.mime_type or "application/octet-stream",
            found.file_size or 0,
        )
    if message.photo:
        best = message.photo[-1]
        return Sent(best.file_id, f"photo-{best.file_unique_id}.jpg", "image/jpeg", best.file_size or 0)
    return None


async def take(bot: Bot, sent: Sent, customer: Customer, key: str) -> models.File:
    """A document in the API, whose pages are counted afterwards; once, however often it is called with `key`.

    Raises TooLarge, and what the way to Telegram and to the API raise.
    """
    async with _content(bot, sent, customer) as content:
        return await customer.give(content, sent.name, sent.content_type, key)


async def take_proof(bot: Bot, sent: Sent, customer: Customer, key: str) -> models.File:
    """A proof of payment in the API, read; once, as `take`.

    Raises TooLarge, FileRejected, AnalysisSlow, and what the way to Telegram and to the API raise.
    """
    async with _content(bot, sent, customer) as content:
        return await customer.upload(content, sent.name, sent.content_type, key)


@asynccontextmanager
async def _content(bot: Bot, sent: Sent, customer: Customer) -> AsyncIterator[BytesIO]:
    limit = (await customer.limits()).telegram_bytes
    if sent.size > limit:
        raise TooLarge(limit)
    async with _room:
        content = BytesIO()
        try:
            await bot.download(sent.file_id, destination=content)
        except TelegramBadRequest as error:
            if "too big" in error.message:
                raise TooLarge(limit) from error
            raise
        content.seek(0)
        yield content
