"""What fills a new business's schema: the provisioners, and what of their work is done ahead in the pool.

A provisioner either runs when a business is made, or (`Ahead`) in two parts: `fill`, which a ready schema
may have had long before, and `adapt`, which a business's own facts need. Both orders of events end in the
same rows; a test compares them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db import connection

from backend.kernel.tenancy import TenantInfo
from backend.platform.tenants.types import Ahead, Facts, Provisioner


@dataclass(frozen=True, slots=True)
class _Entry:
    order: int
    name: str
    run: Provisioner | None
    ahead: Ahead | None


_entries: list[_Entry] = []


class FillingEmits(RuntimeError):
    """A provisioner emitted an event while it filled a schema that is nobody's yet."""


def register_provisioner(
    name: str, run: Provisioner | None = None, *, ahead: Ahead | None = None, order: int = 100
) -> None:
    """Adds what fills every new business: `run` when it is made, or `ahead` in two parts.

    Lower orders run first, a name registers once: a second registration takes the first one's place. Raises
    ValueError unless exactly one of the two is given.
    """
    if (run is None) == (ahead is None):
        raise ValueError("give what runs when the business is made, or what works ahead")
    _entries[:] = [entry for entry in _entries if entry.name != name]
    _entries.append(_Entry(order, name, run, ahead))
    _entries.sort(key=lambda entry: (entry.order, entry.name))


def variant_of(tenant: TenantInfo) -> str:
    """The variant of ready schema that a business can have; empty where nobody works ahead."""
    return ";".join(f"{entry.name}={entry.ahead.variant(tenant)}" for entry in _entries if entry.ahead)


def contents() -> str:
    """The digest of what fills ahead in this process."""
    text = ";".join(f"{entry.name}={entry.ahead.version()}" for entry in _entries if entry.ahead)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def samples() -> dict[str, Facts]:
    """What may be laid in store, by name."""
    found: dict[str, Facts] = {}
    for entry in _entries:
        if entry.ahead:
            found |= entry.ahead.samples()
    return found


def facts_of(tenant: TenantInfo) -> Facts:
    """The facts of a business."""
    return Facts(tenant.pack, tenant.currency, tenant.languages, tenant.timezone, tenant.country)


def facts_json(facts: Facts) -> dict[str, Any]:
    """Facts as `PooledSchema.made_for` keeps them."""
    return asdict(facts) | {"languages": list(facts.languages)}


def facts_from(kept: Mapping[str, Any]) -> Facts:
    """The facts of `PooledSchema.made_for`."""
    return Facts(**{**kept, "languages": tuple(kept["languages"])})


def fill_ahead(tenant: TenantInfo) -> None:
    """Fills a ready schema, in the caller's transaction and entered as `tenant`, which has no name yet.

    Raises FillingEmits, and what a provisioner raises; the caller then rolls back.
    """
    for entry in _entries:
        if entry.ahead:
            entry.ahead.fill(tenant)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM kernel_event) + (SELECT count(*) FROM public.kernel_eventsignal "
            "WHERE schema_name = %s)",
            [tenant.schema],
        )
        if cursor.fetchone()[0]:
            raise FillingEmits(f"what is filled ahead emits nothing: {variant_of(tenant)}")


def fill(tenant: TenantInfo, made_for: Facts | None) -> None:
    """Fills a new business, in its transaction; `made_for` where its schema was filled ahead, and for what.

    Raises what a provisioner raises.
    """
    for entry in _entries:
        if entry.ahead is None:
            assert entry.run is not None  # `register_provisioner` has seen to it.
            entry.run(tenant)
            continue
        if made_for is None:
            entry.ahead.fill(tenant)
        entry.ahead.adapt(tenant, made_for or facts_of(tenant))
