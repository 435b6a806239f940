"""What the bot says, in every language that it speaks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Language = Literal["uz", "ru", "en"]
LANGUAGES: tuple[Language, ...] = ("uz", "ru", "en")
DEFAULT: Language = "en"
NBSP = "\u00a0"


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """The texts of one of LANGUAGES by key; str.format templates."""
    path = Path(__file__).with_name(f"{language}.json")
    found: dict[str, str] = json.loads(path.read_text("utf-8"))
    return found


def spoken(language: str | None) -> Language:
    """The language of ours that fits a language tag (`uz-Latn`); DEFAULT where none does."""
    wanted = (language or "").partition("-")[0].lower()
    return next((one for one in LANGUAGES if one == wanted), DEFAULT)


class Texts:
    """The texts of one language."""

    def __init__(self, language: str) -> None:
        self.language = spoken(language)
        self._texts = catalogue(self.language)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of `key`, filled in. Raises KeyError for a key that is in no catalogue."""
        return self._texts[key].format(**values)

    def refusal(self, code: str, detail: str) -> str:
        """A refusal of the API in words: ours for its code, else its own, which come in this language."""
        return self._texts.get(f"error.{code}") or detail or self._texts["error.unknown"]

    def money(self, amount: str, currency: str) -> str:
        """`621 600 so‘m`: thousands apart, no cents where there are none."""
        value = Decimal(amount)
        whole = value == value.to_integral_value()
        number = f"{value:,.0f}" if whole else f"{value:,f}"
        number = number.replace(",", NBSP)
        if self.language != "en":
            number = number.replace(".", ",")
        return f"{number}{NBSP}{self._texts.get(f'currency.{currency}', currency)}"

    def kilometres(self, metres: int) -> str:
        """`0.4`, `12`: tenths below ten kilometres, and never less than one of them."""
        number = f"{max(metres, 100) / 1000:.1f}" if metres < 9_950 else f"{metres / 1000:.0f}"
        return number if self.language == "en" else number.replace(".", ",")

    def moment(self, at: datetime, zone: str) -> str:
        """Date and time on the clocks of `zone`; of UTC where the zone is not known here."""
        try:
            local = at.astimezone(ZoneInfo(zone))
        except (ZoneInfoNotFoundError, ValueError):
            return f"{at:%d.%m.%Y %H:%M} UTC"
        return f"{local:%d.%m.%Y %H:%M}"
