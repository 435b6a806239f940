"""Row-level security on the tables of public: the second barrier, where a GRANT should ever be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from backend.kernel.tenancy import PUBLIC, TenantInfo, role_of, tenant_context
from backend.kernel.tenancy.setup import public_grants_sql
from backend.platform.tenants.models import Tenant
from backend.platform.tenants.owner import owner_connection, owner_parameters

OPEN_TO_TENANTS = {"kernel_eventsignal"}
"""The tables of public that tenants' roles have rights on, each with a policy that shows them their own rows."""


def tables(owner: psycopg.Connection[Any]) -> list[str]:
    """The tables of public."""
    rows = owner.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
    ).fetchall()
    return [name for (name,) in rows]


@pytest.fixture
def granted(alpha: TenantInfo) -> Iterator[psycopg.Connection[Any]]:
    """A session in alpha's role, to which somebody has by mistake granted everything in public."""
    role = sql.Identifier(role_of(alpha.schema))
    with owner_connection() as owner:
        owner.execute(sql.SQL("GRANT ALL ON ALL TABLES IN SCHEMA public TO {}").format(role))
        owner.execute(sql.SQL("GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {}").format(role))
    database = settings.DATABASES["default"]
    parameters = {**owner_parameters(), "user": database["USER"], "password": database["PASSWORD"]}
    try:
        with psycopg.connect(**parameters, autocommit=True) as session:
            session.execute(sql.SQL("SET search_path = public; SET ROLE {}").format(role))
            yield session
    finally:
        with owner_connection() as owner:
            owner.execute(sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}").format(role))
            owner.execute(sql.SQL("REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {}").format(role))


def test_every_table_of_public_has_its_policy(database: str) -> None:
    with owner_connection() as owner:
        bare = owner.execute(
            """
            SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
            """
        ).fetchall()
        assert bare == []
        assert len(tables(owner)) > 15


def test_tenants_have_rights_on_what_is_listed_alone(alpha: TenantInfo) -> None:
    with owner_connection() as owner:
        reachable = {
            name
            for name in tables(owner)
            for right in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
            if _has(owner, role_of(alpha.schema), name, right)
        }
    assert reachable == OPEN_TO_TENANTS


def _has(owner: psycopg.Connection[Any], role: str, table: str, right: str) -> bool:
    row = owner.execute("SELECT has_table_privilege(%s, %s, %s)", [role, f"public.{table}", right]).fetchone()
    assert row is not None
    return bool(row[0])


def test_a_wrong_grant_shows_no_row(
    granted: psycopg.Connection[Any], alpha: TenantInfo, beta: TenantInfo
) -> None:
    with owner_connection() as owner:
        for info in (alpha, beta):
            owner.execute(
                "INSERT INTO public.kernel_eventsignal (schema_name, topic, due_at) VALUES (%s, 'events', now())",
                [info.schema],
            )
        filled = 0
        for name in tables(owner):
            seen = granted.execute(f'SELECT to_jsonb(r)::text FROM "{name}" r'.encode()).fetchall()
            row = owner.execute(f'SELECT count(*) FROM public."{name}"'.encode()).fetchone()
            assert row is not None
            filled += row[0] > 0
            if name in OPEN_TO_TENANTS:
                assert seen, "its own"
                assert not any(beta.schema in text for (text,) in seen)
            else:
                assert seen == [], name
        assert filled > 5, "and there was something to see"


def test_a_wrong_grant_writes_no_row(granted: psycopg.Connection[Any], beta: TenantInfo) -> None:
    changed = granted.execute("UPDATE tenants_tenant SET status = 'closed'")
    assert changed.rowcount == 0
    assert granted.execute("DELETE FROM tenants_tenant").rowcount == 0
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        granted.execute("INSERT INTO tenants_pooledschema (id, fingerprint, created_at) "
                        "VALUES (gen_random_uuid(), 'x', now())")  # fmt: skip
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        granted.execute(
            "INSERT INTO kernel_eventsignal (schema_name, topic, due_at) VALUES (%s, 'events', now())",
            [beta.schema],
        )
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
        granted.execute("UPDATE kernel_eventsignal SET schema_name = %s", [beta.schema])
    with tenant_context(PUBLIC):
        assert Tenant.objects.filter(id=beta.id, status="active").exists()


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("SELECT * FROM tenants_tenant", psycopg.errors.InsufficientPrivilege),
        ("ALTER TABLE tenants_tenant DISABLE ROW LEVEL SECURITY", psycopg.errors.InsufficientPrivilege),
        ("DROP POLICY guildhall_wall ON tenants_tenant", psycopg.errors.InsufficientPrivilege),
        ("ALTER ROLE CURRENT_USER BYPASSRLS", psycopg.errors.InsufficientPrivilege),
        ("CREATE POLICY mine ON tenants_tenant USING (true)", psycopg.errors.InsufficientPrivilege),
    ],
)
def test_it_cannot_be_switched_off(
    granted: psycopg.Connection[Any], statement: str, refusal: type[psycopg.Error]
) -> None:
    """`row_security = off` makes a query that a policy would thin out fail, and no policy goes away."""
    granted.execute("SET row_security = off")
    with pytest.raises(refusal):
        granted.execute(statement.encode())


def test_nobody_of_ours_bypasses_it(alpha: TenantInfo) -> None:
    with owner_connection() as owner:
        rows = owner.execute(
            "SELECT rolname FROM pg_roles WHERE (rolname LIKE 'tr\\_%%' OR rolname = %s) "
            "AND (rolbypassrls OR rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolinherit)",
            [settings.TENANCY["APP_ROLE"]],
        ).fetchall()
    assert rows == []


def test_a_new_table_gets_its_policy(database: str) -> None:
    """What a later migration of public makes is walled by the same run."""
    with owner_connection() as owner:
        owner.execute("CREATE TABLE public.later (a int)")
        try:
            for _ in range(2):
                owner.execute(public_grants_sql(settings.TENANCY["APP_ROLE"]))
            rows = owner.execute(
                "SELECT polname FROM pg_policy WHERE polrelid = 'public.later'::regclass"
            ).fetchall()
            assert rows == [("guildhall_wall",)]
        finally:
            owner.execute("DROP TABLE public.later")
