"""Whose data this code may touch: the tenant that runs, how it is found, and the wall around it.

The tenant is in a `ContextVar`; the database backend (`backend.kernel.tenancy.postgresql`) enters that
tenant's schema and role before each statement, and refuses to run where there is none.
"""

from backend.kernel.tenancy.context import (
    OPEN_STATUSES,
    PUBLIC,
    Allowance,
    NoTenant,
    TenantInfo,
    current,
    current_or_none,
    is_public,
    require_tenant,
    schema_name,
    tenant_context,
)
from backend.kernel.tenancy.directory import (
    Directory,
    forget_tenant,
    register_directory,
    resolve_host,
    resolve_id,
    resolve_name,
)
from backend.kernel.tenancy.names import role_of, schema_of, tenant_of_schema

__all__ = [
    "OPEN_STATUSES",
    "PUBLIC",
    "Allowance",
    "Directory",
    "NoTenant",
    "TenantInfo",
    "current",
    "current_or_none",
    "forget_tenant",
    "is_public",
    "register_directory",
    "require_tenant",
    "resolve_host",
    "resolve_id",
    "resolve_name",
    "role_of",
    "schema_name",
    "schema_of",
    "tenant_context",
    "tenant_of_schema",
]
