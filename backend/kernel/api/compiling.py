"""One function a schema that makes a row's JSON, instead of a call or two for each of its fields.

What most fields do (an id, money, a time, a plain value) is written into the function; everything else, and every
value of an unusual class, is left to the field's own step. A list of fifty orders has four thousand fields.
"""

from __future__ import annotations

import keyword
import uuid
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from rest_framework import serializers

from backend.kernel import ids, money
from backend.kernel.api import fields as f

Whole = Callable[[Any, Any], dict[str, Any]]
Field = serializers.Field[Any, Any, Any, Any]


def whole(
    fields: Mapping[str, tuple[Field, str]],
    steps: Mapping[str, Callable[[Any, Any], Any]],
    *,
    mapping: bool,
    plain: Collection[Any],
    json_value: Callable[[Any], Any],
) -> Whole:
    """The function of a row and a context that gives what `steps` give, by the same names.

    `fields` are the declared fields with the attribute (the key, of a mapping) that each is read from; `plain` are
    the classes that JSON holds as they are, and `json_value` makes the others' values.
    """
    known: dict[str, Any] = {
        "PLAIN": plain,
        "UUID": uuid.UUID,
        "datetime": datetime,
        "encode": ids.encode,
        "iso": f.iso,
        "json_value": json_value,
        "minor_json": money.minor_json,
    }
    parts = []
    for number, (name, (declared, source)) in enumerate(fields.items()):
        known[f"step{number}"] = steps[name]
        parts.append(f"{name!r}: {_expression(declared, source, f'step{number}(row, ctx)', mapping)}")
    # The text is made of names in our own classes, each of which is an identifier or stands in quotes.
    made: Whole = eval(f"lambda row, ctx: {{{', '.join(parts)}}}", known)  # noqa: S307
    return made


def _reading(source: str, mapping: bool) -> str | None:
    if not source.isidentifier() or keyword.iskeyword(source):
        return None
    return f"row[{source!r}]" if mapping else f"row.{source}"


def _expression(declared: Field, source: str, step: str, mapping: bool) -> str:
    read = _reading(source, mapping)
    if read is None or isinstance(declared, _OTHERS):
        return step
    if isinstance(declared, f.Id):
        if type(declared).to_representation is not f.Id.to_representation:
            return step
        return f"(None if (v := {read}) is None else encode({declared.prefix!r}, v) if v.__class__ is UUID else {step})"
    if isinstance(declared, f.DateTime):
        if type(declared).to_representation is not f.DateTime.to_representation:
            return step
        return f"(None if (v := {read}) is None else iso(v) if v.__class__ is datetime else {step})"
    if isinstance(declared, f.Money):
        unit = _reading(declared.currency_source or "currency", mapping)
        if unit is None:
            return step
        return f"(None if (v := {read}) is None else minor_json(v, {unit}) if v.__class__ is int else {step})"
    if isinstance(declared, (f.DecimalText, f.Date)):
        return f"(v if (v := {read}) is None or v.__class__ is str else {step})"
    return f"(v if (v := {read}).__class__ in PLAIN else json_value(v))"


_OTHERS = (
    f.Computed,
    f.Localized,
    f.AllowedActions,
    serializers.BaseSerializer,
    serializers.ListField,
)
"""Fields whose values have a way of their own."""
