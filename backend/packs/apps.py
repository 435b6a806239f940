"""Packs as a Django app: it fills every new tenant."""

from __future__ import annotations

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """Registers the provisioner that applies a tenant's pack."""

    name = "backend.packs"
    label = "packs"

    def ready(self) -> None:
        """Every new tenant gets its pack in the transaction that makes it."""
        from backend.business.ledger import facade as ledger
        from backend.packs import applying, reading
        from backend.platform.tenants import facade as tenants
        from backend.platform.tenants.types import Ahead

        ledger.register_names(applying.account_specs)
        tenants.register_packs(lambda: [name for name in reading.names() if name != applying.COMMON])
        ahead = Ahead(
            samples=applying.samples,
            variant=applying.variant,
            fill=applying.prepare,
            adapt=applying.adapt,
            version=applying.version,
        )
        tenants.register_provisioner("packs", ahead=ahead, order=50)
