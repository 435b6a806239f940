"""Changing the business's rules of security."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from backend.core.accounts import breaches, networks, policy, rights
from backend.core.accounts.events import SecurityPolicyUpdated
from backend.core.accounts.models import Role, SecurityPolicy
from backend.core.accounts.oidc import providers
from backend.core.accounts.permissions import MANAGE_POLICY
from backend.core.accounts.services import guards
from backend.kernel import context, db
from backend.kernel.errors import FieldProblem, Invalid, VersionMismatch
from backend.kernel.events import emit
from backend.kernel.permissions import Principal


def update_policy(
    *, principal: Principal, expected_version: int | None = None, **changes: Any
) -> dict[str, Any]:
    """Changes rules; a group is merged key by key, a list is replaced.

    Raises PermissionDenied, VersionMismatch, Invalid for a network or an origin that is none, for a list of
    networks that would shut the caller out, and for a role that is not there; NotWhileImpersonating. Emits
    security_policy.updated. Locks the row. A retry changes nothing further.
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
