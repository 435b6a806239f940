"""What every stretch of the dialogue uses: places, keyboards, and what is remembered."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TypedDict

from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)

from bot.business import Priority
from bot.texts import Texts


class Ordering(StatesGroup):
    """Where a chat stands."""

    branch = State()
    service = State()
    source = State()
    target = State()
    document = State()
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
    messages: list[int]
    copies: int
    priority: Priority
    quote: str
    total: list[str]
    order: str
    method: str


class Pick(CallbackData, prefix="p"):
    """A choice from a list: `what` is the list, `id` what was chosen."""

    what: str
    id: str


class Act(CallbackData, prefix="a"):
    """An action on what `id` names."""

    name: str
    id: str = ""


def button(text: str, data: CallbackData) -> InlineKeyboardButton:
    """An inline button."""
    return InlineKeyboardButton(text=text[:64], callback_data=data.pack())


def column(buttons: Iterable[InlineKeyboardButton], *, width: int = 1) -> InlineKeyboardMarkup:
    """Buttons in rows of `width`."""
    found = list(buttons)
    return InlineKeyboardMarkup(
        inline_keyboard=[found[at : at + width] for at in range(0, len(found), width)]
    )


def menu(texts: Texts) -> ReplyKeyboardMarkup:
    """The keyboard under the chat."""
    rows = (("menu.new", "menu.orders"), ("menu.language", "menu.help"))
    return ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text=texts(key)) for key in row] for row in rows],
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
