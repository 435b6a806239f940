from typing import Literal

OrderRelation = Literal["customer"]

ORDER_RELATION_VALUES: set[OrderRelation] = {
    "customer",
}


def check_order_relation(value: str) -> OrderRelation:
    if value in ORDER_RELATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_RELATION_VALUES!r}")
