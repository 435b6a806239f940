"""Named sets of branches and customers, over which roles are assigned."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import IntegrityError
from django.db import transaction as django_transaction

from backend.core.accounts import errors, ports, rights
from backend.core.accounts.events import ScopeSetCreated, ScopeSetDeleted, ScopeSetUpdated
from backend.core.accounts.models import Assignment, ScopeKind, ScopeSet
from backend.core.accounts.permissions import MANAGE_ROLES
from backend.core.accounts.selectors import scope_sets_for
from backend.core.accounts.services import guards
from backend.kernel import db
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal


def create_scope_set(
    *,
    principal: Principal | None,
    code: str,
    names: Mapping[str, str],
    branch_ids: Sequence[uuid.UUID] = (),
    customer_ids: Sequence[uuid.UUID] = (),
) -> ScopeSet:
    """Creates a set of branches, each with those below it, and customers.

    Raises PermissionDenied, PermissionEscalation for what lies beyond the caller's own scope,
    ReferenceNotFound, ScopeSetCodeTaken. Emits scope_set.created. Locks the schema's rights. A retry finds the
    code taken.
    """
    if principal is not None:
        principal.require(MANAGE_ROLES)
    with db.transaction():
        guards.lock_rights()
        _check_members(branch_ids, customer_ids)
        _require_reach(principal, [str(MANAGE_ROLES)], branch_ids, customer_ids)
        row = ScopeSet(
            code=code, names=dict(names), branch_ids=_once(branch_ids), customer_ids=_once(customer_ids)
        )
        try:
            with django_transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError as error:
            if "accounts_scope_set_code_once" in str(error):
                raise errors.ScopeSetCodeTaken(scope_set=code, pointer="/code") from error
            raise
        emit(ScopeSetCreated(scope_set=row.id, code=code), subject_id=row.id, object_version=row.version)
    return row


def update_scope_set(
    *, principal: Principal | None, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> ScopeSet:
    """Changes a set's names, branch_ids or customer_ids (each the whole list); who has a role over it feels it
    with the commit.

    The caller must hold what the roles over the set give, over what is added and what is taken. Raises
    ResourceNotFound, VersionMismatch, PermissionDenied, PermissionEscalation, ReferenceNotFound, and
    NotWhileImpersonating for more than names. Emits scope_set.updated. Locks the schema's rights and the set. A
    retry changes nothing further.
    """
    if set(changes) - {"names"}:
        guards.refuse_impersonator(principal)
    with db.transaction():
        guards.lock_rights()
        row = _locked(principal, id)
        row.check_version(expected_version)
        for name in ("branch_ids", "customer_ids"):
            if name in changes:
                changes[name] = _once(changes[name])
        changes = {name: value for name, value in changes.items() if getattr(row, name) != value}
        if not changes:
            return row
        branches = set(changes.get("branch_ids", row.branch_ids)) ^ set(row.branch_ids)
        customers = set(changes.get("customer_ids", row.customer_ids)) ^ set(row.customer_ids)
        # What is gone by now (a deleted branch) may be taken out, never put in.
        _check_members(
            [one if one not in row.branch_ids else None for one in changes.get("branch_ids", ())],
            [one if one not in row.customer_ids else None for one in changes.get("customer_ids", ())],
        )
        roles = set(
            Assignment.objects.filter(scope=ScopeKind.SET, scope_set_id=id).values_list("role_id", flat=True)
        )
        patterns = {pattern for own in guards.patterns_of(roles).values() for pattern in own}
        _require_reach(principal, [str(MANAGE_ROLES), *rights.expand_known(patterns)], branches, customers)
        row.save_versioned(**changes)
        rights.forget_everyone()
        emit(ScopeSetUpdated(scope_set=row.id, code=row.code), subject_id=row.id, object_version=row.version)
    return row


def delete_scope_set(
    *, principal: Principal | None, id: uuid.UUID, expected_version: int | None = None
) -> None:
    """Deletes a set that no role is assigned over.

    Raises ResourceNotFound, VersionMismatch, PermissionDenied, ScopeSetInUse. Emits scope_set.deleted. Locks
    the schema's rights and the set. A retry finds nothing.
    """
    with db.transaction():
        guards.lock_rights()
        row = _locked(principal, id)
        row.check_version(expected_version)
        if Assignment.objects.filter(scope=ScopeKind.SET, scope_set_id=id).exists():
            raise errors.ScopeSetInUse()
        version = row.version + 1
        row.delete()
        emit(ScopeSetDeleted(scope_set=id, code=row.code), subject_id=id, object_version=version)


# -- parts ------------------------------------------------------------------------------------------------


def _once(ids: Iterable[uuid.UUID]) -> list[uuid.UUID]:
    return list(dict.fromkeys(ids))


def _locked(principal: Principal | None, scope_set_id: uuid.UUID) -> ScopeSet:
    if principal is not None:
        principal.require(MANAGE_ROLES)
        if not scope_sets_for(principal, MANAGE_ROLES).filter(pk=scope_set_id).exists():
            raise ResourceNotFound()
    rows = db.lock(ScopeSet, [scope_set_id])
    if not rows:
        raise ResourceNotFound()
    return rows[0]


def _check_members(branch_ids: Sequence[uuid.UUID | None], customer_ids: Sequence[uuid.UUID | None]) -> None:
    """None stands for a place of the list that needs no look."""
    for kind, prefix, plural, ids in (
        ("branch", "brn", "branches", branch_ids),
        ("customer", "cus", "customers", customer_ids),
    ):
        lost = ports.missing(kind, {one for one in ids if one is not None})
        for index, one in enumerate(ids):
            if one is not None and one in lost:
                raise ReferenceNotFound(
                    reference=f"{kind} {encode(prefix, one)}", pointer=f"/{plural}/{index}"
                )


def _require_reach(
    principal: Principal | None,
    codes: Iterable[str],
    branch_ids: Collection[uuid.UUID],
    customer_ids: Collection[uuid.UUID],
) -> None:
    """The caller must hold each permission over each of the branches, those below included, and customers."""
    if not branch_ids and not customer_ids:
        return
    wanted = rights.scope_of(ScopeKind.SET, branch_ids, customer_ids, ports.branches_under(branch_ids))
    guards.require_held(principal, dict.fromkeys(codes, wanted))
