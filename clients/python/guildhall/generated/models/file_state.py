from typing import Literal

FileState = Literal["analysing", "ready", "rejected"]

FILE_STATE_VALUES: set[FileState] = {
    "analysing",
    "ready",
    "rejected",
}


def check_file_state(value: str) -> FileState:
    if value in FILE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FILE_STATE_VALUES!r}")
