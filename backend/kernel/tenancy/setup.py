"""The SQL that makes the wall: once a database, and once a tenant.

Run by the owner. Revoking from PUBLIC what belongs to `pg_catalog` needs a superuser: STILL_OPEN says what an owner
who is none left open.
"""

from __future__ import annotations

from psycopg import sql

from backend.kernel.tenancy.names import role_of

DATABASE = r"""
REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_catalog.lo_create(oid), pg_catalog.lo_creat(integer),
    pg_catalog.lo_from_bytea(oid, bytea), pg_catalog.lo_open(oid, integer), pg_catalog.lo_get(oid),
    pg_catalog.lo_get(oid, bigint, integer), pg_catalog.lo_put(oid, bigint, bytea), pg_catalog.lo_unlink(oid),
    pg_catalog.pg_notify(text, text) FROM PUBLIC;
REVOKE SELECT ON pg_catalog.pg_cursors, pg_catalog.pg_prepared_statements FROM PUBLIC;
DO $quiet$
DECLARE
    target text;
BEGIN
    FOR target IN
        SELECT p.oid::regprocedure FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND (
            p.proname IN (
                'cursor_to_xml', 'cursor_to_xmlschema', 'pg_cursor', 'pg_prepared_statement',
                'pg_export_snapshot', 'pg_logical_emit_message',
                'pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size'
            )
            OR p.proname ~ '^pg_(try_)?advisory_'
            OR (p.proname LIKE 'pg\_stat\_get\_%' AND p.proargtypes::text = 'oid'::regtype::oid::text)
        )
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', target);
    END LOOP;
    REVOKE SELECT ON pg_catalog.pg_class FROM PUBLIC;
    SELECT string_agg(quote_ident(attname), ', ') INTO target FROM pg_attribute
    WHERE attrelid = 'pg_catalog.pg_class'::regclass AND NOT attisdropped
        AND attname NOT IN ('relpages', 'reltuples', 'relallvisible', 'relallfrozen');
    EXECUTE format('GRANT SELECT (%s) ON pg_catalog.pg_class TO PUBLIC', target);
END $quiet$;
"""
"""What every role of the database loses: the ways out of a role that a single SELECT or DO would give, and what
belongs to no schema (large objects, notifications), so that it would outlive its business or reach another's.
Then what tells of others: the text of cursors and statements that another business left on the connection, and how
many rows each table of each business has, was written, or takes in bytes. Names stay visible: every cast needs them.
And advisory locks, whose numbers all sessions of a database share: LOCKS has what takes their place.

USAGE of the schema public stays PUBLIC's, as a right to each tenant's role would be one more entry in a
single catalogue row for every tenant. It shows names; the tables in it are granted one by one, and those
that tenants share are under row-level security."""


LOCKS = """
CREATE OR REPLACE FUNCTION public.guildhall_lock(key integer) RETURNS void LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    SELECT pg_catalog.pg_advisory_xact_lock(
        CASE pg_catalog.current_setting('role') WHEN 'none' THEN 0
            ELSE pg_catalog.current_setting('role')::pg_catalog.regrole::pg_catalog.oid::pg_catalog.int4 END, key);
END;
CREATE OR REPLACE FUNCTION public.guildhall_try_lock(key integer) RETURNS boolean LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
    SELECT pg_catalog.pg_try_advisory_xact_lock(
        CASE pg_catalog.current_setting('role') WHEN 'none' THEN 0
            ELSE pg_catalog.current_setting('role')::pg_catalog.regrole::pg_catalog.oid::pg_catalog.int4 END, key);
END;
GRANT EXECUTE ON FUNCTION public.guildhall_lock(integer), public.guildhall_try_lock(integer) TO PUBLIC;
"""
"""An advisory lock of whoever runs, until the transaction ends: the first key is the entered role's oid (0 where none
is entered: the operator's schema), the second the caller's. The setting `role` says it, as `current_user` is the
function's owner here; a tenant's SQL cannot change it. So no key of one is ever another's, and what the owner takes
by itself stands apart: by one number of 64 bits, or by a first key below 16384, where no role's oid is."""


