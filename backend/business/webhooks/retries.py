"""When a failed delivery is tried again: the published schedule."""

from __future__ import annotations

import random
from datetime import timedelta

from backend.business.webhooks.sender import Outcome

SCHEDULE: tuple[timedelta, ...] = (
    timedelta(0),
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""The pause before each attempt, counted from the one before: ten attempts over about 75 hours."""

JITTER = 0.2
SLOWER = frozenset({429, 502, 504})
"""Statuses of a receiver that has too much to do: the pause is doubled."""
LONGEST = timedelta(hours=24)
"""A `Retry-After` is honoured up to this."""
DISABLE_AFTER = timedelta(hours=120)
"""An endpoint that took nothing for so long is disabled."""


def next_pause(attempts: int, outcome: Outcome) -> timedelta | None:
    """How long to wait after `attempts` attempts of which the last ended in `outcome`; None for no more.

    The schedule's pause with ±20% jitter, doubled for 429, 502 and 504, and never shorter than a
    `Retry-After`.
    """
    if attempts >= len(SCHEDULE):
        return None
    pause = SCHEDULE[attempts] * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311
    if outcome.status in SLOWER:
        pause *= 2
    if outcome.retry_after is not None:
        pause = max(pause, min(timedelta(seconds=outcome.retry_after), LONGEST))
    return pause
