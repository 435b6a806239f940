from typing import Literal

HandOverDirection = Literal["incoming", "outgoing"]

HAND_OVER_DIRECTION_VALUES: set[HandOverDirection] = {
    "incoming",
    "outgoing",
}


def check_hand_over_direction(value: str) -> HandOverDirection:
    if value in HAND_OVER_DIRECTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HAND_OVER_DIRECTION_VALUES!r}")
