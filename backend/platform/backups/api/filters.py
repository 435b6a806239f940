"""Filters of backups and restores."""

from __future__ import annotations

from backend.kernel.api.filters import ChoiceFilter, Filters, IdFilter, TimeFilter
from backend.platform.backups.api.serializers import (
    BACKUP_KINDS,
    BACKUP_STATES,
    RESTORE_MODES,
    RESTORE_STATES,
    VERIFICATIONS,
)


class BackupFilters(Filters):
    """Filters of the list of backups."""

    tenant = IdFilter("ten", field_name="tenant_id")
    state = ChoiceFilter(BACKUP_STATES, enum="BackupState")
    kind = ChoiceFilter(BACKUP_KINDS, enum="BackupKind")
    verification = ChoiceFilter(VERIFICATIONS, enum="BackupVerification")
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")


class RestoreFilters(Filters):
    """Filters of the list of restores."""

    tenant = IdFilter("ten", field_name="tenant_id")
    backup = IdFilter("bkp", field_name="backup_id")
    mode = ChoiceFilter(RESTORE_MODES, enum="RestoreMode")
    state = ChoiceFilter(RESTORE_STATES, enum="RestoreState")
