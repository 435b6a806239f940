from typing import Literal

ConsentsListLocale = Literal["all"]

CONSENTS_LIST_LOCALE_VALUES: set[ConsentsListLocale] = {
    "all",
}


def check_consents_list_locale(value: str) -> ConsentsListLocale:
    if value in CONSENTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENTS_LIST_LOCALE_VALUES!r}")
