"""Prepared statements outlive the tenant that ran first, and are of the tenant that runs all the same."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, NotSupportedError, ProgrammingError

from backend.kernel import db
from backend.kernel.models import Sequence
from backend.kernel.tenancy import PUBLIC, TenantInfo, role_of, tenant_context
from backend.kernel.tenancy.postgresql.cursors import TenantFixedCursor
from backend.kernel.tenancy.postgresql.guard import TenantEscape
from backend.platform.tenants.owner import owner_connection

NAME = "prepared"
COUNT = "SELECT coalesce(sum(value), 0)::bigint FROM kernel_sequence WHERE name = %s"


SENT: list[str] = []
"""What ran by its name, prepared: the server's own list of it is closed to a tenant's role."""


@pytest.fixture
def pair(
    alpha: TenantInfo, beta: TenantInfo, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[TenantInfo, TenantInfo]]:
    """Two tenants and a connection that has prepared nothing; what the test counts goes with it."""
    real = TenantFixedCursor._send_query_prepared  # type: ignore[attr-defined]

    def send(self: Any, name: bytes, query: Any, **options: Any) -> None:
        SENT.append(query.query.decode())
        real(self, name, query, **options)

    monkeypatch.setattr(TenantFixedCursor, "_send_query_prepared", send)
    SENT.clear()
    connection.close()
    yield alpha, beta
    for tenant in (alpha, beta):
        with tenant_context(tenant):
            Sequence.objects.filter(name=NAME).delete()


def ran(text: str) -> int:
    """How often a prepared statement ran."""
    return sum(text in statement for statement in SENT)


def test_each_tenant_reads_its_own(pair: tuple[TenantInfo, TenantInfo]) -> None:
    for number, tenant in enumerate(pair, start=1):
        with tenant_context(tenant):
            Sequence.objects.create(name=NAME, value=number)
    for _ in range(12):
        for number, tenant in enumerate(pair, start=1):
            with tenant_context(tenant):
                assert db.fetch(COUNT, [NAME]) == [(number,)]
        with tenant_context(PUBLIC):
            assert db.fetch(COUNT, [NAME]) == [(0,)]
    with tenant_context(pair[0]):
        assert ran("coalesce(sum(value)") == 34, "all but the first two by one prepared statement"


def test_each_tenant_writes_its_own(pair: tuple[TenantInfo, TenantInfo]) -> None:
    for tenant in pair * 6:
        with tenant_context(tenant), db.transaction():
            db.next_number(NAME)
    for tenant in pair:
        with tenant_context(tenant):
            assert db.fetch(COUNT, [NAME]) == [(6,)]
            assert ran("INSERT INTO kernel_sequence") == 10


def test_rights_are_those_of_the_role_that_runs(pair: tuple[TenantInfo, TenantInfo]) -> None:
    own, other = pair
    # Named with its schema, so that the search path is not what decides.
    query = f'SELECT count(*) FROM "{own.schema}".kernel_sequence'
    for _ in range(8):
        with tenant_context(own):
            db.fetch(query)
        with tenant_context(other), pytest.raises(ProgrammingError, match="permission denied"):
            db.fetch(query)
    with tenant_context(own):
        assert ran(query) >= 6


def test_row_security_is_that_of_the_role_that_runs(pair: tuple[TenantInfo, TenantInfo]) -> None:
    query = "SELECT DISTINCT schema_name FROM public.kernel_eventsignal"
    with transaction.atomic():
        for tenant in pair:
            with tenant_context(tenant):
                db.fetch(
                    "INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at) "
                    "VALUES (%s, 'events', now()) RETURNING id",
                    [tenant.schema],
                )
        for tenant in pair * 6:
            with tenant_context(tenant):
                assert db.fetch(query) == [(tenant.schema,)]
        transaction.set_rollback(True)


def test_they_outlive_a_rollback(pair: tuple[TenantInfo, TenantInfo]) -> None:
    with tenant_context(pair[0]):
        for _ in range(4):
            db.fetch(COUNT, [NAME])
        before = ran("coalesce(sum(value)")
        for _ in range(2):
            with transaction.atomic():
                db.fetch(COUNT, [NAME])
                transaction.set_rollback(True)
        assert ran("coalesce(sum(value)") == before + 2
        assert db.fetch("SELECT current_user::text, current_schema()::text") == [
            (role_of(pair[0].schema), pair[0].schema)
        ]


def test_a_statement_that_failed_does_not_stay(pair: tuple[TenantInfo, TenantInfo]) -> None:
    row = [uuid.uuid4(), NAME]
    insert = "INSERT INTO kernel_sequence (id, name, period, value) VALUES (%s, %s, '', 0) RETURNING id"
    with tenant_context(pair[0]):
        assert db.fetch(insert, row) == [(row[0],)]
        for _ in range(5):
            with pytest.raises(IntegrityError):
                db.fetch(insert, row)
        Sequence.objects.filter(name=NAME).delete()
        assert db.fetch(insert, row) == [(row[0],)]


def test_a_column_of_another_type_fails_once(pair: tuple[TenantInfo, TenantInfo]) -> None:
    """A migration ran while the session was open."""
    table = f'"{pair[0].schema}".prepared_probe'
    with owner_connection() as owner:
        owner.execute(f"CREATE TABLE {table} (value integer); INSERT INTO {table} VALUES (7)".encode())
        owner.execute(f'GRANT SELECT ON {table} TO "{role_of(pair[0].schema)}"'.encode())
    try:
        with tenant_context(pair[0]):
            for _ in range(4):
                assert db.fetch("SELECT value FROM prepared_probe") == [(7,)]
            with owner_connection() as owner:
                owner.execute(f"ALTER TABLE {table} ALTER value TYPE text".encode())
            with pytest.raises(NotSupportedError, match="must not change result type"):
                db.fetch("SELECT value FROM prepared_probe")
            for _ in range(4):
                assert db.fetch("SELECT value FROM prepared_probe") == [("7",)]
    finally:
        with owner_connection() as owner:
            owner.execute(f"DROP TABLE {table}".encode())


@pytest.mark.parametrize(
    "statement",
    [
        "RESET ROLE",
        "SET ROLE guildhall_app",
        "SET search_path = public",
        "DEALLOCATE ALL",
        "PREPARE a AS SELECT 1",
    ],
)
def test_the_guard_stands_before_them(pair: tuple[TenantInfo, TenantInfo], statement: str) -> None:
    with tenant_context(pair[0]):
        for _ in range(4):
            with pytest.raises(TenantEscape):
                db.fetch(statement)


def test_one_statement_a_message(pair: tuple[TenantInfo, TenantInfo]) -> None:
    with tenant_context(pair[0]):
        for _ in range(4):
            with pytest.raises(ProgrammingError, match="cannot insert multiple commands"):
                db.fetch("SELECT 1; RESET ROLE")


@pytest.mark.parametrize("value", [None, 0, 70000, 2**40, -1])
def test_one_prepared_statement_whatever_the_parameters(
    pair: tuple[TenantInfo, TenantInfo], value: int | None
) -> None:
    run: Callable[[Any], Any] = lambda given: db.fetch("SELECT coalesce(%s::bigint, 5)", [given])  # noqa: E731
    with tenant_context(pair[0]):
        for given in (1, 2, 3):
            run(given)
        assert run(value) == [(5 if value is None else value,)]
        assert ran("SELECT coalesce($1::bigint, 5)") == 2


def test_what_ran_is_told_prepared_or_not(
    pair: tuple[TenantInfo, TenantInfo], queries: Callable[[], Any]
) -> None:
    """Logs and the tests that count statements read it."""
    with tenant_context(pair[0]):
        for _ in range(5):
            with queries() as seen:
                db.fetch(COUNT, [NAME])
            assert len([one for one in seen if "kernel_sequence" in one]) == 1
    assert ran("kernel_sequence") >= 2
