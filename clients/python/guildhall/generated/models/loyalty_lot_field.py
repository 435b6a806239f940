from typing import Literal

LoyaltyLotField = Literal[
    "active_from",
    "allowed_actions",
    "created_at",
    "customer",
    "expires_at",
    "id",
    "kind",
    "left",
    "lines",
    "order",
    "points",
    "value",
]

LOYALTY_LOT_FIELD_VALUES: set[LoyaltyLotField] = {
    "active_from",
    "allowed_actions",
    "created_at",
    "customer",
    "expires_at",
    "id",
    "kind",
    "left",
    "lines",
    "order",
    "points",
    "value",
}


def check_loyalty_lot_field(value: str) -> LoyaltyLotField:
    if value in LOYALTY_LOT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_LOT_FIELD_VALUES!r}")
