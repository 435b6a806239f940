"""Refusals of the audit."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict


class AlertAcknowledged(Conflict):
    """Somebody has seen to the alert already."""

    code = "alert_acknowledged"
    message = _("The alert was acknowledged at {acknowledged_at}.")
