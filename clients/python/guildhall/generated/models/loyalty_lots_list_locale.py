from typing import Literal

LoyaltyLotsListLocale = Literal["all"]

LOYALTY_LOTS_LIST_LOCALE_VALUES: set[LoyaltyLotsListLocale] = {
    "all",
}


def check_loyalty_lots_list_locale(value: str) -> LoyaltyLotsListLocale:
    if value in LOYALTY_LOTS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_LOTS_LIST_LOCALE_VALUES!r}")
