from typing import Literal

LoyaltyRedemptionsRetrieveLocale = Literal["all"]

LOYALTY_REDEMPTIONS_RETRIEVE_LOCALE_VALUES: set[LoyaltyRedemptionsRetrieveLocale] = {
    "all",
}


def check_loyalty_redemptions_retrieve_locale(value: str) -> LoyaltyRedemptionsRetrieveLocale:
    if value in LOYALTY_REDEMPTIONS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {LOYALTY_REDEMPTIONS_RETRIEVE_LOCALE_VALUES!r}"
    )
