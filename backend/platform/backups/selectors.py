"""Reads of the catalogue."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from backend.kernel import clock
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Principal
from backend.platform.backups.models import Backup, Restore
from backend.platform.backups.permissions import VIEW


def backups_for(principal: Principal) -> QuerySet[Backup]:
    """The backups that an operator may see."""
    return Backup.objects.all() if principal.allows(VIEW) else Backup.objects.none()


def restores_for(principal: Principal) -> QuerySet[Restore]:
    """The restores that an operator may see."""
    rows = Restore.objects.select_related("backup")
    return rows if principal.allows(VIEW) else rows.none()


def backup_by_id(backup_id: uuid.UUID) -> Backup:
    """One backup. Raises ResourceNotFound."""
    found = Backup.objects.filter(pk=backup_id).first()
    if found is None:
        raise ResourceNotFound()
    return found


def restore_by_id(restore_id: uuid.UUID) -> Restore:
    """One restore with its backup. Raises ResourceNotFound."""
    found = Restore.objects.select_related("backup").filter(pk=restore_id).first()
    if found is None:
        raise ResourceNotFound()
    return found


def is_kept(restore: Restore) -> bool:
    """Whether what was live before a replacement is still kept for undoing."""
    return (
        restore.mode == "replace"
        and restore.state == "succeeded"
        and bool(restore.kept_schema)
        and restore.undo_until is not None
        and restore.undo_until > clock.now()
    )


def undo_obstacle(restore: Restore) -> str:
    """Why a restore cannot be undone; empty where it can."""
    if restore.mode == "preview":
        return "a preview changes nothing"
    if restore.mode == "merge":
        # Entries of the books are never removed, and later rows may stand on what came back.
        return "a merge only adds: what came back is removed or reversed like any other row"
    if restore.state != "succeeded":
        return f"it is {restore.state}"
    if not is_kept(restore):
        return "what was live before is no longer kept"
    later = Restore.objects.filter(
        tenant_id=restore.tenant_id, mode="replace", finished_at__gt=restore.finished_at
    ).exclude(state__in=["failed", "undone"])
    return "a later one stands on it: undo that first" if later.exists() else ""
