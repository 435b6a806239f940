from typing import Literal

RestoresSort = Literal["-created_at", "created_at"]

RESTORES_SORT_VALUES: set[RestoresSort] = {
    "-created_at",
    "created_at",
}


def check_restores_sort(value: str) -> RestoresSort:
    if value in RESTORES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESTORES_SORT_VALUES!r}")
