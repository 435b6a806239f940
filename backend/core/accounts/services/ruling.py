"""Changing the business's rules of security."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from backend.core.accounts import breaches, networks, policy, rights
from backend.core.accounts.events import SecurityPolicyUpdated
from backend.core.accounts.models import Role, SecurityPolicy
from backend.core.accounts.oidc import providers
from backend.core.accounts.permissions import MANAGE_POLICY
from backend.core.accounts.services import guards
from backend.core.accounts.services.registering import CUSTOMER_ROLE
from backend.core.accounts.services.second_factors import prove_caller
from backend.kernel import context, db, tenancy
from backend.kernel.errors import FieldProblem, Invalid, VersionMismatch
from backend.kernel.events import emit
from backend.kernel.permissions import Principal
from backend.kernel.tenancy import directory


def update_policy(
    *,
    principal: Principal,
    expected_version: int | None = None,
    current_password: str | None = None,
    **changes: Any,
) -> dict[str, Any]:
    """Changes rules; a group is merged key by key, a list is replaced.

    Where people sign in, where the links of mails lead, and what a stranger becomes each open every account: to
    change one the caller holds all permissions over the business, and has just signed in or gives the password.

    Raises PermissionDenied, VersionMismatch, Invalid for a network or an origin that is none, for a list of
    networks that would shut the caller out, for a role that is not there or is not for customers, for links that
    would lead to a stranger's host, and for a provider's secret that is to be given anew; NotWhileImpersonating;
    and for what opens accounts PermissionEscalation, CredentialRestricted, PasswordRequired, SecondFactorRequired,
    PasswordWrong and LoginThrottled. Emits security_policy.updated. Locks the row. A retry changes nothing further.
    """
    principal.require(MANAGE_POLICY)
    guards.refuse_impersonator(principal)
    _check(changes)
    with db.transaction():
        db.advisory_lock(policy.KEY)
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
            rules[name] = {**rules.get(name, {}), **value} if name in policy.GROUPS else list(value)
        before, after = policy.parse(row.rules), policy.parse(rules)
        if _opens_accounts(before) != _opens_accounts(after):
            guards.require_codes(principal, rights.expand_known(["*"]))
            principal.require_session()
            prove_caller(principal, current_password, recent=True)
        if (before.registration.link_base, before.cors_origins) != (
            after.registration.link_base,
            after.cors_origins,
        ):
            _check_links(after)
        if rules != row.rules:
            if row._state.adding:
                row.rules, row.version = rules, 1
                row.save(force_insert=True)
            else:
                row.save_versioned(rules=rules)
            policy.keep(rules)
            if "networks" in changes:
                rights.forget_everyone()  # What is kept of a principal holds them.
            emit(
                SecurityPolicyUpdated(policy=row.id, changed=sorted(changes)),
                subject_id=row.id,
                object_version=row.version,
            )
    return policy.shown(row)


def _opens_accounts(rules: policy.Policy) -> tuple[Any, ...]:
    """What lets somebody in as somebody: whoever writes it is whoever it wants."""
    return rules.oidc, rules.registration.link_base, rules.registration.role


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


def _check_links(rules: policy.Policy) -> None:
    """Links with tokens lead to the business's own hosts, or to a front end that it names in `cors_origins`."""
    base = rules.registration.link_base
    if not base or base in rules.cors_origins:
        return
    host = (urlsplit(base).hostname or "").lower()
    if tenancy.is_public():
        own = host == settings.TENANCY["PLATFORM_HOST"]
    else:
        found = directory.resolve_host(host)
        own = found is not None and found.id == tenancy.current().id
    if not own:
        raise Invalid(
            [
                FieldProblem(
                    "/registration/link_base",
                    "link_base_foreign",
                    _("{host} is neither a domain of the business nor the host of one of its origins."),
                    {"host": host},
                )
            ]
        )


def _for_customers(role: str) -> bool:
    """Whether a role holds no more than the predefined ones of customers do."""
    roles = {row[1]: row for row in Role.objects.values_list("id", "code", "parent_id", "predefined")}
    by_id = {row[0]: row for row in roles.values()}
    known = [row[0] for row in roles.values() if row[3] and CUSTOMER_ROLE in _line(row, by_id)]
    patterns = guards.patterns_of([*known, roles[role][0]])
    allowed = rights.expand_known(pattern for one in known for pattern in patterns[one])
    return rights.expand_known(patterns[roles[role][0]]) <= allowed


def _line(row: tuple[Any, ...], by_id: Mapping[Any, tuple[Any, ...]]) -> set[str]:
    """The codes of a role and of those that it inherits from."""
    codes: set[str] = set()
    at: tuple[Any, ...] | None = row
    while at is not None and at[1] not in codes:
        codes.add(at[1])
        at = by_id.get(at[2])
    return codes


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
    elif role is not None and not _for_customers(role):
        problems.append(
            FieldProblem(
                "/registration/role",
                "role_not_for_customers",
                _("The role {role} holds more than customers may: a stranger would get it."),
                {"role": role},
            )
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
