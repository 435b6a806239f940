"""The field types of the contract: strict on the way in, cheap on the way out.

Nothing is coerced: a number in quotes is not a number. Every text is normalised to NFC and refuses NUL
and lone surrogates, which PostgreSQL and JSON cannot hold. Each type knows its OpenAPI schema through
`schema`, from which `backend.kernel.api.openapi` builds the document.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import available_timezones

import phonenumbers
from django.core.validators import URLValidator, validate_email
from django.core.exceptions import ValidationError as DjangoValidationError
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from backend.kernel import ids, money
from backend.kernel.i18n import LANGUAGES, ascii_digits, nfc

INT_MAX = 2**63 - 1
_SURROGATE = re.compile("[\ud800-\udfff]")
_MESSAGES = {
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
    "decimal_invalid": _("A decimal number in a text is expected, such as \"12.50\"."),
    "decimal_places": _("At most {places} decimals are possible."),
    "id_invalid": _("An id of the form {prefix}_… is expected."),
    "time_invalid": _("A time of RFC 3339 with its offset is expected, such as 2026-01-31T10:00:00Z."),
    "date_invalid": _("A date of the form 2026-01-31 is expected."),
    "choice_invalid": _("One of these is expected: {choices}."),
    "money_invalid": _("An amount as a decimal text with a currency is expected; {reason}."),
    "money_negative": _("The amount is not negative."),
    "language_invalid": _("A language that is not known: {language}."),
    "email_invalid": _("This is not an e-mail address."),
    "phone_invalid": _("This is not a telephone number with its country code."),
    "country_invalid": _("A country code of two capital letters is expected."),
    "timezone_invalid": _("A time zone of the IANA database is expected."),
    "url_invalid": _("A web address is expected."),
    "list_short": _("At least {minimum} items are needed."),
    "list_long": _("At most {maximum} items are possible."),
    "list_duplicate": _("An item stands here twice."),
    "metadata_invalid": _("At most 50 pairs of texts: names up to 40 characters, values up to 500."),
    "json_deep": _("The object is nested too deeply or is too large."),
}


class Field(serializers.Field):
    """The base: a null is refused unless allowed, and `schema` tells the contract."""

    default_error_messages = _MESSAGES

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


def clean_text(field: serializers.Field, data: Any) -> str:
    """A text in NFC. Fails `field` for another type, a NUL or a lone surrogate."""
    if not isinstance(data, str):
        field.fail("type_text")
    if "\0" in data or _SURROGATE.search(data):
        field.fail("text_invalid")
    return nfc(data)


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


class Int(Field):
    """A whole number within bounds, never a text or a boolean."""

    def __init__(self, *, min_value: int = -INT_MAX, max_value: int = INT_MAX, **kwargs: Any) -> None:
        self.min_value, self.max_value = min_value, max_value
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        # JSON Schema counts 1.0 as an integer, and so do we.
        if isinstance(data, float) and data.is_integer():
            data = int(data)
        if not isinstance(data, int) or isinstance(data, bool):
            self.fail("type_integer")
        if data < self.min_value:
            self.fail("number_small", minimum=self.min_value)
        if data > self.max_value:
            self.fail("number_large", maximum=self.max_value)
        return data

    def schema(self) -> dict[str, Any]:
        result: dict[str, Any] = {"type": "integer", "format": "int64"}
        if self.min_value != -INT_MAX:
            result["minimum"] = self.min_value
        if self.max_value != INT_MAX:
            result["maximum"] = self.max_value
        return result


class Bool(Field):
    """true or false."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, bool):
            self.fail("type_boolean")
        return data

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class DecimalText(Field):
    """A decimal number in a text, exact; Persian digits are read."""

    def __init__(
        self,
        *,
        digits: int = 18,
        places: int = 6,
        min_value: Decimal | None = None,
        max_value: Decimal | None = None,
        **kwargs: Any,
    ) -> None:
        self.digits, self.places = digits, places
        self.min_value, self.max_value = min_value, max_value
        self._form = re.compile(rf"-?\d{{1,{digits}}}(\.\d{{1,{places}}})?", re.ASCII)
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = ascii_digits(clean_text(self, data))
        if not self._form.fullmatch(text):
            self.fail("decimal_invalid")
        try:
            value = Decimal(text)
        except InvalidOperation:
            self.fail("decimal_invalid")
        if self.min_value is not None and value < self.min_value:
            self.fail("number_small", minimum=self.min_value)
        if self.max_value is not None and value > self.max_value:
            self.fail("number_large", maximum=self.max_value)
        return value

    def to_representation(self, value: Any) -> str:
        return format(value if isinstance(value, Decimal) else Decimal(str(value)), "f")

    def schema(self) -> dict[str, Any]:
        sign = "" if self.min_value is not None and self.min_value >= 0 else "-?"
        return {
            "type": "string",
            "format": "decimal",
            "pattern": rf"^{sign}[0-9]{{1,{self.digits}}}(\.[0-9]{{1,{self.places}}})?$",
        }


