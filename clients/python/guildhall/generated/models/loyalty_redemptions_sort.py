from typing import Literal

LoyaltyRedemptionsSort = Literal["-created_at", "created_at"]

LOYALTY_REDEMPTIONS_SORT_VALUES: set[LoyaltyRedemptionsSort] = {
    "-created_at",
    "created_at",
}


def check_loyalty_redemptions_sort(value: str) -> LoyaltyRedemptionsSort:
    if value in LOYALTY_REDEMPTIONS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_REDEMPTIONS_SORT_VALUES!r}")
