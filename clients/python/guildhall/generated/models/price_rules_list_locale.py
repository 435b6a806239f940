from typing import Literal

PriceRulesListLocale = Literal["all"]

PRICE_RULES_LIST_LOCALE_VALUES: set[PriceRulesListLocale] = {
    "all",
}


def check_price_rules_list_locale(value: str) -> PriceRulesListLocale:
    if value in PRICE_RULES_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRICE_RULES_LIST_LOCALE_VALUES!r}")
