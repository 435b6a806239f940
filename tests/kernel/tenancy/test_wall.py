"""The wall: what a tenant's connection tries against another tenant, and the database's refusal.

Two lists: statements through Django's connection (the guard and the extended protocol are part of the wall
there), and the same through a bare psycopg session in the tenant's role, where only PostgreSQL refuses.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.db.utils import Error

from backend.kernel import db
from backend.kernel.tenancy import PUBLIC, TenantInfo, role_of, tenant_context
from backend.platform.tenants.bootstrap import ADVISORY
from backend.platform.tenants.owner import owner_connection, owner_parameters
from backend.platform.tenants.services import drop_tenant, provision_tenant
from tests.kernel.tenancy.attacks_sql import GUARDED, READS

SECRET = "beta-has-a-secret"


@pytest.fixture(scope="module")
def rivals(database: str) -> Iterator[tuple[TenantInfo, TenantInfo]]:
    """Two tenants with committed rows; the second has a secret, and statistics about it."""
    own, other = (
        provision_tenant(slug=f"rival-{n}-{uuid.uuid4().hex[:6]}", name="Rival").info() for n in (1, 2)
    )
    for info, name in ((own, "own"), (other, SECRET)):
        with tenant_context(info), connection.cursor() as cursor:
            # So that all rows of the table are the test's: marks of reference data stand there too.
            cursor.execute("DELETE FROM kernel_sequence")
            cursor.execute(
                "INSERT INTO kernel_sequence (id, name, period, value) "
                "SELECT gen_random_uuid(), %s, n::text, n FROM generate_series(1, 20) n",
                [name],
            )
    with owner_connection() as owner:
        owner.execute(f'ANALYZE "{other.schema}".kernel_sequence'.encode())
    yield own, other
    connection.close()
    for info in (own, other):
        drop_tenant(tenant_id=info.id)


@pytest.fixture(scope="module")
def owner_pid(database: str) -> Iterator[int]:
    """A connection of the owner's, for attacks on it."""
    with owner_connection() as owner:
        yield owner.info.backend_pid


@pytest.fixture(scope="module")
def their_object(database: str) -> Iterator[int]:
    """A large object of the owner's, as an installation before this wall might have."""
    with owner_connection() as owner:
        row = owner.execute("SELECT lo_from_bytea(0, %s)", [SECRET.encode()]).fetchone()
        assert row is not None
        yield row[0]
        owner.execute("SELECT lo_unlink(%s)", [row[0]])


def _fill(text: str, own: TenantInfo, other: TenantInfo, owner_pid: int, their_object: int) -> str:
    return text.format(
        owner_pid=owner_pid,
        their_object=their_object,
        migrations_lock=ADVISORY,
        database=f'"{connection.settings_dict["NAME"]}"',
        other=other.schema,
        other_escaped="".join(f"\\{ord(letter):04x}" for letter in other.schema),
        own=own.schema,
        other_role=role_of(other.schema),
        own_role=role_of(own.schema),
    )


@pytest.mark.parametrize("name", [*READS, *GUARDED])
def test_refused_through_django(
    name: str, rivals: tuple[TenantInfo, TenantInfo], owner_pid: int, their_object: int
) -> None:
    own, other = rivals
    statement = _fill({**READS, **GUARDED}[name], own, other, owner_pid, their_object)
    with tenant_context(own):
        with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        # The connection is where it was, and the rows are as they were.
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, current_schema(), count(*) FROM kernel_sequence")
            assert cursor.fetchone() == (role_of(own.schema), own.schema, 20)
    with tenant_context(other), connection.cursor() as cursor:
        cursor.execute("SELECT count(*), sum(value) FROM kernel_sequence")
        assert cursor.fetchone() == (20, 210)


@pytest.mark.parametrize("name", READS)
def test_refused_by_postgresql_alone(
    name: str, rivals: tuple[TenantInfo, TenantInfo], owner_pid: int, their_object: int
) -> None:
    own, other = rivals
    with _bare(own) as session, pytest.raises(psycopg.Error) as refusal:
        session.execute(_fill(READS[name], own, other, owner_pid, their_object).encode(), prepare=True)
    assert SECRET not in str(refusal.value)


def test_statistics_show_nothing_of_others(rivals: tuple[TenantInfo, TenantInfo]) -> None:
    own, other = rivals
    with owner_connection() as owner:
        row = owner.execute(
            "SELECT most_common_vals::text FROM pg_stats "
            "WHERE schemaname = %s AND tablename = 'kernel_sequence' AND attname = 'name'",
            [other.schema],
        ).fetchone()
        assert row is not None
        assert SECRET in row[0], "the owner sees the secret in the statistics"
    with _bare(own) as session:
        assert (
            session.execute("SELECT * FROM pg_stats WHERE schemaname = %s", [other.schema]).fetchall() == []
        )


def test_activity_shows_nothing_of_others(rivals: tuple[TenantInfo, TenantInfo]) -> None:
    """What other connections run is hidden, those of the same login too."""
    own, other = rivals
    with _bare(other) as theirs, _bare(own) as session:
        theirs.execute(f"SELECT '{SECRET}'".encode())
        rows = session.execute("SELECT query FROM pg_stat_activity WHERE pid <> pg_backend_pid()").fetchall()
        assert rows
        assert not any(SECRET in (query or "") for (query,) in rows)


