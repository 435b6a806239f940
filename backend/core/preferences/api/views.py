"""Routes of locale metadata."""

from __future__ import annotations

from typing import Any

from backend.core.preferences import selectors
from backend.kernel.api import PUBLIC, Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read
from backend.kernel.i18n import LANGUAGES

_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class LocaleRead(Read):
    """How a language is written and shown."""

    language = f.Choice(LANGUAGES, enum="Language")
    name = f.Text(help_text="In the language itself.")
    english_name = f.Text()
    dir = f.Choice(["ltr", "rtl"], enum="TextDirection")
    calendar = f.Choice(["gregorian", "jalali"], enum="Calendar")
    digits = f.Text(help_text="The digits 0 to 9, as they are shown; values on the wire have ASCII ones.")
    decimal_separator = f.Text()
    group_separator = f.Text()
    date_format = f.Text(help_text="A pattern of the CLDR.")
    time_format = f.Text(help_text="A pattern of the CLDR.")
    hour_cycle = f.Int(help_text="12 or 24.")
    first_weekday = f.Choice(_WEEKDAYS, enum="Weekday")


class DisplayUnitRead(Read):
    """Another unit that people say prices in."""

    code = f.Text()
    name = f.Text()
    factor = f.Int(help_text="How many of the currency's units make one.")


class CurrencyRead(Read):
    """A currency of ISO 4217."""

    code = f.Text()
    name = f.Text(help_text="In the caller's language.")
    exponent = f.Int(help_text="The digits of its minor unit.")
    symbol = f.Text()
    display_units = f.ListOf(DisplayUnitRead(), max_items=5)


class LocaleResource(Resource):
    """Languages: direction, digits, separators, dates, week."""

    plural = "locales"
    tag = "preferences"
    any_schema = True

    @action("", detail=False, method="GET", permission=PUBLIC, response=LocaleRead, many=True)
    def catalogue(self, data: dict[str, Any]) -> Any:
        """List the languages that the product speaks."""
        return selectors.locales()


class CurrencyResource(Resource):
    """Currencies: minor units, symbols, and units that people say."""

    plural = "currencies"
    tag = "preferences"
    any_schema = True

    @action("", detail=False, method="GET", permission=PUBLIC, response=CurrencyRead, many=True)
    def catalogue(self, data: dict[str, Any]) -> Any:
        """List the currencies that amounts may be in."""
        return selectors.currencies()
