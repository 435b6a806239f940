from typing import Literal

BackupCopyState = Literal["damaged", "failed", "missing", "ok"]

BACKUP_COPY_STATE_VALUES: set[BackupCopyState] = {
    "damaged",
    "failed",
    "missing",
    "ok",
}


def check_backup_copy_state(value: str) -> BackupCopyState:
    if value in BACKUP_COPY_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BACKUP_COPY_STATE_VALUES!r}")
