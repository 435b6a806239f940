"""What may be allowed around points."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("loyalty.account.view", group="loyalty", label=_("See customers' points"))
REDEEM = permission("loyalty.redemption.create", group="loyalty", label=_("Redeem points"))
VIEW_RULES = permission("loyalty.rule.view", group="loyalty", label=_("See loyalty rules"))
MANAGE_RULES = permission("loyalty.rule.manage", group="loyalty", label=_("Change loyalty rules"), whole=True)
