from typing import Literal

HandOverStatus = Literal["closed", "declined", "handed_over", "offered", "withdrawn"]

HAND_OVER_STATUS_VALUES: set[HandOverStatus] = {
    "closed",
    "declined",
    "handed_over",
    "offered",
    "withdrawn",
}


def check_hand_over_status(value: str) -> HandOverStatus:
    if value in HAND_OVER_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HAND_OVER_STATUS_VALUES!r}")
