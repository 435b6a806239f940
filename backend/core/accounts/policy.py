"""The business's rules of security: passwords, sessions, networks, origins, retention.

What the row leaves out is at its default, so a new rule needs no migration. `current()` costs no query when
it is warm: the rules are kept in Valkey; a change writes them there after its commit, and a reader never
overwrites what is there, so an old reading cannot undo a newer change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from backend.core.accounts import breaches, networks, rights
from backend.core.accounts.events import SecurityPolicyUpdated
from backend.core.accounts.models import Role, SecurityPolicy
from backend.core.accounts.oidc import providers
from backend.core.accounts.permissions import MANAGE_POLICY
from backend.kernel import clock, context, db, tenancy
from backend.kernel.errors import FieldProblem, Invalid, VersionMismatch
from backend.kernel.events import emit
from backend.kernel.permissions import Principal

KEPT_SECONDS = 60
"""Bounds how long a change can be missed by a Valkey that was cut off just when it was told of it."""
_KEY = "accounts-policy"


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


_GROUPS: dict[str, Callable[..., Any]] = {
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
    for name, kind in _GROUPS.items():
        known = {item.name for item in fields(kind)}  # type: ignore[arg-type]  # They are dataclasses.
        found[name] = kind(**{key: value for key, value in rules.get(name, {}).items() if key in known})
    found.update({name: tuple(rules.get(name, ())) for name in _LISTS})
    return Policy(**found)


def current() -> Policy:
    """The rules of the schema that runs: no query when they are kept, one when not."""
    kept = cache.get(_KEY)
    if isinstance(kept, dict):
        return parse(kept)
    rules = SecurityPolicy.objects.values_list("rules", flat=True).first() or {}
    cache.add(_KEY, rules, timeout=KEPT_SECONDS)
    return parse(rules)


def policy_for(principal: Principal) -> dict[str, Any]:
    """The rules as the API shows them, defaults included. Raises PermissionDenied."""
    principal.require(MANAGE_POLICY)
    return _shown(SecurityPolicy.objects.first())


def update_policy(
    *, principal: Principal, expected_version: int | None = None, **changes: Any
) -> dict[str, Any]:
    """Changes rules; a group is merged key by key, a list is replaced.

    Raises PermissionDenied, VersionMismatch, Invalid for a network or an origin that is none, for a list of
    networks that would shut the caller out, and for a role that is not there. Emits security_policy.updated.
    Locks the row. A retry changes nothing further.
    """
    principal.require(MANAGE_POLICY)
    _check(changes)
    with db.transaction():
        db.advisory_lock(_KEY)
        row = SecurityPolicy.objects.select_for_update().first()
        if row is None:
            if expected_version not in (None, 0):
                raise VersionMismatch(version=0)
            row = SecurityPolicy(rules={}, version=0)
        else:
            row.check_version(expected_version)
        rules = dict(row.rules)
        if "oidc" in changes:
            changes["oidc"] = providers.sealed(row.pk, changes["oidc"], rules.get("oidc", []))
        for name, value in changes.items():
            rules[name] = {**rules.get(name, {}), **value} if name in _GROUPS else list(value)
        if rules != row.rules:
            if row._state.adding:
                row.rules, row.version = rules, 1
                row.save(force_insert=True)
            else:
                row.save_versioned(rules=rules)
            keep(rules)
            if "networks" in changes:
                rights.forget_everyone()  # What is kept of a principal holds them.
            emit(
                SecurityPolicyUpdated(policy=row.id, changed=sorted(changes)),
                subject_id=row.id,
                object_version=row.version,
            )
    return _shown(row)


def keep(rules: Mapping[str, Any]) -> None:
    """After the commit the cache holds these rules."""
    tenant, kept = tenancy.current(), dict(rules)

    def call() -> None:
        with tenancy.tenant_context(tenant):
            cache.set(_KEY, kept, timeout=KEPT_SECONDS)

    db.on_commit(call)


def forget() -> None:
    """Drops what is kept: after a restore the rows are others than those that were read."""
    cache.delete(_KEY)


def _shown(row: SecurityPolicy | None) -> dict[str, Any]:
    policy = parse(row.rules if row is not None else {})
    shown = {
        name: asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
        for name, value in ((item.name, getattr(policy, item.name)) for item in fields(policy))
        if name != "oidc"
    }
    shown["oidc"] = [
        {
            **{key: value for key, value in item.items() if key != "sealed_secret"},
            "secret_kept": bool(item["sealed_secret"]),
        }
        for item in policy.oidc
    ]
    moment = clock.now()
    return shown | {
        "version": row.version if row is not None else 0,
        "created_at": row.created_at if row is not None else moment,
        "updated_at": row.updated_at if row is not None else moment,
    }


# -- checks -----------------------------------------------------------------------------------------------


def _origin_problem(text: str) -> bool:
    parts = urlsplit(text)
    try:
        port = parts.port
    except ValueError:
        return True
    host = parts.hostname or ""
    rebuilt = f"{parts.scheme}://{host}" + (f":{port}" if port else "")
    local = host in ("localhost", "127.0.0.1")
    return rebuilt != text or not host or parts.scheme not in (("http", "https") if local else ("https",))


def _check(changes: Mapping[str, Any]) -> None:
    problems = networks.problems(list(changes.get("networks", ())), "/networks")
    address = context.current().ip
    if not problems and "networks" in changes and not networks.reaches(list(changes["networks"]), address):
        problems.append(
            FieldProblem(
                "/networks",
                "network_shuts_out",
                _("These networks would shut you out: your address is {address}."),
                {"address": address},
            )
        )
    if changes.get("password", {}).get("refuse_breached") and not breaches.is_there():
        problems.append(
            FieldProblem(
                "/password/refuse_breached",
                "breach_list_missing",
                _("This installation has no list of breached passwords."),
            )
        )
    problems += [
        FieldProblem(
            f"/cors_origins/{index}",
            "origin_invalid",
            _("An origin is expected, such as https://shop.example.com, without a path."),
        )
        for index, text in enumerate(changes.get("cors_origins", ()))
        if _origin_problem(text)
    ]
    problems += providers.problems(changes.get("oidc", ()))
    registration = changes.get("registration", {})
    role = registration.get("role")
    if role is not None and not Role.objects.filter(code=role).exists():
        problems.append(
            FieldProblem("/registration/role", "role_unknown", _("There is no role {role}."), {"role": role})
        )
    base = registration.get("link_base")
    if base and _origin_problem(base):
        problems.append(
            FieldProblem(
                "/registration/link_base",
                "origin_invalid",
                _("An origin is expected, such as https://shop.example.com, without a path."),
            )
        )
    if problems:
        raise Invalid(problems)
