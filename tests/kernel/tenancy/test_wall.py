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

from backend.kernel.tenancy import TenantInfo, role_of, tenant_context
from backend.platform.tenants.owner import owner_connection, owner_parameters
from backend.platform.tenants.services import drop_tenant, provision_tenant

SECRET = "beta-has-a-secret"


@pytest.fixture(scope="module")
def rivals(database: str) -> Iterator[tuple[TenantInfo, TenantInfo]]:
    """Two tenants with committed rows; the second has a secret, and statistics about it."""
    own, other = (
        provision_tenant(slug=f"rival-{n}-{uuid.uuid4().hex[:6]}", name="Rival").info() for n in (1, 2)
    )
    for info, name in ((own, "own"), (other, SECRET)):
        with tenant_context(info), connection.cursor() as cursor:
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


READS = {
    "another schema by name": 'SELECT name FROM "{other}".kernel_sequence',
    "another schema in a subquery": 'SELECT (SELECT count(*) FROM "{other}".kernel_sequence)',
    "a join with another schema": 'SELECT o.name FROM kernel_sequence s JOIN "{other}".kernel_sequence o ON true',
    "write into another schema": 'UPDATE "{other}".kernel_sequence SET value = 0',
    "delete from another schema": 'DELETE FROM "{other}".kernel_sequence',
    "the operator's tenants": "SELECT slug FROM public.tenants_tenant",
    "the operator's users": "SELECT * FROM public.accounts_user",
    "query_to_xml": "SELECT query_to_xml('SELECT name FROM \"{other}\".kernel_sequence', true, true, '')",
    "table_to_xml": "SELECT table_to_xml('\"{other}\".kernel_sequence'::regclass, true, true, '')",
    "schema_to_xml": "SELECT schema_to_xml('{other}', true, true, '')",
    "set_config of the role": "SELECT set_config('role', '{other_role}', false)",
    "set_config of the search path": "SELECT set_config('search_path', '{other}', false)",
    "a foreign sequence": "SELECT nextval('\"{other}\".django_migrations_id_seq')",
    "a foreign sequence's value": 'SELECT last_value FROM "{other}".django_migrations_id_seq',
    "copy out of another schema": 'COPY "{other}".kernel_sequence TO STDOUT',
    "copy to a program": "COPY kernel_sequence TO PROGRAM 'cat'",
    "copy from a file": "COPY kernel_sequence FROM '/etc/passwd'",
    "a temporary table": "CREATE TEMPORARY TABLE stolen (a int)",
    "a table of its own": "CREATE TABLE stolen (a int)",
    "a table in public": "CREATE TABLE public.stolen (a int)",
    "a function of its own": "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "a view over another schema": 'CREATE VIEW v AS SELECT * FROM "{other}".kernel_sequence',
    "a trigger": "CREATE TRIGGER t BEFORE INSERT ON kernel_sequence EXECUTE FUNCTION public.audit_guard()",
    "drop its own table": "DROP TABLE kernel_sequence",
    "alter its own table": "ALTER TABLE kernel_sequence DISABLE TRIGGER ALL",
    "truncate its own table": "TRUNCATE kernel_sequence",
    "a new role": "CREATE ROLE intruder",
    "grant itself": 'GRANT "{other_role}" TO "{own_role}"',
    "an anonymous block": "DO $$ BEGIN EXECUTE 'RESET ROLE'; END $$",
    "read a file": "SELECT pg_read_file('/etc/passwd')",
    "list a directory": "SELECT pg_ls_dir('/')",
    "a large object from a file": "SELECT lo_import('/etc/passwd')",
    "a large object of its own": "SELECT lo_from_bytea(0, 'x')",
    "another large object by its number": "SELECT lo_create(424242)",
    "another's large object": "SELECT lo_get({their_object})",
    "the bytes of large objects": "SELECT data FROM pg_largeobject WHERE loid = {their_object}",
    "a word to all businesses": "SELECT pg_notify('events', 'x')",
    "a function of another schema": 'SELECT "{other}".ledger_refuse()',
    "the size of another's table": 'SELECT count(*) FROM "{other}".django_migrations TABLESAMPLE SYSTEM (100)',
    "a foreign key into another schema": (
        'ALTER TABLE kernel_sequence ADD FOREIGN KEY (id) REFERENCES "{other}".kernel_sequence'
    ),
    "insert from another schema": 'INSERT INTO kernel_sequence SELECT * FROM "{other}".kernel_sequence',
    "a cursor over another schema": 'DECLARE c CURSOR WITH HOLD FOR SELECT * FROM "{other}".kernel_sequence',
    "a plan with another's values": 'EXPLAIN ANALYZE SELECT * FROM "{other}".kernel_sequence',
    "a lock on another's table": 'LOCK TABLE "{other}".kernel_sequence',
    "an extension": "CREATE EXTENSION vector SCHEMA public",
    "a foreign server": "CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw",
    "a setting of the database": "ALTER DATABASE {database} SET search_path = '{other}'",
    "a setting of the system": "ALTER SYSTEM SET log_statement = 'all'",
    "a setting of the login": "ALTER ROLE guildhall_app SET search_path = '{other}'",
    "rights on its tables to another": 'GRANT SELECT ON ALL TABLES IN SCHEMA "{other}" TO "{own_role}"',
    "another's schema, dropped": 'DROP SCHEMA "{other}" CASCADE',
    "another's schema, renamed": 'ALTER SCHEMA "{other}" RENAME TO gone',
    "settings that the server keeps": "SELECT pg_reload_conf()",
    "the server's log": "SELECT pg_rotate_logfile()",
    "other backends' queries, cancelled": "SELECT pg_cancel_backend({owner_pid})",
    "a file of the server": "SELECT pg_read_binary_file('PG_VERSION')",
    "write a file": "COPY (SELECT 1) TO '/tmp/stolen'",
    "an event trigger": "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION public.audit_guard()",
    "a publication": "CREATE PUBLICATION p FOR TABLE kernel_sequence",
    "an entry in the audit": (
        'INSERT INTO audit_entry (id, at, txid, "table", row_id, action, actor_kind) '
        "VALUES (gen_random_uuid(), now(), 1, 'x', gen_random_uuid(), 'insert', 'staff')"
    ),
    "an entry of the audit, removed": "DELETE FROM audit_entry",
    "end other connections": "SELECT pg_terminate_backend({owner_pid})",
    "passwords": "SELECT rolpassword FROM pg_authid",
    "statistics of columns": "SELECT stavalues1 FROM pg_statistic",
    "switch triggers off": "SET session_replication_role = replica",
}

