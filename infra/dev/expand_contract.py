"""The expand–contract rule: while a release spreads, the one before it still reads and writes the same tables.

A migration first *expands*: what it adds, the release before does not miss. A later release *contracts*: it drops
what nobody reads any more, and says so in its migration::

    class Migration(migrations.Migration):
        contract = True
        contract_reason = "accounts_user.nickname was last read in 1.4; 1.5 reads display_name."

The release before is the list ``released_migrations.txt``: what its database has. A migration that is not in the
list is checked against the models that the listed ones make, so a table that is new since then is nobody's to miss.
``python -m infra.dev.expand_contract --release`` writes the list anew, when a release is made. A library's migration
cannot mark itself: a line ``!app.name: reason`` in the list does.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.migrations import Migration
    from django.db.migrations.state import ProjectState
    from django.db.models import Field

LIST = Path(__file__).with_name("released_migrations.txt")
HEADER = """\
# The migrations of the release that may be running while the next one spreads: see infra/dev/expand_contract.py.
# `python -m infra.dev.expand_contract --release` writes this file when a release is made (until the first one:
# when a body of work is complete, as no installation has an earlier state).
# A line `!app.name: reason` marks a library's migration as a contract step.
"""
REASON_LENGTH = 20

Key = tuple[str, str]


@dataclass(frozen=True)
class Released:
    """What the list says: the migrations of the release before, and libraries' contract steps with reasons."""

    migrations: frozenset[Key]
    contracts: dict[Key, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Breach:
    """An operation that the release before does not bear."""

    migration: Key
    text: str

    def __str__(self) -> str:
        return f"{self.migration[0]}.{self.migration[1]}: {self.text}"


def read_list(text: str) -> Released:
    """The list's contents. Raises ValueError for a line that is none of it."""
    migrations: set[Key] = set()
    contracts: dict[Key, str] = {}
    for line in text.splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        name, _, reason = line.removeprefix("!").partition(":")
        app, dot, migration = name.strip().partition(".")
        if not dot or not migration or bool(reason) != line.startswith("!"):
            raise ValueError(f"not `app.name`, and not `!app.name: reason`: {line}")
        if line.startswith("!"):
            contracts[(app, migration)] = reason.strip()
        else:
            migrations.add((app, migration))
    return Released(frozenset(migrations), contracts)


# What raw SQL says when it takes something away; comments and new objects are left alone.
_SQL_CONTRACTS = re.compile(
    r"\bDROP\s+(?:TABLE|COLUMN|VIEW|FUNCTION|SEQUENCE|SCHEMA|TYPE|DEFAULT)\b|\bRENAME\s+(?:TO|COLUMN|CONSTRAINT)\b"
    r"|\bALTER\s+(?:COLUMN\s+)?\S+\s+(?:SET\s+DATA\s+)?TYPE\b|\bSET\s+NOT\s+NULL\b|\bTRUNCATE\s+(?!ON\b|OR\b)\w"
    r"|\bADD\s+CONSTRAINT\b",
    re.IGNORECASE,
)
_SQL_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)

# Types that take every value of the ones before them.
_WIDENING = (("smallint", "integer", "bigint"), ("varchar", "text"))


