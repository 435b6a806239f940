from typing import Literal

HolidaysRetrieveLocale = Literal["all"]

HOLIDAYS_RETRIEVE_LOCALE_VALUES: set[HolidaysRetrieveLocale] = {
    "all",
}


def check_holidays_retrieve_locale(value: str) -> HolidaysRetrieveLocale:
    if value in HOLIDAYS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HOLIDAYS_RETRIEVE_LOCALE_VALUES!r}")
