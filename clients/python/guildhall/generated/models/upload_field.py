from typing import Literal

UploadField = Literal[
    "allowed_actions",
    "category",
    "created_at",
    "expires_at",
    "file",
    "id",
    "name",
    "offset",
    "sha256",
    "size",
    "state",
    "version",
]

UPLOAD_FIELD_VALUES: set[UploadField] = {
    "allowed_actions",
    "category",
    "created_at",
    "expires_at",
    "file",
    "id",
    "name",
    "offset",
    "sha256",
    "size",
    "state",
    "version",
}


def check_upload_field(value: str) -> UploadField:
    if value in UPLOAD_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {UPLOAD_FIELD_VALUES!r}")
