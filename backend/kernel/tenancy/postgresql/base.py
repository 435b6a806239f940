"""The database backend: enters the tenant's schema and role before a statement, and fails closed.

One round trip, `SET search_path = …; SET ROLE …`, sent only where the tenant differs from the one that
the connection is known to be in. What is known is forgotten wherever PostgreSQL may have undone it: a
rollback, a rollback to a savepoint, a failed or aborted commit, a new connection.

Cursors use the extended protocol, in which a message holds one statement: so no injected text can add
`; RESET ROLE; …`; and each execution enters the tenant that runs then. A statement that would leave the
tenant by itself is refused before it is sent (see `guard`), since PostgreSQL cannot forbid RESET ROLE to a
login that holds several roles.

Behind a pooler in transaction mode (`TENANCY["TRANSACTION_POOLING"]`) a session is nobody's between
transactions. There the entry is `SET LOCAL`, at the start of each transaction, and a statement outside one
gets a brief transaction of its own; so nothing is left behind for the pooler's next client.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from typing import Any

import psycopg
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base
from django.db.backends.utils import debug_transaction
from django.db.utils import NotSupportedError
from django.utils.asyncio import async_unsafe
from psycopg.pq import Escaping, ExecStatus, TransactionStatus

from backend.kernel.tenancy.context import NoTenant, current_or_none
from backend.kernel.tenancy.names import PUBLIC_SCHEMA, role_of
from backend.kernel.tenancy.postgresql.cursors import (
    FixedWrapper,
    TenantCursor,
    TenantFixedCursor,
    TenantServerSideCursor,
)
from backend.kernel.tenancy.postgresql.loaders import read_times

OWNER = "owner"
"""The alias that keeps its own rights: it follows the tenant's schema but enters no role."""


