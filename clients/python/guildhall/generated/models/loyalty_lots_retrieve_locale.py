from typing import Literal

LoyaltyLotsRetrieveLocale = Literal["all"]

LOYALTY_LOTS_RETRIEVE_LOCALE_VALUES: set[LoyaltyLotsRetrieveLocale] = {
    "all",
}


def check_loyalty_lots_retrieve_locale(value: str) -> LoyaltyLotsRetrieveLocale:
    if value in LOYALTY_LOTS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_LOTS_RETRIEVE_LOCALE_VALUES!r}")
