from typing import Literal

HolidaysListLocale = Literal["all"]

HOLIDAYS_LIST_LOCALE_VALUES: set[HolidaysListLocale] = {
    "all",
}


def check_holidays_list_locale(value: str) -> HolidaysListLocale:
    if value in HOLIDAYS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HOLIDAYS_LIST_LOCALE_VALUES!r}")
