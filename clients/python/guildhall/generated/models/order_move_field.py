from typing import Literal

OrderMoveField = Literal["guards", "label", "name", "target", "unmet"]

ORDER_MOVE_FIELD_VALUES: set[OrderMoveField] = {
    "guards",
    "label",
    "name",
    "target",
    "unmet",
}


def check_order_move_field(value: str) -> OrderMoveField:
    if value in ORDER_MOVE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_MOVE_FIELD_VALUES!r}")
