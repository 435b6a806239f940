from typing import Literal

LoyaltyPromotionsListLocale = Literal["all"]

LOYALTY_PROMOTIONS_LIST_LOCALE_VALUES: set[LoyaltyPromotionsListLocale] = {
    "all",
}


def check_loyalty_promotions_list_locale(value: str) -> LoyaltyPromotionsListLocale:
    if value in LOYALTY_PROMOTIONS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_PROMOTIONS_LIST_LOCALE_VALUES!r}")
