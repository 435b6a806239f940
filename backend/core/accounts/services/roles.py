"""Roles: made by a business, or predefined by its pack."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import IntegrityError
from django.db import transaction as django_transaction

from backend.core.accounts import errors, rights
from backend.core.accounts.events import RoleCreated, RoleDeleted, RoleUpdated
from backend.core.accounts.models import Assignment, Role
from backend.core.accounts.permissions import MANAGE_ROLES
from backend.core.accounts.services import guards
from backend.core.accounts.services.networks import check_networks, check_role_networks
from backend.core.accounts.types import RoleSpec
from backend.kernel import clock, db, permissions
from backend.kernel.errors import FieldProblem, Invalid, ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode, new_id
from backend.kernel.permissions import Principal

_OF_ANY_ROLE = frozenset({"names", "networks", "requires_second_factor"})
"""What a business changes of a predefined role."""


def create_role(
    *,
    principal: Principal | None,
    code: str,
    names: Mapping[str, str],
    permissions: Sequence[str] = (),
    parent_id: uuid.UUID | None = None,
    networks: Sequence[str] = (),
    requires_second_factor: bool = False,
    predefined: bool = False,
) -> Role:
    """Creates a role. `permissions` are codes or patterns (`orders.*`) of the catalogue; `networks` (CIDR) are
    where it counts.

    Raises PermissionDenied, RoleCodeTaken, ReferenceNotFound for the parent, RoleTooDeep, Invalid with
    permission_unknown and network_invalid, PermissionEscalation for what the caller does not hold over the whole
    business. Emits role.created. Locks the schema's rights. A retry finds the code taken.
    """
    if principal is not None:
        principal.require_over(MANAGE_ROLES)  # Roles are the whole business's.
    _check_patterns(permissions)
    check_networks(networks)
    with db.transaction():
        guards.lock_rights()
        inherited = _inherited(parent_id)
        guards.require_codes(principal, rights.expand_known([*permissions, *inherited]))
        role_id = new_id()
        _check_parent(role_id, parent_id)
        role = Role(
            id=role_id,
            code=code,
            names=dict(names),
            permissions=list(dict.fromkeys(permissions)),
            parent_id=parent_id,
            networks=list(networks),
            requires_second_factor=requires_second_factor,
            predefined=predefined,
        )
        try:
            with django_transaction.atomic():
                role.save(force_insert=True)
        except IntegrityError as error:
            if "accounts_role_code_once" in str(error):
                raise errors.RoleCodeTaken(role=code, pointer="/code") from error
            raise
        emit(RoleCreated(role=role.id, code=code), subject_id=role.id, object_version=role.version)
    return role


def update_role(
    *, principal: Principal | None, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Role:
    """Changes a role's names, permissions, parent_id, networks or requires_second_factor; everybody who has it
    feels it with the commit.

    Raises ResourceNotFound, VersionMismatch, PermissionDenied, RolePredefined (of such a role only names, networks
    and requires_second_factor change), RoleCycle, RoleTooDeep, ReferenceNotFound, Invalid, LastOwner,
    NotWhileImpersonating for more than names, and PermissionEscalation where it adds or takes what the caller does
    not hold. Emits role.updated. Locks the schema's rights and the role.
    """
    if principal is not None:
        principal.require_over(MANAGE_ROLES)
        if set(changes) - {"names"}:
            guards.refuse_impersonator(principal)
    if "permissions" in changes:
        changes["permissions"] = list(dict.fromkeys(changes["permissions"]))
        _check_patterns(changes["permissions"])
    with db.transaction():
        with guards.OwnerLeft():
            role = _locked(id)
            role.check_version(expected_version)
            changes = {name: value for name, value in changes.items() if getattr(role, name) != value}
            if not changes:
                return role
            if role.predefined and set(changes) - _OF_ANY_ROLE and principal is not None:
                raise errors.RolePredefined()
            before = rights.expand_known(guards.patterns_of([id])[id])
            if "networks" in changes:
                check_role_networks(principal, id, changes["networks"])
            if "parent_id" in changes:
                _inherited(changes["parent_id"])
                _check_parent(id, changes["parent_id"])
            role.save_versioned(**changes)
            after = rights.expand_known(guards.patterns_of([id])[id])
            guards.require_codes(principal, before ^ after)
        rights.forget_everyone()
        emit(RoleUpdated(role=role.id, code=role.code), subject_id=role.id, object_version=role.version)
    return role


def delete_role(*, principal: Principal | None, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a role that nobody has and nothing inherits from.

    Raises ResourceNotFound, VersionMismatch, PermissionDenied, RolePredefined, RoleInUse. Emits
    role.deleted. Locks the schema's rights and the role. A retry finds nothing.
    """
    if principal is not None:
        principal.require_over(MANAGE_ROLES)
    with db.transaction():
        guards.lock_rights()
        role = _locked(id)
        role.check_version(expected_version)
        if role.predefined:
            raise errors.RolePredefined()
        if Assignment.objects.filter(role_id=id).exists() or Role.objects.filter(parent_id=id).exists():
            raise errors.RoleInUse()
        version = role.version + 1
        role.delete()
        emit(RoleDeleted(role=id, code=role.code), subject_id=id, object_version=version)


