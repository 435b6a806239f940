from typing import Literal

DeadLetterField = Literal[
    "allowed_actions",
    "attempts",
    "event",
    "event_type",
    "handler",
    "id",
    "last_error",
    "occurred_at",
    "state",
    "subject",
]

DEAD_LETTER_FIELD_VALUES: set[DeadLetterField] = {
    "allowed_actions",
    "attempts",
    "event",
    "event_type",
    "handler",
    "id",
    "last_error",
    "occurred_at",
    "state",
    "subject",
}


def check_dead_letter_field(value: str) -> DeadLetterField:
    if value in DEAD_LETTER_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEAD_LETTER_FIELD_VALUES!r}")
