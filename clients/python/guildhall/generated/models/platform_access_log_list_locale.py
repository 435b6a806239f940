from typing import Literal

PlatformAccessLogListLocale = Literal["all"]

PLATFORM_ACCESS_LOG_LIST_LOCALE_VALUES: set[PlatformAccessLogListLocale] = {
    "all",
}


def check_platform_access_log_list_locale(value: str) -> PlatformAccessLogListLocale:
    if value in PLATFORM_ACCESS_LOG_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_ACCESS_LOG_LIST_LOCALE_VALUES!r}")
