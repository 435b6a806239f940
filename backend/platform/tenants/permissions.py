"""Permissions of tenants; operators hold them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("platform.tenant.view", group="platform", label=_("See businesses"))
MANAGE_PLANS = permission("platform.plan.manage", group="platform", label=_("Make and change plans"))
VIEW_USERS = permission("platform.tenant_user.view", group="platform", label=_("See users of businesses"))
MANAGE_USERS = permission(
    "platform.tenant_user.manage", group="platform", label=_("Have users of businesses choose a new password")
)
IMPERSONATE = permission(
    "platform.tenant.impersonate", group="platform", label=_("Act as a user of a business")
)
MANAGE = permission(
    "platform.tenant.manage", group="platform", label=_("Make, change, suspend and delete businesses")
)
