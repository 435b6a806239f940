from typing import Literal

LoyaltyRulesRetrieveLocale = Literal["all"]

LOYALTY_RULES_RETRIEVE_LOCALE_VALUES: set[LoyaltyRulesRetrieveLocale] = {
    "all",
}


def check_loyalty_rules_retrieve_locale(value: str) -> LoyaltyRulesRetrieveLocale:
    if value in LOYALTY_RULES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_RULES_RETRIEVE_LOCALE_VALUES!r}")
