"""What may be allowed around holidays."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("scheduling.holiday.view", group="settings", label=_("See holidays"))
MANAGE = permission("scheduling.holiday.manage", group="settings", label=_("Change holidays"))