GUARDED = {
    "another tenant's role": 'SET ROLE "{other_role}"',
    "out of its role": "RESET ROLE",
    "to the login": "SET ROLE NONE",
    "for the session": "SET SESSION ROLE NONE",
    "for the transaction": 'SET LOCAL ROLE "{other_role}"',
    "the session's user": "SET SESSION AUTHORIZATION DEFAULT",
    "reset all": "RESET ALL",
    "discard all": "DISCARD ALL",
    "after a comment": "/* a comment */ RESET ROLE",
    "after a nested comment": "/* a /* nested */ comment */ RESET ROLE",
    "after a line comment": "-- a comment\nRESET ROLE",
    "after a comment that a carriage return ends": "-- a comment\rRESET ROLE",
    "after an empty statement": "; RESET ROLE",
    "in another case": "\t rEsEt rOlE",
    "the search path": 'SET search_path = "{other}"',
    "local search path": 'SET LOCAL search_path = "{other}"',
    "stacked after a select": "SELECT 1; RESET ROLE",
    "stacked selects": 'SELECT 1; SELECT name FROM "{other}".kernel_sequence',
    "stacked with a transaction": "COMMIT; RESET ROLE",
    "prepared": "PREPARE p AS RESET ROLE",
    "a prepared select": "PREPARE p AS SELECT 1",
    "listening": "LISTEN events",
    "telling": "NOTIFY events, 'x'",
    "its own settings": "ALTER ROLE \"{own_role}\" SET search_path = '{other}'",
    "a library": "LOAD 'auto_explain'",
    "a procedure": "CALL leave()",
    "vacuum": "VACUUM kernel_sequence",
    "comment": "COMMENT ON TABLE kernel_sequence IS 'x'",
    "a word that is none": "SELEC 1",
}


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
        database=f'"{connection.settings_dict["NAME"]}"',
        other=other.schema,
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
