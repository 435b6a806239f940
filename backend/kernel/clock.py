"""The time, passed in: everything that asks for the time asks here, and a test may hold it still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


def _system() -> datetime:
    return datetime.now(UTC)


_source: ContextVar[Callable[[], datetime]] = ContextVar("guildhall_clock", default=_system)


def now() -> datetime:
    """The time now, aware, in UTC."""
    return _source.get()()


def today(timezone: str) -> date:
    """The day now in an IANA time zone: a business's day, not UTC's."""
    return now().astimezone(ZoneInfo(timezone)).date()


class Frozen:
    """A clock that stands still until it is moved on; for tests and for sandboxes."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def advance(self, by: timedelta) -> None:
        """Moves the clock by a span."""
        self.at += by


@contextmanager
def use(source: Callable[[], datetime]) -> Iterator[None]:
    """Within the block `now()` answers from `source`."""
    token = _source.set(source)
    try:
        yield
    finally:
        _source.reset(token)
