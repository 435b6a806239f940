from typing import Literal

LimitName = Literal["branches", "items", "orders_a_month", "seats", "storage_bytes"]

LIMIT_NAME_VALUES: set[LimitName] = {
    "branches",
    "items",
    "orders_a_month",
    "seats",
    "storage_bytes",
}


def check_limit_name(value: str) -> LimitName:
    if value in LIMIT_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIMIT_NAME_VALUES!r}")
