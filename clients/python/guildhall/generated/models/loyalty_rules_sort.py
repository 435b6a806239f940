from typing import Literal

LoyaltyRulesSort = Literal["-code", "-created_at", "code", "created_at"]

LOYALTY_RULES_SORT_VALUES: set[LoyaltyRulesSort] = {
    "-code",
    "-created_at",
    "code",
    "created_at",
}


def check_loyalty_rules_sort(value: str) -> LoyaltyRulesSort:
    if value in LOYALTY_RULES_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_RULES_SORT_VALUES!r}")
