"""Which models stand in the schema that is being migrated."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from backend.kernel.tenancy.context import current_or_none
from backend.kernel.tenancy.names import PUBLIC_SCHEMA


class SchemaRouter:
    """Migrations run on the owner's connection only, and in a schema only those of its models."""

    def allow_migrate(
        self, db: str, app_label: str, model_name: str | None = None, **hints: Any
    ) -> bool | None:
        """Whether operations of the app (or of its model) act in the schema that is entered."""
        tenant = current_or_none()
        if db != "owner" or tenant is None:
            return False
        if tenant.schema == PUBLIC_SCHEMA:
            return app_label in settings.TENANCY["PUBLIC_LABELS"]
        if model_name and f"{app_label}.{model_name.lower()}" in settings.TENANCY["PUBLIC_ONLY_MODELS"]:
            return False
        return app_label in settings.TENANCY["TENANT_LABELS"]
