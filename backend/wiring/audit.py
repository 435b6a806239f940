"""The audit's housekeeping, business by business: sealing, anchoring, retention.

Each business has its minute of the hour, and one hour of the day when the end of its chain is noted in the
operator's log; so ten thousand businesses are work for every minute, and never all at once.
"""

from __future__ import annotations

import logging
import uuid

from django.db import DatabaseError

from backend.core.accounts import facade as accounts
from backend.core.audit import facade as audit
from backend.kernel import clock, schedule
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.kernel.tenancy.tasks import task
from backend.platform.tenants import facade as tenants

logger = logging.getLogger(__name__)
MINUTES = 60
"""How long an entry waits at most for its seal."""

schedule.every(60.0, "audit.keep")


def keep_one(tenant: TenantInfo) -> audit.Head:
    """Seals a business's entries and removes what its policy keeps no longer; returns the end of its chain."""
    with tenant_context(tenant):
        audit.seal()
        rules = accounts.policy().audit
        audit.prune_entries(days=rules.retention_days)
        audit.prune_access(days=rules.access_days)
        return audit.head()


def keep(minute: int) -> int:
    """Does the work of a minute (counted from any beginning); returns how many businesses had their turn.

    A business whose turn fails is logged and has its next one an hour later.
    """
    heads: dict[uuid.UUID, audit.Head] = {}
    done = 0
    shard = minute % audit.SHARDS
    for tenant in tenants.list_tenants():
        if audit.shard_of(tenant.id) % MINUTES != minute % MINUTES:
            continue
        try:
            end = keep_one(tenant)
        except DatabaseError:
            logger.exception("the audit log of %s was not kept", tenant.schema)
            continue
        done += 1
        if audit.shard_of(tenant.id) == shard:
            heads[tenant.id] = end
    with tenant_context(PUBLIC):
        audit.anchor(shard, heads)
    end = keep_one(PUBLIC)
    # The operator's own chain has no other log to be noted in than this one.
    logger.info("the operator's audit chain ends at %s with %s", end.sequence, end.hash.hex())
    return done


@task("audit.keep", scope="public")
def keep_now() -> int:
    """The work of the minute that it is. Sent by beat once a minute; twice in a minute does no harm."""
    return keep(int(clock.now().timestamp() // 60))
