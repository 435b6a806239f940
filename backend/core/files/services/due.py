"""When the business's files need a look again, as a signal that the kernel's sweep acts on."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Min

from backend.core.files.models import File
from backend.core.files.types import FileState
from backend.kernel import clock, db
from backend.kernel.events import signals

TOPIC = signals.topic("files", task="backend.core.files.tasks.sweep_files_task")
LOST_AFTER = timedelta(minutes=5)
"""A file that has waited this long for its analysis is sent again: its task went down with its broker."""
_LOCK = "files.sweep"


def remind(file: File) -> None:
    """Marks the business for a look when the file expires, or when its analysis should be over.

    Needs an open transaction: the mark commits with the row.
    """
    if file.state == FileState.ANALYSING.value:
        signals.raise_signal(TOPIC, clock.now() + LOST_AFTER)
    elif file.expires_at is not None:
        signals.raise_signal(TOPIC, file.expires_at)


def settle(*, at: datetime) -> datetime | None:
    """Replaces all marks by one for the next thing to come, and returns when that is; None for nothing."""
    with db.transaction():
        db.advisory_lock(_LOCK)
        signals.clear(TOPIC)
        waiting = File.objects.filter(state=FileState.ANALYSING.value)
        oldest = waiting.aggregate(oldest=Min("updated_at"))["oldest"]
        expiry = File.objects.filter(expires_at__isnull=False).aggregate(first=Min("expires_at"))["first"]
        # What is overdue was sent just now, and gets its full time again.
        times = [expiry, None if oldest is None else max(oldest, at) + LOST_AFTER]
        following = min((time for time in times if time is not None), default=None)
        if following is not None:
            following = max(following, signals.lease())
            signals.raise_signal(TOPIC, following)
    return following