class Id(Field):
    """A TypeID; a `uuid.UUID` inside."""

    def __init__(self, prefix: str, **kwargs: Any) -> None:
        self.prefix = prefix
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        try:
            return ids.decode(self.prefix, data)
        except ids.InvalidId:
            self.fail("id_invalid", prefix=self.prefix)

    def to_representation(self, value: Any) -> str:
        return ids.encode(self.prefix, value if isinstance(value, uuid.UUID) else uuid.UUID(str(value)))

    def schema(self) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": ids.pattern(self.prefix),
            "examples": [f"{self.prefix}_01h455vb4pex5vsknk084sn02q"],
        }


class DateTime(Field):
    """A time of RFC 3339 with its offset; UTC inside and on the way out."""

    _form = re.compile(
        r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII
    )

    def to_internal_value(self, data: Any) -> Any:
        text = clean_text(self, data)
        if not self._form.fullmatch(text):
            self.fail("time_invalid")
        try:
            head, dot, fraction = re.fullmatch(r"(.{19})(\.\d+)?(.*)", text.upper()).groups()  # type: ignore[union-attr]
            value = datetime.fromisoformat(head + (dot or "")[:7] + fraction.replace("Z", "+00:00"))
            return value.astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail("time_invalid")

    def to_representation(self, value: Any) -> str:
        return iso(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date-time"}


def iso(value: datetime) -> str:
    """RFC 3339 in UTC with a Z."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


class Date(Field):
    """A day."""

    def to_internal_value(self, data: Any) -> Any:
        text = clean_text(self, data)
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            self.fail("date_invalid")
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fail("date_invalid")

    def to_representation(self, value: Any) -> str:
        return str(value.isoformat())

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class Choice(Field):
    """One of some texts; `enum` names the set in the contract and in the clients."""

    def __init__(self, choices: Sequence[str], *, enum: str, **kwargs: Any) -> None:
        self.choices = tuple(choices)
        self.enum = enum
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str) or data not in self.choices:
            self.fail("choice_invalid", choices=", ".join(self.choices))
        return data

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.choices), "x-enum": self.enum}


MONEY_SCHEMA: dict[str, Any] = {
    "type": "object",
    "description": "An amount of money: a decimal text at the currency's minor unit, and its ISO 4217 code.",
    "properties": {
        "amount": {"type": "string", "pattern": r"^-?[0-9]{1,19}(\.[0-9]{1,4})?$", "examples": ["120000.00"]},
        "currency": {"type": "string", "pattern": "^[A-Z]{3}$", "examples": ["UZS"]},
    },
    "required": ["amount", "currency"],
    "additionalProperties": False,
    "x-component": "Money",
}


class Money(Field):
    """Minor units in one column and the currency in another, on the way out; or a `Money` as it is."""

    def __init__(self, *, currency: str = "currency", **kwargs: Any) -> None:
        kwargs.setdefault("read_only", True)
        super().__init__(**kwargs)
        self.currency_source = currency

    def to_representation(self, value: Any) -> Any:
        if not isinstance(value, money.Money):
            raise TypeError("a bare number of minor units has no currency")
        return value.json()

    def schema(self) -> dict[str, Any]:
        return MONEY_SCHEMA


class MoneyIn(Field):
    """An amount of money on the way in; not negative unless allowed. Persian digits are read."""

    def __init__(self, *, allow_negative: bool = False, **kwargs: Any) -> None:
        self.allow_negative = allow_negative
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict):
            self.fail("type_object")
        extra = set(data) - {"amount", "currency"}
        if extra or set(data) != {"amount", "currency"}:
            self.fail("money_invalid", reason=_("exactly amount and currency"))
        code = clean_text(self, data["currency"])
        try:
            value = money.Money.parse(ascii_digits(clean_text(self, data["amount"])), code)
        except money.MoneyError as error:
            self.fail("money_invalid", reason=str(error))
        if value.minor < 0 and not self.allow_negative:
            self.fail("money_negative")
        return value

    def schema(self) -> dict[str, Any]:
        return MONEY_SCHEMA


class Localized(Field):
    """Localized content on the way out: one text, or with `?locale=all` every translation."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("read_only", True)
        super().__init__(**kwargs)

    def schema(self) -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}},
            ],
            "x-component": "LocalizedText",
        }


