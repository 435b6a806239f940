from typing import Literal

PriceRuleField = Literal[
    "allowed_actions",
    "branch",
    "category",
    "channel",
    "component",
    "created_at",
    "currency",
    "customer_class",
    "document_type",
    "effective_from",
    "effective_until",
    "formula",
    "id",
    "name",
    "product",
    "rank",
    "service",
    "source",
    "target",
    "updated_at",
    "variant",
    "version",
]

PRICE_RULE_FIELD_VALUES: set[PriceRuleField] = {
    "allowed_actions",
    "branch",
    "category",
    "channel",
    "component",
    "created_at",
    "currency",
    "customer_class",
    "document_type",
    "effective_from",
    "effective_until",
    "formula",
    "id",
    "name",
    "product",
    "rank",
    "service",
    "source",
    "target",
    "updated_at",
    "variant",
    "version",
}


def check_price_rule_field(value: str) -> PriceRuleField:
    if value in PRICE_RULE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRICE_RULE_FIELD_VALUES!r}")
