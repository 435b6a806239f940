"""Reads."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db.models import QuerySet

from backend.business.webhooks import permissions as may
from backend.business.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.kernel import tenancy
from backend.kernel.events.store import bodies_of
from backend.kernel.permissions import Principal, scoped

ALL = "*"
"""The event type of an endpoint that stands for every one."""
TESTED = "webhook_endpoint.tested"
"""Goes only to the endpoint that is tested, by a delivery of its own."""


def endpoints_for(principal: Principal) -> QuerySet[WebhookEndpoint]:
    """The business's endpoints. The permission counts only over the whole business."""
    return scoped(WebhookEndpoint.objects.all(), principal, may.VIEW)


def deliveries_for(principal: Principal) -> QuerySet[WebhookDelivery]:
    """The log of deliveries, with their attempts."""
    return scoped(WebhookDelivery.objects.select_related("endpoint"), principal, may.VIEW)


def wanted_types(types: Collection[str]) -> Collection[str]:
    """Those of `types` that some enabled endpoint subscribes to; the operator's schema has no endpoints."""
    if tenancy.is_public():
        return frozenset()
    rows = WebhookEndpoint.objects.filter(state=WebhookEndpoint.ENABLED).values_list("event_types", flat=True)
    subscribed = {kind for row in rows for kind in row}
    return {kind for kind in types if kind != TESTED and (ALL in subscribed or kind in subscribed)}


def endpoints_wanting(kind: str) -> list[uuid.UUID]:
    """The enabled endpoints that subscribe to an event type."""
    rows = WebhookEndpoint.objects.filter(state=WebhookEndpoint.ENABLED).order_by("id")
    return [
        pk
        for pk, types in rows.values_list("id", "event_types")
        if kind != TESTED and (ALL in types or kind in types)
    ]


def complete_deliveries(rows: Collection[WebhookDelivery]) -> None:
    """Gives deliveries the body that was sent as `sent_body`, None where it is past its time: one statement."""
    bodies = bodies_of([row.event_id for row in rows])
    for row in rows:
        row.sent_body = bodies.get(row.event_id)  # type: ignore[attr-defined]


def body_of(event_id: uuid.UUID) -> str | None:
    """The frozen body of an event; None where it is past its time of keeping."""
    return bodies_of([event_id]).get(event_id)
