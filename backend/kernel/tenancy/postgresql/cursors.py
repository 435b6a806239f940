"""Cursors of the tenant's connection: one statement a message, each in the tenant that runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import psycopg
from django.db.backends.postgresql import base

from backend.kernel.tenancy.postgresql.guard import NAMED, SAVEPOINTS, refuse_escape
from backend.kernel.tenancy.postgresql.preparing import FixedQuery

if TYPE_CHECKING:
    from backend.kernel.tenancy.postgresql.base import DatabaseWrapper


class _Walled:
    """Enters the tenant at each execution, and sends through the extended protocol, where the server
    refuses a second statement in the text. The connection carries its wrapper as `guildhall`."""

    _conn: Any
    _words: frozenset[bytes] = frozenset()

    def _execute_send(self, query: Any, *, force_extended: bool = False, binary: bool | None = None) -> None:
        wrapper: DatabaseWrapper = self._conn.guildhall()
        refuse_escape(query.query, SAVEPOINTS if wrapper.moving else self._words)
        super()._execute_send(query, force_extended=True, binary=binary)  # type: ignore[misc]

    def execute(self, *args: Any, **options: Any) -> Any:
        """Runs one statement in the tenant."""
        wrapper: DatabaseWrapper = self._conn.guildhall()
        with wrapper.in_tenant():
            return super().execute(*args, **options)  # type: ignore[misc]

    def executemany(self, *args: Any, **options: Any) -> Any:
        """Runs one statement many times in the tenant."""
        wrapper: DatabaseWrapper = self._conn.guildhall()
        with wrapper.in_tenant():
            return super().executemany(*args, **options)  # type: ignore[misc]

    def stream(self, *args: Any, **options: Any) -> Iterator[Any]:
        """The rows of one statement in the tenant, as they come."""
        wrapper: DatabaseWrapper = self._conn.guildhall()
        with wrapper.in_tenant():
            yield from super().stream(*args, **options)  # type: ignore[misc]

    def copy(self, *args: Any, **options: Any) -> Any:
        """COPY in the tenant; behind a transaction pooler it needs an open transaction."""
        wrapper: DatabaseWrapper = self._conn.guildhall()
        wrapper.enter_for_copy()
        return super().copy(*args, **options)  # type: ignore[misc]


class TenantCursor(_Walled, base.Cursor):
    """Client-side binding, one statement."""


class TenantServerSideCursor(_Walled, base.ServerSideCursor):
    """The same for named cursors."""

    _words = NAMED


class TenantFixedCursor(_Walled, base.ServerBindingCursor):
    """For SQL that is written once: parameters go beside the statement, which the server prepares when it comes again.

    A prepared statement is the session's, whoever runs: PostgreSQL reads it anew where the search path differs from
    the one that it was last read in, plans anew what is under row-level security where the role differs, and asks for
    the rights of the role that runs each time. `tests/kernel/tenancy/test_prepared.py` shows it.
    """

    _query_cls = FixedQuery

    def _send_prepare(self, name: bytes, query: Any) -> None:
        refuse_escape(query.query)
        super()._send_prepare(name, query)  # type: ignore[misc]

    def _maybe_prepare_gen(self, pgq: Any, *, prepare: bool | None = None, binary: bool | None = None) -> Any:
        # The library says what was sent only where it sent the text: logs and tests ask for a prepared statement's too.
        self._query = pgq
        try:
            yield from super()._maybe_prepare_gen(pgq, prepare=prepare, binary=binary)  # type: ignore[misc]
        except psycopg.errors.FeatureNotSupported:
            # A migration gave a column another type, and a prepared statement keeps those of its answer: once.
            self._conn._prepared.forget(pgq)
            raise
