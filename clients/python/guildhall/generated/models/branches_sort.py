from typing import Literal

BranchesSort = Literal["-code", "-created_at", "code", "created_at"]

BRANCHES_SORT_VALUES: set[BranchesSort] = {
    "-code",
    "-created_at",
    "code",
    "created_at",
}


def check_branches_sort(value: str) -> BranchesSort:
    if value in BRANCHES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BRANCHES_SORT_VALUES!r}")
