from typing import Literal

CalendarEntryField = Literal[
    "branch",
    "customer",
    "day",
    "due_at",
    "id",
    "number",
    "overdue",
    "priority",
    "state",
    "state_group",
    "state_name",
]

CALENDAR_ENTRY_FIELD_VALUES: set[CalendarEntryField] = {
    "branch",
    "customer",
    "day",
    "due_at",
    "id",
    "number",
    "overdue",
    "priority",
    "state",
    "state_group",
    "state_name",
}


def check_calendar_entry_field(value: str) -> CalendarEntryField:
    if value in CALENDAR_ENTRY_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CALENDAR_ENTRY_FIELD_VALUES!r}")
