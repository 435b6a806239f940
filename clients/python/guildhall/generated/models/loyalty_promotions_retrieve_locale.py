from typing import Literal

LoyaltyPromotionsRetrieveLocale = Literal["all"]

LOYALTY_PROMOTIONS_RETRIEVE_LOCALE_VALUES: set[LoyaltyPromotionsRetrieveLocale] = {
    "all",
}


def check_loyalty_promotions_retrieve_locale(value: str) -> LoyaltyPromotionsRetrieveLocale:
    if value in LOYALTY_PROMOTIONS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LOYALTY_PROMOTIONS_RETRIEVE_LOCALE_VALUES!r}"
    )
