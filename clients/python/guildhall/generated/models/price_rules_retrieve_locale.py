from typing import Literal

PriceRulesRetrieveLocale = Literal["all"]

PRICE_RULES_RETRIEVE_LOCALE_VALUES: set[PriceRulesRetrieveLocale] = {
    "all",
}


def check_price_rules_retrieve_locale(value: str) -> PriceRulesRetrieveLocale:
    if value in PRICE_RULES_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRICE_RULES_RETRIEVE_LOCALE_VALUES!r}")
