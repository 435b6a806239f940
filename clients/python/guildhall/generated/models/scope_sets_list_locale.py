from typing import Literal

ScopeSetsListLocale = Literal["all"]

SCOPE_SETS_LIST_LOCALE_VALUES: set[ScopeSetsListLocale] = {
    "all",
}


def check_scope_sets_list_locale(value: str) -> ScopeSetsListLocale:
    if value in SCOPE_SETS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SCOPE_SETS_LIST_LOCALE_VALUES!r}")
