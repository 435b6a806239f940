"""What may be done in organizations."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW_BRANCHES = permission("organizations.branch.view", group="settings", label=_("See branches"))
MANAGE_BRANCHES = permission(
    "organizations.branch.manage", group="settings", label=_("Open, change and close branches")
)
VIEW_ORGANIZATION = permission(
    "organizations.organization.view", group="settings", label=_("See the business's profile and settings")
)
MANAGE_ORGANIZATION = permission(
    "organizations.organization.manage",
    group="settings",
    label=_("Change the business's profile and settings"),
    whole=True,
)