def test_shared_signals_show_only_own_rows(rivals: tuple[TenantInfo, TenantInfo]) -> None:
    own, other = rivals
    with owner_connection() as owner:
        owner.execute("DELETE FROM public.kernel_eventsignal")
        for info in rivals:
            owner.execute(
                "INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at) VALUES (%s, 'events', now())",
                [info.schema],
            )
    with tenant_context(own):
        with connection.cursor() as cursor:
            cursor.execute("SELECT schema_name FROM public.kernel_eventsignal")
            assert cursor.fetchall() == [(own.schema,)]
        with pytest.raises(Error), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at) VALUES (%s, 'events', now())",
                [other.schema],
            )
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM public.kernel_eventsignal WHERE schema_name = %s", [other.schema])
            assert cursor.rowcount == 0


def test_a_lock_is_ones_own(rivals: tuple[TenantInfo, TenantInfo]) -> None:
    """Every number that a tenant's SQL may lock is nobody else's: not another's, the operator's or the owner's."""
    own, other = rivals
    number = ADVISORY % 2**31
    with _bare(own) as session, _bare(own) as same, _bare(other) as theirs, _login() as operator:
        held = "SELECT classid::bigint, objid::bigint, objsubid FROM pg_locks WHERE locktype = 'advisory' AND pid = %s"
        session.execute("BEGIN")
        session.execute("SELECT guildhall_lock(%s)", [number])
        with owner_connection() as owner:
            found = owner.execute(held, [session.info.backend_pid]).fetchall()
            row = owner.execute(
                "SELECT oid::bigint FROM pg_roles WHERE rolname = %s", [role_of(own.schema)]
            ).fetchone()
            assert row is not None
            # Two keys (2), the first of which is the role's number, above whatever the owner takes by two keys.
            assert found == [(row[0], number, 2)]
            assert row[0] >= 16384
            taken = owner.execute("SELECT pg_try_advisory_lock(%s::bigint)", [number]).fetchone()
            assert taken == (True,)
        for who, free in ((same, False), (theirs, True), (operator, True)):
            assert who.execute("SELECT public.guildhall_try_lock(%s)", [number]).fetchone() == (free,), who
        session.execute("COMMIT")
        assert same.execute("SELECT guildhall_try_lock(%s)", [number]).fetchone() == (True,)


def test_our_own_locks_hold_in_one_tenant(rivals: tuple[TenantInfo, TenantInfo]) -> None:
    """What the kernel takes: of one name and key in two businesses and the operator's schema, and once more."""
    own, other = rivals
    with tenant_context(own), db.transaction(holding=("wall", "key")):
        assert db.advisory_lock("wall", "key", wait=False), "the same transaction holds it already"
        with _bare(own) as same:
            number = db.transactions._number_of("wall", "key")
            assert same.execute("SELECT guildhall_try_lock(%s)", [number]).fetchone() == (False,)
        for info in (other, PUBLIC):
            with tenant_context(info):
                assert db.advisory_lock("wall", "key", wait=False)


def test_the_login_itself_reaches_no_tenant(rivals: tuple[TenantInfo, TenantInfo]) -> None:
    """In the operator's schema the login has no right in any tenant's: it does not inherit their roles."""
    own, _other = rivals
    with _login() as session, pytest.raises(psycopg.errors.InsufficientPrivilege):
        session.execute(f'SELECT * FROM "{own.schema}".kernel_sequence'.encode())


def test_what_postgresql_cannot_refuse(rivals: tuple[TenantInfo, TenantInfo]) -> None:
    """The limit, written down: a session that sends RESET ROLE as a statement of its own leaves the role.

    Only the guard in our cursors refuses that. If PostgreSQL ever can, this test says so.
    """
    own, other = rivals
    with _bare(own) as session:
        session.execute("RESET ROLE")
        session.execute(f'SET ROLE "{role_of(other.schema)}"'.encode())
        row = session.execute(
            f'SELECT name FROM "{other.schema}".kernel_sequence LIMIT 1'.encode()
        ).fetchone()
        assert row == (SECRET,)


def test_ordinary_work_passes(rivals: tuple[TenantInfo, TenantInfo]) -> None:
    own, _other = rivals
    with tenant_context(own), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute('SET LOCAL guildhall.ctx = \'{"actor": "usr_x"}\'')
        cursor.execute("SET LOCAL lock_timeout = '3s'")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("  -- a comment\n SELECT current_setting('guildhall.ctx')")
        assert cursor.fetchone() == ('{"actor": "usr_x"}',)
        cursor.execute("(SELECT 1) UNION (SELECT 1)")
        cursor.execute("WITH a AS (SELECT 1) SELECT * FROM a")
        cursor.execute("SELECT '50%'")
        assert cursor.fetchone() == ("50%",)


def _login() -> psycopg.Connection[Any]:
    database = settings.DATABASES["default"]
    return psycopg.connect(
        **{**owner_parameters(), "user": database["USER"], "password": database["PASSWORD"]}, autocommit=True
    )


def _bare(tenant: TenantInfo) -> psycopg.Connection[Any]:
    """A session in the tenant's role with nothing of ours between it and PostgreSQL."""
    session = _login()
    session.execute(
        f'SET search_path = "{tenant.schema}", public; SET ROLE "{role_of(tenant.schema)}"'.encode()
    )
    return session
