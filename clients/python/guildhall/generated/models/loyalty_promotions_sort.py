from typing import Literal

LoyaltyPromotionsSort = Literal["-code", "-created_at", "code", "created_at"]

LOYALTY_PROMOTIONS_SORT_VALUES: set[LoyaltyPromotionsSort] = {
    "-code",
    "-created_at",
    "code",
    "created_at",
}


def check_loyalty_promotions_sort(value: str) -> LoyaltyPromotionsSort:
    if value in LOYALTY_PROMOTIONS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_PROMOTIONS_SORT_VALUES!r}")
