"""Cursors of the tenant's connection: one statement a message, each in the tenant that runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import psycopg
from django.db.backends.postgresql import base
from django.db.backends.utils import CursorWrapper
from psycopg._encodings import conn_encoding
from psycopg.generators import execute
from psycopg.pq import ExecStatus, TransactionStatus

from backend.kernel.tenancy.postgresql.guard import NAMED, SAVEPOINTS, refuse_escape
from backend.kernel.tenancy.postgresql.preparing import PREPARED_FROM, Fixed, Statements

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


class TenantFixedCursor:
    """For SQL that is written once: parameters go beside the statement, which the server prepares when it comes again.

    A prepared statement is the session's, whoever runs: PostgreSQL reads it anew where the search path differs from
    the one that it was last read in, plans anew what is under row-level security where the role differs, and asks for
    the rights of the role that runs each time. `tests/kernel/tenancy/test_prepared.py` shows it.

    It is none of the library's cursors, which do more for each statement than sending it takes: it knows only what
    `backend.kernel.db` needs. All rows of an answer are read at once, and a JSON column comes as its text.
    """

    __slots__ = ("_at", "_conn", "_params", "_query", "_rows", "rowcount")

    def __init__(self, connection: Any) -> None:
        self._conn = connection
        self._query: Fixed | None = None
        """The last statement: logs and tests ask for it."""
        self._params: Any = None
        self._rows: list[tuple[Any, ...]] | None = None
        self._at = 0
        self.rowcount = -1

    def execute(self, statement: str, params: Any = ()) -> None:
        """Runs one statement in the tenant. Raises what the library does, and TenantEscape."""
        conn = self._conn
        wrapper: DatabaseWrapper = conn.guildhall()
        self._rows, self._at, self.rowcount = None, 0, -1
        if not wrapper.moving:
            wrapper.enter()
        with conn.lock:
            if conn.closed:
                raise psycopg.OperationalError("the connection is closed")
            known: Statements = conn.guildhall_statements or Statements(conn)
            conn.guildhall_statements = known
            fixed = self._query = known.get(statement)
            self._params = known.params(fixed, params)
            pgconn = conn.pgconn
            if pgconn.transaction_status == TransactionStatus.IDLE and not conn.autocommit:
                conn.wait(conn._start_query())
            if not fixed.name and fixed.times >= PREPARED_FROM:
                self._prepare(known, fixed)
            if fixed.name:
                self._send_query_prepared(fixed.name, fixed)
            else:
                pgconn.send_query_params(fixed.query, self._params)
            try:
                result = self._result()
            except psycopg.errors.FeatureNotSupported:
                # A migration gave a column another type, and a prepared statement keeps those of its answer: once.
                known.forget(fixed)
                raise
            if result.status == ExecStatus.TUPLES_OK:
                transformer = known.transformer
                transformer.set_pgresult(result)
                self._rows = transformer.load_rows(0, result.ntuples, tuple)
                self.rowcount = result.ntuples
            else:
                self.rowcount = result.command_tuples if result.command_tuples is not None else -1

    def _prepare(self, known: Statements, fixed: Fixed) -> None:
        pgconn = self._conn.pgconn
        while known.leaving:
            pgconn.send_query_params(b"DEALLOCATE " + known.leaving[-1], None)
            self._result()
            known.leaving.pop()
        name = known.next_name()
        pgconn.send_prepare(name, fixed.query)
        self._result()
        fixed.name = name

    def _send_query_prepared(self, name: bytes, _query: Fixed) -> None:
        self._conn.pgconn.send_query_prepared(name, self._params)

    def _result(self) -> Any:
        conn = self._conn
        result = conn.wait(execute(conn.pgconn))[-1]
        if result.status in (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK, ExecStatus.EMPTY_QUERY):
            return result
        if result.status == ExecStatus.FATAL_ERROR:
            raise psycopg.errors.error_from_result(result, encoding=conn_encoding(conn))
        conn.close()  # It waits for rows of a COPY, which nobody here gives or takes.
        raise psycopg.ProgrammingError("a fixed statement gives rows or changes them")

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows that were not taken yet."""
        rows = self._found()[self._at :]
        self._at += len(rows)
        return rows

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row, None behind the last one."""
        rows = self._found()
        if self._at >= len(rows):
            return None
        self._at += 1
        return rows[self._at - 1]

    def _found(self) -> list[tuple[Any, ...]]:
        if self._rows is None:
            raise psycopg.ProgrammingError("the last operation didn't produce records")
        return self._rows

    def close(self) -> None:
        """Lets the rows go."""
        self._rows = None


class FixedWrapper(CursorWrapper):
    """Django's wrapper around it, which does nothing where there is nothing to do."""

    cursor: TenantFixedCursor

    def execute(self, sql: Any, params: Any = ()) -> Any:
        """Runs one statement, with what wraps it. Raises Django's errors."""
        if self.db.execute_wrappers:
            return super().execute(sql, params)
        self.db.validate_no_broken_transaction()
        try:
            self.cursor.execute(sql, params)
        except psycopg.Error:
            with self.db.wrap_database_errors:
                raise
        return None

    def fetchall(self) -> Any:
        """The rows that were not taken yet."""
        return self.cursor.fetchall()

    def fetchone(self) -> Any:
        """The next row, None behind the last one."""
        return self.cursor.fetchone()

    def __exit__(self, *_error: Any) -> None:
        self.cursor.close()
