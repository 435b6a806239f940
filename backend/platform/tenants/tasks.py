"""Background work of tenants: the pool is kept full, and what is due for deletion goes."""

from __future__ import annotations

from celery import current_app

from backend.kernel import clock, schedule
from backend.kernel.tenancy import PUBLIC, tenant_context
from backend.kernel.tenancy.tasks import task
from backend.platform.tenants import domain_checks, pool, purging
from backend.platform.tenants.services import tenant_infos
from backend.platform.tenants.states import OPEN

schedule.every(60.0, "tenants.refill_pool")
schedule.every(900.0, "tenants.purge")
schedule.every(3600.0, "tenants.daily")
schedule.every(3600.0, "tenants.check_domains")


@task("tenants.refill_pool", scope="public")
def refill_pool() -> int:
    """Brings the pool of ready schemas to its size. Runs once at a time over all workers."""
    return pool.refill_pool()


@task("tenants.purge", scope="public")
def purge() -> int:
    """Purges the businesses whose grace period is over. Returns how many are gone."""
    return purging.purge_due()[0]


@task("tenants.check_domains", scope="public")
def check_domains() -> int:
    """Looks, once a day for each, whether own domains are still proved. Returns how many have lapsed."""
    return domain_checks.check_domains()


@task("tenants.daily", scope="public")
def daily() -> int:
    """Sends every daily task for the businesses whose hour it is, a twenty-fourth of them. Returns how many."""
    hour = clock.now().hour
    mine = [info for info in tenant_infos() if info.status in OPEN and info.id.int % 24 == hour]
    if hour == 0:
        mine.append(PUBLIC)
    for info in mine:
        with tenant_context(info):
            for name in schedule.DAILY:
                found = current_app.tasks[name]
                if info is not PUBLIC or getattr(found, "scope", "") == "any":
                    found.apply_async(expires=3600)
    return len(mine)