class LocalizedIn(Field):
    """Localized content on the way in: `{"en": "…", "ru": "…"}`, at least one language."""

    def __init__(self, *, max_length: int = 500, **kwargs: Any) -> None:
        self.max_length = max_length
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict):
            self.fail("type_object")
        if not data:
            self.fail("list_short", minimum=1)
        result = {}
        for language, value in data.items():
            if language not in LANGUAGES:
                self.fail("language_invalid", language=str(language)[:20].encode("ascii", "replace").decode())
            text = clean_text(self, value)
            if not text:
                self.fail("text_short", minimum=1)
            if len(text) > self.max_length:
                self.fail("text_long", maximum=self.max_length)
            result[language] = text
        return result

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {
                language: {"type": "string", "minLength": 1, "maxLength": self.max_length}
                for language in LANGUAGES
            },
            "minProperties": 1,
            "additionalProperties": False,
        }


class Json(Field):
    """A free object or list, within 64 KB and 20 levels; `schema` says what it is for the contract."""

    def __init__(self, *, schema: Mapping[str, Any] | None = None, max_bytes: int = 65_536, **kwargs: Any) -> None:
        self._schema = dict(schema or {"type": "object", "additionalProperties": True})
        self.max_bytes = max_bytes
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> Any:
        kind = self._schema.get("type")
        if kind == "object" and not isinstance(data, dict):
            self.fail("type_object")
        if kind == "array" and not isinstance(data, list):
            self.fail("type_list")
        budget = [self.max_bytes]
        return self._clean(data, 20, budget)

    def _clean(self, data: Any, depth: int, budget: list[int]) -> Any:
        budget[0] -= len(data) + 2 if isinstance(data, str) else 4
        if depth < 0 or budget[0] < 0:
            self.fail("json_deep")
        if isinstance(data, str):
            return clean_text(self, data)
        if isinstance(data, dict):
            return {
                clean_text(self, key): self._clean(value, depth - 1, budget) for key, value in data.items()
            }
        if isinstance(data, list):
            return [self._clean(value, depth - 1, budget) for value in data]
        if isinstance(data, int) and not isinstance(data, bool) and abs(data) > INT_MAX:
            self.fail("number_large", maximum=INT_MAX)
        return data

    def schema(self) -> dict[str, Any]:
        return dict(self._schema)


