"""What merging means for a table, and what is known beyond one table."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from backend.platform.backups.engine.snapshot import Connection

Kind = Literal["insert", "highest", "never"]
Settle = Callable[[Connection, str, str, Sequence[uuid.UUID]], int]
"""Given the owner's connection, the live and the staging schema, and the keys of all rows that had been lost, whether
they came back or not; returns how many rows it put right."""

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Ref:
    """A reference without a foreign key: `column` holds a key of `table`, `when` another column has a value.

    A row comes back only where what it refers to is there or comes back too. Not `needed`: what is gone for good may be
    gone, but what is lost and cannot come back keeps the row out.
    """

    column: str
    table: str
    when: tuple[str, str] | None = None
    needed: bool = True


@dataclass(frozen=True)
class Choice:
    """What merging means for one table.

    kind: `insert` puts lost rows back, `highest` takes the greater of two numbers (`number`), `never` leaves the table
        alone, for the reason `why` (a stable code).
    label: the column that names a row to people; it holds no secret and nothing of a person.
    overwrite: whether an operator may have changed rows put back as well.
    part_of: columns whose rows this one is a part of: it comes back only with one of them, and they not without it.
    bound: columns whose lost rows do not come back without this one.
    exact: a row that was changed after the backup and then lost does not come back, as money has moved on from it.
    impersonal: says nothing of a person, so that an erasure of one does not reach it.
    only: a condition of SQL on `lost`, the row of the backup; others are `unfinished`.
    obstacles: further conditions under which it does not come back, by their codes. `{live}` is the live schema.
    """

    kind: Kind = "insert"
    why: str = ""
    label: str = ""
    number: str = ""
    overwrite: bool = False
    refs: tuple[Ref, ...] = ()
    part_of: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    exact: bool = False
    impersonal: bool = False
    only: str = ""
    obstacles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rules:
    """The choices of all tables. A table that has none is left alone, as `unknown`.

    erased: by table, a query for the keys of the people whose data was erased; nothing that is theirs comes back.
    log: the table of changes, where there is one; it tells what was removed on purpose and what was changed since.
    settle: what is to be put right where rows of a table came back.
    """

    tables: Mapping[str, Choice]
    erased: Mapping[str, str] = field(default_factory=dict)
    log: str = ""
    settle: Mapping[str, Settle] = field(default_factory=dict)

    def of(self, table: str) -> Choice:
        """The choice of a table."""
        return self.tables.get(table) or Choice("never", UNKNOWN)


@dataclass(frozen=True)
class Wanted:
    """What an operator wants of a merge.

    tables: those whose lost rows come back, with what is part of them; None for all that can.
    overwrite: those whose changed rows return to the backup's.
    revive: those of which rows come back too that somebody removed on purpose.
    """

    tables: frozenset[str] | None = None
    overwrite: frozenset[str] = frozenset()
    revive: frozenset[str] = frozenset()
