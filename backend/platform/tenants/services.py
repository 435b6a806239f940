"""Making and changing tenants; what becomes of them is in `lifecycle`."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import OWNER, Grant, RoleSpec
from backend.kernel import limits, tenancy
from backend.kernel.db import on_commit
from backend.kernel.db import transaction as service_transaction
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.permissions import Principal
from backend.kernel.tenancy import PUBLIC, TenantInfo, schema_of, tenant_context
from backend.platform.tenants import filling, plan_services, pool, purging, selectors
from backend.platform.tenants.errors import (
    NoSchemaReady,
    SlugReserved,
    SlugTaken,
)
from backend.platform.tenants.models import Tenant
from backend.platform.tenants.permissions import MANAGE
from backend.platform.tenants.types import Facts, OwnerSpec

OWNER_NAMES = {"en": "Owner", "ru": "Владелец", "uz": "Egasi", "fa": "مالک", "uk": "Власник"}
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\Z")
RESERVED = frozenset(
    {"www", "api", "platform", "admin", "stream", "static", "files", "mail", "status", "docs"}
)

_packs: list[Callable[[], Collection[str]]] = []


def register_packs(names: Callable[[], Collection[str]]) -> None:
    """Says which packs there are; a tenant with another one is then refused."""
    _packs[:] = [names]


def _check_slug(slug: str) -> None:
    if not _SLUG.match(slug) or slug in RESERVED or slug.startswith("ten-"):
        raise SlugReserved(slug=slug, pointer="/slug")


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
    plan_id: uuid.UUID | None = None,
    owner: OwnerSpec | None = None,
) -> Tenant:
    """Makes a business: claims a ready schema (or makes one) and lets every provisioner fill or adapt it.

    The directory's row and all first rows commit together; a failure leaves the ready schema in the pool
    and nothing else. With a schema that was filled ahead it takes some 40 ms.

    `owner` becomes the first user, with the role that holds everything; one without a password gets a mail
    that leads to one, and `owner_mailed_to` of the returned row says where it goes.

    Raises: SlugReserved, SlugTaken, ReferenceNotFound for the pack, Invalid for a password that is against the
    rules, NoSchemaReady, and what a provisioner raises.
    Emits: what the provisioners emit, in the tenant. Locks: one pool row.
    Retry: a second call with the slug raises SlugTaken.
    """
    _check_slug(slug)
    if pack and _packs and pack not in _packs[0]():
        raise ReferenceNotFound(reference=f"pack {pack}", pointer="/pack")
    with tenant_context(PUBLIC):
        plan = plan_services.plan_to_give(plan_id)
        if Tenant.objects.filter(slug=slug).exists():
            raise SlugTaken(slug=slug, pointer="/slug")
        digest = _digest(owner)
        for _attempt in range(3):
            tenant = _claim_and_fill(
                owner,
                digest,
                slug=slug,
                name=name,
                pack=pack,
                country=country,
                currency=currency,
                languages=list(languages),
                timezone=timezone,
                status=status,
                plan=plan,
            )
            if tenant is not None:
                if owner is not None and digest is None:
                    tenant.owner_mailed_to = owner.email
                return tenant
            pool.make_schemas(1)
    raise NoSchemaReady(retry_after=5)


def _digest(owner: OwnerSpec | None) -> str | None:
    """Of the owner's password where it is given. Raises Invalid."""
    if owner is None or owner.password is None:
        return None
    accounts.check_first_password(
        owner.password, name=owner.name, email=owner.email, pointer="/owner/password"
    )
    # Hashing takes long by design: before the transaction, so that no lock waits for it.
    return accounts.hash_password(owner.password)


def _claim_and_fill(owner: OwnerSpec | None, digest: str | None, **fields: Any) -> Tenant | None:
    facts = Facts(
        fields["pack"],
        fields["currency"],
        tuple(fields["languages"]),
        fields["timezone"],
        fields["country"],
    )
    with service_transaction():
        claimed = pool.claim(facts)
        if claimed is None:
            return None
        tenant_id = claimed.id
        try:
            with transaction.atomic():
                tenant = Tenant(id=tenant_id, schema_name=schema_of(tenant_id), **fields)
                Tenant.objects.bulk_create([tenant])
        except IntegrityError as error:
            if "tenants_tenant_slug_once" in str(error):
                raise SlugTaken(slug=fields["slug"], pointer="/slug") from error
            raise
        info = tenant.info()
        # Its plan does not count what we put there ourselves.
        with tenant_context(info), limits.lifted():
            filling.fill(info, claimed.made_for)
            if owner is not None:
                _make_owner(owner, digest, info)
        on_commit(partial(_announce, tenant_id))
    return tenant


def _announce(tenant_id: uuid.UUID) -> None:
    from backend.platform.tenants.tasks import refill_pool

    tenancy.forget_tenant(tenant_id)  # "There is none" may be kept under its slug.
    refill_pool.delay()


def _make_owner(owner: OwnerSpec, digest: str | None, info: TenantInfo) -> None:
    role = accounts.role_id(OWNER)
    if role is None:
        role = accounts.seed_roles([RoleSpec(OWNER, OWNER_NAMES, ("*",))])[OWNER]
    user = accounts.create_user(
        principal=None,
        name=owner.name,
        email=owner.email,
        password_hash=digest,
        locale=info.language,
        timezone=info.timezone,
        assignments=[Grant(role)],
    )
    if digest is None:
        accounts.request_password_reset(user_id=user.pk)


def create_tenant(*, principal: Principal, owner: Mapping[str, str] | None = None, **facts: Any) -> Tenant:
    """Makes a business for an operator; see `provision_tenant`. Raises PermissionDenied too."""
    principal.require(MANAGE)
    return provision_tenant(owner=OwnerSpec(**owner) if owner else None, **facts)


def update_tenant(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Tenant:
    """Changes a business's name, slug, languages, time zone or plan; its currency and country are for ever.

    A smaller plan takes nothing away: it only holds no more. Raises PermissionDenied, ResourceNotFound,
    VersionMismatch, SlugReserved, SlugTaken, ReferenceNotFound and PlanNotOffered. Locks the tenant. Emits
    nothing. A retry changes nothing more.
    """
    principal.require(MANAGE)
    slug = changes.get("slug")
    if slug is not None:
        _check_slug(slug)
    with service_transaction():
        tenant = selectors.locked_tenant(id)
        tenant.check_version(expected_version)
        if "plan_id" in changes:
            plan_id = changes.pop("plan_id")
            if plan_id != tenant.plan_id:
                changes["plan"] = plan_services.plan_to_give(plan_id)
        try:
            with transaction.atomic():
                tenant.save_versioned(**changes)
        except IntegrityError as error:
            if "tenants_tenant_slug_once" in str(error):
                raise SlugTaken(slug=slug, pointer="/slug") from error
            raise
        on_commit(partial(tenancy.forget_tenant, id))
    return tenant


def drop_tenant(*, tenant_id: uuid.UUID) -> None:
    """Ends a tenant for ever: its row, its schema and its role, but not its files or backups. Meant for tests.

    Retry: a second call does nothing.
    """
    purging.erase(tenant_id)


def tenant_infos() -> list[TenantInfo]:
    """Every tenant, oldest first."""
    with tenant_context(PUBLIC):
        return [tenant.info() for tenant in Tenant.objects.order_by("created_at", "id")]
