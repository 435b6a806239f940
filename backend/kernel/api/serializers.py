"""Bodies: `Write` for what comes in, `Read` for what goes out.

A Write refuses unknown fields. A Read is compiled once into a plan of getters, as building a DRF
serializer a row is most of what a list costs.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, ClassVar

import orjson
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.fields import empty

from backend.kernel import money
from backend.kernel.api import compiling
from backend.kernel.api import fields as f
from backend.kernel.api.compiling import Whole
from backend.kernel.i18n import localized
from backend.kernel.permissions import Principal


class Write(serializers.Serializer[Any]):
    """A body on the way in. Fields that are not declared are refused with `unknown_field`.

    With `partial` (a PATCH) its own fields may be left out. What stands inside them is whole: the library's
    `partial` would hold for nested objects too, and let a contact without a value through.
    """

    default_error_messages = {"invalid": _("An object is expected.")}
    contract: ClassVar[Mapping[str, Any]] = {}
    """Keywords of JSON Schema that the contract adds: what depends on other fields."""

    def __init__(self, *args: Any, partial: bool = False, **kwargs: Any) -> None:
        self._changes_only = partial
        super().__init__(*args, **kwargs)

    @classmethod
    def validated(cls, data: Any, *, partial: bool = False) -> dict[str, Any]:
        """The values of a body. Raises ValidationError.

        One instance a class judges every body: validation keeps nothing in it, and to copy the fields for each
        request costs more than to judge them.
        """
        judge = _judge(cls, partial)
        try:
            return dict(judge.run_validation(data))
        except ValidationError:
            # Told as the library tells it, of what is no object too; of null it has an English sentence of its own.
            refused = cls(data=[] if data is None else data, partial=partial)
            refused.is_valid(raise_exception=True)
            return dict(refused.validated_data)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """The fields; of a change none is demanded, and none has a default."""
        fields: dict[str, serializers.Field[Any, Any, Any, Any]] = super().get_fields()
        if self._changes_only:
            for declared in fields.values():
                declared.required = False
                declared.default = empty
        return fields

    def to_internal_value(self, data: Any) -> Any:
        """The validated values by field name. Raises ValidationError."""
        if isinstance(data, Mapping):
            unknown = [name for name in data if name not in self.fields]
            if unknown:
                # What else is wrong is told with it: a misspelt name is often why a required one is missing.
                found: Any = {
                    str(name)[:100].encode("utf-8", "replace").decode(): [
                        ErrorDetail(str(_("There is no such field.")), code="unknown_field")
                    ]
                    for name in unknown[:20]
                }
                try:
                    super().to_internal_value(data)
                except ValidationError as error:
                    if isinstance(error.detail, dict):
                        found |= error.detail
                raise ValidationError(found)
        return super().to_internal_value(data)


@cache
def _judge(schema: type[Write], partial: bool) -> Write:
    made = schema(data=None, partial=partial)
    assert made.fields  # Bound now, before threads meet in it.
    return made


@dataclass(frozen=True, slots=True)
class Context:
    """What a rendering may depend on besides the row."""

    principal: Principal | None = None
    languages: tuple[str, ...] = ("en",)
    all_locales: bool = False
    resource: Any = None
    expanded: Mapping[str, Mapping[Any, Any]] = field(default_factory=dict)


Getter = Callable[[Any], Any]
Step = Callable[[Any, Context], Any]
_PLAIN = frozenset({str, int, bool, float, type(None), dict, list, orjson.Fragment})
"""What JSON holds as it is; a Fragment is JSON already."""


def _read(row: Any, name: str) -> Any:
    return row[name] if isinstance(row, Mapping) else getattr(row, name)


def _getter(source: str, mapping: bool) -> Getter:
    """Reads `source` of a row; `mapping` says which of the two kinds of rows it is for, as asking costs most."""
    if "." not in source:
        return itemgetter(source) if mapping else attrgetter(source)
    names = source.split(".")

    def get(row: Any) -> Any:
        for name in names:
            if row is None:
                return None
            row = _read(row, name)
        return row

    return get


def json_value(value: Any) -> Any:
    """A plain Python value as JSON holds it."""
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, datetime):
        return f.iso(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, money.Money):
        return value.json()
    if isinstance(value, uuid.UUID):
        return str(value)
    return value


def _step(declared: serializers.Field[Any, Any, Any, Any], source: str, mapping: bool) -> Step:
    get = _getter(source, mapping)
    if isinstance(declared, f.Computed):
        return _computed(declared)
    if isinstance(declared, f.Money):
        unit = _getter(declared.currency_source or "currency", mapping)

        def amount(row: Any, ctx: Context) -> Any:
            value = get(row)
            if value is None:
                return None
            if value.__class__ is money.Money:
                return value.json()
            return money.minor_json(value, unit(row))

        return amount
    if isinstance(declared, f.Localized):
        return lambda row, ctx: (
            None
            if (v := get(row)) is None
            else (v if ctx.all_locales or isinstance(v, str) else localized(v, ctx.languages))
        )
    if isinstance(declared, Read):
        kind_of = type(declared)
        return lambda row, ctx: None if (v := get(row)) is None else kind_of.render(v, ctx)
    if isinstance(declared, serializers.ListSerializer) and isinstance(declared.child, Read):
        child = type(declared.child)
        return lambda row, ctx: child.render_all(_items(get(row)), ctx)
    if isinstance(declared, serializers.ListField):
        if isinstance(declared.child, Read):
            item_kind = type(declared.child)
            return lambda row, ctx: (
                v
                if (v := get(row)) is None or v.__class__ is orjson.Fragment
                else item_kind.render_all(_items(v), ctx)
            )
        assert declared.child is not None
        item_step = _step(declared.child, "value", True)
        return lambda row, ctx: (
            None if (v := get(row)) is None else [item_step({"value": item}, ctx) for item in _items(v)]
        )
    if isinstance(declared, (f.Id, f.DecimalText, f.DateTime, f.Date)):
        convert = declared.to_representation
        return lambda row, ctx: None if (v := get(row)) is None else (v if isinstance(v, str) else convert(v))
    return lambda row, ctx: v if (v := get(row)).__class__ in _PLAIN else json_value(v)


def _source(declared: serializers.Field[Any, Any, Any, Any], name: str) -> str:
    return str(getattr(declared, "_kwargs", {}).get("source") or name)


def _computed(declared: f.Computed) -> Step:
    compute, kind = declared.compute, declared.kind
    if isinstance(kind, Read):
        inner = type(kind)
        return lambda row, ctx: None if (v := compute(row, ctx)) is None else inner.render(v, ctx)
    if isinstance(kind, (f.Id, f.DecimalText, f.Date, f.DateTime)):

        def converted(row: Any, ctx: Context) -> Any:
            value = compute(row, ctx)
            return value if value is None or isinstance(value, str) else kind.to_representation(value)

        return converted
    return lambda row, ctx: json_value(compute(row, ctx))


def _actions(schema: type[Read]) -> Step:
    """What may be done with the row: the resource whose rows have this form knows, not the one that shows it."""
    return lambda row, ctx: ctx.resource.actions_on(schema, row) if ctx.resource is not None else []


def _items(value: Any) -> Sequence[Any]:
    found: Sequence[Any] = value.all() if hasattr(value, "all") else value
    return found


def ordered(schema: type[serializers.Serializer[Any]]) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
    """The declared fields, the id first and what every record has last."""
    last = ("version", "created_at", "updated_at", "allowed_actions")
    fields: dict[str, serializers.Field[Any, Any, Any, Any]] = schema._declared_fields
    names = sorted(fields, key=lambda name: (name != "id", last.index(name) + 1 if name in last else 0))
    return {name: fields[name] for name in names}


class Read(serializers.Serializer[Any]):
    """A body on the way out, rendered from a model row or a mapping."""

    _plans: ClassVar[dict[bool, dict[str, Step]]] = {}
    _wholes: ClassVar[dict[bool, Whole]] = {}

    @classmethod
    def plan(cls, mapping: bool = False) -> dict[str, Step]:
        """How each field is made of a row, in declared order; compiled once for objects, once for mappings."""
        if "_plans" not in cls.__dict__:
            cls._plans = {}
        found = cls._plans.get(mapping)
        if found is None:
            found = cls._plans[mapping] = {
                name: (
                    _actions(cls)
                    if isinstance(declared, f.AllowedActions)
                    else _step(declared, _source(declared, name), mapping)
                )
                for name, declared in ordered(cls).items()
            }
        return found

    @classmethod
    def compiled(cls, mapping: bool = False) -> Whole:
        """What makes all fields of a row; compiled once for objects, once for mappings."""
        if "_wholes" not in cls.__dict__:
            cls._wholes = {}
        found = cls._wholes.get(mapping)
        if found is None:
            fields = {name: (declared, _source(declared, name)) for name, declared in ordered(cls).items()}
            found = cls._wholes[mapping] = compiling.whole(
                fields, cls.plan(mapping), mapping=mapping, plain=_PLAIN, json_value=json_value
            )
        return found

    @classmethod
    def render(cls, row: Any, context: Context, only: frozenset[str] | None = None) -> dict[str, Any]:
        """The row as JSON; `only` names the fields that are asked for."""
        mapping = row.__class__ is dict or isinstance(row, Mapping)
        if only is None:
            return cls.compiled(mapping)(row, context)
        plan = cls.plan(mapping)
        return {name: step(row, context) for name, step in plan.items() if name in only}

    @classmethod
    def render_all(
        cls, rows: Sequence[Any], context: Context, only: frozenset[str] | None = None
    ) -> list[dict[str, Any]]:
        """The rows as JSON."""
        if only is None and len({row.__class__ for row in rows}) == 1:
            make = cls.compiled(isinstance(rows[0], Mapping))
            return [make(row, context) for row in rows]
        return [cls.render(row, context, only) for row in rows]

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """The row as JSON, with the serializer's own context."""
        return self.render(instance, self.context.get("rendering", Context()))


class RecordRead(Read):
    """What every resource with a version has."""

    version = f.Int(help_text="Goes up by one with every change; it is the ETag.")
    created_at = f.DateTime()
    updated_at = f.DateTime()
    allowed_actions = f.AllowedActions()
