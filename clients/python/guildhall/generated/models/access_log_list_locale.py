from typing import Literal

AccessLogListLocale = Literal["all"]

ACCESS_LOG_LIST_LOCALE_VALUES: set[AccessLogListLocale] = {
    "all",
}


def check_access_log_list_locale(value: str) -> AccessLogListLocale:
    if value in ACCESS_LOG_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACCESS_LOG_LIST_LOCALE_VALUES!r}")
