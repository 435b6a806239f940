"""The tenant that runs, in a ContextVar: right in threads, tasks and coroutines alike."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from backend.kernel.tenancy.names import PUBLIC_SCHEMA


class NoTenant(RuntimeError):
    """Code that needs a tenant ran without one: a fault of ours, and nothing was read or written."""


@dataclass(frozen=True, slots=True)
class TenantInfo:
    """What every request needs to know of its tenant, kept in the resolver's cache.

    `currency` is the ISO 4217 code of the books, `languages` are in the business's order of preference
    (the first is the default), `timezone` is an IANA name, `country` ISO 3166 alpha-2.
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
