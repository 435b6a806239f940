from typing import Literal

BranchesRetrieveLocale = Literal["all"]

BRANCHES_RETRIEVE_LOCALE_VALUES: set[BranchesRetrieveLocale] = {
    "all",
}


def check_branches_retrieve_locale(value: str) -> BranchesRetrieveLocale:
    if value in BRANCHES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BRANCHES_RETRIEVE_LOCALE_VALUES!r}")
