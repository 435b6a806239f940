from typing import Literal

LoyaltyPromotionField = Literal[
    "active",
    "allowed_actions",
    "category",
    "code",
    "combines",
    "created_at",
    "customer_class",
    "customer_kind",
    "customer_tag",
    "factor",
    "id",
    "minimum",
    "name",
    "product",
    "service",
    "updated_at",
    "valid_from",
    "valid_until",
    "version",
]

LOYALTY_PROMOTION_FIELD_VALUES: set[LoyaltyPromotionField] = {
    "active",
    "allowed_actions",
    "category",
    "code",
    "combines",
    "created_at",
    "customer_class",
    "customer_kind",
    "customer_tag",
    "factor",
    "id",
    "minimum",
    "name",
    "product",
    "service",
    "updated_at",
    "valid_from",
    "valid_until",
    "version",
}


def check_loyalty_promotion_field(value: str) -> LoyaltyPromotionField:
    if value in LOYALTY_PROMOTION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_PROMOTION_FIELD_VALUES!r}")
