"""Background work of tenants: the pool is kept full."""

from __future__ import annotations

from celery import shared_task

from backend.kernel import schedule
from backend.platform.tenants import pool

schedule.every(60.0, "tenants.refill_pool")


@shared_task(name="tenants.refill_pool", scope="public")
def refill_pool() -> int:
    """Brings the pool of ready schemas to its size. Runs once at a time over all workers."""
    return pool.refill_pool()
