from typing import Literal

OrderSource = Literal["portal", "staff", "telegram"]

ORDER_SOURCE_VALUES: set[OrderSource] = {
    "portal",
    "staff",
    "telegram",
}


def check_order_source(value: str) -> OrderSource:
    if value in ORDER_SOURCE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_SOURCE_VALUES!r}")
