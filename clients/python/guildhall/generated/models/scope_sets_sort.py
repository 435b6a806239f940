from typing import Literal

ScopeSetsSort = Literal["-code", "-created_at", "code", "created_at"]

SCOPE_SETS_SORT_VALUES: set[ScopeSetsSort] = {
    "-code",
    "-created_at",
    "code",
    "created_at",
}


def check_scope_sets_sort(value: str) -> ScopeSetsSort:
    if value in SCOPE_SETS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SCOPE_SETS_SORT_VALUES!r}")
