"""The end of a business: nothing of it is left, or the next run goes on where this one stopped.

First the row says `purging`, from which there is no way back; then whatever registered here removes what it
keeps outside the schema; then schema, role, domains and the row go in one transaction. Each step may be
done again. The operator's audit log remembers that there was a business, and who ended it.
"""

from __future__ import annotations

import logging
import uuid
from datetime import datetime

import psycopg
import redis
from django.conf import settings
from psycopg import sql

from backend.kernel import clock, tenancy
from backend.kernel.db import transaction
from backend.kernel.tenancy import PUBLIC, TenantInfo, schema_of, tenant_context
from backend.platform.tenants import selectors
from backend.platform.tenants.errors import DeletionNotDue
from backend.platform.tenants.models import Tenant
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.pool import drop_schema
from backend.platform.tenants.types import Purger

logger = logging.getLogger(__name__)

BACKUPS = "backups"
"""The purger that is left out where the operator keeps a business's backups."""

_purgers: dict[str, Purger] = {}


def register_purger(name: str, run: Purger) -> None:
    """Adds what removes a business's traces outside its schema. A name registers once, the last time counts."""
    _purgers[name] = run


def purge_due(*, at: datetime | None = None) -> tuple[int, int]:
    """Purges every business whose grace period is over. Returns how many are gone, and how many failed.

    What failed is logged, is `purging`, and is tried again by the next run.
    """
    moment = at or clock.now()
    with tenant_context(PUBLIC):
        due = list(
            Tenant.objects.filter(status__in=["deletion_scheduled", "purging"], purge_at__lte=moment)
            .order_by("purge_at")
            .values_list("id", flat=True)
        )
    gone = failed = 0
    for tenant_id in due:
        try:
            purge_tenant(tenant_id=tenant_id, at=moment)
        except DeletionNotDue:
            continue  # Cancelled just now.
        except Exception:
            failed += 1
            logger.exception("the business %s could not be purged; the next run goes on", tenant_id)
        else:
            gone += 1
    return gone, failed


def purge_tenant(*, tenant_id: uuid.UUID, at: datetime | None = None) -> None:
    """Removes a business whose grace period is over, with all that belongs to it. Call outside transactions.

    Raises ResourceNotFound, DeletionNotDue, and what a purger raises. Emits nothing. Retry: it goes on; when
    all is done the business is not found.
    """
    with tenant_context(PUBLIC):
        with transaction():
            tenant = selectors.locked_tenant(tenant_id)
            if tenant.purge_at is None or tenant.purge_at > (at or clock.now()):
                raise DeletionNotDue(status=tenant.status)
            if tenant.status != Tenant.Status.PURGING:
                tenant.save_versioned(status=Tenant.Status.PURGING, mode=Tenant.Mode.CLOSED)
        info = tenant.info()
        tenancy.forget_tenant(tenant_id)
        _run_purgers(info, keep_backups=tenant.keep_backups)
        erase(tenant_id)
        # Again: what a request that was under way has stored meanwhile.
        _run_purgers(info, keep_backups=tenant.keep_backups)
    logger.info("the business %s is purged", tenant_id)


def erase(tenant_id: uuid.UUID) -> None:
    """Drops a business's schema, the copies that restores kept, its role and its rows, all or nothing.

    Retry: a second call does nothing.
    """
    schema = schema_of(tenant_id)
    with owner_connection() as connection, connection.transaction():
        _say_who(connection)
        copies = connection.execute(
            "SELECT nspname FROM pg_catalog.pg_namespace WHERE starts_with(nspname, %s)", [f"{schema}__"]
        ).fetchall()
        for (copy,) in copies:
            connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(copy)))
        connection.execute("DELETE FROM public.kernel_eventsignal WHERE schema_name = %s", [schema])
        connection.execute("DELETE FROM public.tenants_schemamigration WHERE schema = %s", [schema])
        connection.execute("DELETE FROM public.tenants_impersonation WHERE tenant_id = %s", [tenant_id])
        connection.execute("DELETE FROM public.tenants_domain WHERE tenant_id = %s", [tenant_id])
        connection.execute("DELETE FROM public.tenants_tenant WHERE id = %s", [tenant_id])
        drop_schema(connection, schema)
    tenancy.forget_tenant(tenant_id)


def forget_cached(tenant: TenantInfo) -> None:
    """Removes every key of a business from Valkey; a server that does not answer holds none for long."""
    client = redis.Redis.from_url(settings.REDIS_URL, socket_timeout=5.0, socket_connect_timeout=0.5)
    try:
        batch: list[bytes] = []
        for key in client.scan_iter(match=f"*{tenant.id.hex}*", count=1000):
            batch.append(key)
            if len(batch) >= 500:
                client.delete(*batch)
                batch = []
        if batch:
            client.delete(*batch)
    except (redis.RedisError, OSError) as error:
        logger.warning("the cache of %s was not emptied, its keys expire: %s", tenant.schema, error)
    finally:
        client.close()


def _say_who(connection: psycopg.Connection[object]) -> None:
    """The audit's triggers record these deletions as the product's own."""
    connection.execute("SELECT pg_catalog.set_config('guildhall.ctx', %s, true)", ['{"kind": "system"}'])


def _run_purgers(tenant: TenantInfo, *, keep_backups: bool) -> None:
    for name, run in list(_purgers.items()):
        if name == BACKUPS and keep_backups:
            continue
        with tenant_context(PUBLIC):
            run(tenant)
    forget_cached(tenant)
