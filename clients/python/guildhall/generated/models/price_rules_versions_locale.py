from typing import Literal

PriceRulesVersionsLocale = Literal["all"]

PRICE_RULES_VERSIONS_LOCALE_VALUES: set[PriceRulesVersionsLocale] = {
    "all",
}


def check_price_rules_versions_locale(value: str) -> PriceRulesVersionsLocale:
    if value in PRICE_RULES_VERSIONS_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRICE_RULES_VERSIONS_LOCALE_VALUES!r}")
