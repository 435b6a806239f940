from typing import Literal

ServicesRetrieveLocale = Literal["all"]

SERVICES_RETRIEVE_LOCALE_VALUES: set[ServicesRetrieveLocale] = {
    "all",
}


def check_services_retrieve_locale(value: str) -> ServicesRetrieveLocale:
    if value in SERVICES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SERVICES_RETRIEVE_LOCALE_VALUES!r}")
