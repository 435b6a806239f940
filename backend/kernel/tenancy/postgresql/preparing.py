"""Statements that the server prepares: read and planned once a session instead of at each execution."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from psycopg._enums import PyFormat
from psycopg._preparing import Prepare, PrepareManager
from psycopg._queries import PostgresQuery, _query2pg_nocache


@lru_cache(maxsize=512)
def _converted(statement: str, encoding: str) -> tuple[Any, ...]:
    query, formats, order, parts = _query2pg_nocache(statement.encode(encoding), encoding)
    return query, [PyFormat.TEXT] * len(formats), order, parts


class FixedQuery(PostgresQuery):
    """A statement whose placeholders are found once, however long it is.

    Its parameters go as text without a type, so that PostgreSQL takes each for what its place demands, as it does
    with a literal. With types, every other size of a number and every other NULL would make another statement.
    """

    __slots__ = ()

    def convert(self, query: Any, vars: Any) -> None:
        """Reads the statement, a str, and its parameters."""
        if vars is None:
            self.query, self._want_formats, self._order = self._ensure_bytes(query), None, None
        else:
            self.query, self._want_formats, self._order, self._parts = _converted(query, self._tx.encoding)
        self.dump(vars)

    def dump(self, vars: Any) -> None:
        """Reads other parameters of the same statement."""
        super().dump(vars)
        self.types = (0,) * len(self.params or ())


class Statements(PrepareManager):
    """What a session of the server has prepared: fixed statements only, from their third execution on."""

    prepare_threshold = 2
    prepared_max = 200

    def maybe_add_to_cache(self, query: PostgresQuery, prep: Prepare, name: bytes) -> Any:
        """Counts a fixed statement. Others hold their parameters in their text and never come again."""
        return super().maybe_add_to_cache(query, prep, name) if isinstance(query, FixedQuery) else None

    def clear(self) -> bool:
        """Keeps all: the library forgets them with each rollback, but they outlive it.

        It does so for objects that are made again with the same name, which the tenant's role cannot do, and which
        PostgreSQL notices by itself.
        """
        return False

    def forget(self, query: PostgresQuery) -> None:
        """Prepares a statement anew when it comes again."""
        name = self._names.pop(self.key(query), None)
        if name is not None:
            self._to_flush.append(name)
