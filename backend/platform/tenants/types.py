"""What other domains give to the tenants domain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from backend.kernel.tenancy import TenantInfo


class Provisioner(Protocol):
    """Fills a new tenant's schema: called in the tenant, in the transaction that makes it."""

    def __call__(self, tenant: TenantInfo, /) -> None:
        """Writes the domain's first rows. An error undoes the whole tenant."""


@dataclass(frozen=True, slots=True)
class OwnerSpec:
    """The first user of a new business, who holds everything in it."""

    name: str
    email: str
    password: str
