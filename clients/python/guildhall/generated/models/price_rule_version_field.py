from typing import Literal

PriceRuleVersionField = Literal["effective_from", "effective_until", "formula", "name", "version"]

PRICE_RULE_VERSION_FIELD_VALUES: set[PriceRuleVersionField] = {
    "effective_from",
    "effective_until",
    "formula",
    "name",
    "version",
}


def check_price_rule_version_field(value: str) -> PriceRuleVersionField:
    if value in PRICE_RULE_VERSION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRICE_RULE_VERSION_FIELD_VALUES!r}")
