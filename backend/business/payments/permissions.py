"""What may be allowed around payments."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("payments.payment.view", group="finance", label=_("See payments"))
CREATE = permission("payments.payment.create", group="finance", label=_("Record payments"))
VERIFY = permission("payments.payment.verify", group="finance", label=_("Verify and reject payments"))
ALLOCATE = permission("payments.payment.allocate", group="finance", label=_("Use a customer's credit"))
VIEW_METHODS = permission("payments.method.view", group="finance", label=_("See payment methods"))
MANAGE_METHODS = permission(
    "payments.method.manage", group="settings", label=_("Change payment methods"), whole=True
)
VIEW_RECEIVABLES = permission("payments.receivable.view", group="finance", label=_("See what is owed"))
