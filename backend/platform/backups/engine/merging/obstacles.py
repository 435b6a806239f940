"""What cannot come back, and why: found row by row before anything is written.

Each lost row ends with one reason or none. First come the row's own (it was removed on purpose, it is an erased
person's, a unique value of it was taken since), then those that one row gives another, until nothing changes: a row
whose parent is missing stays away, and so does a whole whose part cannot come.
"""

from __future__ import annotations

from typing import Any

from psycopg import sql

from backend.platform.backups.engine.merging.choices import Wanted
from backend.platform.backups.engine.merging.difference import Job, differs
from backend.platform.backups.engine.merging.shape import Edge, Shape, Unique

NOT_SELECTED = "not_selected"
"""The one reason that is no conflict: nobody wanted the table."""

REASONS = (
    "deleted",
    "erased",
    "unfinished",
    "changed_since",
    "taken",
    "missing_reference",
    "whole_not_back",
    "part_not_back",
    "edited_since",
)
"""The engine's own reasons; a choice's obstacles bring theirs."""

MOST = 500
"""Conflicts that a report names; it counts all of them."""

_MARK = """
UPDATE {work} AS m SET reason = {reason}, detail = {detail} FROM {staging} AS lost
WHERE m.tab = {name} AND m.reason IS NULL AND lost.{key} = m.key AND ({condition})
"""
_TAKEN = """
UPDATE {work} AS m SET reason = 'taken', detail = {index}, held_by = own.{key}
FROM (SELECT * FROM {staging} WHERE {condition}) AS lost, (SELECT * FROM {live} WHERE {condition}) AS own
WHERE m.tab = {name} AND m.reason IS NULL AND lost.{key} = m.key AND own.{key} <> m.key AND {equal}
"""
# What a person or a task of the product did has a kind of actor; what somebody broke by hand has `database`.
_LOGGED = """
EXISTS (SELECT FROM {log} AS entry WHERE entry.row_id = lost.{key} AND entry."table" = {name}
    AND entry.action = {action} AND ({any_hand} OR entry.actor_kind <> 'database')
    AND NOT EXISTS (SELECT FROM {old_log} AS known WHERE known.id = entry.id))
"""
_SPREAD = """
INSERT INTO merge_erased (tab, key)
SELECT {name}, lost.{key} FROM {staging} AS lost JOIN merge_erased AS e ON e.tab = {parent} AND e.key = lost.{column}
WHERE {when} ON CONFLICT DO NOTHING
"""
_COMING = (
    "EXISTS (SELECT FROM merge_lost x WHERE x.tab = {parent} AND x.key = lost.{column} AND x.reason IS NULL)"
)
_KEPT_OUT = """
EXISTS (SELECT FROM merge_lost x WHERE x.tab = {parent} AND x.key = lost.{column} AND x.reason IS NOT NULL)
"""
_LIVES = "EXISTS (SELECT FROM {parent_table} AS p WHERE p.{parent_key} = lost.{column})"
_UP = """
UPDATE merge_lost AS m SET reason = 'part_not_back', detail = {name}
FROM merge_lost AS c JOIN {staging} AS lost ON lost.{key} = c.key
WHERE c.tab = {name} AND c.reason IS NOT NULL AND m.tab = {parent} AND m.key = lost.{column} AND m.reason IS NULL
    AND {when}
"""
_CONFLICTS = """
SELECT m.key, {label}, m.reason, coalesce(m.detail, ''), m.held_by
FROM {work} AS m JOIN {staging} AS lost ON lost.{key} = m.key
WHERE m.tab = {name} AND m.reason IS NOT NULL AND m.reason <> {unsaid} ORDER BY m.key LIMIT {most}
"""


def find_obstacles(job: Job, wanted: Wanted) -> None:
    """Gives every lost row that cannot come back its reason. Needs `difference.find_lost` before it."""
    _leave_unwanted(job, wanted)
    _find_erased(job)
    for shape in _touched(job):
        _own_reasons(job, shape, wanted)
    _spread(job)


def _touched(job: Job) -> list[Shape]:
    found = {row[0] for row in job.connection.execute("SELECT DISTINCT tab FROM merge_lost")}
    return [shape for shape in job.mergeable() if shape.name in found]


