"""The audit's housekeeping, business by business: sealing, anchoring, retention.

Each business has its minute, and one hour of the day when the end of its chain is noted in the operator's log. Few
businesses all have their turn every minute; ten thousand are spread over the hour, and never come all at once.
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
A_MINUTE = 170
"""How many businesses one minute keeps: so that ten thousand of them are kept within the hour."""
PERIODS = (1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60)
"""In how many minutes all businesses have their turn. Each divides the day, which the notes of chains' ends go by."""

schedule.every(60.0, "audit.keep")


def keep_one(tenant: TenantInfo) -> audit.Head:
    """Seals a business's entries and removes what its policy keeps no longer; returns the end of its chain."""
    with tenant_context(tenant):
        audit.seal()
        rules = accounts.policy().audit
        audit.prune_entries(days=rules.retention_days)
        audit.prune_access(days=rules.access_days)
        return audit.head()


def period(businesses: int) -> int:
    """In how many minutes so many businesses have their turn: how long an entry waits at most for its seal."""
    return next((minutes for minutes in PERIODS if businesses <= minutes * A_MINUTE), PERIODS[-1])


def keep(minute: int) -> int:
    """Does the work of a minute (counted from any beginning); returns how many businesses had their turn.

    A business whose turn fails is logged and has its next one a `period` later.
    """
    heads: dict[uuid.UUID, audit.Head] = {}
    done = 0
    shard = minute % audit.SHARDS
    businesses = tenants.list_tenants()
    minutes = period(len(businesses))
    for tenant in businesses:
        if audit.shard_of(tenant.id) % minutes != minute % minutes:
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
