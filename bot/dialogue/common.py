"""What every stretch of the dialogue uses: places, keyboards, and what is remembered."""

from __future__ import annotations

import contextlib
from typing import TypedDict

from aiogram.exceptions import TelegramBadRequest
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)

from bot.business import Priority
from bot.buttons import Act, Pick, button, column
from bot.texts import Texts

__all__ = ["Act", "Memory", "Ordering", "Pick", "button", "column", "menu", "message_of", "replace", "strip"]


class Ordering(StatesGroup):
    """Where a chat stands."""

    branch = State()
    service = State()
    source = State()
    target = State()
    document = State()
    reading = State()
    offer = State()
    method = State()
    proof = State()


class Memory(TypedDict, total=False):
    """What a chat remembers between updates; ids, never money that anybody has to trust."""

    branch: str
    zone: str
    service: str
    source: str
    target: str
    pair: bool
    files: list[str]
    fresh: list[str]
    asked: str
    copies: int
    priority: Priority
    quote: str
    total: list[str]
    order: str
    method: str


def menu(texts: Texts) -> ReplyKeyboardMarkup:
    """The keyboard under the chat."""
    return ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text=texts("menu.new")), KeyboardButton(text=texts("menu.orders"))],
            [
                KeyboardButton(text=texts("menu.near"), request_location=True),
                KeyboardButton(text=texts("menu.phone"), request_contact=True),
            ],
            [KeyboardButton(text=texts("menu.language")), KeyboardButton(text=texts("menu.help"))],
        ],
        resize_keyboard=True,
        is_persistent=True,
    )


def message_of(query: CallbackQuery) -> Message | None:
    """The message that bears the button; None where Telegram no longer shows it to bots."""
    return query.message if isinstance(query.message, Message) else None


async def replace(message: Message, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    """Writes a message anew; one that says the same already is left as it is."""
    try:
        await message.edit_text(text, reply_markup=keyboard)
    except TelegramBadRequest as error:
        if "not modified" not in error.message:
            raise


async def strip(query: CallbackQuery) -> None:
    """Takes the buttons from the message whose choice is made; an old message may keep them."""
    message = message_of(query)
    if message is not None:
        with contextlib.suppress(TelegramBadRequest):
            await message.edit_reply_markup(reply_markup=None)
