from typing import Literal

PlatformAccessLogSort = Literal["-created_at", "created_at"]

PLATFORM_ACCESS_LOG_SORT_VALUES: set[PlatformAccessLogSort] = {
    "-created_at",
    "created_at",
}


def check_platform_access_log_sort(value: str) -> PlatformAccessLogSort:
    if value in PLATFORM_ACCESS_LOG_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_ACCESS_LOG_SORT_VALUES!r}")
