"""What may be done with prices."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW_RULES = permission("pricing.rule.view", group="pricing", label=_("See price rules"))
MANAGE_RULES = permission("pricing.rule.manage", group="pricing", label=_("Change price rules"))
VIEW_TAXES = permission("pricing.tax.view", group="pricing", label=_("See tax rates"))
MANAGE_TAXES = permission("pricing.tax.manage", group="pricing", label=_("Change tax rates"), whole=True)
VIEW_QUOTES = permission("pricing.quote.view", group="pricing", label=_("See quotes"))
CREATE_QUOTES = permission("pricing.quote.create", group="pricing", label=_("Make quotes"))