def _leave_unwanted(job: Job, wanted: Wanted) -> None:
    if wanted.tables is None:
        return
    chosen = with_parts(job, wanted.tables)
    job.connection.execute(
        "UPDATE merge_lost SET reason = %s WHERE tab <> ALL(%s)", [NOT_SELECTED, sorted(chosen)]
    )


def with_parts(job: Job, tables: frozenset[str]) -> set[str]:
    """The tables with those that go together with them: parts with their wholes, and what is bound with its subject."""
    pairs = []
    for shape in job.mergeable():
        choice = job.rules.of(shape.name)
        pairs += [
            {shape.name, edge.table}
            for edge in shape.edges
            if edge.column in (*choice.part_of, *choice.bound)
        ]
    chosen = set(tables)
    while more := [pair for pair in pairs if pair & chosen and not pair <= chosen]:
        chosen = chosen.union(*more)
    return chosen


def _find_erased(job: Job) -> None:
    for table, query in job.rules.erased.items():
        text = f"INSERT INTO merge_erased (tab, key) SELECT {{name}}, found.key FROM ({query}) AS found (key)"
        job.run(
            text + " ON CONFLICT DO NOTHING",
            name=sql.Literal(table),
            live=sql.Identifier(job.live),
            staging=sql.Identifier(job.staging),
        )
    edges = [
        (shape, edge)
        for shape in job.mergeable()
        if not job.rules.of(shape.name).impersonal
        for edge in shape.edges
    ]
    while sum(
        job.run(_SPREAD, **job.names(shape), **_edge(job, edge), when=_when(edge)) for shape, edge in edges
    ):
        pass


def _own_reasons(job: Job, shape: Shape, wanted: Wanted) -> None:
    choice = job.rules.of(shape.name)
    if shape.name not in wanted.revive:
        _mark(job, shape, "deleted", _logged(job, shape, "delete", any_hand=False))
    erased = "EXISTS (SELECT FROM merge_erased e WHERE e.tab = {name} AND e.key = lost.{key})"
    _mark(job, shape, "erased", sql.SQL(erased).format(**job.names(shape)))
    if choice.only:
        _mark(job, shape, "unfinished", sql.SQL(f"NOT ({choice.only})"))
    if choice.exact:
        _mark(job, shape, "changed_since", _logged(job, shape, "update", any_hand=True))
    for unique in shape.uniques:
        _taken(job, shape, unique, "merge_lost")
    for reason, condition in choice.obstacles.items():
        text = sql.SQL(condition).format(live=sql.Identifier(job.live), staging=sql.Identifier(job.staging))
        _mark(job, shape, reason, text)


def _mark(
    job: Job,
    shape: Shape,
    reason: str,
    condition: sql.Composable,
    *,
    detail: str = "",
    work: str = "merge_lost",
) -> int:
    names = job.names(
        shape,
        work=sql.Identifier(work),
        reason=sql.Literal(reason),
        detail=sql.Literal(detail),
        condition=condition,
    )
    return job.run(_MARK, **names)


def _logged(job: Job, shape: Shape, action: str, *, any_hand: bool) -> sql.Composable:
    if not job.rules.log or job.rules.log not in job.shapes:
        return sql.SQL("false")
    return sql.SQL(_LOGGED).format(
        **job.names(shape),
        log=sql.Identifier(job.live, job.rules.log),
        old_log=sql.Identifier(job.staging, job.rules.log),
        action=sql.Literal(action),
        any_hand=sql.Literal(any_hand),
    )


def _taken(job: Job, shape: Shape, unique: Unique, work: str) -> None:
    operator = sql.SQL("IS NOT DISTINCT FROM") if unique.nulls_equal else sql.SQL("=")
    equal = sql.SQL(" AND ").join(
        sql.SQL("{} {} {}").format(sql.Identifier("own", name), operator, sql.Identifier("lost", name))
        for name in unique.columns
    )
    job.run(
        _TAKEN,
        **job.names(
            shape,
            work=sql.Identifier(work),
            index=sql.Literal(unique.name),
            condition=sql.SQL(unique.condition or "true"),
            equal=equal,
        ),
    )


def _edge(job: Job, edge: Edge) -> dict[str, sql.Composable]:
    return {"parent": sql.Literal(edge.table), "column": sql.Identifier(edge.column)}


