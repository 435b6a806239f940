"""The record of an `Idempotency-Key`: one row a credential and key, with the answer that was given."""

from __future__ import annotations

from django.db import models

from backend.kernel import clock
from backend.kernel.ids import new_id


class IdempotencyKey(models.Model):
    """A claim on a key, then the answer to its request (IETF draft-ietf-httpapi-idempotency-key-header-07).

    The claim commits before the work begins; the answer commits with the work. `lease` names the
    request that holds the claim, so that one which comes to its end after losing it rolls back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    credential = models.TextField()
    key = models.TextField()
    fingerprint = models.BinaryField()
    lease = models.UUIDField()
    leased_until = models.DateTimeField()
    status = models.SmallIntegerField(null=True)
    headers = models.JSONField(default=dict)
    body = models.BinaryField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "kernel_idempotencykey"
        constraints = [models.UniqueConstraint(fields=["credential", "key"], name="kernel_idempotency_once")]
        indexes = [models.Index(fields=["created_at"], name="kernel_idempotency_age")]
