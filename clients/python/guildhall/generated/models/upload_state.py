from typing import Literal

UploadState = Literal["analysing", "ready", "rejected", "uploading"]

UPLOAD_STATE_VALUES: set[UploadState] = {
    "analysing",
    "ready",
    "rejected",
    "uploading",
}


def check_upload_state(value: str) -> UploadState:
    if value in UPLOAD_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {UPLOAD_STATE_VALUES!r}")
