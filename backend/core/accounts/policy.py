"""The business's rules of security: passwords, sessions, networks, origins, retention.

What the row leaves out is at its default, so a new rule needs no migration. `current()` costs no query when
it is warm: the rules are kept in Valkey; a change writes them there after its commit, and a reader never
overwrites what is there, so an old reading cannot undo a newer change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from typing import Any

from django.core.cache import cache

from backend.core.accounts.models import SecurityPolicy
from backend.core.accounts.permissions import MANAGE_POLICY
from backend.kernel import clock, db
from backend.kernel.permissions import Principal

KEPT_SECONDS = 60
"""Bounds how long a change can be missed by a Valkey that was cut off just when it was told of it."""
KEY = "accounts-policy"
"""Where the rules are kept, and the lock of their changes."""


@dataclass(frozen=True, slots=True)
class PasswordRules:
    """What a new password must be. Source: NIST SP 800-63B, 5.1.1: length counts, composition does not."""

    min_length: int = 10
    refuse_common: bool = True
    """Refuses the 20,000 most common passwords, and those like the user's name or address."""
    history: int = 0
    """How many earlier passwords may not come back."""
    max_age_days: int | None = None
    """After so many days a password must be changed; None for never, as NIST advises."""
    refuse_breached: bool = False
    """Refuses those of the installation's list of breached ones; an installation without one does not take it."""


@dataclass(frozen=True, slots=True)
class SessionRules:
    """How long a sign-in lasts."""

    idle_minutes: int = 30 * 24 * 60
    """A session that is not renewed for so long ends."""
    absolute_hours: int = 90 * 24
    """A session ends so long after its sign-in, whatever its traffic."""


@dataclass(frozen=True, slots=True)
class RegistrationRules:
    """Whether strangers may register, and with what."""

    open: bool = False
    role: str | None = None
    """The code of the role that a registered user gets over its own rows."""
    link_base: str = ""
    """Where links in mails lead to (`https://app.example.com`); empty for the business's own host."""


@dataclass(frozen=True, slots=True)
class AuditRules:
    """How long the audit log and the access log are kept, in days."""

    retention_days: int = 2_555
    access_days: int = 90


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """After how many days data is deleted that nothing keeps; None for never."""

    quotes_days: int | None = 365
    """Quotes that no order was made from, after they expired."""
    sessions_days: int | None = 365
    """Sessions, after they ended."""
    customers_days: int | None = None
    """Customers without an order for so long, whom no money is owed by or to: they are forgotten."""
    visitors_days: int | None = 730
    """What visitors of the site chose about cookies, with their addresses, after they chose."""


@dataclass(frozen=True, slots=True)
class Policy:
    """All rules of a business."""

    password: PasswordRules = field(default_factory=PasswordRules)
    session: SessionRules = field(default_factory=SessionRules)
    registration: RegistrationRules = field(default_factory=RegistrationRules)
    audit: AuditRules = field(default_factory=AuditRules)
    retention: RetentionRules = field(default_factory=RetentionRules)
    networks: tuple[str, ...] = ()
    """Networks (CIDR) that staff may come from; none for everywhere."""
    cors_origins: tuple[str, ...] = ()
    """Origins whose scripts may read answers (`https://shop.example.com`)."""
    oidc: tuple[Mapping[str, Any], ...] = ()
    """OpenID Connect providers; see `oidc.providers`."""


GROUPS: dict[str, Callable[..., Any]] = {
    "password": PasswordRules,
    "session": SessionRules,
    "registration": RegistrationRules,
    "audit": AuditRules,
    "retention": RetentionRules,
}
_LISTS = ("networks", "cors_origins", "oidc")


def parse(rules: Mapping[str, Any]) -> Policy:
    """The rules of a row. A key of another release (after going back to an older one) is passed over."""
    found: dict[str, Any] = {}
    for name, kind in GROUPS.items():
        known = {item.name for item in fields(kind)}  # type: ignore[arg-type]  # They are dataclasses.
        found[name] = kind(**{key: value for key, value in rules.get(name, {}).items() if key in known})
    found.update({name: tuple(rules.get(name, ())) for name in _LISTS})
    return Policy(**found)


def current() -> Policy:
    """The rules of the schema that runs: no query when they are kept, one when not."""
    kept = cache.get(KEY)
    if isinstance(kept, dict):
        return parse(kept)
    rules = SecurityPolicy.objects.values_list("rules", flat=True).first() or {}
    cache.add(KEY, rules, timeout=KEPT_SECONDS)
    return parse(rules)


def policy_for(principal: Principal) -> dict[str, Any]:
    """The rules as the API shows them, defaults included. Raises PermissionDenied."""
    principal.require(MANAGE_POLICY)
    return shown(SecurityPolicy.objects.first())


def keep(rules: Mapping[str, Any]) -> None:
    """After the commit the cache holds these rules."""
    kept = dict(rules)
    db.on_commit(lambda: cache.set(KEY, kept, timeout=KEPT_SECONDS))


def forget() -> None:
    """Drops what is kept: after a restore the rows are others than those that were read."""
    cache.delete(KEY)


def shown(row: SecurityPolicy | None) -> dict[str, Any]:
    """A row of rules (None for none yet) as the API shows it: defaults included, secrets left out."""
    policy = parse(row.rules if row is not None else {})
    values = {
        name: asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
        for name, value in ((item.name, getattr(policy, item.name)) for item in fields(policy))
        if name != "oidc"
    }
    values["oidc"] = [
        {
            **{key: value for key, value in item.items() if key != "sealed_secret"},
            "secret_kept": bool(item["sealed_secret"]),
        }
        for item in policy.oidc
    ]
    moment = clock.now()
    return values | {
        "version": row.version if row is not None else 0,
        "created_at": row.created_at if row is not None else moment,
        "updated_at": row.updated_at if row is not None else moment,
    }
