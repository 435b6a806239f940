"""What goes with a business that is purged: its files and its backups."""

from __future__ import annotations

from backend.core.files import facade as files
from backend.kernel.tenancy import TenantInfo
from backend.platform.backups import facade as backups
from backend.platform.tenants import facade as tenants


def erase_files(tenant: TenantInfo) -> None:
    """Every stored byte."""
    files.erase_storage(tenant.schema)


tenants.register_purger("files", erase_files)
tenants.register_purger(tenants.BACKUPS, backups.erase_backups)
