from typing import Literal

RestoreState = Literal["failed", "requested", "running", "succeeded", "undoing", "undone"]

RESTORE_STATE_VALUES: set[RestoreState] = {
    "failed",
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
