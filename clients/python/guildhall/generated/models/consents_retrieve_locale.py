from typing import Literal

ConsentsRetrieveLocale = Literal["all"]

CONSENTS_RETRIEVE_LOCALE_VALUES: set[ConsentsRetrieveLocale] = {
    "all",
}


def check_consents_retrieve_locale(value: str) -> ConsentsRetrieveLocale:
    if value in CONSENTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENTS_RETRIEVE_LOCALE_VALUES!r}")
