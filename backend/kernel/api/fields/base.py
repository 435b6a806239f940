"""The base of the field types: their refusals, and the text that PostgreSQL and JSON can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from backend.kernel.i18n import nfc

INT_MAX = 2**63 - 1
SURROGATE = re.compile("[\ud800-\udfff]")
MESSAGES: dict[str, Any] = {
    "type_text": _("A text is expected."),
    "type_integer": _("A whole number is expected."),
    "type_boolean": _("true or false is expected."),
    "type_object": _("An object is expected."),
    "type_list": _("A list is expected."),
    "text_invalid": _("The text holds a character that cannot be stored."),
    "text_short": _("At least {minimum} characters are needed."),
    "text_long": _("At most {maximum} characters are possible."),
    "text_pattern": _("The text does not have the form that is expected."),
    "number_small": _("The number is at least {minimum}."),
    "number_large": _("The number is at most {maximum}."),
    "decimal_invalid": _('A decimal number in a text is expected, such as "12.50".'),
    "decimal_small": _("The number is at least {minimum}."),
    "decimal_large": _("The number is at most {maximum}."),
    "decimal_places": _("At most {places} decimals are possible."),
    "id_invalid": _("An id of the form {prefix}_… is expected."),
    "time_invalid": _("A time of RFC 3339 with its offset is expected, such as 2026-01-31T10:00:00Z."),
    "date_invalid": _("A date of the form 2026-01-31 is expected."),
    "choice_invalid": _("One of these is expected: {choices}."),
    "money_invalid": _("An amount as a decimal text with a currency is expected; {reason}."),
    "money_refused": _("This amount cannot be taken: {reason}."),
    "money_negative": _("The amount is not negative."),
    "currency_unknown": _("This is not a currency of ISO 4217 that is in use."),
    "language_invalid": _("A language that is not known: {language}."),
    "email_invalid": _("This is not an e-mail address."),
    "phone_invalid": _("This is not a telephone number with its country code."),
    "country_invalid": _("A country code of two capital letters is expected."),
    "country_unknown": _("There is no country with this code in ISO 3166."),
    "timezone_invalid": _("A time zone of the IANA database is expected."),
    "url_invalid": _("A web address is expected."),
    "network_invalid": _("This is neither an address nor a network."),
    "list_short": _("At least {minimum} items are needed."),
    "list_long": _("At most {maximum} items are possible."),
    "list_duplicate": _("An item stands here twice."),
    "metadata_invalid": _("At most 50 pairs of texts: names up to 40 characters, values up to 500."),
    "json_deep": _("The object is nested too deeply or is too large."),
}
BEYOND_SCHEMA = frozenset(
    {
        "phone_invalid",
        "email_invalid",
        "timezone_invalid",
        "url_invalid",
        "network_invalid",
        "decimal_small",
        "decimal_large",
        "money_refused",
        "money_negative",
        "currency_unknown",
        "country_unknown",
    }
)
"""Refusals that no JSON schema can tell beforehand: a body with nothing but these fits the contract."""


if TYPE_CHECKING:
    _Base = serializers.Field[Any, Any, Any, Any]
else:
    # The library's class takes no parameters when it runs.
    _Base = serializers.Field


class Made:
    """What the library keeps of how a field was made, from which it makes copies."""

    _args: tuple[Any, ...]
    _kwargs: dict[str, Any]


class Field(Made, _Base):
    """The base: a null is refused unless allowed, and `schema` tells the contract."""

    default_error_messages = MESSAGES

    def __init__(self, **kwargs: Any) -> None:
        self.currency_source: str | None = None
        super().__init__(**kwargs)

    def schema(self) -> dict[str, Any]:
        """The OpenAPI 3.1 schema of the value, without its nullability."""
        raise TypeError(f"{type(self).__name__} has no schema")

    def to_representation(self, value: Any) -> Any:
        """The value as JSON holds it."""
        return value

    def to_internal_value(self, data: Any) -> Any:
        """The value as Python holds it."""
        return data


def clean_text(field: serializers.Field[Any, Any, Any, Any], data: Any) -> str:
    """A text in NFC. Fails `field` for another type, a NUL or a lone surrogate."""
    if not isinstance(data, str):
        field.fail("type_text")
    if "\0" in data or SURROGATE.search(data):
        field.fail("text_invalid")
    return nfc(data)
