"""Rows by SQL that is written once, for the few statements that every order and payment sends.

Django builds a statement anew at each call, which takes several times as long as sending it. Elsewhere the ORM is
the way: what is sent a few times a second need not be fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache, partial
from ipaddress import IPv4Address, IPv6Address
from typing import Any, TypeVar
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import JSONField, Model
from psycopg.types.json import Jsonb

from backend.kernel.db.json import dumps, loads
from backend.kernel.db.reading import instance, is_plain

Row = TypeVar("Row", bound=Model)


_NATIVE = frozenset({str, int, bool, UUID, datetime, Decimal})
"""What the driver writes as it is."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the rows of a table are read and written."""

    select: str
    insert: str
    recordset: str
    names: tuple[str, ...]
    fields: tuple[Any, ...]
    writes: tuple[tuple[str, str, Any, bool], ...]
    """Of each field its attribute, its column, itself, and whether it is written as JSON."""
    jsons: tuple[int, ...]


@lru_cache(maxsize=256)
def _shape(model: type[Model]) -> _Shape:
    fields = model._meta.concrete_fields
    jsons = []
    for index, field in enumerate(fields):
        if isinstance(field, JSONField) and field.encoder is None and field.decoder is None:
            jsons.append(index)
        elif hasattr(field, "from_db_value"):
            raise TypeError(f"{model.__name__}.{field.name} is read in a way of its own: use the ORM")
    table = model._meta.db_table
    columns = [f'"{field.column}"' for field in fields]
    return _Shape(
        select=f'SELECT {", ".join(f"{table}.{column}" for column in columns)} FROM "{table}"',
        insert=f'INSERT INTO "{table}" ({", ".join(columns)}) ',
        recordset=f'SELECT {", ".join(columns)} FROM json_populate_recordset(NULL::"{table}", %s::json)',
        names=tuple(field.attname for field in fields),
        fields=tuple(fields),
        writes=tuple(
            (one.attname, str(one.column), one, isinstance(one, JSONField) and one.encoder is None)
            for one in fields
        ),
        jsons=tuple(jsons),
    )


def _prepared(field: Any, value: Any) -> Any:
    if value is None or (value.__class__ in _NATIVE and not isinstance(field, JSONField)):
        return value
    if isinstance(field, JSONField) and field.encoder is None:
        return Jsonb(value, dumps=dumps)
    return field.get_db_prep_save(value, connection)


def fixed() -> Any:
    """A cursor for a statement that is written once, and so prepared by the server: its text holds no values.

    Parameters go without a type, as literals do: where their place in the statement tells none, write a cast.
    """
    return connection.fixed_cursor()  # type: ignore[attr-defined]


