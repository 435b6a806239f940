"""Texts, and the texts of a known form."""

from __future__ import annotations

import re
from typing import Any
from zoneinfo import available_timezones

import phonenumbers
from django.core.exceptions import ValidationError as DjangoValidationError
from django.core.validators import URLValidator, validate_email

from backend.kernel import money
from backend.kernel.api.fields.base import Field, clean_text
from backend.kernel.api.fields.scalars import Choice
from backend.kernel.i18n import LANGUAGES, ascii_digits


class Text(Field):
    """A text within bounds, at least one character long unless said otherwise."""

    def __init__(
        self,
        *,
        max_length: int = 255,
        min_length: int = 1,
        pattern: str | None = None,
        format: str | None = None,
        **kwargs: Any,
    ) -> None:
        self.max_length, self.min_length = max_length, min_length
        self.pattern = re.compile(pattern) if pattern else None
        self.format = format
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = clean_text(self, data)
        if len(text) < self.min_length:
            self.fail("text_short", minimum=self.min_length)
        if len(text) > self.max_length:
            self.fail("text_long", maximum=self.max_length)
        if self.pattern and not self.pattern.fullmatch(text):
            self.fail("text_pattern")
        return text

    def schema(self) -> dict[str, Any]:
        result: dict[str, Any] = {"type": "string"}
        if not self.read_only:
            result["maxLength"] = self.max_length
            if self.min_length:
                result["minLength"] = self.min_length
        if self.pattern:
            pattern = self.pattern.pattern
            result["pattern"] = pattern if pattern.startswith("^") else f"^(?:{pattern})$"
        if self.format:
            result["format"] = self.format
        return result


class LongText(Text):
    """A text of up to 20,000 characters, which may be empty."""

    def __init__(self, *, max_length: int = 20_000, min_length: int = 0, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, min_length=min_length, **kwargs)


class Email(Text):
    """An e-mail address; the domain in small letters."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=254, min_length=3, format="email", **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = super().to_internal_value(data)
        try:
            validate_email(text)
        except DjangoValidationError:
            self.fail("email_invalid")
        local, _at, domain = text.rpartition("@")
        return f"{local}@{domain.lower()}"


class Phone(Text):
    """A telephone number with its country code; E.164 inside. Persian digits are read."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=32, min_length=4, **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = ascii_digits(super().to_internal_value(data))
        try:
            number = phonenumbers.parse(text, None)
        except phonenumbers.NumberParseException:
            self.fail("phone_invalid")
        if not phonenumbers.is_possible_number(number):
            self.fail("phone_invalid")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


class Language(Choice):
    """A language that Guildhall speaks."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(LANGUAGES, enum="Language", **kwargs)


_COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT "
    "BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH "
    "ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT "
    "HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
    "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI "
    "NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG "
    "SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG "
    "UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)
COUNTRIES = frozenset(_COUNTRIES.split()) | {"XK"}
"""The codes of ISO 3166-1 alpha-2 that are given out, and XK, by which Kosovo's documents are known."""


class Country(Text):
    """A country code of ISO 3166-1 alpha-2 that is given out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=2, min_length=2, pattern="^[A-Z]{2}$", **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = super().to_internal_value(data)
        if text not in COUNTRIES:
            self.fail("country_unknown")
        return text


class CurrencyCode(Text):
    """A currency code of ISO 4217 that is in use."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=3, min_length=3, pattern="^[A-Z]{3}$", **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = super().to_internal_value(data)
        if text not in money.CURRENCIES:
            self.fail("currency_unknown")
        return text


class TimeZone(Text):
    """A time zone of the IANA database."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=64, **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = super().to_internal_value(data)
        if text not in available_timezones():
            self.fail("timezone_invalid")
        return text


class Url(Text):
    """A web address, https or http."""

    _check = URLValidator(schemes=["http", "https"])

    def __init__(self, *, max_length: int = 2000, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, format="uri", **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = super().to_internal_value(data)
        if text != text.strip() or not re.match(r"https?://[^/?#\s]+", text, re.IGNORECASE):
            self.fail("url_invalid")
        # Loopback and bare host names are fine as addresses; whoever calls them guards what is reached.
        if "localhost" not in text and "127.0.0.1" not in text:
            try:
                self._check(text)
            except DjangoValidationError:
                self.fail("url_invalid")
        return text
