"""The table of files."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from backend.core.files.types import Category, FileAnalysis, FileState, analysis_from_json
from backend.kernel.db.models import Record
from backend.kernel.ids import IdField


class File(Record):
    """Bytes that somebody gave, what they are, and what they belong to.

    While a resumable upload runs, `size` and `sha256` are the declared ones and `upload` holds the progress:
    `{"received": bytes, "parts": [[offset, size, name], …]}`; afterwards it is null. `analysis` is written
    by `types.FileAnalysis.as_json`, with a person's correction under `override`. `rejection` is
    `{"code", "params"}`. `storage_key` is relative to the tenant's part of the storage. `customer_id`,
    `branch_id` and the subject are ids of higher layers, without foreign keys.
    """

    id = IdField(prefix="fil")
    category = models.TextField(default=Category.ORDER_FILE.value)
    state = models.TextField()
    name = models.TextField()
    size = models.BigIntegerField()
    sha256 = models.TextField()
    kind = models.TextField(default="")
    content_type = models.TextField(default="")
    storage_key = models.TextField(default="")
    analysis = models.JSONField(null=True)
    rejection = models.JSONField(null=True)
    upload = models.JSONField(null=True)
    metadata = models.JSONField(default=dict)
    created_by_id = models.UUIDField(null=True)
    customer_id = models.UUIDField(null=True)
    branch_id = models.UUIDField(null=True)
    subject_type = models.TextField(null=True)
    subject_id = models.UUIDField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in FileState]), name="files_file_state"
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(analysis__isnull=False) & ~Q(storage_key=""),
                name="files_file_ready_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(subject_type__isnull=True, subject_id__isnull=True)
                | Q(subject_type__isnull=False, subject_id__isnull=False, expires_at__isnull=True),
                name="files_file_subject_is_whole",
            ),
        ]
        indexes = [
            # Whether other rows share the bytes, asked when one is deleted.
            models.Index(fields=["sha256"], name="files_file_sha256"),
            models.Index(
                fields=["subject_id"], name="files_file_subject", condition=Q(subject_id__isnull=False)
            ),
            models.Index(
                fields=["customer_id", "id"],
                name="files_file_customer",
                condition=Q(customer_id__isnull=False),
            ),
            models.Index(
                fields=["expires_at"], name="files_file_expiry", condition=Q(expires_at__isnull=False)
            ),
        ]

    @property
    def counted(self) -> FileAnalysis | None:
        """The analysis as a value, None before there is one."""
        return None if self.analysis is None else analysis_from_json(self.analysis)

    @property
    def received(self) -> int:
        """Bytes that have come so far."""
        return self.size if self.upload is None else int(self.upload["received"])
