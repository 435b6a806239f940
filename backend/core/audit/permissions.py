"""Permissions of the audit."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("audit.entry.view", group="settings", label=_("See who changed what"))