class Metadata(Field):
    """Up to 50 pairs of texts that a client keeps on a resource."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict):
            self.fail("type_object")
        if len(data) > 50:
            self.fail("metadata_invalid")
        result = {}
        for key, value in data.items():
            name, text = clean_text(self, key), clean_text(self, value)
            if not 1 <= len(name) <= 40 or len(text) > 500:
                self.fail("metadata_invalid")
            result[name] = text
        return result

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "additionalProperties": {"type": "string", "maxLength": 500},
            "maxProperties": 50,
            "propertyNames": {"minLength": 1, "maxLength": 40},
        }


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


class Country(Text):
    """A country code of ISO 3166-1 alpha-2."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=2, min_length=2, pattern="^[A-Z]{2}$", **kwargs)


class CurrencyCode(Text):
    """A currency code of ISO 4217 that is in use."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=3, min_length=3, pattern="^[A-Z]{3}$", **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = super().to_internal_value(data)
        if text not in money.CURRENCIES:
            self.fail("money_invalid", reason=text)
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


class ListOf(serializers.ListField):
    """A list within bounds of one type."""

    default_error_messages = {**_MESSAGES, "not_a_list": _MESSAGES["type_list"]}

    def __init__(
        self,
        child: serializers.Field,
        *,
        min_items: int = 0,
        max_items: int = 100,
        unique: bool = False,
        **kwargs: Any,
    ) -> None:
        self.min_items, self.max_items, self.unique = min_items, max_items, unique
        super().__init__(child=child, **kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> ListOf:
        import copy

        kwargs = {name: value for name, value in self._kwargs.items() if name != "child"}
        return type(self)(
            copy.deepcopy(self._args[0] if self._args else self._kwargs["child"], memo), *self._args[1:], **kwargs
        )

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, list):
            self.fail("type_list")
        if len(data) < self.min_items:
            self.fail("list_short", minimum=self.min_items)
        if len(data) > self.max_items:
            self.fail("list_long", maximum=self.max_items)
        result = self.run_child_validation(data)
        if self.unique and len({repr(item) for item in result}) != len(result):
            self.fail("list_duplicate")
        return result


class Ids(ListOf):
    """A list of TypeIDs of one kind, each once."""

    def __init__(self, prefix: str, *, max_items: int = 100, min_items: int = 0, **kwargs: Any) -> None:
        kwargs.setdefault("unique", True)
        super().__init__(Id(prefix), min_items=min_items, max_items=max_items, **kwargs)
        self._prefix = prefix

    def __deepcopy__(self, memo: dict[int, Any]) -> Ids:
        return type(self)(*self._args, **self._kwargs)


class Choices(ListOf):
    """A list out of some texts, each once."""

    def __init__(self, choices: Sequence[str], *, enum: str, max_items: int | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("unique", True)
        super().__init__(Choice(choices, enum=enum), max_items=max_items or len(choices), **kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> Choices:
        return type(self)(*self._args, **self._kwargs)


class Computed(Field):
    """A value that a function makes of the row, on the way out; `kind` is its type for the contract.

    The function gets the row and the rendering context (principal, languages, resource) and answers the
    JSON value, or what `kind` turns into one.
    """

    def __init__(self, compute: Callable[[Any, Any], Any], kind: serializers.Field, **kwargs: Any) -> None:
        kwargs.setdefault("read_only", True)
        self.compute, self.kind = compute, kind
        super().__init__(**kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> Computed:
        return type(self)(*self._args, **self._kwargs)

    def schema(self) -> dict[str, Any]:
        return self.kind.schema() if isinstance(self.kind, Field) else {}


class AllowedActions(Computed):
    """What the caller may do with the row now, as action names; a front end shows only these."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "What the caller may do with this resource now.")
        super().__init__(
            lambda row, context: context.resource.allowed_actions(row) if context.resource else [],
            ListOf(Text(max_length=60), max_items=100),
            **kwargs,
        )

    def __deepcopy__(self, memo: dict[int, Any]) -> AllowedActions:
        return type(self)(**self._kwargs)
