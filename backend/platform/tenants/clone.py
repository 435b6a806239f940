"""The text that makes a schema exactly like the template, from PostgreSQL's catalogue.

Tables come with their keys, checks and foreign keys inline, in the order of their references, so nothing
is validated; then indexes, views and rows; then triggers and policies, so that copying rows fires none;
then the sequences' values. The text names no schema: it is run under a search path.

What the catalogue holds and this module cannot write raises `Unsupported`, so that a copy is never
silently poorer than the template.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import psycopg
from psycopg import sql


class Unsupported(NotImplementedError):
    """The template holds a kind of object that the copy does not know."""


class _Source:
    """One schema, read under a search path of its own so that PostgreSQL prints unqualified names."""

    def __init__(self, connection: psycopg.Connection[Any], schema: str) -> None:
        self.connection = connection
        self.schema = schema
        self.oid = self.all("SELECT oid FROM pg_namespace WHERE nspname = %(schema)s")[0][0]

    def all(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a catalogue query; %(schema)s is the schema's name."""
        return self.connection.execute(query, {"schema": self.schema}).fetchall()

    @property
    def has_named_not_null(self) -> bool:
        """Whether NOT NULL is a named constraint (PostgreSQL 18)."""
        return self.connection.info.server_version >= 180000


def build_ddl(connection: psycopg.Connection[Any], schema: str) -> str:
    """The text that copies `schema`, its rows included. Raises Unsupported."""
    with connection.transaction():
        connection.execute(sql.SQL("SET LOCAL search_path = {}, public").format(sql.Identifier(schema)))
        source = _Source(connection, schema)
        _refuse_unsupported(source)
        early, late = _functions(source)
        tables, order = _tables(source)
        parts = [
            *early,
            *tables,
            *_indexes(source),
            *late,
            *_views(source),
            *_rows(source, order),
            *_triggers(source),
            *_security(source),
            *_comments(source),
            *_sequence_values(source),
        ]
    text = ";\n".join(parts) + ";\n"
    if f"{schema}." in text or f'"{schema}"' in text:
        at = text.index(schema)
        raise Unsupported(f"the template names its own schema: …{text[max(0, at - 120) : at + 80]}…")
    return text


def settle_expressions(connection: psycopg.Connection[Any], schema: str) -> None:
    """Writes each check and each index condition of the template once more, as PostgreSQL prints it.

    Its parser flattens `(a AND b) AND (c AND d)`, as BETWEEN makes it, so the first copy of such an
    expression is printed with fewer brackets than the original. After one round the text is stable, and a
    copy's `pg_dump` is the template's to the letter.
    """
    with connection.transaction():
        connection.execute(sql.SQL("SET LOCAL search_path = {}, public").format(sql.Identifier(schema)))
        source = _Source(connection, schema)
        statements = [
            text
            for (text,) in source.all(
                """
                SELECT format('ALTER TABLE %%I DROP CONSTRAINT %%I, ADD CONSTRAINT %%I %%s',
                    c.relname, co.conname, co.conname, pg_get_constraintdef(co.oid))
                FROM pg_constraint co JOIN pg_class c ON c.oid = co.conrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = %(schema)s AND co.contype = 'c'
                    AND pg_get_constraintdef(co.oid) ~ ' (AND|OR) '
                UNION ALL
                SELECT format('DROP INDEX %%I; %%s', x.relname, pg_get_indexdef(i.indexrelid)) FROM pg_index i
                JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
                WHERE n.nspname = %(schema)s AND i.indpred IS NOT NULL
                    AND pg_get_expr(i.indpred, i.indrelid) ~ ' (AND|OR) '
                """
            )
        ]
        if statements:
            connection.execute("; ".join(statements).encode())


