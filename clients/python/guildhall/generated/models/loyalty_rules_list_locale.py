from typing import Literal

LoyaltyRulesListLocale = Literal["all"]

LOYALTY_RULES_LIST_LOCALE_VALUES: set[LoyaltyRulesListLocale] = {
    "all",
}


def check_loyalty_rules_list_locale(value: str) -> LoyaltyRulesListLocale:
    if value in LOYALTY_RULES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_RULES_LIST_LOCALE_VALUES!r}")
