from typing import Literal

EventsRetrieveLocale = Literal["all"]

EVENTS_RETRIEVE_LOCALE_VALUES: set[EventsRetrieveLocale] = {
    "all",
}


def check_events_retrieve_locale(value: str) -> EventsRetrieveLocale:
    if value in EVENTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVENTS_RETRIEVE_LOCALE_VALUES!r}")