def _refuse_unsupported(source: _Source) -> None:
    kinds = source.all(
        """
        SELECT c.relkind::text, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %(schema)s AND (
            c.relkind NOT IN ('r', 'i', 'S', 'v') OR c.relispartition OR c.relpersistence <> 'p'
            OR EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid))
        UNION ALL
        SELECT 'type', t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE n.nspname = %(schema)s AND t.typtype IN ('e', 'd', 'r', 'm') AND t.typcategory <> 'A'
        UNION ALL
        SELECT 'type', t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        JOIN pg_class c ON c.oid = t.typrelid
        WHERE n.nspname = %(schema)s AND t.typtype = 'c' AND c.relkind = 'c'
        UNION ALL
        SELECT 'sequence', c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %(schema)s AND c.relkind = 'S'
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'i')
        UNION ALL
        SELECT 'rule', r.rulename FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %(schema)s AND c.relkind = 'r'
        UNION ALL
        SELECT 'statistics', s.stxname FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
        WHERE n.nspname = %(schema)s
        UNION ALL
        SELECT 'aggregate', p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = %(schema)s AND p.prokind = 'a'
        """
    )
    if kinds:
        raise Unsupported(", ".join(f"{kind} {name}" for kind, name in kinds))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _functions(source: _Source) -> tuple[list[str], list[str]]:
    """Functions that need no table (before the tables) and those that do (after them)."""
    rows = source.all(
        """
        SELECT pg_get_functiondef(p.oid), quote_ident(n.nspname) || '.',
            EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                AND d.refclassid IN ('pg_class'::regclass, 'pg_type'::regclass) AND d.deptype = 'n'
                AND d.refobjid >= 16384),
            format('FUNCTION %%I(%%s)', p.proname, pg_get_function_identity_arguments(p.oid)),
            p.proacl IS NOT NULL AND NOT EXISTS (
                SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0 AND a.privilege_type = 'EXECUTE'),
            p.prokind::text
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = %(schema)s ORDER BY p.proname, p.oid
        """
    )
    early: list[str] = ["SET LOCAL check_function_bodies = off"]
    late: list[str] = []
    for text, prefix, dependent, identity, closed, kind in rows:
        into = late if dependent else early
        into.append(text.replace(prefix, "", 1).rstrip())
        if closed:
            word = identity if kind == "f" else identity.replace("FUNCTION", "PROCEDURE", 1)
            into.append(f"REVOKE EXECUTE ON {word} FROM PUBLIC")
    return early, late


def _columns(source: _Source) -> dict[int, list[str]]:
    named = "co.conname" if source.has_named_not_null else "NULL"
    join = (
        "LEFT JOIN pg_constraint co ON co.conrelid = a.attrelid AND co.contype = 'n' AND co.conkey = ARRAY[a.attnum]"
        if source.has_named_not_null
        else ""
    )
    rows = source.all(
        f"""
        SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
            a.attidentity::text, a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid), {named},
            CASE WHEN a.attcollation <> t.typcollation THEN
                quote_ident(cn.nspname) || '.' || quote_ident(cl.collname) END,
            s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle, sc.relname
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_collation cl ON cl.oid = a.attcollation
        LEFT JOIN pg_namespace cn ON cn.oid = cl.collnamespace
        LEFT JOIN pg_depend dep ON dep.refclassid = 'pg_class'::regclass AND dep.refobjid = a.attrelid
            AND dep.refobjsubid = a.attnum AND dep.deptype = 'i' AND a.attidentity <> ''
            AND dep.classid = 'pg_class'::regclass
        LEFT JOIN pg_sequence s ON s.seqrelid = dep.objid
        LEFT JOIN pg_class sc ON sc.oid = dep.objid
        {join}
        WHERE n.nspname = %(schema)s AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attrelid, a.attnum
        """
    )
    columns: dict[int, list[str]] = defaultdict(list)
    for (
        relation, name, kind, not_null, identity, generated, default, constraint, collation,
        start, increment, maximum, minimum, cache, cycle, sequence,
    ) in rows:  # fmt: skip
        text = f"{_quoted(name)} {kind}"
        if collation:
            text += f" COLLATE {collation}"
        if generated:
            word = {"s": "STORED", "v": "VIRTUAL"}[generated]
            text += f" GENERATED ALWAYS AS ({default}) {word}"
        elif default is not None:
            text += f" DEFAULT {default}"
        if identity:
            word = {"a": "ALWAYS", "d": "BY DEFAULT"}[identity]
            cycling = " CYCLE" if cycle else ""
            text += (
                f" GENERATED {word} AS IDENTITY (SEQUENCE NAME {_quoted(sequence)} START WITH {start}"
                f" INCREMENT BY {increment} MINVALUE {minimum} MAXVALUE {maximum} CACHE {cache}{cycling})"
            )
        if not_null:
            text += f" CONSTRAINT {_quoted(constraint)} NOT NULL" if constraint else " NOT NULL"
        columns[relation].append(text)
    return columns


