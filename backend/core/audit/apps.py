"""Audit as a Django app: a table in every schema, and the triggers on all others."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    """Registers the entries and attaches the triggers after each run of migrations."""

    name = "backend.core.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Names what writes actions, and connects the attachment: once a schema and run (the signal: once an app)."""
        from backend.core.audit.access import watch
        from backend.core.audit.attachment import attach_after_migrate
        from backend.core.audit.writing import write
        from backend.kernel import actions

        actions.write_with(write)
        actions.listen(watch)
        post_migrate.connect(attach_after_migrate, sender=self, dispatch_uid="audit.attach")
