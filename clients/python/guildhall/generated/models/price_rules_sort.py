from typing import Literal

PriceRulesSort = Literal["-created_at", "-effective_from", "created_at", "effective_from"]

PRICE_RULES_SORT_VALUES: set[PriceRulesSort] = {
    "-created_at",
    "-effective_from",
    "created_at",
    "effective_from",
}


def check_price_rules_sort(value: str) -> PriceRulesSort:
    if value in PRICE_RULES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRICE_RULES_SORT_VALUES!r}")
