from typing import Literal

CalendarDaysLocale = Literal["all"]

CALENDAR_DAYS_LOCALE_VALUES: set[CalendarDaysLocale] = {
    "all",
}


def check_calendar_days_locale(value: str) -> CalendarDaysLocale:
    if value in CALENDAR_DAYS_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CALENDAR_DAYS_LOCALE_VALUES!r}")
