from typing import Literal

PlatformUsersSort = Literal["-created_at", "-name", "created_at", "name"]

PLATFORM_USERS_SORT_VALUES: set[PlatformUsersSort] = {
    "-created_at",
    "-name",
    "created_at",
    "name",
}


def check_platform_users_sort(value: str) -> PlatformUsersSort:
    if value in PLATFORM_USERS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_USERS_SORT_VALUES!r}")
