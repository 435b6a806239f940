from typing import Literal

PlatformRolesSort = Literal["-code", "-created_at", "code", "created_at"]

PLATFORM_ROLES_SORT_VALUES: set[PlatformRolesSort] = {
    "-code",
    "-created_at",
    "code",
    "created_at",
}


def check_platform_roles_sort(value: str) -> PlatformRolesSort:
    if value in PLATFORM_ROLES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PLATFORM_ROLES_SORT_VALUES!r}")
