"""Localized content: `{"en": "Notary", "ru": "Нотариус"}` in a JSON column, one string at the edge.

Texts of our own (errors, permissions) go through gettext; what a business writes goes through here.
Source of the tags: BCP 47. The fallback chain is: asked language → its base tag → the business's
languages in their order → English → whatever there is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

LANGUAGES = ("en", "ru", "uz", "fa", "uk")
"""The languages that Guildhall speaks."""

RIGHT_TO_LEFT = frozenset({"fa", "ar", "he", "ur"})

_DIGITS = {ord(char): str(index % 10) for index, char in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}


def direction(language: str) -> str:
    """`rtl` or `ltr`, for a language tag."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def localized(value: Mapping[str, str] | None, languages: Iterable[str]) -> str:
    """The text of `value` in the first of `languages` that it has, by the fallback chain."""
    return value[language_of(value, languages)] if value else ""


def language_of(value: Mapping[str, str] | None, languages: Iterable[str]) -> str:
    """The language of the text that `localized` answers; empty where there is no text."""
    if not value:
        return ""
    for language in languages:
        for tag in (language, language.partition("-")[0]):
            if value.get(tag):
                return tag
    return "en" if value.get("en") else next(iter(value))


def nfc(text: str) -> str:
    """The text in Unicode normalization form C, so that equal words compare equal."""
    return unicodedata.normalize("NFC", text)


def moment(value: datetime, timezone: str) -> str:
    """A time as a sentence says it: to the minute, by the clocks of a zone, with their offset from UTC."""
    return value.astimezone(ZoneInfo(timezone)).isoformat(" ", "minutes")


def is_visible(text: str) -> bool:
    """Whether there is anything to see: spaces, marks of direction and joiners of no width are nothing."""
    return any(char.isprintable() and not char.isspace() for char in text)


def ascii_digits(text: str) -> str:
    """The text with Persian and Arabic digits turned to ASCII ones."""
    return text.translate(_DIGITS)


_SAME = {
    ord(char): target
    for chars, target in (("ʻʼ‘’`´", "'"), ("ي", "ی"), ("ك", "ک"), ("ة", "ه"), ("\u200c\u200d\u00ad", ""))
    for char in chars
}


def fold(text: str) -> str:
    """The text as search compares it: without case, accents, width, or the signs that keyboards differ in.

    Uzbek apostrophes, Arabic and Persian yeh and kaf, and Persian digits become one form each.
    """
    bare = unicodedata.normalize("NFKD", ascii_digits(text).translate(_SAME)).casefold()
    return unicodedata.normalize("NFKC", "".join(char for char in bare if not unicodedata.combining(char)))
