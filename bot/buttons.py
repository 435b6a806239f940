"""Inline buttons and what they carry."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup


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
