"""Background work of tenants: the pool is kept full."""

from __future__ import annotations

from backend.kernel import schedule
from backend.kernel.tenancy.tasks import task
from backend.platform.tenants import pool

schedule.every(60.0, "tenants.refill_pool")


@task("tenants.refill_pool", scope="public")
def refill_pool() -> int:
    """Brings the pool of ready schemas to its size. Runs once at a time over all workers."""
    return pool.refill_pool()
