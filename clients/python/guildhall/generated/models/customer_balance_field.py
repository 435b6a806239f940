from typing import Literal

CustomerBalanceField = Literal["credit", "customer", "outstanding"]

CUSTOMER_BALANCE_FIELD_VALUES: set[CustomerBalanceField] = {
    "credit",
    "customer",
    "outstanding",
}


def check_customer_balance_field(value: str) -> CustomerBalanceField:
    if value in CUSTOMER_BALANCE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CUSTOMER_BALANCE_FIELD_VALUES!r}")
