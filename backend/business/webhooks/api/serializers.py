"""Bodies of endpoints and deliveries."""

from __future__ import annotations

from typing import Any

from backend.business.webhooks.permissions import MANAGE
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Context, Read, RecordRead, Write
from backend.kernel.events.permissions import VIEW as VIEW_EVENTS

STATES = ["enabled", "disabled"]
DELIVERY_STATES = ["pending", "succeeded", "failed"]


class SecretRead(Read):
    """One of an endpoint's secrets, without the secret."""

    created_at = f.DateTime()
    expires_at = f.DateTime(allow_null=True, help_text="Until when it signs too; null for the current one.")


class WebhookEndpointRead(RecordRead):
    """An address that events are sent to."""

    id = f.Id("whe")
    url = f.Text(format="uri")
    description = f.Text()
    event_types = f.ListOf(f.Text(), max_items=200)
    state = f.Choice(STATES, enum="WebhookEndpointState")
    disabled_reason = f.Text(
        help_text="`by_hand`, `gone` (it answered 410) or `failing` (120 hours without a success); else empty."
    )
    disabled_at = f.DateTime(allow_null=True)
    failing_since = f.DateTime(allow_null=True, help_text="The first failure since the last success.")
    last_success_at = f.DateTime(allow_null=True, help_text="To the minute.")
    secrets = f.ListOf(SecretRead(), max_items=5)


class WebhookEndpointRevealed(WebhookEndpointRead):
    """An endpoint with its new secret, which is shown this once."""

    secret = f.Text(
        source="revealed_secret", help_text="`whsec_…`: verify signatures with it. It is never shown again."
    )


class WebhookEndpointCreate(Write):
    """A new endpoint."""

    url = f.Url(help_text="https, on port 443 or above 1023, with a public address.")
    description = f.LongText(max_length=500, required=False, default="")
    event_types = f.ListOf(
        f.Text(max_length=100, pattern=r"^[!-~]+$"),
        min_items=1,
        max_items=200,
        unique=True,
        help_text="Types of /event-types, or `*` for every one.",
    )


class WebhookEndpointUpdate(Write):
    """Changes of an endpoint."""

    url = f.Url()
    description = f.LongText(max_length=500)
    event_types = f.ListOf(
        f.Text(max_length=100, pattern=r"^[!-~]+$"), min_items=1, max_items=200, unique=True
    )
    state = f.Choice(STATES, enum="WebhookEndpointState")


class RotateSecret(Write):
    """How long the old secret signs too."""

    grace_hours = f.Int(
        min_value=0,
        max_value=168,
        required=False,
        default=24,
        help_text="Hours; 0 ends the old secret at once.",
    )


class RecoverPeriod(Write):
    """A half-open period."""

    since = f.DateTime()
    until = f.DateTime(required=False, help_text="Now where it is not given.")


class RecoveredRead(Read):
    """What a recovery queued."""

    queued = f.Int(help_text="Deliveries that are on their way again, or for the first time.")


class AttemptRead(Read):
    """One attempt of a delivery."""

    at = f.DateTime()
    sent_headers = f.Computed(
        lambda row, _ctx: row.get("sent"),
        f.Json(allow_null=True),
        help_text="The request's headers, the signature and its `webhook-timestamp` included; null where none was "
        "sent, and for attempts from before they were kept.",
    )
    status = f.Int(allow_null=True, help_text="The HTTP status; null where no answer came.")
    milliseconds = f.Int()
    error = f.Text(help_text="Why no answer came; empty where one did.")
    headers = f.Json(help_text="The answer's headers, those with credentials redacted.")
    body = f.Text(help_text="The first 16 KB of the answer.")
    address = f.Text(help_text="The address that was connected to.")


def _sent_body(row: Any, context: Context) -> str | None:
    # Who manages endpoints could have every event sent to one of their own.
    sees = context.principal is not None and any(map(context.principal.allows, (VIEW_EVENTS, MANAGE)))
    return getattr(row, "sent_body", None) if sees else None


class WebhookDeliveryRead(RecordRead):
    """One event on its way to one endpoint, with the log of its attempts."""

    id = f.Id("whd")
    endpoint = f.Id("whe", source="endpoint_id")
    event = f.Id("evt", source="event_id", help_text="Also the `webhook-id` header.")
    event_type = f.Text()
    state = f.Choice(DELIVERY_STATES, enum="WebhookDeliveryState")
    reason = f.Text(
        help_text="Why it failed: attempts_used_up, event_gone, endpoint_gone, endpoint_failing, "
        "endpoint_disabled; else empty."
    )
    attempt_count = f.Int(help_text="Attempts since it was queued or resent.")
    next_attempt_at = f.DateTime(allow_null=True)
    completed_at = f.DateTime(allow_null=True)
    body = f.Computed(
        _sent_body,
        f.Text(allow_null=True),
        help_text="What every attempt sends, to the byte: what the signatures are over. Null once the event is no "
        "longer kept, and for who may neither see events nor manage endpoints.",
    )
    attempts = f.ListOf(AttemptRead(), max_items=20, help_text="The last 20, oldest first.")
