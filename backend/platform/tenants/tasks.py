"""Background work of tenants: the pool is kept full, and what is due for deletion goes."""

from __future__ import annotations

from backend.kernel import schedule
from backend.kernel.tenancy.tasks import task
from backend.platform.tenants import pool, purging

schedule.every(60.0, "tenants.refill_pool")
schedule.every(900.0, "tenants.purge")


@task("tenants.refill_pool", scope="public")
def refill_pool() -> int:
    """Brings the pool of ready schemas to its size. Runs once at a time over all workers."""
    return pool.refill_pool()


@task("tenants.purge", scope="public")
def purge() -> int:
    """Purges the businesses whose grace period is over. Returns how many are gone."""
    return purging.purge_due()[0]
