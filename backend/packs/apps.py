"""Packs as a Django app: it fills every new tenant."""

from __future__ import annotations

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """Registers the provisioner that applies a tenant's pack."""

    name = "backend.packs"
    label = "packs"

    def ready(self) -> None:
        """Every new tenant gets its pack in the transaction that makes it."""
        from backend.packs import reading
        from backend.packs.applying import COMMON, provision
        from backend.platform.tenants import facade as tenants

        tenants.register_packs(lambda: [name for name in reading.names() if name != COMMON])
        tenants.register_provisioner("packs", provision, order=50)
