from typing import Literal

UsageCurrentLocale = Literal["all"]

USAGE_CURRENT_LOCALE_VALUES: set[UsageCurrentLocale] = {
    "all",
}


def check_usage_current_locale(value: str) -> UsageCurrentLocale:
    if value in USAGE_CURRENT_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USAGE_CURRENT_LOCALE_VALUES!r}")
