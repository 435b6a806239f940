from typing import Literal

BackupKind = Literal["on_demand", "scheduled"]

BACKUP_KIND_VALUES: set[BackupKind] = {
    "on_demand",
    "scheduled",
}


def check_backup_kind(value: str) -> BackupKind:
    if value in BACKUP_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BACKUP_KIND_VALUES!r}")