def fetch(statement: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows of a statement. A JSON column comes as its text."""
    with fixed() as cursor:
        cursor.execute(statement, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def select(model: type[Row], condition: str, params: Sequence[Any] = ()) -> list[Row]:
    """The rows of a table that fulfil a condition of SQL, which may go on with ORDER BY; as the ORM reads them."""
    shape = _shape(model)
    make = partial(instance, model) if is_plain(model) else model.from_db
    found = []
    for row in fetch(f"{shape.select} WHERE {condition}", params):
        values = list(row)
        for index in shape.jsons:
            if values[index] is not None:
                values[index] = loads(values[index])
        found.append(make(connection.alias, shape.names, values))
    return found


def insert(*rows: Model) -> None:
    """Writes new rows in one statement, as `save(force_insert=True)` does; sends no signals.

    They may be of several tables that refer to one another: the database looks at that when all are written.
    Within `together()` they wait for its end.
    Raises IntegrityError as the database does, and TypeError for several rows of a table with bytes.
    """
    gathered: _Gathered | None = getattr(connection, "guildhall_rows", None)
    if gathered is not None and gathered.savepoints == _savepoints():
        gathered.rows += rows
    else:
        _write(rows)


@dataclass(slots=True)
class _Gathered:
    """Rows of a block that are not written yet, and the savepoints that it began in."""

    savepoints: list[str]
    rows: list[Model]


def _savepoints() -> list[str]:
    return [name for name in connection.savepoint_ids if name]  # A joined transaction stands there as None.


@contextmanager
def together() -> Iterator[None]:
    """Writes the rows that the block inserts at its end, by one statement: nothing in the block may look for them.

    What a block within a savepoint of its own inserts is written at once: it may be undone alone. An error in the block
    writes none, and the transaction, which must be open, ends with it. Blocks nest by joining.
    """
    if getattr(connection, "guildhall_rows", None) is not None:
        yield
        return
    gathered = _Gathered(_savepoints(), [])
    connection.guildhall_rows = gathered  # type: ignore[attr-defined]
    try:
        yield
    finally:
        connection.guildhall_rows = None  # type: ignore[attr-defined]
    if gathered.rows:
        _write(gathered.rows)


def _write(rows: Sequence[Model]) -> None:
    tables: dict[type[Model], list[Model]] = {}
    for row in rows:
        tables.setdefault(type(row), []).append(row)
    # The first table's part is the statement itself, which is done before the parts that are named in front of it.
    (first, own), *others = ((_shape(model), own) for model, own in tables.items())
    parts: list[str] = []
    params: list[Any] = []
    for index, (shape, some) in enumerate(others):
        parts.append(f"part{index} AS ({shape.insert}{_rows_of(shape, some, params)})")
    head = f"WITH {', '.join(parts)} " if parts else ""
    statement = f"{head}{first.insert}{_rows_of(first, own, params)}"
    with fixed() as cursor:
        cursor.execute(statement, params)
    for row in rows:
        row._state.adding = False
        row._state.db = connection.alias


def _rows_of(shape: _Shape, rows: Sequence[Model], params: list[Any]) -> str:
    """What stands after `INSERT INTO table (…)`; adds its parameters.

    Several rows go as one parameter, so that one statement is prepared for any number of them.
    """
    if len(rows) == 1:
        # Most values go as they are: to ask a function about each of them costs as much as to send them.
        values = vars(rows[0])
        params += [
            value
            if (value := values[name]) is None or (not json and value.__class__ in _NATIVE)
            else _prepared(field, value)
            for name, _, field, json in shape.writes
        ]
        return f"VALUES ({', '.join(['%s'] * len(shape.fields))})"
    params.append(
        orjson.dumps(
            [
                {
                    column: value
                    if (value := values[name]) is None or (not json and value.__class__ in _NATIVE)
                    else _as_json(field, value)
                    for name, column, field, json in shape.writes
                }
                for values in map(vars, rows)
            ],
            default=_text_of,
        ).decode()
    )
    return shape.recordset


def _as_json(field: Any, value: Any) -> Any:
    if value is not None and isinstance(field, JSONField) and field.encoder is None:
        return orjson.Fragment(dumps(value))
    return _prepared(field, value)


def _text_of(value: Any) -> str:
    if isinstance(value, Decimal | IPv4Address | IPv6Address):
        return str(value)
    raise TypeError  # The encoder says of which type.


def update_version(row: Model, version: int, changes: Mapping[str, Any]) -> bool:
    """Writes columns of a row where it has this version still; False where it has not, or is gone.

    `changes` are values by field name. Raises IntegrityError as the database does.
    """
    meta = type(row)._meta
    if any(hasattr(value, "resolve_expression") for value in changes.values()):
        # What the database computes, the ORM writes.
        return bool(type(row)._default_manager.filter(pk=row.pk, version=version).update(**changes))
    columns, values = [], []
    for name, value in changes.items():
        field: Any = meta.get_field(name)
        columns.append(f'"{field.column}" = %s')
        values.append(_prepared(field, value.pk if isinstance(value, Model) else value))
    assert meta.pk is not None
    with fixed() as cursor:
        cursor.execute(
            f'UPDATE "{meta.db_table}" SET {", ".join(columns)} WHERE "{meta.pk.column}" = %s AND version = %s',
            [*values, row.pk, version],
        )
        return bool(cursor.rowcount)
