"""Endpoints and deliveries."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class WebhookEndpoint(Record):
    """An address of the business's that wants some of its events.

    `secrets` is a list, the one that signs first: `{"sealed", "created_at", "expires_at"}`, of which the
    older ones sign too until they expire. `failing_since` is the first failure of an unbroken row of them.
    """

    ENABLED, DISABLED = "enabled", "disabled"
    audit_ignore = ("failing_since", "last_success_at")
    sealed: ClassVar[dict[str, str]] = {"secrets": "webhooks.endpoint"}

    id = IdField(prefix="whe")
    url = models.TextField()
    description = models.TextField(default="")
    event_types = models.JSONField()
    secrets = models.JSONField(default=list)
    state = models.TextField(default=ENABLED)
    disabled_reason = models.TextField(default="")
    disabled_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    last_success_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["enabled", "disabled"]), name="webhooks_endpoint_state"
            )
        ]


class WebhookDelivery(Record):
    """One event on its way to one endpoint.

    `next_attempt_at` of a pending one is when it is due, or until when a worker holds it. `attempts` is
    the log, oldest first: `{"at", "sent", "status", "milliseconds", "error", "headers", "body", "address"}`.
    """

    PENDING, SUCCEEDED, FAILED = "pending", "succeeded", "failed"
    audit_exclude = "the log of deliveries itself"

    id = IdField(prefix="whd")
    endpoint: Any = models.ForeignKey(WebhookEndpoint, on_delete=models.CASCADE, db_index=False)
    event_id = models.UUIDField()
    event_type = models.TextField()
    state = models.TextField(default=PENDING)
    reason = models.TextField(default="")
    attempt_count = models.IntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    attempts = models.JSONField(default=list)
    completed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["endpoint", "event_id"], name="webhooks_delivery_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=["pending", "succeeded", "failed"]),
                name="webhooks_delivery_state",
            ),
            models.CheckConstraint(
                condition=models.Q(state="pending", next_attempt_at__isnull=False)
                | (~models.Q(state="pending") & models.Q(next_attempt_at__isnull=True)),
                name="webhooks_delivery_due",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                name="webhooks_delivery_pending",
                condition=models.Q(state="pending"),
            )
        ]
