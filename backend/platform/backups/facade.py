"""What others may call of the backups domain."""

from __future__ import annotations

from backend.platform.backups.carry import register_carrier
from backend.platform.backups.choices import register_choices, register_erased, register_settling
from backend.platform.backups.engine.merging.choices import Choice, Ref
from backend.platform.backups.erasing import erase_backups
from backend.platform.backups.jobs import run_backup, run_verification
from backend.platform.backups.merging import run_merge
from backend.platform.backups.restoring import run_restore, run_undo
from backend.platform.backups.selectors import backup_by_id, restore_by_id
from backend.platform.backups.services import (
    request_backup,
    request_discard,
    request_merge,
    request_restore,
    request_undo,
    request_verification,
)

__all__ = [
    "Choice",
    "Ref",
    "backup_by_id",
    "erase_backups",
    "register_carrier",
    "register_choices",
    "register_erased",
    "register_settling",
    "request_backup",
    "request_discard",
    "request_merge",
    "request_restore",
    "request_undo",
    "request_verification",
    "restore_by_id",
    "run_backup",
    "run_merge",
    "run_restore",
    "run_undo",
    "run_verification",
]
