"""Requests of persons and holds, consents and acceptances, legal documents."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from backend.kernel import clock
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class Kind(models.TextChoices):
    """What is asked for: a copy of the data, to be forgotten, or that nothing is erased (a legal hold)."""

    EXPORT = "export"
    ERASURE = "erasure"
    HOLD = "hold"


class State(models.TextChoices):
    """Where a request is. A hold is APPROVED from the start until it is COMPLETED (lifted)."""

    REQUESTED = "requested"
    APPROVED = "approved"
    COMPLETED = "completed"
    REJECTED = "rejected"


class PrivacyRequest(Record):
    """What is asked for about one customer. `outcome` is what an erasure did, counts by source."""

    id = IdField(prefix="prq")
    kind = models.TextField(choices=Kind)
    state = models.TextField(choices=State, default=State.REQUESTED)
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, db_index=False)
    reason = models.TextField(default="")
    requested_by_id = models.UUIDField(null=True)
    decided_by_id = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    # Until when a copy can be fetched, or a hold lasts; null for a hold without an end.
    expires_at = models.DateTimeField(null=True)
    outcome = models.JSONField(default=dict)

    class Meta:
        db_table = "privacy_request"
        constraints = [
            models.UniqueConstraint(
                fields=["customer", "kind"],
                condition=Q(state__in=["requested", "approved"], kind="erasure"),
                name="privacy_request_one_open_erasure",
            )
        ]
        indexes = [models.Index(fields=["customer", "id"], name="privacy_request_customer")]

    @property
    def outcome_rows(self) -> list[dict[str, Any]]:
        """What an erasure changed, place by place."""
        return [{"name": name, "rows": rows} for name, rows in self.outcome.items() if isinstance(rows, int)]


class Consent(models.Model):
    """That somebody agreed to a purpose, or took it back, or accepted a document. Rows are only added.

    The latest row of a person and purpose counts. `visitor` stands for a browser before anybody is known.
    """

    id = IdField(prefix="cns")
    customer = models.ForeignKey("customers.Customer", null=True, on_delete=models.PROTECT, db_index=False)
    user_id = models.UUIDField(null=True)
    visitor = models.TextField(null=True)
    purpose = models.TextField()
    version = models.IntegerField()
    granted = models.BooleanField()
    # SHA-256 of the words that were shown, in the language that they were shown in.
    text_sha256 = models.TextField(default="")
    language = models.TextField(default="")
    source = models.TextField(default="")
    at = models.DateTimeField(default=clock.now)
    ip = models.GenericIPAddressField(null=True)
    user_agent = models.TextField(default="")
    recorded_by_id = models.UUIDField(null=True)

    class Meta:
        db_table = "privacy_consent"
        constraints = [
            models.CheckConstraint(
                condition=Q(customer__isnull=False) | Q(user_id__isnull=False) | Q(visitor__isnull=False),
                name="privacy_consent_of_somebody",
            )
        ]
        indexes = [
            models.Index(fields=["customer", "purpose", "id"], name="privacy_consent_customer"),
            models.Index(fields=["user_id", "purpose", "id"], name="privacy_consent_user"),
        ]


class LegalDocument(Record):
    """A version of a legal text. Once published it never changes; the highest published version is in force."""

    id = IdField(prefix="lgd")
    code = models.TextField()
    number = models.IntegerField()
    titles = models.JSONField(default=dict)
    bodies = models.JSONField(default=dict)
    acceptance_required = models.BooleanField(default=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "privacy_document"
        constraints = [
            models.UniqueConstraint(fields=["code", "number"], name="privacy_document_version_once"),
        ]
