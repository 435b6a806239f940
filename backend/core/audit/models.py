"""The entries of the audit log."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class AuditEntry(models.Model):
    """One change of one row, written by the trigger function `audit_record`, or one action that changed none.

    `before` and `after` hold the changed columns of an update, and the whole row of a deletion (before)
    or an insertion (after); `after` of an action holds its details. `action` is `insert`, `update`,
    `delete` or a code of `backend.kernel.actions`. `sequence`, `previous_hash` and `hash` belong to the chain
    that seals entries later; sealing is the only change that an entry can undergo, once. `credential_kind` and
    `credential_id` are of `backend.kernel.context.CREDENTIALS`: what the actor showed.
    """

    id = IdField(prefix="aud")
    at = models.DateTimeField()
    txid = models.BigIntegerField()
    table = models.TextField()
    row_id = models.UUIDField(null=True)
    action = models.TextField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    actor_id = models.UUIDField(null=True)
    actor_kind = models.TextField()
    impersonator_id = models.UUIDField(null=True)
    request_id = models.TextField(null=True)
    ip = models.GenericIPAddressField(null=True)
    user_agent = models.TextField(null=True)
    credential_kind = models.TextField(null=True)
    credential_id = models.UUIDField(null=True)
    sequence = models.BigIntegerField(null=True)
    previous_hash = models.BinaryField(null=True)
    hash = models.BinaryField(null=True)

    class Meta:
        db_table = "audit_entry"
        # Also finds what is not sealed yet (NULL), and the end of the chain.
        constraints = [models.UniqueConstraint(fields=["sequence"], name="audit_entry_sequence")]
        indexes = [
            models.Index(fields=["row_id", "id"], name="audit_entry_row"),
            models.Index(fields=["actor_id", "id"], name="audit_entry_actor"),
            # The history of sign-ins, newest first, among all that is recorded.
            models.Index(fields=["id"], name="audit_entry_auth", condition=Q(action__startswith="auth.")),
            # What one key or application did. A session is brief: its entries are found by their time.
            models.Index(
                fields=["credential_id", "id"],
                name="audit_entry_credential",
                condition=Q(credential_kind__in=["api_key", "application"]),
            ),
        ]


class AccessEntry(models.Model):
    """One request to the API: who called what, from where, with what outcome. Written in batches; see `access`.

    `rows` is how many a list answered, null of anything else.
    """

    id = IdField(prefix="acs")
    at = models.DateTimeField()
    method = models.TextField()
    route = models.TextField()
    status = models.SmallIntegerField()
    duration_ms = models.IntegerField()
    actor_id = models.UUIDField(null=True)
    actor_kind = models.TextField()
    impersonator_id = models.UUIDField(null=True)
    request_id = models.TextField()
    ip = models.GenericIPAddressField(null=True)
    credential_kind = models.TextField(null=True)
    credential_id = models.UUIDField(null=True)
    rows = models.IntegerField(null=True)

    audit_exclude = "a log itself, of requests that change nothing too"

    class Meta:
        db_table = "audit_access"


class Alert(Record):
    """Something that looked wrong: which rule found it, about whom, and who has seen to it."""

    id = IdField(prefix="alr")
    rule = models.TextField()
    subject = models.TextField()
    actor_id = models.UUIDField(null=True)
    ip = models.GenericIPAddressField(null=True)
    details = models.JSONField(default=dict)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by_id = models.UUIDField(null=True)
    note = models.TextField(default="")

    class Meta:
        db_table = "audit_alert"
