from typing import Literal

CustomersDuplicatesLocale = Literal["all"]

CUSTOMERS_DUPLICATES_LOCALE_VALUES: set[CustomersDuplicatesLocale] = {
    "all",
}


def check_customers_duplicates_locale(value: str) -> CustomersDuplicatesLocale:
    if value in CUSTOMERS_DUPLICATES_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMERS_DUPLICATES_LOCALE_VALUES!r}")
