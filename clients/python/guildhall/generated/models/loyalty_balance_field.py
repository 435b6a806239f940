from typing import Literal

LoyaltyBalanceField = Literal["available", "customer", "debt", "next_expiry", "pending", "reserved", "worth"]

LOYALTY_BALANCE_FIELD_VALUES: set[LoyaltyBalanceField] = {
    "available",
    "customer",
    "debt",
    "next_expiry",
    "pending",
    "reserved",
    "worth",
}


def check_loyalty_balance_field(value: str) -> LoyaltyBalanceField:
    if value in LOYALTY_BALANCE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_BALANCE_FIELD_VALUES!r}")
