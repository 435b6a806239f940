"""Money, localized texts, free objects, lists, and values that are computed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from backend.kernel import money
from backend.kernel.api.fields.base import INT_MAX, MESSAGES, Field, Made, clean_text
from backend.kernel.api.fields.scalars import Choice, Id
from backend.kernel.api.fields.texts import Text
from backend.kernel.i18n import LANGUAGES, ascii_digits

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
        amount = ascii_digits(clean_text(self, data["amount"]))
        try:
            value = money.Money.parse(amount, code)
        except money.MoneyError as error:
            # A currency that is not in use, or more decimals than it has, fits the schema all the same.
            fits = all(
                re.search(MONEY_SCHEMA["properties"][name]["pattern"], text)
                for name, text in (("amount", amount), ("currency", code))
            )
            self.fail("money_refused" if fits else "money_invalid", reason=str(error))
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

    def __init__(
        self, *, schema: Mapping[str, Any] | None = None, max_bytes: int = 65_536, **kwargs: Any
    ) -> None:
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


class ListOf(Made, serializers.ListField):
    """A list within bounds of one type."""

    default_error_messages = {**MESSAGES, "not_a_list": MESSAGES["type_list"]}

    def __init__(
        self,
        child: serializers.Field[Any, Any, Any, Any],
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
            copy.deepcopy(self._args[0] if self._args else self._kwargs["child"], memo),
            *self._args[1:],
            **kwargs,
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

    def __init__(
        self, choices: Sequence[str], *, enum: str, max_items: int | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("unique", True)
        super().__init__(Choice(choices, enum=enum), max_items=max_items or len(choices), **kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> Choices:
        return type(self)(*self._args, **self._kwargs)


class Computed(Field):
    """A value that a function makes of the row, on the way out; `kind` is its type for the contract.

    The function gets the row and the rendering context (principal, languages, resource) and answers the
    JSON value, or what `kind` turns into one.
    """

    def __init__(
        self,
        compute: Callable[[Any, Any], Any],
        kind: serializers.Field[Any, Any, Any, Any],
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("read_only", True)
        if getattr(kind, "allow_null", False):
            kwargs.setdefault("allow_null", True)
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
            # A Read asks the resource whose rows it shows (see `Read.plan`); nobody else knows.
            lambda _row, _context: [],
            ListOf(Text(max_length=60), max_items=100),
            **kwargs,
        )

    def __deepcopy__(self, memo: dict[int, Any]) -> AllowedActions:
        return type(self)(**self._kwargs)
