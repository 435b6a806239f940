from typing import Literal

PlatformMeLoginsSort = Literal["-created_at", "created_at"]

PLATFORM_ME_LOGINS_SORT_VALUES: set[PlatformMeLoginsSort] = {
    "-created_at",
    "created_at",
}


def check_platform_me_logins_sort(value: str) -> PlatformMeLoginsSort:
    if value in PLATFORM_ME_LOGINS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_ME_LOGINS_SORT_VALUES!r}")
