from typing import Literal

LoyaltyRedemptionsListLocale = Literal["all"]

LOYALTY_REDEMPTIONS_LIST_LOCALE_VALUES: set[LoyaltyRedemptionsListLocale] = {
    "all",
}


def check_loyalty_redemptions_list_locale(value: str) -> LoyaltyRedemptionsListLocale:
    if value in LOYALTY_REDEMPTIONS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_REDEMPTIONS_LIST_LOCALE_VALUES!r}")
