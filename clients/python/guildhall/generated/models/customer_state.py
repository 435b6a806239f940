from typing import Literal

CustomerState = Literal["active", "inactive", "merged"]

CUSTOMER_STATE_VALUES: set[CustomerState] = {
    "active",
    "inactive",
    "merged",
}


def check_customer_state(value: str) -> CustomerState:
    if value in CUSTOMER_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMER_STATE_VALUES!r}")
