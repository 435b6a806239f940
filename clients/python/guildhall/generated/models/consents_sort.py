from typing import Literal

ConsentsSort = Literal["-at", "-created_at", "at", "created_at"]

CONSENTS_SORT_VALUES: set[ConsentsSort] = {
    "-at",
    "-created_at",
    "at",
    "created_at",
}


def check_consents_sort(value: str) -> ConsentsSort:
    if value in CONSENTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENTS_SORT_VALUES!r}")
