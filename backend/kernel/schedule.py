"""What runs by the clock: a registry that `backend.config.celery` turns into beat's schedule.

Domains declare their entries in `tasks.py`. A task that beat sends and no worker takes in time expires,
so a stopped worker comes back to the present and not to a backlog of ticks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """A task by its Celery name and how often it is sent, in seconds."""

    task: str
    seconds: float
    expires: float


ENTRIES: dict[str, Entry] = {}
"""Every entry by its task's name."""


def every(seconds: float, task: str, *, expires: float | None = None) -> None:
    """Has a public task (`scope="public"`) sent every so many seconds.

    A tick that is not taken within `expires` seconds (two periods where it is None) is dropped. Raises
    ValueError for a second entry of the same task with another period.
    """
    if seconds <= 0:
        raise ValueError("a period is longer than nothing")
    entry = Entry(task, seconds, expires if expires is not None else max(2 * seconds, 5.0))
    known = ENTRIES.setdefault(task, entry)
    if known != entry:
        raise ValueError(f"{task} is scheduled twice")


DAILY: list[str] = []
"""Tasks of the tenants' (scope "tenant" or "any") that each business gets once a day, by name."""


def daily(task: str) -> None:
    """Has a task sent once a day for every open business and for the operator's schema.

    The businesses are spread over the hours of the day (see `tenants.tasks.daily`), so that a thousand of
    them are no peak. A day on which no worker runs in a business's hour is left out: such tasks catch up by
    themselves.
    """
    if task not in DAILY:
        DAILY.append(task)


def beat_schedule() -> dict[str, dict[str, Any]]:
    """The entries in the form of Celery's `beat_schedule`."""
    return {
        entry.task: {
            "task": entry.task,
            "schedule": entry.seconds,
            "options": {"expires": entry.expires},
        }
        for entry in ENTRIES.values()
    }
