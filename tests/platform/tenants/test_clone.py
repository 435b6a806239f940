"""A copy is the template, object by object: proved by `pg_dump`, and by what the copy refuses to write."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql

from backend.kernel.ids import new_id
from backend.kernel.tenancy import TenantInfo, schema_of
from backend.kernel.tenancy.names import TEMPLATE_SCHEMA
from backend.platform.tenants.clone import Unsupported, build_ddl
from backend.platform.tenants.owner import owner_connection, owner_parameters
from backend.platform.tenants.pool import current_release, drop_schema, make_schemas


def dump(schema: str, *extra: str) -> str:
    """`pg_dump` of a schema, its name made neutral."""
    parameters = owner_parameters()
    done = subprocess.run(
        [
            "pg_dump", "--no-owner", "--no-privileges", "--inserts", f"--schema={schema}", *extra,
            f"--dbname={psycopg.conninfo.make_conninfo(**parameters)}",
        ],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    text = re.sub(r"(?m)^(--.*|\\(un)?restrict .*)?\n", "", done.stdout)
    return text.replace(schema, "SCHEMA")


@pytest.fixture
def owner(database: str) -> Iterator[psycopg.Connection[Any]]:
    """The owner's connection."""
    with owner_connection() as connection:
        yield connection


@pytest.fixture
def copy(owner: psycopg.Connection[Any]) -> Iterator[str]:
    """A schema made from the release, dropped afterwards."""
    (made,) = make_schemas(1)
    yield schema_of(made)
    owner.execute("DELETE FROM public.tenants_pooledschema WHERE id = %s", [made])
    drop_schema(owner, schema_of(made))


def test_the_copy_is_the_template(copy: str) -> None:
    template = dump(TEMPLATE_SCHEMA)
    assert template.count("CREATE TABLE") > 20, "the template is there"
    # pg_dump writes rows in the order of the heap: the copy's is the template's.
    assert dump(copy) == template


def test_the_copy_of_a_copy_is_the_same_text(copy: str, owner: psycopg.Connection[Any]) -> None:
    assert build_ddl(owner, copy) == build_ddl(owner, TEMPLATE_SCHEMA) == current_release().ddl


def test_the_roles_rights_are_the_same_on_every_table(copy: str, owner: psycopg.Connection[Any]) -> None:
    rows = owner.execute(
        """
        SELECT c.relkind::text, array_agg(DISTINCT (
            SELECT string_agg(a.privilege_type, ',' ORDER BY a.privilege_type) FROM aclexplode(c.relacl) a
            WHERE a.grantee = ('tr_' || substr(n.nspname, 3))::regrole))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %s AND c.relkind IN ('r', 'S', 'v') GROUP BY 1 ORDER BY 1
        """,
        [copy],
    ).fetchall()
    assert dict(rows)["r"] == ["DELETE,INSERT,SELECT,UPDATE"]
    assert dict(rows)["S"] == ["SELECT,UPDATE,USAGE"]


ODDITIES = """
CREATE FUNCTION plain(a int DEFAULT 3) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE FUNCTION closed() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
REVOKE EXECUTE ON FUNCTION closed() FROM PUBLIC;
CREATE PROCEDURE done() LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE TABLE "Odd ""name" (
    id bigint GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 7) PRIMARY KEY,
    "weird ""col" text DEFAULT 'it''s; "x"' COLLATE "C",
    twice int GENERATED ALWAYS AS (1 + 1) STORED,
    checked int CONSTRAINT positive CHECK (checked > 0) CHECK (plain(checked) < 100),
    tags text[] DEFAULT '{a,b}', moment timestamptz(3) DEFAULT now(), exact numeric(12, 3), blob bytea,
    parent bigint REFERENCES "Odd ""name" DEFERRABLE INITIALLY DEFERRED,
    UNIQUE NULLS NOT DISTINCT (checked, exact),
    EXCLUDE USING gist (int8range(id, id + 1) WITH &&)
) WITH (fillfactor = 70);
CREATE TABLE hen (id int PRIMARY KEY, egg int);
CREATE TABLE egg (id int PRIMARY KEY, hen int REFERENCES hen ON DELETE CASCADE);
ALTER TABLE hen ADD CONSTRAINT hen_egg FOREIGN KEY (egg) REFERENCES egg DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX partial ON egg USING btree ((id + 1) DESC NULLS LAST) INCLUDE (hen) WHERE hen IS NOT NULL;
CREATE UNIQUE INDEX lowered ON "Odd ""name" (lower("weird ""col"));
CREATE FUNCTION hens() RETURNS SETOF hen LANGUAGE sql AS 'SELECT * FROM hen';
CREATE VIEW pairs WITH (security_invoker = true) AS SELECT h.id, e.id AS egg FROM hen h JOIN egg e ON e.hen = h.id;
CREATE VIEW over AS SELECT id FROM pairs;
CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fired'; END $$;
INSERT INTO hen VALUES (1, NULL), (2, NULL);
INSERT INTO egg VALUES (1, 1);
UPDATE hen SET egg = 1 WHERE id = 1;
INSERT INTO "Odd ""name" ("weird ""col", checked, blob)
    VALUES (E'new\\nline \\\\ \\t ''quote''', 3, '\\xdead'), (NULL, 4, NULL);
SET CONSTRAINTS ALL IMMEDIATE;
CREATE TRIGGER loud BEFORE INSERT ON hen FOR EACH ROW EXECUTE FUNCTION touched();
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON egg DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.id > 1) EXECUTE FUNCTION touched();
CREATE TRIGGER sleeping AFTER UPDATE ON egg REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION touched();
ALTER TABLE egg DISABLE TRIGGER sleeping;
ALTER TABLE hen ENABLE ROW LEVEL SECURITY;
ALTER TABLE hen FORCE ROW LEVEL SECURITY;
CREATE POLICY few ON hen AS RESTRICTIVE FOR UPDATE USING (id > 0) WITH CHECK (id > 1);
ALTER TABLE egg ALTER COLUMN hen SET STATISTICS 500;
ALTER TABLE "Odd ""name" ALTER COLUMN blob SET STORAGE EXTERNAL;
COMMENT ON TABLE hen IS 'It''s a hen';
COMMENT ON COLUMN hen.egg IS 'hers';
COMMENT ON FUNCTION plain(int) IS 'plain';
"""


