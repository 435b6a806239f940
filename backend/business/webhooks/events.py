"""What the domain says of itself."""

from __future__ import annotations

from uuid import UUID

from backend.kernel.events import Event, described, event, ref


@event("webhook_endpoint.created", version=1, subject="whe")
class WebhookEndpointCreated(Event):
    """An endpoint was registered."""

    endpoint: UUID = ref("whe")
    url: str
    event_types: list[str]


@event("webhook_endpoint.updated", version=1, subject="whe")
class WebhookEndpointUpdated(Event):
    """An endpoint was changed, enabled or disabled by hand, or its secret was rotated."""

    endpoint: UUID = ref("whe")
    changed: list[str] = described("The names of the fields that changed; values are not told.")


@event("webhook_endpoint.deleted", version=1, subject="whe")
class WebhookEndpointDeleted(Event):
    """An endpoint was deleted with its log."""

    endpoint: UUID = ref("whe")
    url: str


@event("webhook_endpoint.disabled", version=1, subject="whe")
class WebhookEndpointDisabled(Event):
    """An endpoint was disabled because it answered 410, or took nothing for 120 hours."""

    endpoint: UUID = ref("whe")
    url: str
    reason: str = described("`gone` for a 410, `failing` for 120 hours without a success.")


@event("webhook_endpoint.tested", version=1, subject="whe")
class WebhookEndpointTested(Event):
    """Somebody asked for a test delivery. It goes to that endpoint alone, whatever it subscribes to."""

    endpoint: UUID = ref("whe")
    note: str
