"""How a typed value becomes JSON in an event's payload, comes back, and is described by JSON Schema.

A `Codec` is compiled once for each field of an event, from its annotation. At the edge ids are TypeIDs,
money is `{"amount", "currency"}`, times are RFC 3339 in UTC, decimals are strings. JSON Schema is the
2020-12 draft, which OpenAPI 3.1 uses too.
"""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from backend.kernel import ids
from backend.kernel.money import Money

MONEY_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "amount": {"type": "string", "pattern": r"^-?\d{1,19}(\.\d{1,4})?$"},
        "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
    },
    "required": ["amount", "currency"],
    "additionalProperties": False,
}


class UnfitType(TypeError):
    """An event's field has a type that has no JSON form; found when the class is declared."""


@dataclass(frozen=True, slots=True)
class Codec:
    """One type's way to JSON and back, and its JSON Schema."""

    dump: Callable[[Any], Any]
    load: Callable[[Any], Any]
    schema: Mapping[str, Any]


def rfc3339(moment: datetime) -> str:
    """An aware time as RFC 3339 in UTC with microseconds: `2026-11-21T03:13:00.000000Z`.

    Raises ValueError for a naive one.
    """
    if moment.tzinfo is None:
        raise ValueError("a time in an event is aware")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _same(value: Any) -> Any:
    return value


def _check(kind: type) -> Callable[[Any], Any]:
    def dump(value: Any) -> Any:
        # A bool is an int to isinstance, and a subclass of str may carry more than its text.
        if type(value) is not kind:
            if kind is not bool and isinstance(value, kind) and not isinstance(value, bool):
                return kind(value)
            raise TypeError(f"expected {kind.__name__}, got {type(value).__name__}")
        return value

    return dump


def _load_money(value: Any) -> Money:
    return Money.parse(value["amount"], value["currency"])


def _dump_money(value: Money) -> dict[str, str]:
    return value.json()


_PLAIN: dict[Any, Codec] = {
    str: Codec(_check(str), _same, {"type": "string"}),
    int: Codec(_check(int), _same, {"type": "integer"}),
    bool: Codec(_check(bool), _same, {"type": "boolean"}),
    datetime: Codec(rfc3339, datetime.fromisoformat, {"type": "string", "format": "date-time"}),
    date: Codec(date.isoformat, date.fromisoformat, {"type": "string", "format": "date"}),
    Decimal: Codec(
        lambda value: format(value, "f"), Decimal, {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
    ),
    Money: Codec(_dump_money, _load_money, MONEY_SCHEMA),
    Any: Codec(_same, _same, {}),
}


def _reference(prefix: str) -> Codec:
    return Codec(
        lambda value: ids.encode(prefix, value),
        lambda text: ids.decode(prefix, text),
        {"type": "string", "pattern": ids.pattern(prefix)},
    )


def codec(annotation: Any, prefix: str | None = None) -> Codec:
    """The codec of a type annotation; `prefix` is the TypeID prefix of the UUIDs in it.

    Known: str, int, bool, datetime, date, Decimal, Money, UUID (with a prefix), Enum, Literal, Any,
    Optional, list, tuple[T, ...], frozenset, dict[str, T] and dataclasses of these. Floats are not: say
    a Decimal. Raises UnfitType for any other.
    """
    if annotation is uuid.UUID:
        if prefix is None:
            raise UnfitType("a UUID in an event is declared with ref(prefix), so that it leaves as a TypeID")
        return _reference(prefix)
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (typing.Union, types.UnionType):
        return _optional(arguments, prefix)
    if origin is typing.Literal:
        return Codec(_same, _same, {"enum": list(arguments)})
    if origin in (list, tuple, frozenset):
        return _sequence(origin, arguments, prefix)
    if origin is dict and arguments and arguments[0] is str:
        return _mapping(arguments[1], prefix)
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        values = [member.value for member in annotation]
        return Codec(lambda member: annotation(member).value, annotation, {"enum": values})
    if dataclasses.is_dataclass(annotation) and isinstance(annotation, type):
        return record(annotation)
    raise UnfitType(f"{annotation!r} has no JSON form in an event")


def _optional(arguments: tuple[Any, ...], prefix: str | None) -> Codec:
    rest = [argument for argument in arguments if argument is not type(None)]
    if len(rest) != 1 or len(rest) == len(arguments):
        raise UnfitType("a union in an event is of one type and None")
    inner = codec(rest[0], prefix)
    return Codec(
        lambda value: None if value is None else inner.dump(value),
        lambda value: None if value is None else inner.load(value),
        {"anyOf": [dict(inner.schema), {"type": "null"}]},
    )


def _sequence(origin: Any, arguments: tuple[Any, ...], prefix: str | None) -> Codec:
    if not arguments or (origin is tuple and (len(arguments) != 2 or arguments[1] is not Ellipsis)):
        raise UnfitType("a sequence in an event is list[T], tuple[T, ...] or frozenset[T]")
    inner = codec(arguments[0], prefix)
    ordered = origin is not frozenset

    def dump(values: Any) -> list[Any]:
        items = [inner.dump(value) for value in values]
        # A set has no order of its own; the frozen bytes need one.
        return items if ordered else sorted(items)

    return Codec(
        dump,
        lambda values: origin(inner.load(value) for value in values),
        {"type": "array", "items": dict(inner.schema)},
    )


def _mapping(argument: Any, prefix: str | None) -> Codec:
    inner = codec(argument, prefix)
    return Codec(
        lambda values: {str(key): inner.dump(value) for key, value in values.items()},
        lambda values: {key: inner.load(value) for key, value in values.items()},
        {"type": "object", "additionalProperties": dict(inner.schema)},
    )


def record(cls: type) -> Codec:
    """The codec of a dataclass: an object with its fields, of which those without a default are required.

    Loading ignores members that the class does not know, and uses the defaults for those that are not
    there, so that a handler reads what an older or newer version of the code wrote.
    """
    hints = typing.get_type_hints(cls)
    fields = dataclasses.fields(cls)
    parts: list[tuple[str, Codec]] = []
    properties: dict[str, Any] = {}
    required: list[str] = []
    for field in fields:
        part = codec(hints[field.name], field.metadata.get("prefix"))
        parts.append((field.name, part))
        properties[field.name] = dict(part.schema)
        if doc := field.metadata.get("doc"):
            properties[field.name]["description"] = doc
        # A default is for readers of older events; what is written always holds every field.
        required.append(field.name)

    def dump(value: Any) -> dict[str, Any]:
        result = {}
        for name, part in parts:
            try:
                result[name] = part.dump(getattr(value, name))
            except (TypeError, AttributeError, ValueError) as error:
                raise TypeError(f"{type(value).__name__}.{name}: {error}") from error
        return result

    def load(data: Mapping[str, Any]) -> Any:
        return cls(**{name: part.load(data[name]) for name, part in parts if name in data})

    schema: dict[str, Any] = {"type": "object", "properties": properties, "required": required}
    return Codec(dump, load, schema)
