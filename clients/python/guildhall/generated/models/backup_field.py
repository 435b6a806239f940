from typing import Literal

BackupField = Literal[
    "allowed_actions",
    "artifacts",
    "copies",
    "created_at",
    "error",
    "file_count",
    "finished_at",
    "id",
    "key_id",
    "kind",
    "plain_bytes",
    "release",
    "requested_by",
    "rows",
    "slug",
    "snapshot_at",
    "started_at",
    "state",
    "stored_bytes",
    "tables",
    "tenant",
    "updated_at",
    "verification",
    "verification_error",
    "verified_at",
    "version",
]

BACKUP_FIELD_VALUES: set[BackupField] = {
    "allowed_actions",
    "artifacts",
    "copies",
    "created_at",
    "error",
    "file_count",
    "finished_at",
    "id",
    "key_id",
    "kind",
    "plain_bytes",
    "release",
    "requested_by",
    "rows",
    "slug",
    "snapshot_at",
    "started_at",
    "state",
    "stored_bytes",
    "tables",
    "tenant",
    "updated_at",
    "verification",
    "verification_error",
    "verified_at",
    "version",
}


def check_backup_field(value: str) -> BackupField:
    if value in BACKUP_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BACKUP_FIELD_VALUES!r}")
