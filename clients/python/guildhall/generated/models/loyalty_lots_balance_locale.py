from typing import Literal

LoyaltyLotsBalanceLocale = Literal["all"]

LOYALTY_LOTS_BALANCE_LOCALE_VALUES: set[LoyaltyLotsBalanceLocale] = {
    "all",
}


def check_loyalty_lots_balance_locale(value: str) -> LoyaltyLotsBalanceLocale:
    if value in LOYALTY_LOTS_BALANCE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_LOTS_BALANCE_LOCALE_VALUES!r}")
