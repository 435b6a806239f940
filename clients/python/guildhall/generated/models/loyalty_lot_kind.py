from typing import Literal

LoyaltyLotKind = Literal["debt", "order", "order_cancelled"]

LOYALTY_LOT_KIND_VALUES: set[LoyaltyLotKind] = {
    "debt",
    "order",
    "order_cancelled",
}


def check_loyalty_lot_kind(value: str) -> LoyaltyLotKind:
    if value in LOYALTY_LOT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LOYALTY_LOT_KIND_VALUES!r}")
