from typing import Literal

FileField = Literal[
    "allowed_actions",
    "analysis",
    "branch",
    "category",
    "content_type",
    "created_at",
    "created_by",
    "customer",
    "expires_at",
    "id",
    "kind",
    "metadata",
    "name",
    "rejection",
    "sha256",
    "size",
    "state",
    "subject",
    "updated_at",
    "version",
]

FILE_FIELD_VALUES: set[FileField] = {
    "allowed_actions",
    "analysis",
    "branch",
    "category",
    "content_type",
    "created_at",
    "created_by",
    "customer",
    "expires_at",
    "id",
    "kind",
    "metadata",
    "name",
    "rejection",
    "sha256",
    "size",
    "state",
    "subject",
    "updated_at",
    "version",
}


def check_file_field(value: str) -> FileField:
    if value in FILE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FILE_FIELD_VALUES!r}")
