from typing import Literal

HandOverDecision = Literal["accept", "decline", "withdraw"]

HAND_OVER_DECISION_VALUES: set[HandOverDecision] = {
    "accept",
    "decline",
    "withdraw",
}


def check_hand_over_decision(value: str) -> HandOverDecision:
    if value in HAND_OVER_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HAND_OVER_DECISION_VALUES!r}")
