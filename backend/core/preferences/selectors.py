"""What the CLDR and ISO 4217 say, shaped for front ends."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from babel import Locale
from babel.numbers import get_currency_name
from django.utils.translation import get_language

from backend.kernel.i18n import LANGUAGES, direction
from backend.kernel.money import CURRENCIES

DIGITS = {"fa": "۰۱۲۳۴۵۶۷۸۹"}
"""The digits of languages that do not write with ASCII ones."""
CALENDARS = {"fa": "jalali"}
DISPLAY_UNITS: dict[str, list[dict[str, Any]]] = {
    # People in Iran say prices in toman, ten rials each; books and contracts stay in rials.
    "IRR": [{"code": "toman", "factor": 10, "names": {"en": "toman", "fa": "تومان"}}]
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Where the language is spoken, for the week's first day, which is a matter of territory.
_TERRITORY = {"en": "US", "ru": "RU", "uz": "UZ", "fa": "IR", "uk": "UA"}


@lru_cache(maxsize=1)
def locales() -> list[dict[str, Any]]:
    """The languages that Guildhall speaks, with direction, digits, separators, dates and week."""
    result = []
    for language in LANGUAGES:
        locale = Locale.parse(language)
        regional = Locale.parse(f"{language}_{_TERRITORY[language]}")
        symbols = locale.number_symbols.get("latn", {})
        result.append(
            {
                "language": language,
                "name": locale.get_display_name(language),
                "english_name": locale.get_display_name("en"),
                "dir": direction(language),
                "calendar": CALENDARS.get(language, "gregorian"),
                "digits": DIGITS.get(language, "0123456789"),
                "decimal_separator": symbols.get("decimal", "."),
                "group_separator": symbols.get("group", ","),
                "date_format": locale.date_formats["medium"].pattern,
                "time_format": locale.time_formats["short"].pattern,
                "hour_cycle": 12 if "a" in locale.time_formats["short"].pattern else 24,
                "first_weekday": _WEEKDAYS[regional.first_week_day],
            }
        )
    return result


def currencies() -> list[dict[str, Any]]:
    """Every currency of ISO 4217 that is in use: its minor unit, its symbol, and other units that people say."""
    language = get_language() or "en"
    return [
        {
            "code": unit.code,
            "name": get_currency_name(unit.code, locale=language),
            "exponent": unit.exponent,
            "symbol": unit.symbol,
            "display_units": [
                {**other, "name": other["names"].get(language, other["names"]["en"])}
                for other in DISPLAY_UNITS.get(unit.code, [])
            ],
        }
        for unit in sorted(CURRENCIES.values(), key=lambda unit: unit.code)
    ]
