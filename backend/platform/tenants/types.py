"""What other domains give to the tenants domain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from backend.kernel.tenancy import TenantInfo


class Provisioner(Protocol):
    """Fills a new tenant's schema: called in the tenant, in the transaction that makes it."""

    def __call__(self, tenant: TenantInfo, /) -> None:
        """Writes the domain's first rows. An error undoes the whole tenant."""


class Purger(Protocol):
    """Removes what a domain keeps of a business outside its schema: called in the operator's schema."""

    def __call__(self, tenant: TenantInfo, /) -> None:
        """Leaves nothing. It may be called again. An error leaves the purge to the next run."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a business decides its first rows, but for its name; see TenantInfo."""

    pack: str
    currency: str
    languages: tuple[str, ...]
    timezone: str
    country: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """How a provisioner works ahead of the business: it fills ready schemas for facts that it expects.

    A business can have a schema of its own `variant`; what the variant does not hold, `adapt` writes.
    """

    samples: Callable[[], Mapping[str, Facts]]
    """What may be laid in store, by the name that `GUILDHALL_POOL` says. Raises nothing."""
    variant: Callable[[TenantInfo], str]
    """What decides the rows that `fill` writes: equal text, equal rows. Cheap, and asks the database nothing."""
    fill: Provisioner
    """Writes them. It emits no event, as nobody is there yet to hear it; the name that it sees is empty."""
    adapt: Callable[[TenantInfo, Facts], None]
    """Brings rows that were filled for these facts to the business that runs, in the transaction that makes it.

    It also writes what only a business with a name can have. Where there was no ready schema it follows
    `fill` directly, with the business's own facts."""
    version: Callable[[], str]
    """A digest of the code and data that fill; what another digest filled is not handed out."""


@dataclass(frozen=True, slots=True)
class OwnerSpec:
    """The first user of a new business, who holds everything in it.

    Without a password the owner gets a mail that leads to one, so that nobody else ever knows it; with one (for
    scripts and tests) nothing is sent.
    """

    name: str
    email: str
    password: str | None = None
