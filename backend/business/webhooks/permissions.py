"""Who may see and manage webhooks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission(
    "webhooks.endpoint.view",
    group="integrations",
    label=_("See webhook endpoints and deliveries"),
    whole=True,
)
MANAGE = permission(
    "webhooks.endpoint.manage", group="integrations", label=_("Manage webhook endpoints"), whole=True
)
RESEND = permission(
    "webhooks.delivery.resend", group="integrations", label=_("Send webhook deliveries again"), whole=True
)
