"""Making, changing and ending tenants."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence

from django.db import IntegrityError, transaction

from backend.kernel import tenancy
from backend.kernel.db import transaction as service_transaction
from backend.kernel.tenancy import PUBLIC, TenantInfo, schema_of, tenant_context
from backend.platform.tenants import pool
from backend.platform.tenants.errors import NoSchemaReady, SlugReserved, SlugTaken
from backend.platform.tenants.models import Tenant
from backend.platform.tenants.owner import owner_connection
from backend.platform.tenants.types import Provisioner

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\Z")
RESERVED = frozenset(
    {"www", "api", "platform", "admin", "stream", "static", "files", "mail", "status", "docs"}
)

_provisioners: list[tuple[int, str, Provisioner]] = []


def register_provisioner(name: str, run: Provisioner, *, order: int = 100) -> None:
    """Adds what fills every new tenant; lower orders run first, a name registers once."""
    _provisioners[:] = [entry for entry in _provisioners if entry[1] != name]
    _provisioners.append((order, name, run))
    _provisioners.sort(key=lambda entry: entry[:2])


def provision_tenant(
    *,
    slug: str,
    name: str,
    pack: str = "",
    country: str = "UZ",
    currency: str = "UZS",
    languages: Sequence[str] = ("en",),
    timezone: str = "UTC",
    status: str = Tenant.Status.ACTIVE,
) -> Tenant:
    """Makes a business: claims a ready schema (or makes one) and lets every provisioner fill it.

    The directory's row and all first rows commit together; a failure leaves the ready schema in the pool
    and nothing else.

    Raises: SlugReserved, SlugTaken, NoSchemaReady, and what a provisioner raises.
    Emits: what the provisioners emit, in the tenant. Locks: one pool row.
    Retry: a second call with the slug raises SlugTaken.
    """
    if not _SLUG.match(slug) or slug in RESERVED or slug.startswith("ten-"):
        raise SlugReserved(slug=slug, pointer="/slug")
    with tenant_context(PUBLIC):
        if Tenant.objects.filter(slug=slug).exists():
            raise SlugTaken(slug=slug, pointer="/slug")
        for _attempt in range(3):
            tenant = _claim_and_fill(
                slug=slug,
                name=name,
                pack=pack,
                country=country,
                currency=currency,
                languages=list(languages),
                timezone=timezone,
                status=status,
            )
            if tenant is not None:
                tenancy.forget_tenant(tenant.id)
                return tenant
            pool.make_schemas(1)
    raise NoSchemaReady(retry_after=5)


def _claim_and_fill(**fields: object) -> Tenant | None:
    with service_transaction():
        tenant_id = pool.claim()
        if tenant_id is None:
            return None
        try:
            with transaction.atomic():
                tenant = Tenant(id=tenant_id, schema_name=schema_of(tenant_id), **fields)
                Tenant.objects.bulk_create([tenant])
        except IntegrityError as error:
            if "tenants_tenant_slug_once" in str(error):
                raise SlugTaken(slug=fields["slug"], pointer="/slug") from error
            raise
        info = tenant.info()
        with tenant_context(info):
            for _order, _name, run in _provisioners:
                run(info)
    return tenant


def drop_tenant(*, tenant_id: uuid.UUID) -> None:
    """Ends a tenant for ever: its row, its schema and its role. Meant for tests and the operator's erasure.

    Retry: a second call does nothing.
    """
    schema = schema_of(tenant_id)
    with owner_connection() as connection, connection.transaction():
        connection.execute("DELETE FROM public.tenants_domain WHERE tenant_id = %s", [tenant_id])
        connection.execute("DELETE FROM public.tenants_tenant WHERE id = %s", [tenant_id])
        connection.execute("DELETE FROM public.tenants_schemamigration WHERE schema = %s", [schema])
        pool.drop_schema(connection, schema)
    tenancy.forget_tenant(tenant_id)


def tenant_infos() -> list[TenantInfo]:
    """Every tenant, oldest first."""
    with tenant_context(PUBLIC):
        return [tenant.info() for tenant in Tenant.objects.order_by("created_at", "id")]