def _tables(source: _Source) -> tuple[list[str], list[str]]:
    """The tables' texts, and their names with each after those that it refers to."""
    columns = _columns(source)
    constraints: dict[int, list[str]] = defaultdict(list)
    keys: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for relation, kind, text, target in source.all(
        """
        SELECT co.conrelid, co.contype::text,
            format('CONSTRAINT %%I %%s', co.conname, pg_get_constraintdef(co.oid)), co.confrelid
        FROM pg_constraint co JOIN pg_class c ON c.oid = co.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %(schema)s AND co.contype IN ('p', 'u', 'c', 'x', 'f')
        ORDER BY co.conrelid, CASE co.contype WHEN 'p' THEN 0 WHEN 'u' THEN 1 ELSE 2 END, co.conname
        """
    ):
        if kind == "f":
            keys[relation].append((target, text))
        else:
            constraints[relation].append(text)
    tables = {
        oid: (name, options)
        for oid, name, options in source.all(
            """
            SELECT c.oid, c.relname, array_to_string(c.reloptions, ', ') FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = %(schema)s AND c.relkind = 'r' ORDER BY c.relname
            """
        )
    }
    made: set[int] = set()
    parts: list[str] = []
    order: list[str] = []
    later: list[str] = []

    def make(oid: int, trail: frozenset[int]) -> None:
        if oid in made:
            return
        for target, _ in keys[oid]:
            if target in tables and target != oid and target not in trail:
                make(target, trail | {oid})
        if oid in made:
            return
        made.add(oid)
        name, options = tables[oid]
        order.append(name)
        inline = [*columns[oid], *constraints[oid]]
        for target, text in keys[oid]:
            if target in made or target not in tables:
                inline.append(text)
            else:
                # Two tables that refer to each other: this side follows when the other is there.
                later.append(f"ALTER TABLE {_quoted(name)} ADD {text}")
        with_options = f" WITH ({options})" if options else ""
        parts.append(f"CREATE TABLE {_quoted(name)} (\n  " + ",\n  ".join(inline) + f"\n){with_options}")

    for oid in tables:
        make(oid, frozenset())
    # Settings of columns that CREATE TABLE cannot carry.
    for table, column, target, storage, usual in source.all(
        """
        SELECT c.relname, a.attname, a.attstattarget, a.attstorage::text, t.typstorage::text
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
        WHERE n.nspname = %(schema)s AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            AND (a.attstorage <> t.typstorage OR a.attstattarget > 0)
        ORDER BY 1, 2
        """
    ):
        head = f"ALTER TABLE {_quoted(table)} ALTER COLUMN {_quoted(column)} SET "
        if storage != usual:
            word = {"p": "PLAIN", "e": "EXTERNAL", "m": "MAIN", "x": "EXTENDED"}[storage]
            later.append(head + f"STORAGE {word}")
        if target is not None and target > 0:
            later.append(head + f"STATISTICS {target}")
    return parts + later, order


def _indexes(source: _Source) -> list[str]:
    # The plain form keeps every bracket of the stored expression, which the pretty one does not; it names
    # the table's schema, which is taken off.
    return [
        text.replace(f" ON {prefix}", " ON ", 1)
        for text, prefix in source.all(
            """
            SELECT pg_get_indexdef(i.indexrelid), quote_ident(n.nspname) || '.' FROM pg_index i
            JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class x ON x.oid = i.indexrelid
            WHERE n.nspname = %(schema)s AND c.relkind = 'r'
                AND NOT EXISTS (SELECT FROM pg_constraint co WHERE co.conindid = i.indexrelid
                    AND co.contype IN ('p', 'u', 'x'))
            ORDER BY c.relname, x.relname
            """
        )
    ]


def _views(source: _Source) -> list[str]:
    return [
        f"CREATE VIEW {_quoted(name)}{f' WITH ({options})' if options else ''} AS {text.rstrip().rstrip(';')}"
        for name, options, text in source.all(
            """
            SELECT c.relname, array_to_string(c.reloptions, ', '), pg_get_viewdef(c.oid)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = %(schema)s AND c.relkind = 'v' ORDER BY c.oid
            """
        )
    ]


def _rows(source: _Source, order: list[str]) -> list[str]:
    """The rows, in the order of the tables' references: keys that are not deferrable hold at once."""
    parts: list[str] = []
    columns_of = dict(
        source.all(
            """
        SELECT c.relname, array_agg(a.attname ORDER BY a.attnum) FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE n.nspname = %(schema)s AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            AND a.attgenerated = ''
        GROUP BY c.relname
        """
        )
    )
    for table in order:
        names = columns_of.get(table, [])
        if not names:
            continue
        values = " || ', ' || ".join(f"quote_nullable({_quoted(name)}::text)" for name in names)
        rows = source.connection.execute(
            f"SELECT {values} FROM {_quoted(table)} ORDER BY ctid".encode()
        ).fetchall()
        if rows:
            listed = ",\n  ".join(f"({text})" for (text,) in rows)
            columns = ", ".join(_quoted(name) for name in names)
            parts.append(
                f"INSERT INTO {_quoted(table)} ({columns}) OVERRIDING SYSTEM VALUE VALUES\n  {listed}"
            )
    if parts:
        # Deferred keys are checked here: a table with pending checks takes no trigger.
        parts += ["SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"]
    return parts


