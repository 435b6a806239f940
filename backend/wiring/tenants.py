"""What goes with a business that is purged: its files and its backups; and who acts for users of businesses."""

from __future__ import annotations

from backend.core.accounts import facade as accounts
from backend.core.files import facade as files
from backend.kernel.tenancy import TenantInfo
from backend.platform.backups import facade as backups
from backend.platform.tenants import facade as tenants


def erase_files(tenant: TenantInfo) -> None:
    """Every stored byte."""
    files.erase_storage(tenant.schema)


accounts.register_impersonators(tenants.may_impersonate)
tenants.register_purger("files", erase_files)
tenants.register_purger(tenants.BACKUPS, backups.erase_backups)
