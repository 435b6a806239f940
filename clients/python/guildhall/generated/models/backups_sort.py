from typing import Literal

BackupsSort = Literal["-created_at", "created_at"]

BACKUPS_SORT_VALUES: set[BackupsSort] = {
    "-created_at",
    "created_at",
}


def check_backups_sort(value: str) -> BackupsSort:
    if value in BACKUPS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BACKUPS_SORT_VALUES!r}")
