from typing import Literal

CustomersRetrieveLocale = Literal["all"]

CUSTOMERS_RETRIEVE_LOCALE_VALUES: set[CustomersRetrieveLocale] = {
    "all",
}


def check_customers_retrieve_locale(value: str) -> CustomersRetrieveLocale:
    if value in CUSTOMERS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMERS_RETRIEVE_LOCALE_VALUES!r}")
