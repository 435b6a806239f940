"""What a customer means by words of their own.

`Reader` is the place for a better understanding; `Keywords` is the deterministic one that always works.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Protocol

from aiogram.filters import Filter
from aiogram.types import Message

from bot.texts import LANGUAGES, catalogue


class Intent(StrEnum):
    """What can be meant."""

    ORDER = "order"
    FOLLOW = "follow"
    LANGUAGE = "language"
    HELP = "help"
    CANCEL = "cancel"


class Reader(Protocol):
    """Reads an intent from a sentence."""

    def read(self, text: str) -> Intent | None:
        """The intent; None where there is none that is sure."""
        ...


#: Beginnings of words, in the three languages; the first intent that has one in the sentence is meant.
WORDS: dict[Intent, tuple[str, ...]] = {
    Intent.CANCEL: ("cancel", "stop", "отмен", "стоп", "bekor", "to'xta"),
    Intent.FOLLOW: ("my order", "status", "where is", "мои заказ", "мой заказ", "статус", "где заказ",
                    "buyurtmalarim", "buyurtmam", "holati", "qayerda"),
    Intent.LANGUAGE: ("language", "язык", "tilni", "til "),
    Intent.HELP: ("help", "помо", "yordam"),
    Intent.ORDER: ("new order", "order", "translat", "новый заказ", "заказать", "перев",
                   "yangi buyurtma", "buyurtma ber", "tarjima"),
}  # fmt: skip
BUTTONS = {
    Intent.ORDER: "menu.new",
    Intent.FOLLOW: "menu.orders",
    Intent.LANGUAGE: "menu.language",
    Intent.HELP: "menu.help",
}


class Keywords:
    """By the buttons of the menu, then by words."""

    def __init__(self) -> None:
        self._buttons = {
            catalogue(code)[key].casefold(): intent for code in LANGUAGES for intent, key in BUTTONS.items()
        }

    def read(self, text: str) -> Intent | None:
        """The intent; None where no word is known."""
        said = text.strip().casefold()
        if (found := self._buttons.get(said)) is not None:
            return found
        said = f" {re.sub('[‘’ʻʼ`]', chr(39), said)} "
        for intent, words in WORDS.items():
            if any(re.search(rf"(?<!\w){re.escape(word)}", said) for word in words):
                return intent
        return None


READER: Reader = Keywords()


class Says(Filter):
    """Lets a text message through that means `intent`."""

    def __init__(self, intent: Intent, reader: Reader = READER) -> None:
        self._intent = intent
        self._reader = reader

    async def __call__(self, message: Message) -> bool:
        """Whether it does."""
        text = message.text or ""
        return not text.startswith("/") and len(text) <= 200 and self._reader.read(text) is self._intent
