"""What may be done with customers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("customers.customer.view", group="customers", label=_("See customers"))
CREATE = permission("customers.customer.create", group="customers", label=_("Add customers"))
UPDATE = permission("customers.customer.update", group="customers", label=_("Change customers"))
DELETE = permission("customers.customer.delete", group="customers", label=_("Delete customers"))
TELEGRAM = permission(
    "customers.telegram_session.create",
    group="customers",
    label=_("Sign customers in by Telegram (for the bot)"),
    whole=True,
    sensitive=True,
)
IDENTITY = permission(
    "customers.identity.view",
    group="customers",
    label=_("See identity documents of customers in full"),
    sensitive=True,
)
MERGE = permission(
    "customers.merge.manage",
    group="customers",
    label=_("Merge customers, and take merges back"),
    sensitive=True,
)
