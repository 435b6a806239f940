"""Events of no domain, for the tests of the mechanism."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db import connection

from backend.kernel import db
from backend.kernel.events import Event, described, emit, event, handlers, on, ref, unbind
from backend.kernel.ids import new_id
from backend.kernel.money import Money


class Mood(StrEnum):
    """A closed set."""

    GOOD = "good"
    BAD = "bad"


@event("sample.happened", version=1, subject="ord")
class Happened(Event):
    """Something happened to a sample."""

    order: uuid.UUID = ref("ord")
    number: int


@event("sample.described", version=1, subject="ord")
class Described(Event):
    """A field of every type that an event may have."""

    order: uuid.UUID = ref("ord", doc="The order.")
    customer: uuid.UUID | None = ref("cus", default=None)
    lines: list[uuid.UUID] = ref("oln")
    total: Money
    at: datetime
    day: date
    rate: Decimal
    mood: Mood
    paid: bool
    names: dict[str, str] = described("By language.")
    tags: tuple[str, ...] = ()


def say(number: int = 0, subject: uuid.UUID | None = None, version: int = 1) -> uuid.UUID:
    """Emits one event in a transaction of its own; returns its id."""
    subject = subject or new_id()
    with db.transaction():
        return emit(Happened(order=subject, number=number), subject_id=subject, object_version=version)


@contextmanager
def bound(name: str, run: Any, attempts: int = handlers.ATTEMPTS) -> Iterator[None]:
    """A handler of `Happened` for the length of a block."""
    on(Happened, name=name, run=run, attempts=attempts)
    try:
        yield
    finally:
        unbind(name)


def rows(sql: str, *params: Any) -> list[tuple[Any, ...]]:
    """What a statement gives, in the tenant that is entered."""
    with connection.cursor() as cursor:
        cursor.execute(sql, list(params))
        return list(cursor.fetchall())


def signals() -> int:
    """How many signals of the tenant wait."""
    return int(rows("SELECT count(*) FROM public.kernel_eventsignal")[0][0])