STILL_OPEN = """
SELECT DISTINCT p.proname::text FROM pg_catalog.pg_proc p
WHERE p.pronamespace = 'pg_catalog'::regnamespace
    AND (p.proname IN ('set_config', 'pg_notify', 'lo_create', 'lo_from_bytea', 'lo_open', 'lo_get', 'lo_put')
        OR p.proname ~ '^pg_(try_)?advisory_')
    AND has_function_privilege('public', p.oid, 'EXECUTE')
UNION ALL
SELECT 'the language plpgsql' WHERE has_language_privilege('public', 'plpgsql', 'USAGE')
ORDER BY 1
"""
"""What PUBLIC may still do after DATABASE. PostgreSQL only warns where the owner may not revoke."""


def database_sql(app_role: str, password: str, database: str) -> sql.Composed:
    """Makes the login role of requests and closes the ways out. May be run again."""
    role = sql.Identifier(app_role)
    return sql.SQL(
        """
        DO $make$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {name}) THEN
                CREATE ROLE {role} LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
            END IF;
        END $make$;
        ALTER ROLE {role} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD {password};
        DO $lower$ BEGIN
            -- Asked first: to name these needs a superuser, which a managed database gives nobody.
            IF EXISTS (SELECT FROM pg_catalog.pg_roles
                    WHERE rolname = {name} AND (rolsuper OR rolbypassrls OR rolreplication)) THEN
                ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS NOREPLICATION;
            END IF;
        END $lower$;
        ALTER ROLE {role} SET timezone = 'UTC';
        ALTER ROLE {role} SET search_path = '';
        REVOKE TEMPORARY, CREATE ON DATABASE {database} FROM PUBLIC;
        GRANT CONNECT ON DATABASE {database} TO {role};
        """
    ).format(
        name=sql.Literal(app_role),
        role=role,
        password=sql.Literal(password),
        database=sql.Identifier(database),
    ) + sql.SQL(LOCKS + DATABASE)


ROW_SECURITY = r"""
DO $wall$
DECLARE
    target regclass;
BEGIN
    FOR target IN
        SELECT c.oid FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
            AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format(
            'CREATE POLICY guildhall_wall ON %s USING ('
            'current_user::text NOT LIKE ''tr\_%%'' AND current_user::text <> ''guildhall_template'')',
            target
        );
    END LOOP;
END $wall$;
"""
"""The second barrier of every table in public that has no policy of its own (`kernel_eventsignal` has): its rows
are none for a tenant's role, whatever a GRANT should ever say. The first is that there is no such GRANT."""


def public_grants_sql(app_role: str) -> sql.Composed:
    """The login role's rights on the operator's tables, and their wall. Run after each migration of public."""
    grants = sql.SQL(
        """
        GRANT USAGE ON SCHEMA public TO {role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
        GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {role};
        """
    ).format(role=sql.Identifier(app_role))
    return grants + sql.SQL(ROW_SECURITY)


def roles_sql(schemas: list[str], app_role: str) -> sql.Composed:
    """Makes the roles of several schemas at once: after a GRANT every backend reads memberships anew."""
    parts: list[sql.Composable] = []
    for schema in schemas:
        role = sql.Identifier(role_of(schema))
        parts.append(sql.SQL("CREATE ROLE {} NOLOGIN NOINHERIT;").format(role))
    names = sql.SQL(", ").join(sql.Identifier(role_of(schema)) for schema in schemas)
    parts.append(sql.SQL("GRANT {} TO {};").format(names, sql.Identifier(app_role)))
    return sql.Composed(parts)


def default_grants_sql(schema: str) -> sql.Composed:
    """A tenant role's rights on what the owner will make in its schema: so a migration needs no GRANT."""
    return sql.SQL(
        """
        GRANT USAGE ON SCHEMA {schema} TO {role};
        ALTER DEFAULT PRIVILEGES IN SCHEMA {schema}
            GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
        ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {role};
        """
    ).format(schema=sql.Identifier(schema), role=sql.Identifier(role_of(schema)))
