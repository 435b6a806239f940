"""Who moves what names a customer to another one, when the two are merged.

Orders, money, points, files and people name their customer in domains that customers may not import. Each says how
it moves its rows, and gives them back; wiring registers it when the process starts.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

Moved = dict[str, list[uuid.UUID]]
"""The keys of the rows that moved, by what they are. A name that begins with `_` says more of rows that are named
under another: that a quote was still open, say."""
Record = Mapping[str, Moved]
"""What all domains moved, by the name of the mover."""
Restore = Callable[[uuid.UUID, uuid.UUID, Moved, Record, datetime], None]
"""Gives back what a mover moved: see Mover."""


@dataclass(frozen=True, slots=True)
class Mover:
    """How a domain moves what names a customer. All of it happens in the merge's transaction.

    `move(source, target)` locks and moves every row that names `source`, and answers their keys.
    `restore(source, target, moved, record, since)` gives these back to `source`, but what was used for something that
    stays; and with them what came after `since`, the time of the merge, for nothing but them. It raises
    CustomerMergeMixed where that would tear money or points apart. With `first` both run before the
    customers are locked, because the rows are locked before customers everywhere; `left(source)` then says whether
    rows came in between. `reach(source)` are the branch and the maker of the rows, for who may merge only over some.
    `check(source, target)` refuses the merge and its undoing before anything is locked.
    """

    name: str
    move: Callable[[uuid.UUID, uuid.UUID], Moved]
    restore: Restore
    first: bool = False
    left: Callable[[uuid.UUID], bool] | None = None
    reach: Callable[[uuid.UUID], Iterable[tuple[uuid.UUID | None, uuid.UUID | None]]] | None = None
    check: Callable[[uuid.UUID, uuid.UUID], None] | None = None


_movers: list[Mover] = []


def register_mover(mover: Mover) -> None:
    """Adds a mover; they run in the order in which they are registered. A second of a name replaces the first."""
    for index, known in enumerate(_movers):
        if known.name == mover.name:
            _movers[index] = mover
            return
    _movers.append(mover)


def movers(*, first: bool | None = None) -> list[Mover]:
    """The movers, or those that run before (`first`) or after the customers are locked."""
    return [one for one in _movers if first is None or one.first is first]