def _when(edge: Edge) -> sql.Composable:
    if edge.when is None:
        return sql.SQL("true")
    column, value = edge.when
    return sql.SQL("{} = {}").format(sql.Identifier("lost", column), sql.Literal(value))


def _spread(job: Job) -> None:
    shapes = _touched(job)
    while sum(_spread_of(job, shape) for shape in shapes):
        pass


def _spread_of(job: Job, shape: Shape) -> int:
    """What this table's rows learn of those they refer to, and tell them; how many rows were marked."""
    choice, marked = job.rules.of(shape.name), 0
    for edge in shape.edges:
        missing = _missing(job, edge)
        marked += _mark(job, shape, "missing_reference", missing, detail=edge.column)
    wholes = [edge for edge in shape.edges if edge.column in choice.part_of]
    if wholes:
        coming = sql.SQL(" OR ").join(
            sql.SQL(f"({_COMING} AND {{when}})").format(**_edge(job, edge), when=_when(edge))
            for edge in wholes
        )
        marked += _mark(job, shape, "whole_not_back", sql.SQL("NOT ({})").format(coming))
    for edge in shape.edges:
        if edge.column in (*choice.part_of, *choice.bound):
            marked += job.run(_UP, **job.names(shape), **_edge(job, edge), when=_when(edge))
    return marked


def _missing(job: Job, edge: Edge) -> sql.Composable:
    parent = job.shapes[edge.table]
    names = {
        **_edge(job, edge),
        "when": _when(edge),
        "parent_table": sql.Identifier(job.live, edge.table),
        "parent_key": sql.Identifier(parent.key or "id"),
    }
    given = f"lost.{{column}} IS NOT NULL AND {{when}} AND NOT {_LIVES}"
    out = f"NOT {_COMING}" if edge.needed else _KEPT_OUT
    return sql.SQL(f"{given} AND {out}").format(**names)


def find_changed(job: Job, wanted: Wanted, compared_at: str) -> None:
    """Lists the changed rows that are to be put back, with a reason for those that cannot be.

    `compared_at` is when the operator's difference was made: what was edited after it, nobody has looked at.
    """
    for table in sorted(wanted.overwrite):
        shape = job.shapes[table]
        job.run(
            "INSERT INTO merge_changed (tab, key) SELECT {name}, own.{key} FROM {live} AS own"
            " JOIN {staging} AS lost ON lost.{key} = own.{key} WHERE {differs}",
            **job.names(shape, differs=differs(shape)),
        )
        if "updated_at" in shape.columns:
            edited = sql.SQL(
                "EXISTS (SELECT FROM {live} own WHERE own.{key} = lost.{key} AND own.updated_at > {at})"
            )
            at = sql.SQL("{}::timestamptz").format(sql.Literal(compared_at))
            _mark(job, shape, "edited_since", edited.format(**job.names(shape), at=at), work="merge_changed")
        for unique in shape.uniques:
            _taken(job, shape, unique, "merge_changed")
        for edge in shape.edges:
            _mark(
                job,
                shape,
                "missing_reference",
                _missing(job, edge),
                detail=edge.column,
                work="merge_changed",
            )


def conflicts(job: Job) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """How many rows each reason keeps out, and the first of them by table and key."""
    counted: dict[str, int] = {}
    named: list[dict[str, Any]] = []
    for work in ("merge_lost", "merge_changed"):
        rows = job.connection.execute(
            sql.SQL(
                "SELECT tab, reason, count(*) FROM {} WHERE reason IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
            ).format(sql.Identifier(work))
        ).fetchall()
        tables = []
        for table, reason, count in rows:
            if reason == NOT_SELECTED:
                continue
            counted[reason] = counted.get(reason, 0) + int(count)
            if table not in tables:
                tables.append(table)
        for table in tables:
            shape = job.shapes[table]
            names = job.names(
                shape,
                work=sql.Identifier(work),
                unsaid=sql.Literal(NOT_SELECTED),
                most=sql.Literal(MOST - len(named)),
            )
            for key, label, reason, detail, held_by in job.connection.execute(
                sql.SQL(_CONFLICTS).format(**names)
            ):
                named.append(
                    {
                        "table": table,
                        "id": str(key),
                        "label": label or "",
                        "reason": reason,
                        "detail": detail,
                        "held_by": str(held_by) if held_by else None,
                    }
                )
    return dict(sorted(counted.items())), named
