"""Giving a shadow the rights that the live schema has, object by object.

Dumps are taken without privileges (roles may differ where a dump is restored). The live schema's own access
lists say who may do what, down to columns and functions, so they are the source: nothing is wider or
narrower after the swap.
"""

from __future__ import annotations

from psycopg import sql

from backend.platform.backups.engine.snapshot import Connection

# Names are made unqualified, with the search path deciding the schema: types inside a function's arguments
# then follow the schema too.
_STATEMENTS = """
WITH grantees AS (
    SELECT 'SCHEMA ' || quote_ident(%(shadow)s) AS object, a.* FROM pg_namespace n, aclexplode(n.nspacl) a
     WHERE n.nspname = %(live)s::text
    UNION ALL
    SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || quote_ident(c.relname), a.*
      FROM pg_class c, aclexplode(c.relacl) a
     WHERE c.relnamespace = quote_ident(%(live)s)::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f',
     'S')
    UNION ALL
    SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END || quote_ident(p.proname)
           || '(' || pg_get_function_identity_arguments(p.oid) || ')', a.*
      FROM pg_proc p, aclexplode(p.proacl) a WHERE p.pronamespace = quote_ident(%(live)s)::regnamespace
)
SELECT format('GRANT %%s ON %%s TO %%s%%s', privilege_type, object,
              CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
              CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
  FROM grantees
UNION ALL
SELECT format('GRANT %%s (%%I) ON TABLE %%I TO %%s', a.privilege_type, t.attname, c.relname,
              CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
  FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a
 WHERE c.relnamespace = quote_ident(%(live)s)::regnamespace AND NOT t.attisdropped
UNION ALL
SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %%I IN SCHEMA %%I GRANT %%s ON %%s TO %%s',
              pg_get_userbyid(d.defaclrole), %(shadow)s::text, a.privilege_type,
              CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                                   WHEN 'T' THEN 'TYPES' END,
              CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
  FROM pg_default_acl d, aclexplode(d.defaclacl) a
 WHERE d.defaclnamespace = quote_ident(%(live)s)::regnamespace AND d.defaclobjtype IN ('r', 'S', 'f', 'T')
"""

# Functions are everyone's by default: where the live one was closed, the shadow's must be closed too.
_CLOSE = """ SELECT format('REVOKE ALL ON %%s %%I(%%s) FROM PUBLIC', CASE p.prokind WHEN 'p' THEN
'PROCEDURE' ELSE 'FUNCTION' END,
              p.proname, pg_get_function_identity_arguments(p.oid))
  FROM pg_proc p WHERE p.pronamespace = quote_ident(%(live)s)::regnamespace AND p.proacl IS NOT NULL
   AND NOT EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0)
"""


def copy_grants(connection: Connection, *, live: str, shadow: str) -> int:
    """Run the grants of ``live`` on the objects of the same names in ``shadow``; the number of statements.

    Needs a connection in autocommit; all of them are one transaction.
    """
    names = {"live": live, "shadow": shadow}
    with connection.transaction():
        path = sql.SQL("SET LOCAL search_path = {}, public")
        connection.execute(path.format(sql.Identifier(live)))
        statements = [row[0] for row in connection.execute(_CLOSE, names)]
        statements += [row[0] for row in connection.execute(_STATEMENTS, names)]
        if statements:
            connection.execute(path.format(sql.Identifier(shadow)))
            connection.execute("; ".join(statements).encode())
    return len(statements)
