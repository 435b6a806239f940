from typing import Literal

PaymentsSort = Literal["-created_at", "-received_at", "created_at", "received_at"]

PAYMENTS_SORT_VALUES: set[PaymentsSort] = {
    "-created_at",
    "-received_at",
    "created_at",
    "received_at",
}


def check_payments_sort(value: str) -> PaymentsSort:
    if value in PAYMENTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENTS_SORT_VALUES!r}")