@pytest.fixture
def odd(owner: psycopg.Connection[Any]) -> Iterator[str]:
    """A schema with everything that a migration might ever make."""
    name = f"t_{new_id().hex}"
    owner.execute(sql.SQL("CREATE SCHEMA {0}; SET search_path = {0}").format(sql.Identifier(name)))
    owner.execute(ODDITIES.encode())
    owner.execute("RESET search_path")
    yield name
    owner.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name)))


def test_every_kind_of_object_is_copied(odd: str, owner: psycopg.Connection[Any]) -> None:
    name = f"t_{new_id().hex}"
    text = build_ddl(owner, odd)
    with owner.transaction():
        owner.execute(
            sql.SQL("CREATE SCHEMA {0}; SET LOCAL search_path = {0}, public;").format(sql.Identifier(name))
            + sql.SQL(text)  # type: ignore[arg-type]
        )
    try:
        assert dump(name) == dump(odd)
        rows = owner.execute(
            f"SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            f"WHERE n.nspname = '{name}' AND p.proacl IS NOT NULL".encode()
        ).fetchall()
        assert rows == [("closed",)]
        # Rows were copied before the trigger that refuses them; the trigger is there all the same.
        with pytest.raises(psycopg.errors.RaiseException):
            owner.execute(sql.SQL("INSERT INTO {}.hen VALUES (9)").format(sql.Identifier(name)))
    finally:
        owner.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name)))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TYPE mood AS ENUM ('a')",
        "CREATE TYPE pair AS (a int, b int)",
        "CREATE DOMAIN small AS int CHECK (VALUE < 10)",
        "CREATE SEQUENCE loose",
        "CREATE TABLE parts (a int) PARTITION BY RANGE (a)",
        "CREATE UNLOGGED TABLE quick (a int)",
        "CREATE MATERIALIZED VIEW kept AS SELECT 1 AS a",
        "CREATE TABLE ruled (a int); CREATE RULE none AS ON INSERT TO ruled DO INSTEAD NOTHING",
        "CREATE TABLE c (a int, b int); CREATE STATISTICS s ON a, b FROM c",
        "CREATE TABLE p (a int); CREATE TABLE child () INHERITS (p)",
        "CREATE AGGREGATE total (int) (sfunc = int4pl, stype = int)",
        "CREATE TABLE w (a int); CREATE POLICY p ON w TO guildhall_app USING (true)",
    ],
)
def test_what_cannot_be_copied_is_refused(statement: str, owner: psycopg.Connection[Any]) -> None:
    name = f"t_{new_id().hex}"
    owner.execute(sql.SQL("CREATE SCHEMA {0}; SET search_path = {0}").format(sql.Identifier(name)))
    try:
        owner.execute(statement.encode())
        owner.execute("RESET search_path")
        with pytest.raises(Unsupported):
            build_ddl(owner, name)
    finally:
        owner.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name)))


def test_a_name_of_the_template_in_a_body_is_refused(owner: psycopg.Connection[Any]) -> None:
    name = f"t_{new_id().hex}"
    owner.execute(sql.SQL("CREATE SCHEMA {0}").format(sql.Identifier(name)))
    try:
        owner.execute(
            f"CREATE FUNCTION {name}.f() RETURNS bigint LANGUAGE plpgsql AS "
            f"'BEGIN RETURN (SELECT count(*) FROM {name}.t); END'".encode()
        )
        with pytest.raises(Unsupported, match="names its own schema"):
            build_ddl(owner, name)
    finally:
        owner.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name)))


def test_a_tenant_is_a_copy_too(live_tenant: TenantInfo) -> None:
    """Shape only: provisioners have written rows."""
    assert dump(live_tenant.schema, "--schema-only") == dump(TEMPLATE_SCHEMA, "--schema-only")
