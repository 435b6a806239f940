"""What a backup's rows and the live ones have to do with each other: lost, changed, only live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from psycopg import sql

from backend.platform.backups.engine.merging.choices import Rules
from backend.platform.backups.engine.merging.shape import Shape
from backend.platform.backups.engine.snapshot import Connection, one

SAMPLES = 5
"""Rows of each table that a difference names; it names keys, labels and columns, and never a value."""

# What is lost (with why it does not come back), what has changed and is to be put back, and whose rows were erased.
_WORK = """
CREATE TEMPORARY TABLE merge_lost (
    tab text, key uuid, reason text, detail text, held_by uuid, PRIMARY KEY (tab, key)
) ON COMMIT DROP;
CREATE TEMPORARY TABLE merge_changed (
    tab text, key uuid, reason text, detail text, held_by uuid, PRIMARY KEY (tab, key)
) ON COMMIT DROP;
CREATE TEMPORARY TABLE merge_erased (tab text, key uuid, PRIMARY KEY (tab, key)) ON COMMIT DROP
"""
_LOST = """
INSERT INTO merge_lost (tab, key)
SELECT {name}, lost.{key} FROM {staging} AS lost
WHERE NOT EXISTS (SELECT FROM {live} AS own WHERE own.{key} = lost.{key})
"""
_COUNTS = """
SELECT (SELECT count(*) FROM {staging}), (SELECT count(*) FROM {live}),
       (SELECT count(*) FROM {staging} s WHERE NOT EXISTS (SELECT FROM {live} l WHERE l.{key} = s.{key})),
       (SELECT count(*) FROM {live} l WHERE NOT EXISTS (SELECT FROM {staging} s WHERE s.{key} = l.{key})),
       (SELECT count(*) FROM {staging} lost JOIN {live} own USING ({key}) WHERE {differs})
"""
_ROWS = "SELECT (SELECT count(*) FROM {staging}), (SELECT count(*) FROM {live})"
_LOST_SAMPLE = """
SELECT m.key, {label} FROM merge_lost m JOIN {staging} AS lost ON lost.{key} = m.key
WHERE m.tab = {name} ORDER BY m.key LIMIT {most}
"""
_CHANGED_SAMPLE = """
SELECT own.{key}, {label}, array_remove(ARRAY[{columns}]::text[], NULL)
FROM {staging} AS lost JOIN {live} AS own ON own.{key} = lost.{key} WHERE {differs} ORDER BY 1 LIMIT {most}
"""


@dataclass(frozen=True)
class Job:
    """A comparison or a merge under way, inside one transaction of one connection."""

    connection: Connection
    live: str
    staging: str
    rules: Rules
    shapes: dict[str, Shape]

    def names(self, shape: Shape, **more: sql.Composable) -> dict[str, sql.Composable]:
        """What the statements about a table are filled with."""
        label = self.rules.of(shape.name).label
        return {
            "name": sql.Literal(shape.name),
            "live": sql.Identifier(self.live, shape.name),
            "staging": sql.Identifier(self.staging, shape.name),
            "key": sql.Identifier(shape.key),
            "label": sql.SQL("lost.{}::text").format(sql.Identifier(label)) if label else sql.SQL("''"),
            **more,
        }

    def run(self, text: str, **names: sql.Composable) -> int:
        """Runs a statement; the number of rows."""
        return self.connection.execute(sql.SQL(text).format(**names)).rowcount

    def mergeable(self) -> list[Shape]:
        """The tables whose lost rows may come back."""
        return [
            shape
            for shape in self.shapes.values()
            if self.rules.of(shape.name).kind == "insert" and shape.key
        ]


def differs(shape: Shape) -> sql.Composed:
    """The condition that a live row, `own`, is not the backup's, `lost`."""
    return sql.SQL("({}) IS DISTINCT FROM ({})").format(_row(shape, "own"), _row(shape, "lost"))


def _row(shape: Shape, alias: str) -> sql.Composed:
    return sql.SQL("ROW({})").format(sql.SQL(", ").join(_value(shape, alias, name) for name in shape.columns))


def _value(shape: Shape, alias: str, column: str) -> sql.Composable:
    # Of all types only json (not jsonb) cannot be compared.
    cast = sql.SQL("::text") if column in shape.json else sql.SQL("")
    return sql.SQL("{}{}").format(sql.Identifier(alias, column), cast)


def find_lost(job: Job) -> None:
    """Makes the tables of work and lists every row that the backup has and the live schema has not."""
    job.connection.execute(_WORK)
    for shape in job.mergeable():
        job.run(_LOST, **job.names(shape))
    job.connection.execute("ANALYZE merge_lost")


def describe(job: Job) -> list[dict[str, Any]]:
    """The difference table by table, after `find_lost` and the search for obstacles.

    `comes_back` is how many of the lost rows would be inserted. Counts are null where rows have no key to compare by.
    """
    coming: dict[str, int] = dict(
        job.connection.execute(
            "SELECT tab, count(*) FROM merge_lost WHERE reason IS NULL GROUP BY tab"
        ).fetchall()
    )
    return [_describe(job, shape, int(coming.get(shape.name, 0))) for shape in job.shapes.values()]


def _describe(job: Job, shape: Shape, coming: int) -> dict[str, Any]:
    choice = job.rules.of(shape.name)
    names = job.names(shape, differs=differs(shape), most=sql.Literal(SAMPLES))
    lost = only_live = changed = None
    if shape.key:
        counts = one(job.connection, sql.SQL(_COUNTS).format(**names))
        backup, live, lost, only_live, changed = counts
    else:
        backup, live = one(job.connection, sql.SQL(_ROWS).format(**names))
    samples: dict[str, list[dict[str, Any]]] = {"lost_samples": [], "changed_samples": []}
    if lost and choice.kind == "insert":
        for key, label in job.connection.execute(sql.SQL(_LOST_SAMPLE).format(**names)):
            samples["lost_samples"].append({"id": str(key), "label": label or "", "columns": []})
    if changed and choice.kind == "insert":
        columns = sql.SQL(", ").join(
            sql.SQL("CASE WHEN {} IS DISTINCT FROM {} THEN {} END").format(
                _value(shape, "own", name), _value(shape, "lost", name), sql.Literal(name)
            )
            for name in shape.columns
        )
        query = sql.SQL(_CHANGED_SAMPLE).format(**names, columns=columns)
        for key, label, which in job.connection.execute(query):
            samples["changed_samples"].append({"id": str(key), "label": label or "", "columns": which})
    return {
        "table": shape.name,
        "choice": choice.kind,
        "why": choice.why,
        "overwritable": choice.overwrite,
        "backup_rows": backup,
        "live_rows": live,
        "lost": lost,
        "comes_back": coming,
        "changed": changed,
        "only_live": only_live,
        **samples,
    }
