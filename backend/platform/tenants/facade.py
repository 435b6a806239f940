"""What others may call of the tenants domain."""

from __future__ import annotations

import uuid

from backend.kernel.tenancy import OPEN_STATUSES, PUBLIC, TenantInfo, role_of, schema_of, tenant_context
from backend.platform.tenants.filling import register_provisioner
from backend.platform.tenants.migration import CopyNotMigrated, migrate_copy
from backend.platform.tenants.models import Tenant
from backend.platform.tenants.owner import owner_connection, owner_parameters
from backend.platform.tenants.people import forget_impersonated, may_impersonate
from backend.platform.tenants.purging import BACKUPS, register_purger
from backend.platform.tenants.services import (
    drop_tenant,
    provision_tenant,
    register_packs,
    tenant_infos,
)

__all__ = [
    "BACKUPS",
    "CopyNotMigrated",
    "drop_tenant",
    "find_tenant",
    "forget_impersonated",
    "get_tenant",
    "list_tenants",
    "may_impersonate",
    "migrate_copy",
    "owner_connection",
    "owner_parameters",
    "provision_tenant",
    "register_packs",
    "register_provisioner",
    "register_purger",
    "role_of",
    "schema_of",
]


def list_tenants(*, open_only: bool = False) -> list[TenantInfo]:
    """Every tenant, oldest first; with `open_only` those that can be used now."""
    return [tenant for tenant in tenant_infos() if not open_only or tenant.status in OPEN_STATUSES]


def get_tenant(tenant_id: uuid.UUID) -> TenantInfo:
    """One tenant. Raises LookupError where there is none."""
    with tenant_context(PUBLIC):
        tenant: Tenant | None = Tenant.objects.filter(id=tenant_id).first()
    if tenant is None:
        raise LookupError(f"there is no tenant {tenant_id}")
    return tenant.info()


def find_tenant(slug: str) -> TenantInfo | None:
    """The tenant with this slug, or None."""
    with tenant_context(PUBLIC):
        tenant: Tenant | None = Tenant.objects.filter(slug=slug).first()
    return tenant.info() if tenant is not None else None
