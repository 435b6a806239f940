"""Routes of events."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet

from backend.kernel.api import Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.filters import Filters, TextFilter, TimeFilter, TypedFilter
from backend.kernel.events import errors, reading
from backend.kernel.events import permissions as may
from backend.kernel.events.api.serializers import DeadLetterRead, EventRead, EventTypeRead


class AfterFilter(TypedFilter):
    """Rows behind one event."""

    def __init__(self) -> None:
        super().__init__(
            f.Id("evt"), help_text="Only what came after this event: the last one you have seen."
        )

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """The events behind `value`."""
        return qs if value is None else reading.after(qs, value)


class EventFilters(Filters):
    """What narrows the list of events."""

    after = AfterFilter()
    type = TextFilter(max_length=100)
    occurred_from = TimeFilter(field_name="occurred_at", lookup_expr="gte")
    occurred_before = TimeFilter(field_name="occurred_at", lookup_expr="lt")


class EventResource(Resource):
    """Everything that happened in the business, in one order that never changes: read it as a log."""

    plural = "events"
    prefix = "evt"
    tag = "events"
    rows = staticmethod(reading.events_for)
    read = EventRead
    permissions = {"list": may.VIEW, "retrieve": may.VIEW}
    filters = EventFilters
    sort = ("position",)
    default_sort = "position"
    errors = {"list": [errors.EventCursorUnknown]}


class EventTypeResource(Resource):
    """The catalogue of events that the product tells."""

    plural = "event_types"
    path = "event-types"
    tag = "events"

    @action("", detail=False, method="GET", permission=may.VIEW, response=EventTypeRead, many=True)
    def catalogue(self, data: dict[str, Any]) -> Any:
        """Every event type with the JSON Schema of its body."""
        return reading.event_types()


class DeadLetterResource(Resource):
    """Events that a handler of the product failed at for the last time. They wait to be replayed."""

    plural = "dead_letters"
    path = "dead-letters"
    prefix = "dlt"
    tag = "events"
    rows = staticmethod(reading.dead_letters_for)
    read = DeadLetterRead
    permissions = {"list": may.DEAD_VIEW, "retrieve": may.DEAD_VIEW}
    # The key is made when the event is relayed, so its order is that of time.
    sort = ("created_at",)
    possible = {"replay": lambda row: row.state == "dead"}

    @action("replay", permission=may.REPLAY, response=DeadLetterRead, errors=[errors.DeadLetterSettled])
    def replay(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Gives the event to the handler again."""
        return reading.replay_dead_letter(principal=self.principal, dead_letter_id=id)