def seed_roles(*, roles: Iterable[RoleSpec]) -> dict[str, uuid.UUID]:
    """Makes or renews predefined roles in two statements, and returns their ids by code.

    Raises ValueError for a pattern that fits no permission, a code given twice, a parent that is not
    there, or a circle. Running it again changes only what differs. Emits nothing: it is set-up.
    """
    given = list(roles)
    specs = {spec.code: spec for spec in given}
    if len(specs) != len(given):
        raise ValueError("a role's code stands in the list twice")
    with db.transaction():
        guards.lock_rights()
        ids: dict[str, uuid.UUID] = dict(Role.objects.values_list("code", "id"))
        for spec in specs.values():
            if spec.permissions:
                permissions.expand(spec.permissions)
            seen = {spec.code}
            at = spec.parent
            while at is not None:
                if at in seen:
                    raise ValueError(f"the role {spec.code} inherits from itself")
                if at not in specs and at not in ids:
                    raise ValueError(f"the parent {at} of the role {spec.code} is not there")
                seen.add(at)
                at = specs[at].parent if at in specs else None
        ids |= {code: new_id() for code in specs if code not in ids}
        now = clock.now()
        Role.objects.bulk_create(
            [
                Role(
                    id=ids[spec.code],
                    code=spec.code,
                    names=dict(spec.names),
                    permissions=list(spec.permissions),
                    parent_id=ids[spec.parent] if spec.parent else None,
                    predefined=True,
                    created_at=now,
                    updated_at=now,
                )
                for spec in specs.values()
            ],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["names", "permissions", "parent", "predefined", "updated_at"],
        )
        rights.forget_everyone()
    return {code: ids[code] for code in specs}


# -- parts ------------------------------------------------------------------------------------------------


def _locked(role_id: uuid.UUID) -> Role:
    rows = db.lock(Role, [role_id])
    if not rows:
        raise ResourceNotFound()
    return rows[0]


def _check_patterns(patterns: Sequence[str]) -> None:
    problems = [
        FieldProblem(
            f"/permissions/{index}",
            errors.PermissionUnknown.code,
            errors.PermissionUnknown.message,
            {"permission": pattern},
        )
        for index, pattern in enumerate(patterns)
        if not rights.expand_known([pattern])
    ]
    if problems:
        raise Invalid(problems)


def _inherited(parent_id: uuid.UUID | None) -> tuple[str, ...]:
    if parent_id is None:
        return ()
    if not Role.objects.filter(pk=parent_id).exists():
        raise ReferenceNotFound(reference=f"role {encode('rol', parent_id)}", pointer="/parent")
    return guards.patterns_of([parent_id])[parent_id]


def _check_parent(role_id: uuid.UUID, parent_id: uuid.UUID | None) -> None:
    """What a role is to inherit from: no descendant of its own, and nothing further off than rights are read."""
    parents: dict[uuid.UUID, uuid.UUID | None] = dict(Role.objects.values_list("id", "parent_id"))
    parents[role_id] = parent_id
    # Its descendants inherit through it: the one furthest below has the longest way up.
    for start in parents:
        chain = [start]
        while (at := parents.get(chain[-1])) is not None:
            if at in chain:
                if role_id in chain:
                    raise errors.RoleCycle(pointer="/parent")
                break
            chain.append(at)
        if role_id in chain and len(chain) > rights.MAX_DEPTH:
            raise errors.RoleTooDeep(maximum=rights.MAX_DEPTH, pointer="/parent")
