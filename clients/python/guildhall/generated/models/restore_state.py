from typing import Literal

RestoreState = Literal[
    "applying", "discarded", "failed", "ready", "requested", "running", "succeeded", "undoing", "undone"
]

RESTORE_STATE_VALUES: set[RestoreState] = {
    "applying",
    "discarded",
    "failed",
    "ready",
    "requested",
    "running",
    "succeeded",
    "undoing",
    "undone",
}


def check_restore_state(value: str) -> RestoreState:
    if value in RESTORE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESTORE_STATE_VALUES!r}")
