from typing import Literal

OrderStateGroup = Literal["cancelled", "completed", "on_hold", "open"]

ORDER_STATE_GROUP_VALUES: set[OrderStateGroup] = {
    "cancelled",
    "completed",
    "on_hold",
    "open",
}


def check_order_state_group(value: str) -> OrderStateGroup:
    if value in ORDER_STATE_GROUP_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_STATE_GROUP_VALUES!r}")
