"""Keys, columns and references of a schema's tables, from PostgreSQL's own catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import TopologicalSorter

from backend.platform.backups.engine.merging.choices import Rules
from backend.platform.backups.engine.snapshot import Connection

_COLUMNS = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum),
       coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.atttypid = 'json'::regtype), '{}')
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   AND a.attgenerated = ''
 WHERE c.relnamespace = quote_ident(%(schema)s)::regnamespace AND c.relkind = 'r' GROUP BY c.relname ORDER BY 1
"""
_INDEXES = """
SELECT t.relname, i.relname, x.indisprimary,
       (SELECT array_agg(a.attname::text ORDER BY k.place)
          FROM unnest(x.indkey::int2[]) WITH ORDINALITY k(number, place)
          JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number WHERE k.place <= x.indnkeyatts),
       coalesce(pg_get_expr(x.indpred, x.indrelid), ''), x.indnullsnotdistinct, x.indexprs IS NOT NULL,
       (SELECT array_agg(a.atttypid::regtype::text ORDER BY k.place)
          FROM unnest(x.indkey::int2[]) WITH ORDINALITY k(number, place)
          JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.number WHERE k.place <= x.indnkeyatts)
  FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
 WHERE t.relnamespace = quote_ident(%(schema)s)::regnamespace AND x.indisunique AND x.indisvalid ORDER BY 1, 2
"""
_KEYS = """
SELECT c.relname, a.attname::text, p.relname FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
 WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND p.relnamespace = c.relnamespace
   AND c.relnamespace = quote_ident(%(schema)s)::regnamespace ORDER BY 1, 2
"""


@dataclass(frozen=True)
class Unique:
    """A unique index: its columns, the condition under which it holds, and whether nulls are equal in it."""

    name: str
    columns: tuple[str, ...]
    condition: str
    nulls_equal: bool


@dataclass(frozen=True)
class Edge:
    """A column that refers to another table's key. `hard`: the database itself demands the row."""

    column: str
    table: str
    hard: bool
    needed: bool = True
    when: tuple[str, str] | None = None


@dataclass(frozen=True)
class Shape:
    """A table: `key` is the column of its primary key, empty where that is no single uuid."""

    name: str
    key: str
    columns: tuple[str, ...]
    json: frozenset[str]
    uniques: tuple[Unique, ...]
    edges: tuple[Edge, ...]


def shapes_of(connection: Connection, schema: str, rules: Rules) -> dict[str, Shape]:
    """The tables of a schema by name, with the references that the rules know of besides.

    Raises ValueError for a unique index over an expression on a table whose rows may come back: none of the schemas
    has one, and what it would forbid could not be told beforehand.
    """
    bound = {"schema": schema}
    keys: dict[str, str] = {}
    uniques: dict[str, list[Unique]] = {}
    for table, name, primary, columns, condition, nulls_equal, expression, types in connection.execute(
        _INDEXES, bound
    ):
        if primary:
            keys[table] = columns[0] if types == ["uuid"] else ""
        elif expression and rules.of(table).kind == "insert":
            raise ValueError(f"{name} is unique over an expression")
        elif not expression:
            uniques.setdefault(table, []).append(Unique(name, tuple(columns), condition, nulls_equal))
    edges: dict[str, list[Edge]] = {}
    for table, column, parent in connection.execute(_KEYS, bound):
        edges.setdefault(table, []).append(Edge(column, parent, hard=True))
    made = {}
    tables = connection.execute(_COLUMNS, bound).fetchall()
    known = {row[0] for row in tables}
    for table, columns, json in tables:
        soft = [
            Edge(ref.column, ref.table, hard=False, needed=ref.needed, when=ref.when)
            for ref in rules.of(table).refs
            if ref.table in known
        ]
        made[table] = Shape(
            table,
            keys.get(table, ""),
            tuple(columns),
            frozenset(json),
            tuple(uniques.get(table, ())),
            (*edges.get(table, ()), *soft),
        )
    return made


def in_order(shapes: dict[str, Shape], tables: set[str]) -> list[str]:
    """The tables with those that others refer to first. References of a row to its own table do not count."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for table in sorted(tables):
        parents = {edge.table for edge in shapes[table].edges if edge.hard and edge.table != table}
        sorter.add(table, *sorted(parents & tables))
    return list(sorter.static_order())
