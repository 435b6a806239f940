"""Behind a pooler in transaction mode: nothing is left on a session, and no session is trusted.

The pooler is played by changing the session under Django's connection between transactions, as PgBouncer
does; the other session is left in another tenant's role, the worst that a client could leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError, NotSupportedError

from backend.kernel.models import Sequence
from backend.kernel.tenancy import PUBLIC, NoTenant, TenantInfo, role_of, tenant_context


@pytest.fixture
def pooled(alpha: TenantInfo, beta: TenantInfo) -> Iterator[Any]:
    """The default connection in transaction-pooling mode."""
    wrapper = connections["default"]
    wrapper.close()
    wrapper._pooled = True  # type: ignore[attr-defined]
    yield wrapper
    wrapper.close()
    wrapper._pooled = False  # type: ignore[attr-defined]


def where() -> tuple[str, str]:
    """The role and the schema that a statement runs in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user::text, current_schema()::text")
        found: tuple[str, str] = cursor.fetchone()
    return found


def left(session: psycopg.Connection[Any]) -> tuple[str, str]:
    """What a transaction has left on a session."""
    with psycopg.ClientCursor(session) as cursor:
        row = cursor.execute("SELECT current_user::text, current_setting('search_path')").fetchone()
    assert row is not None
    return row


CLEAN = ("guildhall_app", '""')


def test_a_statement_alone_leaves_nothing(pooled: Any, alpha: TenantInfo) -> None:
    with tenant_context(alpha):
        assert where() == (role_of(alpha.schema), alpha.schema)
        assert left(pooled.connection) == CLEAN
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute("SELECT nothing_such")
        assert left(pooled.connection) == CLEAN
        assert where() == (role_of(alpha.schema), alpha.schema)
    with tenant_context(PUBLIC):
        assert where() == ("guildhall_app", "public")


def test_a_transaction_leaves_nothing(pooled: Any, alpha: TenantInfo, beta: TenantInfo) -> None:
    with tenant_context(alpha):
        with transaction.atomic():
            for _ in range(2):
                assert where() == (role_of(alpha.schema), alpha.schema)
            with tenant_context(beta):
                assert where() == (role_of(beta.schema), beta.schema)
            with pytest.raises(KeyError), transaction.atomic():  # noqa: PT012
                where()
                raise KeyError
            assert where() == (role_of(alpha.schema), alpha.schema)
        assert left(pooled.connection) == CLEAN
        with pytest.raises(KeyError), transaction.atomic():  # noqa: PT012
            where()
            raise KeyError
        assert left(pooled.connection) == CLEAN


def test_another_session_is_not_trusted(pooled: Any, alpha: TenantInfo, beta: TenantInfo) -> None:
    with tenant_context(alpha):
        where()
        first = pooled.connection
        other = pooled.get_new_connection(pooled.get_connection_params())
        other.autocommit = True
        with psycopg.ClientCursor(other) as cursor:
            cursor.execute(f'SET ROLE "{role_of(beta.schema)}"'.encode())
            cursor.execute(f'SET search_path = "{beta.schema}"'.encode())
        pooled.connection = other
        try:
            assert where() == (role_of(alpha.schema), alpha.schema)
            with transaction.atomic():
                assert where() == (role_of(alpha.schema), alpha.schema)
            assert Sequence.objects.filter(name="none").count() == 0
        finally:
            pooled.connection = first
            other.close()


def test_no_tenant_no_query(pooled: Any) -> None:
    with pytest.raises(NoTenant), connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def test_writes_outside_a_transaction_are_kept(pooled: Any, alpha: TenantInfo) -> None:
    with tenant_context(alpha):
        row = Sequence.objects.create(name="pooled", value=3)
        assert Sequence.objects.get(pk=row.pk).value == 3
        row.delete()


def test_copy_needs_a_transaction(pooled: Any, alpha: TenantInfo) -> None:
    with tenant_context(alpha):
        with connection.cursor() as cursor, pytest.raises(NotSupportedError):
            cursor.copy("COPY kernel_sequence TO STDOUT").__enter__()
        with transaction.atomic():
            Sequence.objects.create(name="pooled", value=3)
            with connection.cursor() as cursor, cursor.copy("COPY kernel_sequence (name) TO STDOUT") as out:
                assert b"pooled\n" in [bytes(line) for line in out]
            transaction.set_rollback(True)
