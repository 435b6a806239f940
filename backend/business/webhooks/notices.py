"""What the staff is told when the product switches an endpoint off: the endpoint itself hears no more."""

from __future__ import annotations

import uuid

from django.utils.translation import gettext as _

from backend.business.webhooks.models import WebhookEndpoint


def disabled_notice(endpoint_id: uuid.UUID) -> tuple[str, str] | None:
    """Subject and text for an endpoint that is off by itself; None once it is on again, off by hand or gone."""
    endpoint = WebhookEndpoint.objects.filter(pk=endpoint_id, state=WebhookEndpoint.DISABLED).first()
    if endpoint is None or endpoint.disabled_reason not in ("gone", "failing"):
        return None
    why = (
        _("it answered that it is gone for good (410)")
        if endpoint.disabled_reason == "gone"
        else _("it took nothing for five days")
    )
    text = _(
        "no more events are sent to {url}: {why}. When it works again, enable the endpoint and send it what it "
        "missed with `recover`."
    ).format(url=endpoint.url, why=why)
    return _("A webhook of {business} was switched off"), text
