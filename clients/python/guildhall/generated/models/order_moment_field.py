from typing import Literal

OrderMomentField = Literal["actor", "at", "data", "kind", "label", "title"]

ORDER_MOMENT_FIELD_VALUES: set[OrderMomentField] = {
    "actor",
    "at",
    "data",
    "kind",
    "label",
    "title",
}


def check_order_moment_field(value: str) -> OrderMomentField:
    if value in ORDER_MOMENT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_MOMENT_FIELD_VALUES!r}")
