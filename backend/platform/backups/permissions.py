"""Permissions of backups; operators hold them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("platform.backup.view", group="platform", label=_("See backups and restores"))
CREATE = permission("platform.backup.create", group="platform", label=_("Make and verify backups"))
RESTORE_TENANT = permission(
    "platform.backup.restore", group="platform", label=_("Restore a business from a backup")
)
