from typing import Literal

BranchesOpenLocale = Literal["all"]

BRANCHES_OPEN_LOCALE_VALUES: set[BranchesOpenLocale] = {
    "all",
}


def check_branches_open_locale(value: str) -> BranchesOpenLocale:
    if value in BRANCHES_OPEN_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BRANCHES_OPEN_LOCALE_VALUES!r}")
