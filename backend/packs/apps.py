"""Packs as a Django app: it fills every new tenant."""

from __future__ import annotations

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """Registers the provisioner that applies a tenant's pack."""

    name = "backend.packs"
    label = "packs"

    def ready(self) -> None:
        """Every new tenant gets its pack in the transaction that makes it."""
        from backend.packs.applying import provision
        from backend.platform.tenants import facade as tenants

        tenants.register_provisioner("packs", provision, order=50)
