"""Which handler acts on which event. Bound in `backend/wiring/` when the process starts."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from backend.kernel.events.types import Event, Recorded

Run = Callable[[Recorded], None]
Wanted = Callable[[Collection[str]], Collection[str]]

ATTEMPTS = 12
"""How often a handler is tried before its event becomes a dead letter: over about an hour."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A handler by its name, what it runs, and how often it is tried."""

    name: str
    run: Run
    attempts: int
    wanted: Wanted | None = None
    public: bool = False


BOUND: dict[tuple[str, int], list[Binding]] = {}
"""The handlers of each event type and version."""

EVERY: list[Binding] = []
"""The handlers that look at events of any type."""

BY_NAME: dict[str, Binding] = {}


def on(event: type[Event], *, name: str, run: Run, attempts: int = ATTEMPTS, public: bool = False) -> None:
    """Binds a handler to an event class.

    `name` is kept in the inbox: give it once, never change it, and never use it for another meaning. `run`
    is called in a transaction of its own, in the order of events per subject. It only writes to this
    database; for a network call it records the intent and lets a task do it. Where it raises, its
    transaction is undone and it is tried again later with growing pauses, at most `attempts` times.

    The businesses' events reach it; those of the operator's schema, where a business's tables are not,
    only with `public`, and then only those.
    """
    _declare(Binding(name, run, attempts, public=public))
    BOUND.setdefault((event.TYPE, event.VERSION), []).append(BY_NAME[name])


def on_every(*, name: str, run: Run, wanted: Wanted, attempts: int = ATTEMPTS, public: bool = False) -> None:
    """Binds a handler to every event whose type `wanted` picks.

    `wanted` gets the types of a batch that is being relayed, inside the relay's transaction, and returns
    those that the handler has work for just now; for the rest no inbox row is written. `public` as in `on`.
    """
    _declare(Binding(name, run, attempts, wanted, public))
    EVERY.append(BY_NAME[name])


def _declare(binding: Binding) -> None:
    if not binding.name or binding.attempts < 1:
        raise ValueError("a handler has a name and at least one attempt")
    if binding.name in BY_NAME:
        raise ValueError(f"the handler {binding.name} is bound twice")
    BY_NAME[binding.name] = binding


def unbind(name: str) -> None:
    """Takes a handler away again; for tests. Rows that wait for it become dead letters in time."""
    binding = BY_NAME.pop(name)
    for bindings in BOUND.values():
        if binding in bindings:
            bindings.remove(binding)
    if binding in EVERY:
        EVERY.remove(binding)
