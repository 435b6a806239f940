from typing import Literal

BackupState = Literal["degraded", "failed", "ok", "pruned", "requested", "running"]

BACKUP_STATE_VALUES: set[BackupState] = {
    "degraded",
    "failed",
    "ok",
    "pruned",
    "requested",
    "running",
}


def check_backup_state(value: str) -> BackupState:
    if value in BACKUP_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BACKUP_STATE_VALUES!r}")
