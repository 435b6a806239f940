from typing import Literal

BranchesListLocale = Literal["all"]

BRANCHES_LIST_LOCALE_VALUES: set[BranchesListLocale] = {
    "all",
}


def check_branches_list_locale(value: str) -> BranchesListLocale:
    if value in BRANCHES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BRANCHES_LIST_LOCALE_VALUES!r}")
