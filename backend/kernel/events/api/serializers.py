"""Bodies of events, their catalogue and dead letters."""

from __future__ import annotations

from typing import Any

from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Context, Read
from backend.kernel.ids import encode


def _subject(row: Any, _context: Context) -> str:
    return encode(row.subject_type, row.subject_id)


class EventRead(Read):
    """Something that happened in the business. It never changes."""

    id = f.Id("evt")
    position = f.Int(help_text="The place in the business's stream, from 1 without gaps.")
    type = f.Text(help_text="The event's type, such as order.placed.")
    version = f.Int(help_text="The version of the type's schema.")
    subject = f.Computed(_subject, f.Text(help_text="The id of the object that it is about."))
    object_version = f.Int(help_text="The version of the object after the change.")
    occurred_at = f.DateTime()
    data = f.Json(source="payload", help_text="What the event tells; its schema is in /event-types.")  # type: ignore[assignment]  # a field's name
    actor = f.Json(help_text="Who did it: `kind`, and `id` where it was a user.")
    allowed_actions = f.AllowedActions()


class EventTypeRead(Read):
    """An event that the product tells."""

    type = f.Text()
    version = f.Int()
    subject = f.Text(help_text="The id prefix of the object that it is about.")
    description = f.Text()
    schema = f.Json(help_text="The JSON Schema (2020-12) of the body, as webhooks and the stream carry it.")


class DeadLetterRead(Read):
    """An event that a handler failed at for the last time."""

    id = f.Id("dlt")
    event = f.Id("evt", source="event_id")
    event_type = f.Text(source="event.type")
    subject = f.Computed(lambda row, _context: _subject(row.event, _context), f.Text())
    handler = f.Text(help_text="The name of what failed.")
    state = f.Choice(["pending", "done", "dead"], enum="DeadLetterState")
    attempts = f.Int()
    last_error = f.Text(help_text="The end of the last failure's trace.")
    occurred_at = f.DateTime(source="event.occurred_at")
    allowed_actions = f.AllowedActions()
