from typing import Literal

CalendarSort = Literal["-created_at", "-due_at", "created_at", "due_at"]

CALENDAR_SORT_VALUES: set[CalendarSort] = {
    "-created_at",
    "-due_at",
    "created_at",
    "due_at",
}


def check_calendar_sort(value: str) -> CalendarSort:
    if value in CALENDAR_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CALENDAR_SORT_VALUES!r}")
