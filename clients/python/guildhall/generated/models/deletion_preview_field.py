from typing import Literal

DeletionPreviewField = Literal[
    "api_keys", "applications", "assignments", "erased", "identities", "kept", "sessions", "user"
]

DELETION_PREVIEW_FIELD_VALUES: set[DeletionPreviewField] = {
    "api_keys",
    "applications",
    "assignments",
    "erased",
    "identities",
    "kept",
    "sessions",
    "user",
}


def check_deletion_preview_field(value: str) -> DeletionPreviewField:
    if value in DELETION_PREVIEW_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DELETION_PREVIEW_FIELD_VALUES!r}")
