"""Refusals of webhooks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict


class WebhookUrlRefused(Conflict):
    """The URL is not one that events may be sent to."""

    code = "webhook_url_refused"
    message = _("Events cannot be sent to this URL: {reason}.")


class EventTypeUnknown(Conflict):
    """An event type that is not in the catalogue."""

    code = "event_type_unknown"
    message = _("There is no event type {type}.")


class WebhookEndpointsFull(Conflict):
    """The business has as many endpoints as it may."""

    code = "webhook_endpoints_full"
    message = _("A business has at most {limit} webhook endpoints.")


class WebhookEndpointOff(Conflict):
    """The endpoint is disabled, so nothing can be sent to it."""

    code = "webhook_endpoint_off"
    message = _("The endpoint is disabled; enable it first.")


class WebhookEventGone(Conflict):
    """The event of the delivery is past its time of keeping."""

    code = "webhook_event_gone"
    message = _("The event is no longer kept, so it cannot be sent again.")


class WebhookDeliveryPending(Conflict):
    """The delivery is on its way already."""

    code = "webhook_delivery_pending"
    message = _("The delivery is waiting for its next attempt already.")


class RecoverPeriodWrong(Conflict):
    """The period to recover is empty or in the future."""

    code = "recover_period_wrong"
    message = _("The period must begin before it ends, and end no later than now.")
