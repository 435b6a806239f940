"""Permissions of accounts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW_USERS = permission("accounts.user.view", group="staff", label=_("See users"))
MANAGE_USERS = permission(
    "accounts.user.manage", group="staff", label=_("Create, change and suspend users, and give them roles")
)
VIEW_ROLES = permission("accounts.role.view", group="staff", label=_("See roles and permissions"))
MANAGE_ROLES = permission(
    "accounts.role.manage", group="staff", label=_("Create, change and delete roles"), sensitive=True
)
MANAGE_POLICY = permission(
    "accounts.policy.manage",
    group="settings",
    label=_("See and change the rules of security"),
    whole=True,
    sensitive=True,
)
INVITE = permission("accounts.invitation.manage", group="staff", label=_("Invite people"))
VIEW_SESSIONS = permission(
    "accounts.session.view", group="staff", label=_("See users' sessions and sign-ins"), sensitive=True
)
END_SESSIONS = permission("accounts.session.revoke", group="staff", label=_("End users' sessions"))
MANAGE_KEYS = permission(
    "accounts.api_key.manage",
    group="integrations",
    label=_("See, make, rotate and revoke API keys"),
    whole=True,
)
MANAGE_APPLICATIONS = permission(
    "accounts.application.manage",
    group="integrations",
    label=_("Register applications of third parties"),
    whole=True,
)
