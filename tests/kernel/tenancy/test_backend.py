"""The connection is in the tenant that runs: after rollbacks, savepoints, failed commits and new connections."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError, InternalError, ProgrammingError

from backend.kernel.tenancy import PUBLIC, NoTenant, TenantInfo, role_of, tenant_context
from backend.platform.tenants.owner import owner_connection


def where() -> tuple[str, str]:
    """The role and the schema that a statement would run in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_schema()")
        found: tuple[str, str] = cursor.fetchone()
    return found


def home(tenant: TenantInfo) -> tuple[str, str]:
    """Where a tenant's statements belong."""
    return role_of(tenant.schema), tenant.schema


LOGIN = ("guildhall_app", "public")


@pytest.fixture
def pair(alpha: TenantInfo, beta: TenantInfo) -> tuple[TenantInfo, TenantInfo]:
    """Two tenants, neither entered, no transaction open."""
    connection.close()
    return alpha, beta


def test_no_tenant_no_query(database: str) -> None:
    with pytest.raises(NoTenant), connection.cursor():
        pass


def test_enters_and_leaves(pair: tuple[TenantInfo, TenantInfo]) -> None:
    alpha, beta = pair
    with tenant_context(alpha):
        assert where() == home(alpha)
        with tenant_context(beta):
            assert where() == home(beta)
        assert where() == home(alpha)
    with tenant_context(PUBLIC):
        assert where() == LOGIN


