"""What other domains give to the tenants domain."""

from __future__ import annotations

from typing import Protocol

from backend.kernel.tenancy import TenantInfo


class Provisioner(Protocol):
    """Fills a new tenant's schema: called in the tenant, in the transaction that makes it."""

    def __call__(self, tenant: TenantInfo) -> None:
        """Writes the domain's first rows. An error undoes the whole tenant."""
