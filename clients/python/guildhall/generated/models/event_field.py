from typing import Literal

EventField = Literal[
    "actor",
    "allowed_actions",
    "data",
    "id",
    "object_version",
    "occurred_at",
    "position",
    "subject",
    "type",
    "version",
]

EVENT_FIELD_VALUES: set[EventField] = {
    "actor",
    "allowed_actions",
    "data",
    "id",
    "object_version",
    "occurred_at",
    "position",
    "subject",
    "type",
    "version",
}


def check_event_field(value: str) -> EventField:
    if value in EVENT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVENT_FIELD_VALUES!r}")
