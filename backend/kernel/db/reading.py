"""Rows of a queryset, read for less than the ORM reads them: a list of fifty has fifteen hundred values.

The statement is the ORM's own, and so are the rows: instances with what was selected, deferred columns left out. Left
out is what costs and gives nothing here: `Model.__init__` with a descriptor's call for each value, the signals around
it, and the standard library's parser of JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import JSONField, Model, QuerySet, prefetch_related_objects
from django.db.models.base import ModelState
from django.db.models.fields.related_descriptors import ForeignKeyDeferredAttribute
from django.db.models.query import ModelIterable, get_related_populators
from django.db.models.query_utils import DeferredAttribute
from django.db.models.signals import post_init, pre_init

from backend.kernel.db.json import loads

Row = TypeVar("Row", bound=Model)
_PLAIN_ATTRIBUTES = (DeferredAttribute, ForeignKeyDeferredAttribute)


@cache
def _is_plain(model: type[Model]) -> bool:
    """Whether an instance of a model is nothing but the values of its columns."""
    return (
        model.__init__ is Model.__init__
        and model.from_db.__func__ is Model.from_db.__func__  # type: ignore[attr-defined]
        and all(field.descriptor_class in _PLAIN_ATTRIBUTES for field in model._meta.concrete_fields)
    )


def is_plain(model: type[Model]) -> bool:
    """Whether `instance` makes what the ORM would: the model adds nothing to how instances are made."""
    return _is_plain(model) and not (pre_init.has_listeners(model) or post_init.has_listeners(model))


def instance(model: type[Row], alias: str, names: Sequence[str], values: Sequence[Any]) -> Row:
    """A row of a plain model as it stands in the database; columns that are not among `names` are deferred."""
    made = model.__new__(model)
    state = ModelState()
    state.adding = False
    state.db = alias
    attributes = dict(zip(names, values, strict=True))
    attributes["_state"] = state
    made.__dict__ = attributes
    return made


def read(queryset: QuerySet[Row]) -> list[Row]:
    """The rows of a queryset, as `list(queryset)` gives them: by one statement, and one for each prefetch."""
    plain = (
        issubclass(queryset._iterable_class, ModelIterable)
        and queryset._result_cache is None
        and not queryset._known_related_objects  # type: ignore[attr-defined]
        and is_plain(queryset.model)
    )
    if not plain:
        return list(queryset)
    alias = queryset.db
    connection = connections[alias]
    compiler = queryset.query.get_compiler(alias)
    try:
        statement, params = compiler.as_sql()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        found = cursor.fetchall()
    select, klass_info, annotations = compiler.select, compiler.klass_info, compiler.annotation_col_map
    columns = slice(klass_info["select_fields"][0], klass_info["select_fields"][-1] + 1)
    names = [column[0].target.attname for column in select[columns]]
    converters = [
        (position, [_faster(convert, expression) for convert in converts], expression)
        for position, (converts, expression) in compiler.get_converters([one[0] for one in select]).items()
    ]
    populators = get_related_populators(klass_info, select, alias)  # type: ignore[call-arg]  # As of Django 6.
    rows: list[Row] = []
    for values in map(list, found):
        for position, converts, expression in converters:
            value = values[position]
            for convert in converts:
                value = convert(value, expression, connection)
            values[position] = value
        row = instance(queryset.model, alias, names, values[columns])
        for populator in populators:
            populator.populate(values, row)
        if annotations:
            for name, position in annotations.items():
                setattr(row, name, values[position])
        rows.append(row)
    lookups = queryset._prefetch_related_lookups  # type: ignore[attr-defined]
    if lookups and rows:
        prefetch_related_objects(rows, *lookups)
    return rows


def _faster(convert: Callable[..., Any], expression: Any) -> Callable[..., Any]:
    """The same converter of a value, or for a whole JSON column one that reads it faster."""
    field = getattr(convert, "__self__", None)
    if (
        field.__class__ is JSONField
        and field.decoder is None
        and getattr(expression, "target", None) is field
    ):
        return _json
    return convert


def _json(value: Any, _expression: Any, _connection: Any) -> Any:
    return loads(value) if value.__class__ is str else value
