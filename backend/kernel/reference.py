"""Reference data that a process keeps: settings, services, rules and the like, read again only once any has changed.

Every table of reference data has a trigger (`kernel_reference_changed`) that leaves a mark of its kind in the
transaction of the change: a row of `kernel_sequence` under the name `reference`, with a random number in its period.
So the marks that a statement sees are other ones after every commit that changed something, and the same ones as long
as none did. A block of `reading()` asks for the marks once, by one statement, and `kept` gives what was read under
the same marks; so what another process has committed before the block began is seen in it. What is read for keeping
is read after the marks: it may be newer than they say, never older.

A transaction that has itself changed reference data (the trigger says so in a local setting) neither keeps nor is
given anything: nobody may see what it has not committed, nor it miss its own changes. The trigger waits for nobody:
it replaces the marks that it can lock, and leaves to others those that they are replacing.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from backend.kernel import tenancy
from backend.kernel.db import fetch

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

MOST_KEPT = 20_000
"""Things kept in a process over all businesses, each about a kilobyte; the businesses unseen for longest go first."""
MOST_OF_KIND = 2_000
"""Things kept of one kind in one business: who asks for ever other ones begins anew."""

_MARKS = """
SELECT coalesce(current_setting('guildhall.reference', true), ''), coalesce(string_agg(period, ',' ORDER BY period), '')
FROM kernel_sequence WHERE name = 'reference'
"""


@dataclass(slots=True)
class _Shelf:
    """What was read of a kind under some marks."""

    marks: str
    things: dict[Hashable, Any] = field(default_factory=dict)


@dataclass(slots=True)
class _Business:
    """What is kept of a business: a shelf a kind."""

    seen: tuple[str, Mapping[str, str]] = ("", {})
    """The marks that were seen last, and the same by kind; one value, as threads meet in it."""
    shelves: dict[str, _Shelf] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of `reading()`."""

    schema: str
    marks: Mapping[str, str]
    business: _Business


_block: ContextVar[_Block | None] = ContextVar("reference_block", default=None)
_businesses: OrderedDict[str, _Business] = OrderedDict()
_lock = threading.Lock()
_count = 0


@contextmanager
def reading() -> Iterator[None]:
    """Within the block `kept` gives what this process has read before. Costs one statement; blocks nest by joining.

    The block must not change reference data itself: begin it after, or read beside it.
    """
    schema = tenancy.schema_name()
    joined = _block.get()
    if joined is not None and joined.schema == schema:
        yield
        return
    ((changing, text),) = fetch(_MARKS)
    business = _business_of(schema)
    marks: Mapping[str, str] = {}
    if not changing:
        known, marks = business.seen
        if known != text:
            marks = _by_kind(text)
            business.seen = (text, marks)
    token = _block.set(_Block(schema, marks, business))
    try:
        yield
    finally:
        _block.reset(token)


def keeps(kind: str) -> bool:
    """Whether `kept` would keep something of a kind now: for who reads more for keeping than for use at once."""
    return _shelf(kind) is not None


def kept(kind: str, key: Hashable, load: Callable[[], Value]) -> Value:
    """What `load` gives, or gave under the same marks of the kind. Whoever is given it must not change it.

    Outside of `reading()`, and where no trigger watches the kind, it is loaded each time.
    """
    shelf = _shelf(kind)
    if shelf is None:
        return load()
    try:
        found: Value = shelf.things[key]
    except KeyError:
        found = load()
        _put(shelf, {key: found})
    return found


def kept_each(
    kind: str, name: str, keys: Collection[Key], load: Callable[[Collection[Key]], Mapping[Key, Value]]
) -> dict[Key, Value]:
    """The same for several things of a name, where `load` gives those that are not known, all at once.

    What `load` leaves out is left out here, and asked for again the next time.
    """
    shelf = _shelf(kind)
    if shelf is None:
        return dict(load(keys)) if keys else {}
    things = shelf.things
    found: dict[Key, Value] = {}
    lacking: list[Key] = []
    for key in keys:
        try:
            found[key] = things[name, key]
        except KeyError:
            lacking.append(key)
    if lacking:
        loaded = load(lacking)
        found.update(loaded)
        _put(shelf, {(name, key): value for key, value in loaded.items()})
    return found


def _by_kind(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for mark in text.split(",") if text else ():
        kind = mark.partition(" ")[0]
        found[kind] = f"{found.get(kind, '')},{mark}"
    return found


def _business_of(schema: str) -> _Business:
    global _count
    with _lock:
        business = _businesses.get(schema)
        if business is None:
            business = _businesses[schema] = _Business()
        else:
            _businesses.move_to_end(schema)
        if _count > MOST_KEPT:
            # Counted anew: what a block was still given of a business that had gone is nobody's any more.
            sizes = {
                name: sum(len(one.things) for one in each.shelves.values())
                for name, each in _businesses.items()
            }
            _count = sum(sizes.values())
            while _count > MOST_KEPT // 2 and len(_businesses) > 1:
                _count -= sizes[_businesses.popitem(last=False)[0]]
    return business


def _shelf(kind: str) -> _Shelf | None:
    block = _block.get()
    if block is None or block.schema != tenancy.schema_name():
        return None
    marks = block.marks.get(kind)
    if marks is None:
        return None
    shelf = block.business.shelves.get(kind)
    if shelf is None or shelf.marks != marks:
        shelf = _Shelf(marks)
        _replace(block.business, kind, shelf)
    return shelf


def _replace(business: _Business, kind: str, shelf: _Shelf) -> None:
    global _count
    with _lock:
        former = business.shelves.get(kind)
        business.shelves[kind] = shelf
        _count -= len(former.things) if former is not None else 0


def _put(shelf: _Shelf, things: Mapping[Hashable, Any]) -> None:
    global _count
    with _lock:
        if len(shelf.things) >= MOST_OF_KIND:
            _count -= len(shelf.things)
            shelf.things.clear()
        before = len(shelf.things)
        shelf.things.update(things)
        _count += len(shelf.things) - before
