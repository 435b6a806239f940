from typing import Literal

RestoreMode = Literal["merge", "preview", "replace"]

RESTORE_MODE_VALUES: set[RestoreMode] = {
    "merge",
    "preview",
    "replace",
}


def check_restore_mode(value: str) -> RestoreMode:
    if value in RESTORE_MODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESTORE_MODE_VALUES!r}")
