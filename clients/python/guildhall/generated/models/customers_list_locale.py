from typing import Literal

CustomersListLocale = Literal["all"]

CUSTOMERS_LIST_LOCALE_VALUES: set[CustomersListLocale] = {
    "all",
}


def check_customers_list_locale(value: str) -> CustomersListLocale:
    if value in CUSTOMERS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMERS_LIST_LOCALE_VALUES!r}")
