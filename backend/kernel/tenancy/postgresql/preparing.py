"""Statements that the server prepares: read and planned once a session instead of at each execution."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from psycopg._enums import PyFormat
from psycopg._queries import PostgresQuery, _query2pg_nocache
from psycopg.adapt import Transformer

from backend.kernel.tenancy.postgresql.guard import refuse_escape

PREPARED_FROM = 3
"""Which execution of a statement is the first that the server prepares."""
MOST_PREPARED = 200


@lru_cache(maxsize=512)
def _converted(statement: str, encoding: str) -> tuple[bytes, list[Any], Any, Any]:
    query, formats, order, parts = _query2pg_nocache(statement.encode(encoding), encoding)
    refuse_escape(query)
    return query, [PyFormat.TEXT] * len(formats), order, parts


@dataclass(slots=True)
class Fixed:
    """A statement that is written once, and how it stands in a session."""

    query: bytes
    formats: list[Any]
    order: Any
    parts: Any
    times: int = 0
    name: bytes = b""
    """Its name in the session; empty where it is not prepared."""


class Statements:
    """The fixed statements of a session of the server, those used last at the end, with what reads their values.

    Parameters go as text without a type, so that PostgreSQL takes each for what its place demands, as it does with a
    literal. With types, every other size of a number and every other NULL would make another statement.
    """

    def __init__(self, connection: Any) -> None:
        self.transformer = Transformer(connection)
        self.leaving: list[bytes] = []
        """Names that the session no longer needs; told to the server when it next takes a statement."""
        self._known: OrderedDict[str, Fixed] = OrderedDict()
        self._names = 0

    def get(self, statement: str) -> Fixed:
        """The statement, counted once more. Raises TenantEscape for one that a tenant may not send."""
        found = self._known.get(statement)
        if found is None:
            found = self._known[statement] = Fixed(*_converted(statement, self.transformer.encoding))
            if len(self._known) > MOST_PREPARED:
                self._leave(self._known.popitem(last=False)[1])
        else:
            self._known.move_to_end(statement)
        found.times += 1
        return found

    def params(self, fixed: Fixed, values: Any) -> Any:
        """The values as they are sent."""
        ordered = PostgresQuery.validate_and_reorder_params(fixed.parts, values, fixed.order)
        return self.transformer.dump_sequence(ordered, fixed.formats)

    def next_name(self) -> bytes:
        """A name that nothing in the session has."""
        self._names += 1
        return b"_fixed_%d" % self._names

    def forget(self, fixed: Fixed) -> None:
        """Prepares a statement anew when it comes again."""
        self._leave(fixed)
        fixed.name = b""

    def _leave(self, fixed: Fixed) -> None:
        if fixed.name:
            self.leaving.append(fixed.name)
