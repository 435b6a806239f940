from typing import Literal

LoyaltyRuleField = Literal[
    "active",
    "allowed_actions",
    "category",
    "code",
    "created_at",
    "customer_class",
    "customer_kind",
    "customer_tag",
    "id",
    "minimum",
    "name",
    "pending_days",
    "per",
    "points",
    "product",
    "rank",
    "service",
    "updated_at",
    "valid_days",
    "valid_from",
    "valid_until",
    "value",
    "version",
]

LOYALTY_RULE_FIELD_VALUES: set[LoyaltyRuleField] = {
    "active",
    "allowed_actions",
    "category",
    "code",
    "created_at",
    "customer_class",
    "customer_kind",
    "customer_tag",
    "id",
    "minimum",
    "name",
    "pending_days",
    "per",
    "points",
    "product",
    "rank",
    "service",
    "updated_at",
    "valid_days",
    "valid_from",
    "valid_until",
    "value",
    "version",
}


def check_loyalty_rule_field(value: str) -> LoyaltyRuleField:
    if value in LOYALTY_RULE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_RULE_FIELD_VALUES!r}")
