from typing import Literal

CalendarListLocale = Literal["all"]

CALENDAR_LIST_LOCALE_VALUES: set[CalendarListLocale] = {
    "all",
}


def check_calendar_list_locale(value: str) -> CalendarListLocale:
    if value in CALENDAR_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CALENDAR_LIST_LOCALE_VALUES!r}")
