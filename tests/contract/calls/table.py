"""How an operation is called well, and how it is refused: one entry an operationId."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Value = Any
"""A value, or a function of the world that gives it; see `World.value`."""


@dataclass(frozen=True)
class Sent:
    """What is sent, and what must come back."""

    json: Value = None
    data: Value = None
    query: Value = None
    headers: Value = None
    id: Value = None
    token: Value = None
    content_type: str | None = None
    status: int = 0
    code: str | None = None
    before: Callable[[Any], None] | None = None


@dataclass(frozen=True)
class Entry:
    """The two calls of an operation."""

    good: Sent
    refused: Sent


CALLS: dict[str, Entry] = {}


def call(operation_id: str, refused: Sent, **good: Any) -> None:
    """Enters an operation. Raises ValueError where it is there already."""
    if operation_id in CALLS:
        raise ValueError(f"{operation_id} is there twice")
    CALLS[operation_id] = Entry(Sent(**good), refused)


def absent(**more: Any) -> Sent:
    """The path's resource is not there."""
    return Sent(id=lambda w: w.nobody, status=404, code="not_found", **more)


def bad(**more: Any) -> Sent:
    """A body that breaks the schema."""
    return Sent(**{"json": {"surprise": 1}, "status": 400, "code": "request_invalid", **more})


def conflict(code: str, **more: Any) -> Sent:
    """A state that forbids it."""
    return Sent(status=409, code=code, **more)


LIMIT = Sent(query={"limit": "0"}, status=400, code="request_invalid")
UNKNOWN = Sent(query={"surprise": "1"}, status=400, code="request_invalid")
NAME = {"en": "A name", "ru": "Имя"}


def reads(stem: str, *, retrieve: bool = True, **good: Any) -> None:
    """The list and the retrieval of a resource."""
    call(f"{stem}_list", LIMIT, **good)
    if retrieve:
        call(f"{stem}_retrieve", absent())
