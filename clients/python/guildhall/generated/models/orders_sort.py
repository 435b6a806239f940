from typing import Literal

OrdersSort = Literal["-created_at", "-number", "-placed_at", "created_at", "number", "placed_at"]

ORDERS_SORT_VALUES: set[OrdersSort] = {
    "-created_at",
    "-number",
    "-placed_at",
    "created_at",
    "number",
    "placed_at",
}


def check_orders_sort(value: str) -> OrdersSort:
    if value in ORDERS_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDERS_SORT_VALUES!r}")
