from typing import Literal

RedemptionField = Literal[
    "allowed_actions",
    "created_at",
    "customer",
    "expires_at",
    "id",
    "order",
    "points",
    "state",
    "updated_at",
    "version",
    "worth",
]

REDEMPTION_FIELD_VALUES: set[RedemptionField] = {
    "allowed_actions",
    "created_at",
    "customer",
    "expires_at",
    "id",
    "order",
    "points",
    "state",
    "updated_at",
    "version",
    "worth",
}


def check_redemption_field(value: str) -> RedemptionField:
    if value in REDEMPTION_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REDEMPTION_FIELD_VALUES!r}")
