"""The tenant that runs, in a ContextVar: right in threads, tasks and coroutines alike."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings

from backend.kernel.tenancy.names import PUBLIC_SCHEMA


class NoTenant(RuntimeError):
    """Code that needs a tenant ran without one: a fault of ours, and nothing was read or written."""


OPEN_STATUSES = frozenset({"active", "trial"})
READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of something a business may have; None is as much as it likes.

    `own` holds until `own_until` (for ever where None) instead of the plan's `limit`, where `is_own`.
    """

    limit: int | None = None
    is_own: bool = False
    own: int | None = None
    own_until: datetime | None = None

    def overridden(self, at: datetime) -> bool:
        """Whether the business's own figure holds at that time."""
        return self.is_own and (self.own_until is None or at < self.own_until)

    def effective(self, at: datetime) -> int | None:
        """The figure that holds at that time."""
        return self.own if self.overridden(at) else self.limit


@dataclass(frozen=True, slots=True)
class TenantInfo:
    """What every request needs to know of its tenant, kept in the resolver's cache.

    `currency` is the ISO 4217 code of the books, `languages` are in the business's order of preference
    (the first is the default), `timezone` is an IANA name, `country` ISO 3166 alpha-2. `mode` says how far a
    business that is not open answers: `read_only`, else not at all. `limits` has an entry for each thing that
    is limited, now or at another time; see `backend.kernel.limits`.
    """

    id: uuid.UUID
    schema: str
    slug: str
    name: str
    currency: str
    languages: tuple[str, ...]
    timezone: str
    country: str
    status: str
    pack: str
    mode: str = ""
    limits: Mapping[str, Allowance] = field(default_factory=dict, hash=False)
    primary_domain: str = ""
    """A proved domain of its own that links lead to; empty where there is none."""

    @property
    def access(self) -> str:
        """What requests may do: `open`, `read_only` (nothing changes) or `closed`."""
        if self.status in OPEN_STATUSES:
            return "open"
        return READ_ONLY if self.mode == READ_ONLY else "closed"

    @property
    def host(self) -> str:
        """Where links to it lead: its primary domain, else `<slug>.<base domain>`; the operator's own host."""
        if self.schema == PUBLIC_SCHEMA:
            return str(settings.TENANCY["PLATFORM_HOST"])
        return self.primary_domain or f"{self.slug}.{settings.TENANCY['BASE_DOMAIN']}"

    @property
    def language(self) -> str:
        """The business's default language."""
        return self.languages[0] if self.languages else "en"


PUBLIC = TenantInfo(
    id=uuid.UUID(int=0),
    schema=PUBLIC_SCHEMA,
    slug="",
    name="Guildhall",
    currency="USD",
    languages=("en",),
    timezone="UTC",
    country="",
    status="active",
    pack="",
)
"""The operator's own schema."""

_tenant: ContextVar[TenantInfo | None] = ContextVar("guildhall_tenant", default=None)


def current() -> TenantInfo:
    """The tenant that runs; PUBLIC in the operator's schema. Raises NoTenant where none was entered."""
    tenant = _tenant.get()
    if tenant is None:
        raise NoTenant("no tenant was entered: wrap the code in tenant_context(…)")
    return tenant


def current_or_none() -> TenantInfo | None:
    """The tenant that runs, or None where none was entered."""
    return _tenant.get()


def require_tenant() -> TenantInfo:
    """The tenant that runs. Raises NoTenant in the operator's schema too."""
    tenant = current()
    if tenant.schema == PUBLIC_SCHEMA:
        raise NoTenant("this code runs for a business, and the operator's schema is entered")
    return tenant


def is_public() -> bool:
    """Whether the operator's schema is entered. Raises NoTenant where none is."""
    return current().schema == PUBLIC_SCHEMA


def schema_name() -> str:
    """The schema that is entered. Raises NoTenant where none is."""
    return current().schema


@contextmanager
def tenant_context(tenant: TenantInfo) -> Iterator[TenantInfo]:
    """Within the block `tenant` is the one that runs; what ran before comes back after it."""
    token = _tenant.set(tenant)
    try:
        yield tenant
    finally:
        _tenant.reset(token)
