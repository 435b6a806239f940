from typing import Literal

RestoreField = Literal[
    "allowed_actions",
    "backup",
    "created_at",
    "error",
    "finished_at",
    "id",
    "mode",
    "outcome",
    "phase",
    "preview",
    "requested_by",
    "started_at",
    "state",
    "tenant",
    "undo_until",
    "undone_at",
    "updated_at",
    "version",
]

RESTORE_FIELD_VALUES: set[RestoreField] = {
    "allowed_actions",
    "backup",
    "created_at",
    "error",
    "finished_at",
    "id",
    "mode",
    "outcome",
    "phase",
    "preview",
    "requested_by",
    "started_at",
    "state",
    "tenant",
    "undo_until",
    "undone_at",
    "updated_at",
    "version",
}


def check_restore_field(value: str) -> RestoreField:
    if value in RESTORE_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RESTORE_FIELD_VALUES!r}")
