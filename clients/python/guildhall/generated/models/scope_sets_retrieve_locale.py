from typing import Literal

ScopeSetsRetrieveLocale = Literal["all"]

SCOPE_SETS_RETRIEVE_LOCALE_VALUES: set[ScopeSetsRetrieveLocale] = {
    "all",
}


def check_scope_sets_retrieve_locale(value: str) -> ScopeSetsRetrieveLocale:
    if value in SCOPE_SETS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SCOPE_SETS_RETRIEVE_LOCALE_VALUES!r}")
