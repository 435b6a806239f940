from typing import Literal

CustomersSort = Literal["-created_at", "-name", "created_at", "name"]

CUSTOMERS_SORT_VALUES: set[CustomersSort] = {
    "-created_at",
    "-name",
    "created_at",
    "name",
}


def check_customers_sort(value: str) -> CustomersSort:
    if value in CUSTOMERS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMERS_SORT_VALUES!r}")
