from typing import Literal

BackupVerification = Literal["damaged", "none", "ok", "requested", "running"]

BACKUP_VERIFICATION_VALUES: set[BackupVerification] = {
    "damaged",
    "none",
    "ok",
    "requested",
    "running",
}


def check_backup_verification(value: str) -> BackupVerification:
    if value in BACKUP_VERIFICATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BACKUP_VERIFICATION_VALUES!r}")