class Checker:
    """Checks the migrations that are new since a release, in the order in which they run."""

    def __init__(self, released: Released, released_state: ProjectState) -> None:
        from django.db import connections

        self.released = released
        self.before = released_state
        self.connection = connections["default"]

    def breaches(self, migration: Migration, state: ProjectState) -> Iterator[Breach]:
        """What of one migration the release before does not bear; ``state`` is moved past it."""
        key = (migration.app_label, migration.name)
        found = [
            Breach(key, text)
            for operation in migration.operations
            for text in self._operation(operation, key[0], state)
        ]
        marked = bool(getattr(migration, "contract", False))
        reason = str(getattr(migration, "contract_reason", "")) or self.released.contracts.get(key, "")
        if (marked or key in self.released.contracts) and len(reason.strip()) >= REASON_LENGTH:
            return
        if marked:
            yield Breach(
                key, f"it is marked as a contract step without a contract_reason ({REASON_LENGTH} letters)"
            )
        yield from found

    def _operation(self, operation: Any, app: str, state: ProjectState) -> Iterator[str]:
        from django.db.migrations import operations as o

        if isinstance(operation, o.SeparateDatabaseAndState):
            inner = state.clone()
            for one in operation.database_operations:
                yield from self._operation(one, app, inner)
        elif isinstance(operation, o.RunSQL):
            # Of an app that is new since then nothing was released that its SQL could take away.
            if any(app == known for known, _ in self.released.migrations):
                yield from _sql(operation.sql)
        else:
            yield from self._model_operation(operation, app, state)
        operation.state_forwards(app, state)

    def _model_operation(self, operation: Any, app: str, state: ProjectState) -> Iterator[str]:
        from django.db.migrations import operations as o

        renamed = operation.old_name if isinstance(operation, o.RenameModel) else None
        name = str(renamed or getattr(operation, "model_name", None) or getattr(operation, "name", ""))
        model = (app, name.lower())
        if model not in self.before.models:
            return
        if isinstance(operation, o.DeleteModel):
            yield f"the table of {name} is dropped"
        elif (
            isinstance(operation, o.RenameModel) and not self._table_stays(model, operation, state)
        ) or isinstance(operation, o.AlterModelTable):
            yield f"the table of {name} is renamed"
        elif isinstance(operation, o.RemoveField):
            if self._is_released(model, operation.name):
                yield f"the column {name}.{operation.name} is dropped"
        elif isinstance(operation, o.RenameField):
            if self._is_released(model, operation.old_name):
                yield f"the column {name}.{operation.old_name} is renamed"
        elif isinstance(operation, o.AddField):
            if not _may_be_left_out(operation.field):
                yield (
                    f"the column {name}.{operation.name} is NOT NULL without a db_default: "
                    "the release before inserts rows without it"
                )
        elif isinstance(operation, o.AlterField):
            if self._is_released(model, operation.name):
                old = state.models[model].fields[operation.name]
                yield from (
                    f"{name}.{operation.name} {text}" for text in self._narrowed(old, operation.field)
                )
        elif isinstance(operation, o.AddConstraint):
            if not self._is_wider(model, operation.constraint):
                yield from self._constraint(model, name, operation.constraint)
        elif isinstance(operation, o.AlterUniqueTogether) and operation.option_value:
            yield f"{name} becomes unique by {sorted(operation.option_value)}: the release before may write others"
        elif isinstance(operation, o.RemoveConstraint):
            yield from self._no_longer_unique(model, name, operation.name)

    def _is_released(self, model: Key, name: str) -> bool:
        return name in self.before.models[model].fields

    @staticmethod
    def _table_stays(model: Key, operation: Any, state: ProjectState) -> bool:
        return bool(state.models[model].options.get("db_table"))

    def _constraint(self, model: Key, name: str, constraint: Any) -> Iterator[str]:
        """A constraint over columns that are all new binds nobody who does not know them."""
        text = repr(constraint).replace(repr(constraint.name), "")
        old = [
            one
            for one in self.before.models[model].fields
            if re.search(rf"(?<![A-Za-z0-9_]){re.escape(one)}(?![A-Za-z0-9=])", text)
        ]
        if old:
            yield (
                f"{name} gets the constraint {constraint.name} over {', '.join(sorted(old))}: "
                "the release before may write what it refuses"
            )

    def _is_wider(self, model: Key, constraint: Any) -> bool:
        """Whether it is a list of allowed values, again, with more of them."""
        for known in self.before.models[model].options.get("constraints", ()):
            if known.name == constraint.name:
                one, other = _allowed(known), _allowed(constraint)
                return one is not None and other is not None and one[0] == other[0] and one[1] <= other[1]
        return False

    def _no_longer_unique(self, model: Key, name: str, constraint: str) -> Iterator[str]:
        from django.db.models import UniqueConstraint

        for known in self.before.models[model].options.get("constraints", ()):
            if known.name == constraint and isinstance(known, UniqueConstraint):
                yield f"{name} loses the unique constraint {constraint}: an ON CONFLICT of the release before names it"

    def _narrowed(self, old: Field[Any, Any], new: Field[Any, Any]) -> Iterator[str]:
        if old.null and not new.null:
            yield "becomes NOT NULL: the release before may write nothing there"
        if new.unique and not old.unique:
            yield "becomes unique: the release before may write the same twice"
        if old.db_column != new.db_column:
            yield "is another column"
        if old.has_db_default() and not new.has_db_default() and not new.null:
            yield "loses its default in the database, which the release before leans on"
        one, other = old.db_type(self.connection), new.db_type(self.connection)
        if not _takes_all(one, other):
            yield f"is rewritten from {one} to {other}"


