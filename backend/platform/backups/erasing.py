"""The end of a business's backups, when the business itself is purged."""

from __future__ import annotations

from backend.kernel.db import transaction
from backend.kernel.ids import encode
from backend.kernel.tenancy import TenantInfo
from backend.platform.backups.configuration import configuration
from backend.platform.backups.guard import Guard
from backend.platform.backups.models import Backup, Restore


def erase_backups(tenant: TenantInfo) -> None:
    """Deletes every backup of a business from every store, and then the catalogue's rows of it.

    Called in the operator's schema. Raises Busy while a job of the business runs, and StoreError; the rows
    then stay, for the next attempt. Retry: nothing more happens.
    """
    config = configuration()
    with Guard(config.server, tenant.id):
        for store in config.stores:
            store.delete(encode("ten", tenant.id))
        with transaction():
            Restore.objects.filter(tenant_id=tenant.id).delete()
            Backup.objects.filter(tenant_id=tenant.id).delete()
