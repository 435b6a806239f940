from typing import Literal

PlatformMeSessionsSort = Literal["-created_at", "created_at"]

PLATFORM_ME_SESSIONS_SORT_VALUES: set[PlatformMeSessionsSort] = {
    "-created_at",
    "created_at",
}


def check_platform_me_sessions_sort(value: str) -> PlatformMeSessionsSort:
    if value in PLATFORM_ME_SESSIONS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_ME_SESSIONS_SORT_VALUES!r}")
