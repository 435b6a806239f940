from typing import Literal

RestoreField = Literal[
    "allowed_actions",
    "backup",
    "created_at",
    "difference",
    "error",
    "finished_at",
    "id",
    "merged",
    "mode",
    "outcome",
    "phase",
    "preview",
    "requested_by",
    "staged_until",
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
    "difference",
    "error",
    "finished_at",
    "id",
    "merged",
    "mode",
    "outcome",
    "phase",
    "preview",
    "requested_by",
    "staged_until",
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
