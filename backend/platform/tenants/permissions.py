"""Permissions of tenants; operators hold them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("platform.tenant.view", group="platform", label=_("See businesses"))
MANAGE_PLANS = permission("platform.plan.manage", group="platform", label=_("Make and change plans"))
MANAGE = permission(
    "platform.tenant.manage", group="platform", label=_("Make, change, suspend and delete businesses")
)
