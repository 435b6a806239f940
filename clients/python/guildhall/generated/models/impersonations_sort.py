from typing import Literal

ImpersonationsSort = Literal["-created_at", "-expires_at", "created_at", "expires_at"]

IMPERSONATIONS_SORT_VALUES: set[ImpersonationsSort] = {
    "-created_at",
    "-expires_at",
    "created_at",
    "expires_at",
}


def check_impersonations_sort(value: str) -> ImpersonationsSort:
    if value in IMPERSONATIONS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {IMPERSONATIONS_SORT_VALUES!r}")
