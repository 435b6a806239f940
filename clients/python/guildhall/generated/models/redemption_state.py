from typing import Literal

RedemptionState = Literal["cancelled", "committed", "reserved", "returned"]

REDEMPTION_STATE_VALUES: set[RedemptionState] = {
    "cancelled",
    "committed",
    "reserved",
    "returned",
}


def check_redemption_state(value: str) -> RedemptionState:
    if value in REDEMPTION_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REDEMPTION_STATE_VALUES!r}")
