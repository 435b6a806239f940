"""What may be allowed around privacy."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW = permission("privacy.request.view", group="customers", label=_("See privacy requests and consents"))
CREATE = permission(
    "privacy.request.create", group="customers", label=_("Ask for a copy or the erasure of personal data")
)
DECIDE = permission(
    "privacy.request.decide", group="customers", label=_("Decide on erasures and legal holds"), sensitive=True
)
CONSENT = permission("privacy.consent.record", group="customers", label=_("Record consents"))
DOCUMENTS = permission(
    "privacy.document.manage", group="settings", label=_("Publish legal documents"), whole=True
)
RETENTION = permission(
    "privacy.retention.manage", group="settings", label=_("Change how long data is kept"), whole=True
)
