from typing import Literal

EventTypeField = Literal["description", "schema", "subject", "type", "version"]

EVENT_TYPE_FIELD_VALUES: set[EventTypeField] = {
    "description",
    "schema",
    "subject",
    "type",
    "version",
}


def check_event_type_field(value: str) -> EventTypeField:
    if value in EVENT_TYPE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVENT_TYPE_FIELD_VALUES!r}")