def _refuse_transaction(*_args: Any, **_options: Any) -> Any:
    # Its rollback would undo the role unseen.
    raise NotSupportedError(
        "a transaction of psycopg's own is not for a tenant's connection: use transaction()"
    )


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL, behind the tenant's wall."""

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        super().__init__(settings_dict, alias)
        self._entered: str | None = None
        self._moving = False
        self._pooled = alias != OWNER and bool(settings.TENANCY["TRANSACTION_POOLING"])

    @property
    def entered(self) -> str | None:
        """The schema that the connection is known to be in; None where that is not known."""
        return self._entered

    @property
    def moving(self) -> bool:
        """Whether what is sent now is the connection's own: of a savepoint, or of a look whether it answers."""
        return self._moving

    # -- entering ------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Brings the connection to the tenant that runs. Raises NoTenant, and whatever PostgreSQL raises."""
        tenant = current_or_none()
        if tenant is None:
            raise NoTenant("a query ran with no tenant entered: wrap the code in tenant_context(…)")
        schema = tenant.schema
        if schema == self._entered:
            return
        self._entered = None
        # role_of raises for a name that is not ours, so both are safe to quote.
        role = "NONE" if schema == PUBLIC_SCHEMA else f'"{role_of(schema)}"'
        path = "public" if schema == PUBLIC_SCHEMA else f'"{schema}", public'
        word = "SET LOCAL" if self._pooled else "SET"
        text = f"{word} search_path = {path}"
        if self.alias != OWNER:
            text += f"; {word} ROLE {role}"
        self._plain(text)
        self._entered = schema

    @contextmanager
    def in_tenant(self) -> Iterator[None]:
        """Within the block a statement runs in the tenant that is entered."""
        if self._moving:
            yield
        elif not self._needs_brief_transaction():
            self.enter()
            yield
        else:
            with self._brief_transaction():
                self.enter()
                yield

    def enter_for_copy(self) -> None:
        """Enters the tenant for a COPY, whose data comes after the statement. Raises NotSupportedError."""
        if self._needs_brief_transaction():
            raise NotSupportedError("COPY behind a transaction pooler needs an open transaction")
        self.enter()

    def _needs_brief_transaction(self) -> bool:
        return (
            self._pooled
            and self.connection.autocommit
            and self.connection.info.transaction_status == TransactionStatus.IDLE
        )

    @contextmanager
    def _brief_transaction(self) -> Iterator[None]:
        self._forget()
        self._plain("BEGIN")
        try:
            yield
        except BaseException:
            if not self.connection.closed:
                self._plain("ROLLBACK")
            raise
        else:
            self._plain("COMMIT")
        finally:
            self._forget()

    def _plain(self, text: str) -> None:
        # A plain psycopg cursor: this text is ours, and may hold two statements.
        with self.wrap_database_errors, psycopg.ClientCursor(self.connection) as cursor:
            cursor.execute(text.encode())

    def _cursor(self, name: str | None = None) -> Any:
        self.ensure_connection()
        if not self._moving and not self._needs_brief_transaction():
            self.enter()
        return super()._cursor(name)  # type: ignore[misc]

    def fixed_cursor(self) -> Any:
        """A cursor for SQL that is written once, whose text does not hold its values: see TenantFixedCursor.

        Behind a transaction pooler, where the next statement may meet another session, it is one like any other.
        """
        if self._pooled or self.alias == OWNER or self.timezone != UTC:
            return self.cursor()
        self.close_if_health_check_failed()
        self.ensure_connection()
        if not self._moving:
            self.enter()
        self.validate_thread_sharing()
        cursor = TenantFixedCursor(self.connection)
        if self.queries_logged:
            return self.make_debug_cursor(cursor)  # type: ignore[arg-type]  # As Django hands it its own.
        return FixedWrapper(cursor, self)

    def begin_with(self, facts: str | None, lock: int | None) -> None:
        """Says in the transaction that Django has just entered who acts (`guildhall.ctx`), and takes an advisory lock.

        Where the session has not begun the transaction yet, BEGIN goes in the same round trip. The text is ours, and
        its only value is quoted by the library; it ends with the transaction and enters no tenant.
        """
        if facts is None and lock is None:
            return
        self.close_if_health_check_failed()
        self.ensure_connection()
        if not self._pooled:
            self.enter()
        parts = []
        if facts is not None:
            quoted = bytes(Escaping(self.connection.pgconn).escape_literal(facts.encode()))
            parts.append(b"SET LOCAL guildhall.ctx = " + quoted)
        if lock is not None:
            parts.append(b"SELECT public.guildhall_lock(%d)" % lock)
        idle = self.connection.info.transaction_status == TransactionStatus.IDLE
        if (
            idle
            and not self._pooled
            and not self.connection.autocommit
            and not self.connection.isolation_level
        ):
            with self.wrap_database_errors, debug_transaction(self, "BEGIN"):
                result = self.connection.pgconn.exec_(b"; ".join([b"BEGIN", *parts]))
                if result.status not in (ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK):
                    if self.connection.closed:
                        raise psycopg.OperationalError(result.error_message.decode(errors="replace"))
                    raise psycopg.errors.error_from_result(result)
            return
        with self.cursor() as cursor:
            for part in parts:
                cursor.execute(part.decode().replace("%", "%%"), [])

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection whose cursors know this wrapper."""
        connection = super().get_new_connection(conn_params)
        if self.timezone == UTC:
            read_times(connection)
        connection.guildhall = weakref.ref(self)
        if self.alias != OWNER:
            # What psycopg makes by itself stands behind the same wall.
            connection.server_cursor_factory = TenantServerSideCursor
            connection.transaction = _refuse_transaction
            connection.guildhall_statements = (
                None  # Made when the first comes, with all that the connection reads by.
            )
        return connection

    def is_usable(self) -> bool:
        """Whether the connection answers, in whatever schema it is."""
        moving, self._moving = self._moving, True
        try:
            return bool(super().is_usable())
        finally:
            self._moving = moving

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters, with the cursor that sends one statement (not for the owner)."""
        params: dict[str, Any] = super().get_connection_params()
        if self.alias != OWNER:
            if self.settings_dict["OPTIONS"].get("server_side_binding"):
                raise ImproperlyConfigured("server_side_binding is not supported by the tenant's cursors")
            params["cursor_factory"] = TenantCursor
        return params

    @async_unsafe
    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor of this backend; a named one sends one statement too."""
        if name and self.alias != OWNER:
            return TenantServerSideCursor(  # type: ignore[call-arg]
                self.connection, name=name, scrollable=False, withhold=self.connection.autocommit
            )
        return super().create_cursor(name)

    # -- forgetting ----------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._entered = None

    def connect(self) -> None:
        """Opens a connection, which is in no schema yet."""
        self._forget()
        self._moving = True
        try:
            super().connect()
        finally:
            self._moving = False

    def close(self) -> None:
        """Closes the connection and forgets where it was."""
        self._forget()
        super().close()

    def _rollback(self) -> Any:
        # PostgreSQL undoes a SET of the transaction that it rolls back.
        self._forget()
        return super()._rollback()  # type: ignore[misc]

    def _commit(self) -> Any:
        # COMMIT of an aborted transaction is a ROLLBACK that reports no error, and a deferred constraint
        # may turn any COMMIT into one.
        aborted = (
            self.connection is not None
            and self.connection.info.transaction_status != TransactionStatus.INTRANS
            and self.connection.info.transaction_status != TransactionStatus.IDLE
        )
        try:
            result = super()._commit()  # type: ignore[misc]
        except BaseException:
            self._forget()
            raise
        if aborted or self._pooled:
            self._forget()
        return result

    def _savepoint_statement(self, action: Any, sid: str) -> None:
        # A savepoint's statement needs no schema, and in an aborted transaction none can be entered.
        moving, self._moving = self._moving, True
        try:
            action(sid)
        finally:
            self._moving = moving

    def _savepoint(self, sid: str) -> None:
        self._savepoint_statement(super()._savepoint, sid)  # type: ignore[misc]

    def _savepoint_commit(self, sid: str) -> None:
        self._savepoint_statement(super()._savepoint_commit, sid)  # type: ignore[misc]

    def _savepoint_rollback(self, sid: str) -> None:
        try:
            self._savepoint_statement(super()._savepoint_rollback, sid)  # type: ignore[misc]
        finally:
            self._forget()