def _allowed(constraint: Any) -> tuple[str, set[Any]] | None:
    """The column and the values of a check `column in (…)`; None for any other constraint."""
    children = getattr(getattr(constraint, "condition", None), "children", [])
    if len(children) != 1 or not isinstance(children[0], tuple) or constraint.condition.negated:
        return None
    name, values = children[0]
    return (name, set(values)) if name.endswith("__in") else None


def _may_be_left_out(field: Any) -> bool:
    """Whether a row can be inserted without the column."""
    return bool(
        field.null
        or field.many_to_many
        or field.generated
        or field.has_db_default()
        or "IDENTITY" in (field.db_type_suffix(_connection()) or "")
    )


def _connection() -> Any:
    from django.db import connections

    return connections["default"]


def _takes_all(old: str | None, new: str | None) -> bool:
    """Whether a column of the new type takes and gives every value of the old one."""
    if old == new or old is None or new is None:
        return old == new
    (base, sizes), (wider, limits) = _parts(old), _parts(new)
    for chain in _WIDENING:
        if base in chain and wider in chain and base != wider:
            return chain.index(base) < chain.index(wider)
    if base != wider or base not in ("varchar", "numeric"):
        return False
    if not limits:
        return True
    if not sizes or limits[0] < sizes[0]:
        return False
    # Of numbers the places stay and the digits before the point grow.
    return base == "varchar" or limits[1:] == sizes[1:]


def _parts(text: str) -> tuple[str, list[int]]:
    base, _, rest = text.partition("(")
    return base.strip(), [int(one) for one in re.findall(r"\d+", rest)]


def _sql(statements: Any) -> Iterator[str]:
    from django.db.migrations.operations import RunSQL

    if statements is RunSQL.noop:
        return
    for one in [statements] if isinstance(statements, str) else statements:
        text = _SQL_COMMENT.sub(" ", one if isinstance(one, str) else one[0])
        for match in _SQL_CONTRACTS.finditer(text):
            yield f"its SQL takes something away or binds it: {' '.join(match.group().split())}"


def check(released: Released) -> list[Breach]:
    """Every breach of the migrations that are new since the release before; Django must be set up."""
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    loader = MigrationLoader(None)
    plan = list(
        dict.fromkeys(
            key for leaf in sorted(loader.graph.leaf_nodes()) for key in loader.graph.forwards_plan(leaf)
        )
    )
    found = [
        Breach(key, "it was released, and is gone: a database may have it")
        for key in sorted(released.migrations - set(plan))
    ]
    before = ProjectState(real_apps=set(loader.unmigrated_apps))
    state = ProjectState(real_apps=set(loader.unmigrated_apps))
    for key in plan:
        if key in released.migrations:
            loader.graph.nodes[key].mutate_state(before, preserve=False)
    checker = Checker(released, before)
    for key in plan:
        migration = loader.graph.nodes[key]
        if key in released.migrations:
            migration.mutate_state(state, preserve=False)
        else:
            found += checker.breaches(migration, state)
    return found


def listed(released: Released) -> str:
    """The list with every migration that there is now."""
    from django.db.migrations.loader import MigrationLoader

    keys = MigrationLoader(None).disk_migrations
    contracts = [
        f"!{app}.{name}: {why}"
        for (app, name), why in sorted(released.contracts.items())
        if (app, name) not in keys
    ]
    return HEADER + "".join(
        f"{line}\n" for line in [*contracts, *sorted(f"{app}.{name}" for app, name in keys)]
    )


def main(arguments: list[str]) -> int:
    """Check, or with ``--release`` write the list."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
    import django

    django.setup()
    released = read_list(LIST.read_text())
    if arguments == ["--release"]:
        LIST.write_text(listed(released))
        return 0
    breaches = check(released)
    for breach in breaches:
        sys.stdout.write(f"{breach}\n")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
