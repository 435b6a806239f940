from typing import Literal

OrderHandOverField = Literal[
    "at",
    "by",
    "decisions",
    "due_at",
    "from_branch",
    "id",
    "lines",
    "number",
    "priority",
    "reason",
    "state",
    "state_group",
    "state_name",
    "status",
    "to_branch",
    "version",
]

ORDER_HAND_OVER_FIELD_VALUES: set[OrderHandOverField] = {
    "at",
    "by",
    "decisions",
    "due_at",
    "from_branch",
    "id",
    "lines",
    "number",
    "priority",
    "reason",
    "state",
    "state_group",
    "state_name",
    "status",
    "to_branch",
    "version",
}


def check_order_hand_over_field(value: str) -> OrderHandOverField:
    if value in ORDER_HAND_OVER_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_HAND_OVER_FIELD_VALUES!r}")
