from typing import Literal

OrderMomentKind = Literal["file", "hand_over", "note", "payment", "transition"]

ORDER_MOMENT_KIND_VALUES: set[OrderMomentKind] = {
    "file",
    "hand_over",
    "note",
    "payment",
    "transition",
}


def check_order_moment_kind(value: str) -> OrderMomentKind:
    if value in ORDER_MOMENT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_MOMENT_KIND_VALUES!r}")
