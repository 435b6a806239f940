from typing import Literal

UsersSort = Literal["-created_at", "-name", "created_at", "name"]

USERS_SORT_VALUES: set[UsersSort] = {
    "-created_at",
    "-name",
    "created_at",
    "name",
}


def check_users_sort(value: str) -> UsersSort:
    if value in USERS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {USERS_SORT_VALUES!r}")
