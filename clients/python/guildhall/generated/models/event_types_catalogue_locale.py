from typing import Literal

EventTypesCatalogueLocale = Literal["all"]

EVENT_TYPES_CATALOGUE_LOCALE_VALUES: set[EventTypesCatalogueLocale] = {
    "all",
}


def check_event_types_catalogue_locale(value: str) -> EventTypesCatalogueLocale:
    if value in EVENT_TYPES_CATALOGUE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVENT_TYPES_CATALOGUE_LOCALE_VALUES!r}")
