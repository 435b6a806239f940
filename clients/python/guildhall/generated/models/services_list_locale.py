from typing import Literal

ServicesListLocale = Literal["all"]

SERVICES_LIST_LOCALE_VALUES: set[ServicesListLocale] = {
    "all",
}


def check_services_list_locale(value: str) -> ServicesListLocale:
    if value in SERVICES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SERVICES_LIST_LOCALE_VALUES!r}")
