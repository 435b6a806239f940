"""Reads and the replay that people may do: the list of events, the catalogue, dead letters."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from backend.kernel import clock, db
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import permissions as may
from backend.kernel.events import schemas, signals
from backend.kernel.events.errors import DeadLetterSettled, EventCursorUnknown
from backend.kernel.events.retention import DAYS
from backend.kernel.events.store import TOPIC, position_of
from backend.kernel.ids import encode
from backend.kernel.models.events import Event, EventHandling
from backend.kernel.permissions import Principal, scoped


def events_for(principal: Principal) -> QuerySet[Event]:
    """The events that were relayed. The permission counts only over the whole business."""
    return scoped(Event.objects.filter(position__isnull=False), principal, may.VIEW)


def after(queryset: QuerySet[Event], event_id: uuid.UUID) -> QuerySet[Event]:
    """The events behind one. Raises EventCursorUnknown where it is not there."""
    return queryset.filter(position__gt=position_after(event_id))


def position_after(event_id: uuid.UUID) -> int:
    """The position of an event that a reader has seen. Raises EventCursorUnknown."""
    position = position_of(event_id)
    if position is None:
        raise EventCursorUnknown(after=encode("evt", event_id), days=DAYS)
    return position


@dataclass(frozen=True, slots=True)
class EventType:
    """A line of the catalogue."""

    type: str
    version: int
    subject: str
    description: str
    schema: dict[str, Any]


def event_types() -> list[EventType]:
    """Every event that the product tells, with the JSON schema of its body."""
    return [
        EventType(cls.TYPE, cls.VERSION, cls.SUBJECT, schemas.description_of(cls), schemas.body_schema(cls))
        for cls in schemas.catalogue()
    ]


def dead_letters_for(principal: Principal) -> QuerySet[EventHandling]:
    """What handlers failed at for the last time, with the event of each."""
    rows = EventHandling.objects.filter(state=EventHandling.DEAD).select_related("event")
    return scoped(rows, principal, may.DEAD_VIEW)


def replay_dead_letter(*, principal: Principal, dead_letter_id: uuid.UUID) -> EventHandling:
    """Gives a dead letter back to its handler, with all its attempts before it again.

    Later events of the subject may have been handled meanwhile. Raises ResourceNotFound and
    DeadLetterSettled. Locks the row. A retry finds it settled.
    """
    principal.require(may.REPLAY)
    if not scoped(EventHandling.objects.all(), principal, may.REPLAY).filter(pk=dead_letter_id).exists():
        raise ResourceNotFound()
    with db.transaction():
        rows = db.lock(EventHandling, [dead_letter_id])
        if not rows:
            raise ResourceNotFound()
        row = rows[0]
        if row.state != EventHandling.DEAD:
            raise DeadLetterSettled(state=row.state)
        row.state, row.attempts, row.next_attempt_at = EventHandling.PENDING, 0, clock.now()
        row.save(update_fields=["state", "attempts", "next_attempt_at"])
        signals.raise_signal(TOPIC)
        signals.wake_on_commit(TOPIC)
    return row
