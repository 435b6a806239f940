"""Permissions of the audit."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("audit.entry.view", group="settings", label=_("See who changed what"), sensitive=True)
EXPORT = permission("audit.entry.export", group="settings", label=_("Export the audit log"), sensitive=True)
VIEW_ACCESS = permission(
    "audit.access.view", group="settings", label=_("See the log of requests"), sensitive=True
)
VIEW_ALERTS = permission("audit.alert.view", group="settings", label=_("See security alerts"), sensitive=True)
MANAGE_ALERTS = permission("audit.alert.manage", group="settings", label=_("Acknowledge security alerts"))
VIEW_TENANTS = permission(
    "platform.tenant_audit.view", group="platform", label=_("See the audit logs of businesses"), whole=True
)