def test_sends_only_on_a_change(pair: tuple[TenantInfo, TenantInfo]) -> None:
    alpha, beta = pair
    entries: list[str] = []

    class Counting(psycopg.ClientCursor[Any]):
        def execute(self, query: Any, *args: Any, **options: Any) -> Any:
            entries.append(bytes(query).decode())
            return super().execute(query, *args, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(psycopg, "ClientCursor", Counting)
        with tenant_context(alpha):
            for _ in range(5):
                where()
        with tenant_context(beta):
            for _ in range(5):
                where()
    assert [text.split(",")[0] for text in entries] == [
        f'SET search_path = "{alpha.schema}"',
        f'SET search_path = "{beta.schema}"',
    ]


@pytest.mark.parametrize("end", ["error", "set_rollback"])
def test_rollback_undoes_the_set(pair: tuple[TenantInfo, TenantInfo], end: str) -> None:
    alpha, beta = pair
    with tenant_context(alpha):
        where()
    with tenant_context(beta):
        try:
            with transaction.atomic():
                assert where() == home(beta)
                if end == "error":
                    raise KeyError
                transaction.set_rollback(True)
        except KeyError:
            pass
        # PostgreSQL is back in alpha's role now.
        assert where() == home(beta)


def test_savepoint_rollback_undoes_the_set(pair: tuple[TenantInfo, TenantInfo]) -> None:
    alpha, beta = pair
    with tenant_context(alpha), transaction.atomic():
        assert where() == home(alpha)
        with tenant_context(beta):
            with pytest.raises(KeyError), transaction.atomic():  # noqa: PT012
                assert where() == home(beta)
                raise KeyError
            assert where() == home(beta)
        assert where() == home(alpha)


def test_savepoint_rolls_back_from_another_tenant_after_an_error(pair: tuple[TenantInfo, TenantInfo]) -> None:
    """The failed statement ran in beta; its savepoint ends in alpha, with the transaction aborted."""
    alpha, beta = pair
    with tenant_context(alpha), transaction.atomic():
        where()
        with pytest.raises(ProgrammingError), transaction.atomic():  # noqa: SIM117
            with tenant_context(beta), connection.cursor() as cursor:
                cursor.execute("SELECT nothing_such")
        assert where() == home(alpha)


def test_a_change_in_an_aborted_transaction_is_refused(pair: tuple[TenantInfo, TenantInfo]) -> None:
    alpha, beta = pair
    with tenant_context(alpha), pytest.raises(InternalError), transaction.atomic():  # noqa: PT012
        with pytest.raises(ProgrammingError), connection.cursor() as cursor:
            cursor.execute("SELECT nothing_such")
        with tenant_context(beta), connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    with tenant_context(beta):
        assert where() == home(beta)


def test_commit_of_an_aborted_transaction_is_a_rollback(pair: tuple[TenantInfo, TenantInfo]) -> None:
    alpha, beta = pair
    with tenant_context(alpha):
        where()
    with tenant_context(beta):
        connection.set_autocommit(False)
        where()
        with pytest.raises(ProgrammingError), connection.cursor() as cursor:
            cursor.execute("SELECT nothing_such")
        connection.commit()
        connection.set_autocommit(True)
        assert where() == home(beta)


def test_a_failed_commit_forgets(live_tenant: TenantInfo, beta: TenantInfo) -> None:
    with tenant_context(beta):
        where()
    with owner_connection() as owner:
        owner.execute(
            f'SET search_path = "{live_tenant.schema}";'
            "CREATE TABLE probe (a int PRIMARY KEY REFERENCES probe DEFERRABLE INITIALLY DEFERRED, b int);"
            "ALTER TABLE probe ADD FOREIGN KEY (b) REFERENCES probe DEFERRABLE INITIALLY DEFERRED".encode()
        )
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO probe VALUES (1, 2)")  # Breaks at COMMIT.
    assert where() == home(live_tenant)


def test_a_new_connection_knows_nothing(pair: tuple[TenantInfo, TenantInfo]) -> None:
    alpha, _ = pair
    with tenant_context(alpha):
        where()
        connection.close()
        assert connection.entered is None
        assert where() == home(alpha)


def test_a_refused_set_raises_and_the_next_tries_again(pair: tuple[TenantInfo, TenantInfo]) -> None:
    """A schema whose role is not there: stock django-tenants would run on in the schema before."""
    import dataclasses

    alpha, _ = pair
    ghost = dataclasses.replace(alpha, id=uuid.uuid4(), schema=f"t_{uuid.uuid4().hex}")
    with tenant_context(alpha):
        where()
    with tenant_context(ghost):
        for _ in range(2):
            with pytest.raises(DatabaseError), connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM kernel_sequence")
    with tenant_context(alpha):
        assert where() == home(alpha)


def test_a_name_that_is_not_ours_is_refused(pair: tuple[TenantInfo, TenantInfo]) -> None:
    import dataclasses

    alpha, _ = pair
    for schema in ("pg_catalog", 't_x"; DROP', "", "information_schema"):
        with tenant_context(dataclasses.replace(alpha, schema=schema)), pytest.raises(ValueError):
            where()


def test_named_cursors_are_walled_too(pair: tuple[TenantInfo, TenantInfo]) -> None:
    alpha, beta = pair
    with tenant_context(alpha), transaction.atomic():
        with connection.chunked_cursor() as cursor:
            cursor.execute("SELECT current_user::text")
            assert cursor.fetchone() == (role_of(alpha.schema),)
        with pytest.raises(DatabaseError), connection.chunked_cursor() as cursor:
            cursor.execute(f'SELECT name FROM "{beta.schema}".kernel_sequence')


def test_own_settings_reach_the_transaction_only(tenant: TenantInfo) -> None:
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SET LOCAL guildhall.ctx = '{}'")
        cursor.execute("SELECT current_setting('guildhall.ctx', true)")
        assert cursor.fetchone() == ("{}",)


def test_a_statement_costs_no_other(
    tenant: TenantInfo, queries: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    where()
    with queries() as seen:
        where()
    assert len(seen) == 1


def test_an_old_cursor_follows_the_tenant(pair: tuple[TenantInfo, TenantInfo]) -> None:
    """A cursor that is kept runs in the tenant of the moment, not in that of its making."""
    alpha, beta = pair
    with tenant_context(alpha), connection.cursor() as kept:
        kept.execute("SELECT current_schema()")
        with tenant_context(beta):
            where()
            kept.execute("SELECT current_schema()")
            assert kept.fetchone() == (beta.schema,)
        kept.execute("SELECT current_schema()")
        assert kept.fetchone() == (alpha.schema,)


def test_psycopgs_own_cursor_is_walled(pair: tuple[TenantInfo, TenantInfo]) -> None:
    """Code that takes the connection under Django's gets the same wall."""
    alpha, beta = pair
    with tenant_context(alpha):
        where()
        raw = connection.connection
        with tenant_context(beta):
            assert raw.execute("SELECT current_schema()").fetchone() == (beta.schema,)
        with pytest.raises(DatabaseError):
            raw.execute("RESET ROLE")
    with pytest.raises(NoTenant):
        raw.execute("SELECT 1")


def test_copy_runs_in_the_tenant(live_tenant: TenantInfo) -> None:
    with connection.cursor() as cursor, transaction.atomic():
        with cursor.copy("COPY kernel_sequence (id, name, period, value) FROM STDIN") as copy:
            copy.write_row([uuid.uuid4(), "copied", "", 1])
        cursor.execute("SELECT count(*) FROM kernel_sequence WHERE name = 'copied'")
        assert cursor.fetchone() == (1,)
