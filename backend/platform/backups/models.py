"""The catalogue: backups that were asked for and what became of them, and restores from them. Public schema
only.

The stores' manifests are the truth about a backup's contents; a row is the operator's view of it.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from backend.kernel.db.models import Record
from backend.kernel.ids import IdField
from backend.platform.backups.states import BACKUP, RESTORE, VERIFICATION


def _one_of(field: str, values: tuple[str, ...], name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{field}__in": list(values)}), name=name)


class Backup(Record):
    """One backup of one tenant. Sizes in bytes, of one copy; ``copies`` is [{store, state, error}]."""

    audit_ignore = ("heartbeat_at", "updated_at")

    id = IdField(prefix="bkp")
    tenant_id = models.UUIDField()
    slug = models.TextField()
    schema = models.TextField()
    kind = models.TextField(default="on_demand")
    state = models.TextField(default=BACKUP.initial)
    requested_by = models.UUIDField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    snapshot_at = models.DateTimeField(null=True)
    error = models.TextField(default="")
    key_id = models.TextField(default="")
    release = models.TextField(default="")
    stored_bytes = models.BigIntegerField(default=0)
    plain_bytes = models.BigIntegerField(default=0)
    rows = models.BigIntegerField(default=0)
    file_count = models.BigIntegerField(default=0)
    tables = models.JSONField(default=dict)
    artifacts = models.JSONField(default=list)
    copies = models.JSONField(default=list)
    verification = models.TextField(default="none")
    verified_at = models.DateTimeField(null=True)
    verification_error = models.TextField(default="")

    class Meta:
        constraints = [
            _one_of("state", BACKUP.states, "backups_backup_state"),
            _one_of("verification", VERIFICATION, "backups_backup_verification"),
            _one_of("kind", ("on_demand", "scheduled"), "backups_backup_kind"),
        ]
        indexes = [
            models.Index(fields=["tenant_id", "-created_at"], name="backups_backup_tenant"),
            models.Index(
                fields=["created_at"],
                condition=Q(state__in=["requested", "running"])
                | Q(verification__in=["requested", "running"]),
                name="backups_backup_open",
            ),
        ]


class Restore(Record):
    """One restore of a tenant from a backup: a preview, a replacement that can be undone until ``undo_until``, or
    a merge, whose staging schema stands until ``staged_until``.

    ``report`` holds what a preview found, how long a replacement took, or a merge's difference and outcome;
    ``kept_schema`` is the schema that was live before, while it is kept.
    """

    audit_ignore = ("heartbeat_at", "phase", "updated_at")

    id = IdField(prefix="rst")
    backup = models.ForeignKey(Backup, on_delete=models.PROTECT, related_name="restores")
    tenant_id = models.UUIDField()
    schema = models.TextField()
    mode = models.TextField()
    state = models.TextField(default=RESTORE.initial)
    phase = models.TextField(default="")
    requested_by = models.UUIDField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    undo_until = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    staged_until = models.DateTimeField(null=True)
    kept_schema = models.TextField(default="")
    error = models.TextField(default="")
    report = models.JSONField(default=dict)

    class Meta:
        constraints = [
            _one_of("state", RESTORE.states, "backups_restore_state"),
            _one_of("mode", ("preview", "replace", "merge"), "backups_restore_mode"),
            # One at a time a tenant; previews change nothing and may run beside each other. Merges count too: see
            # `services._refuse_second`, as the release before knows none.
            models.UniqueConstraint(
                fields=["tenant_id"],
                condition=Q(state__in=["requested", "running", "undoing"], mode="replace"),
                name="backups_restore_one_open",
            ),
        ]
        indexes = [
            models.Index(fields=["tenant_id", "-created_at"], name="backups_restore_tenant"),
            models.Index(
                fields=["created_at"],
                condition=Q(state__in=["requested", "running", "ready", "applying", "undoing"])
                | ~Q(kept_schema=""),
                name="backups_restore_open",
            ),
        ]

    @property
    def mark(self) -> str:
        """What its schemas and scratch database are named by: the random end of the id."""
        return self.id.hex[-12:]
