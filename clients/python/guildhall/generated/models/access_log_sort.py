from typing import Literal

AccessLogSort = Literal["-created_at", "created_at"]

ACCESS_LOG_SORT_VALUES: set[AccessLogSort] = {
    "-created_at",
    "created_at",
}


def check_access_log_sort(value: str) -> AccessLogSort:
    if value in ACCESS_LOG_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACCESS_LOG_SORT_VALUES!r}")
