from typing import Literal

EventsListLocale = Literal["all"]

EVENTS_LIST_LOCALE_VALUES: set[EventsListLocale] = {
    "all",
}


def check_events_list_locale(value: str) -> EventsListLocale:
    if value in EVENTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVENTS_LIST_LOCALE_VALUES!r}")
