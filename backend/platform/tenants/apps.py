"""The tenants app: registers the directory at start-up."""

from __future__ import annotations

from django.apps import AppConfig


class TenantsConfig(AppConfig):
    """Registers the label `tenants` and the directory that the kernel's resolver asks."""

    name = "backend.platform.tenants"
    label = "tenants"

    def ready(self) -> None:
        """Makes this domain the kernel's directory of tenants."""
        from django.contrib.auth.management import create_permissions
        from django.contrib.contenttypes.management import create_contenttypes
        from django.db.models.signals import post_migrate

        from backend.kernel.tenancy import register_directory
        from backend.platform.tenants.directory import TenantDirectory

        register_directory(TenantDirectory())
        # Guildhall has permissions of its own; Django's would be some hundred rows that nobody reads.
        post_migrate.disconnect(
            create_permissions, dispatch_uid="django.contrib.auth.management.create_permissions"
        )
        post_migrate.disconnect(create_contenttypes)
