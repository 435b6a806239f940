from typing import Literal

RoundingMode = Literal["ceiling", "down", "floor", "half_even", "half_up", "up"]

ROUNDING_MODE_VALUES: set[RoundingMode] = {
    "ceiling",
    "down",
    "floor",
    "half_even",
    "half_up",
    "up",
}


def check_rounding_mode(value: str) -> RoundingMode:
    if value in ROUNDING_MODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ROUNDING_MODE_VALUES!r}")
