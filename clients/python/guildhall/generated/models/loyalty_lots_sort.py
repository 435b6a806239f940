from typing import Literal

LoyaltyLotsSort = Literal["-created_at", "created_at"]

LOYALTY_LOTS_SORT_VALUES: set[LoyaltyLotsSort] = {
    "-created_at",
    "created_at",
}


def check_loyalty_lots_sort(value: str) -> LoyaltyLotsSort:
    if value in LOYALTY_LOTS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_LOTS_SORT_VALUES!r}")
