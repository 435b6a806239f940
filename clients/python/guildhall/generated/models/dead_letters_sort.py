from typing import Literal

DeadLettersSort = Literal["-created_at", "created_at"]

DEAD_LETTERS_SORT_VALUES: set[DeadLettersSort] = {
    "-created_at",
    "created_at",
}


def check_dead_letters_sort(value: str) -> DeadLettersSort:
    if value in DEAD_LETTERS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DEAD_LETTERS_SORT_VALUES!r}")
