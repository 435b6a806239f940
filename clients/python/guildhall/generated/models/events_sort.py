from typing import Literal

EventsSort = Literal["-created_at", "-position", "created_at", "position"]

EVENTS_SORT_VALUES: set[EventsSort] = {
    "-created_at",
    "-position",
    "created_at",
    "position",
}


def check_events_sort(value: str) -> EventsSort:
    if value in EVENTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVENTS_SORT_VALUES!r}")