def _triggers(source: _Source) -> list[str]:
    parts: list[str] = []
    states = {"D": "DISABLE", "R": "ENABLE REPLICA", "A": "ENABLE ALWAYS"}
    for text, prefix, table, name, state in source.all(
        """
        SELECT pg_get_triggerdef(t.oid), quote_ident(n.nspname) || '.', c.relname, t.tgname,
            t.tgenabled::text FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %(schema)s AND NOT t.tgisinternal ORDER BY c.relname, t.tgname
        """
    ):
        parts.append(text.replace(f" ON {prefix}", " ON ", 1).replace(f" FROM {prefix}", " FROM ", 1))
        if state in states:
            parts.append(f"ALTER TABLE {_quoted(table)} {states[state]} TRIGGER {_quoted(name)}")
    return parts


def _security(source: _Source) -> list[str]:
    parts: list[str] = []
    for table, enabled, forced in source.all(
        """
        SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %(schema)s AND (c.relrowsecurity OR c.relforcerowsecurity) ORDER BY c.relname
        """
    ):
        if enabled:
            parts.append(f"ALTER TABLE {_quoted(table)} ENABLE ROW LEVEL SECURITY")
        if forced:
            parts.append(f"ALTER TABLE {_quoted(table)} FORCE ROW LEVEL SECURITY")
    for name, table, permissive, command, roles, using, check in source.all(
        """
        SELECT p.polname, c.relname, p.polpermissive, p.polcmd::text, p.polroles <> '{0}',
            pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %(schema)s ORDER BY c.relname, p.polname
        """
    ):
        if roles:
            raise Unsupported(f"the policy {name} of {table} names a role")
        kind = {"r": "SELECT", "a": "INSERT", "w": "UPDATE", "d": "DELETE", "*": "ALL"}[command]
        text = f"CREATE POLICY {_quoted(name)} ON {_quoted(table)}"
        text += " AS PERMISSIVE" if permissive else " AS RESTRICTIVE"
        text += f" FOR {kind}"
        text += f" USING ({using})" if using else ""
        text += f" WITH CHECK ({check})" if check else ""
        parts.append(text)
    return parts


def _comments(source: _Source) -> list[str]:
    return [
        text
        for (text,) in source.all(
            """
            SELECT CASE WHEN d.objsubid = 0
                THEN format('COMMENT ON %%s %%I IS %%L',
                    CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END,
                    c.relname, d.description)
                ELSE format('COMMENT ON COLUMN %%I.%%I IS %%L', c.relname, a.attname, d.description) END
            FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
            WHERE n.nspname = %(schema)s
            UNION ALL
            SELECT format('COMMENT ON FUNCTION %%I(%%s) IS %%L', p.proname,
                pg_get_function_identity_arguments(p.oid), d.description)
            FROM pg_description d JOIN pg_proc p ON p.oid = d.objoid AND d.classoid = 'pg_proc'::regclass
            JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = %(schema)s
            UNION ALL
            SELECT format('COMMENT ON TRIGGER %%I ON %%I IS %%L', t.tgname, c.relname, d.description)
            FROM pg_description d JOIN pg_trigger t ON t.oid = d.objoid AND d.classoid = 'pg_trigger'::regclass
            JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = %(schema)s
            UNION ALL
            SELECT format('COMMENT ON CONSTRAINT %%I ON %%I IS %%L', k.conname, c.relname, d.description)
            FROM pg_description d JOIN pg_constraint k ON k.oid = d.objoid AND d.classoid = 'pg_constraint'::regclass
            JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = %(schema)s
            ORDER BY 1
            """
        )
    ]


def _sequence_values(source: _Source) -> list[str]:
    names = [
        name
        for (name,) in source.all(
            """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = %(schema)s AND c.relkind = 'S' ORDER BY c.relname
            """
        )
    ]
    parts: list[str] = []
    for name in names:
        row = source.connection.execute(
            f"SELECT last_value, is_called FROM {_quoted(name)}".encode()
        ).fetchone()
        assert row is not None
        if row[1]:
            literal = "'" + _quoted(name).replace("'", "''") + "'"
            parts.append(f"SELECT pg_catalog.setval({literal}, {row[0]}, true)")
    return parts
