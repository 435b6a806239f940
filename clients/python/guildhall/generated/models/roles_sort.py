from typing import Literal

RolesSort = Literal["-code", "-created_at", "code", "created_at"]

ROLES_SORT_VALUES: set[RolesSort] = {
    "-code",
    "-created_at",
    "code",
    "created_at",
}


def check_roles_sort(value: str) -> RolesSort:
    if value in ROLES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROLES_SORT_VALUES!r}")
