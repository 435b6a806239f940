"""Refusals of the event list, the stream and the dead letters."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import BadRequest, Conflict, NotFound


class EventCursorUnknown(NotFound):
    """The event to go on from is not (or no longer) there: begin again without it."""

    code = "event_cursor_unknown"
    message = _("There is no event {after} to go on from; events are kept for {days} days.")


class EventTopicUnknown(BadRequest):
    """A topic names no event type."""

    code = "event_topic_unknown"
    message = _("No event type fits {topic}.")


class DeadLetterSettled(Conflict):
    """The dead letter was replayed already."""

    code = "dead_letter_settled"
    message = _("This is no longer a dead letter: it is {state}.")
