"""Writes of organizations."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db.models import ProtectedError

from backend.business.organizations import branding, events, selectors
from backend.business.organizations import permissions as p
from backend.business.organizations.errors import (
    BranchCodeTaken,
    BranchCycle,
    BranchInUse,
    BranchPositionIncomplete,
    BranchTooDeep,
    ContrastTooLow,
)
from backend.business.organizations.models import Branch, Organization
from backend.kernel import db, limits, tenancy
from backend.kernel.api.serializers import json_value
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.i18n import fold
from backend.kernel.ids import encode
from backend.kernel.permissions import PermissionDenied, Principal


def create_branch(
    *,
    principal: Principal,
    code: str,
    names: Mapping[str, str],
    parent_id: uuid.UUID | None = None,
    address: Mapping[str, str] | None = None,
    latitude: Decimal | None = None,
    longitude: Decimal | None = None,
    phone: str | None = None,
    email: str | None = None,
    timezone: str | None = None,
    active: bool = True,
) -> Branch:
    """Opens a branch.

    Raises BranchCodeTaken, BranchTooDeep, BranchPositionIncomplete, ReferenceNotFound for the parent,
    LimitReached, and PermissionDenied where the caller's scope does not hold the parent (a root branch needs the whole
    business). Emits `branch.created`. Locks the tree. A retry raises BranchCodeTaken.
    """
    with db.transaction():
        _enter_tree(principal, parent_id, whole=True)
        if Branch.objects.filter(code=code).exists():
            raise BranchCodeTaken(branch_code=code, pointer="/code")
        if active:
            limits.take(limits.BRANCHES)
        _check_parent(None, parent_id)
        _check_position(latitude, longitude)
        branch = Branch.objects.create(
            code=code,
            names=dict(names),
            parent_id=parent_id,
            address=dict(address or {}),
            latitude=latitude,
            longitude=longitude,
            phone=phone,
            email=email,
            timezone=timezone or tenancy.require_tenant().timezone,
            active=active,
            search=_search(code, names),
        )
        emit(
            events.BranchCreated(**branch_payload(branch)),
            subject_id=branch.pk,
            object_version=branch.version,
        )
    return branch


def update_branch(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Branch:
    """Changes a branch; closing is `active=False`.

    Raises ResourceNotFound, VersionMismatch, PermissionDenied, and what `create_branch` raises.
    Emits `branch.updated` where anything changed. Locks the tree and the row.
    """
    with db.transaction():
        _enter_tree(principal, id)
        branch = _own(principal, id)
        branch.check_version(expected_version)
        changed = {name: value for name, value in changes.items() if getattr(branch, name) != value}
        if not changed:
            return branch
        if "code" in changed and Branch.objects.filter(code=changed["code"]).exclude(pk=id).exists():
            raise BranchCodeTaken(branch_code=changed["code"], pointer="/code")
        if changed.get("active"):
            limits.take(limits.BRANCHES, pointer="/active")
        if "parent_id" in changed:
            _enter_tree(principal, changed["parent_id"], whole=True)
            _check_parent(branch, changed["parent_id"])
        _check_position(changed.get("latitude", branch.latitude), changed.get("longitude", branch.longitude))
        names = sorted(name.removesuffix("_id") for name in changed)
        changed["search"] = _search(changed.get("code", branch.code), changed.get("names", branch.names))
        branch.save_versioned(**changed)
        emit(
            events.BranchUpdated(**branch_payload(branch), changed=names),
            subject_id=branch.pk,
            object_version=branch.version,
        )
    return branch


def delete_branch(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a branch that nothing refers to.

    Raises ResourceNotFound, VersionMismatch, PermissionDenied, and BranchInUse where a branch, an order
    or anything else refers to it. Emits `branch.deleted`. Locks the tree and the row.
    """
    with db.transaction():
        _enter_tree(principal, id)
        branch = _own(principal, id)
        branch.check_version(expected_version)
        version = branch.version
        try:
            branch.delete()
        except ProtectedError as error:
            raise BranchInUse() from error
        emit(
            events.BranchDeleted(branch=id, code=branch.code),
            subject_id=id,
            object_version=version + 1,
        )


def update_organization(
    *,
    principal: Principal,
    expected_version: int | None = None,
    settings: Mapping[str, Any] | None = None,
    legal: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Organization:
    """Changes the profile; `settings` and `legal` hold only what of them changes (null takes a detail away).

    Raises VersionMismatch. Emits `organization.updated` where anything changed. Locks the row.
    """
    with db.transaction():
        row = _locked_organization(expected_version)
        if settings is not None:
            changes["settings"] = branding.merged(
                row.settings, {name: json_value(value) for name, value in settings.items()}
            )
        if legal is not None:
            changes["legal"] = branding.merged(
                row.legal, {name: json_value(value) for name, value in legal.items()}
            )
        _save(row, changes)
    return row


def update_settings(
    *, principal: Principal, expected_version: int | None = None, **changes: Any
) -> Organization:
    """Changes settings; what is left out stays, null leads back to the default.

    Raises VersionMismatch. Emits `organization.updated` where anything changed. Locks the row.
    """
    return update_organization(principal=principal, expected_version=expected_version, settings=changes)


def update_branding(
    *, principal: Principal, expected_version: int | None = None, **changes: Any
) -> Organization:
    """Changes how the business looks; what is left out stays, null leads back to the default.

    Raises VersionMismatch, and ContrastTooLow where text could not be read. Emits `organization.updated` where
    anything changed. Locks the row.
    """
    with db.transaction():
        row = _locked_organization(expected_version)
        wanted = branding.merged(row.branding, changes)
        low = [
            one
            for one in branding.contrasts(branding.whole(wanted)["colours"])
            if one.is_text and not one.passes
        ]
        if low:
            raise ContrastTooLow(low)
        _save(row, {"branding": wanted})
    return row


def _locked_organization(expected_version: int | None) -> Organization:
    tenant = tenancy.require_tenant()
    fresh = Organization(id=tenant.id, names={tenant.language: tenant.name})
    Organization.objects.bulk_create([fresh], ignore_conflicts=True)
    row = db.lock(Organization, [tenant.id])[0]
    row.check_version(expected_version)
    return row


def _save(row: Organization, changes: Mapping[str, Any]) -> None:
    changed = {name: value for name, value in changes.items() if getattr(row, name) != value}
    if changed:
        row.save_versioned(**changed)
        emit(
            events.OrganizationUpdated(organization=row.pk, changed=sorted(changed)),
            subject_id=row.pk,
            object_version=row.version,
        )


def branch_payload(branch: Branch) -> dict[str, Any]:
    """What the events of a branch carry."""
    return {
        "branch": branch.pk,
        "code": branch.code,
        "name": dict(branch.names),
        "parent": branch.parent_id,
        "timezone": branch.timezone,
        "active": branch.active,
    }


def _search(code: str, names: Mapping[str, str]) -> str:
    return fold(" ".join([code, *names.values()]))


def _enter_tree(principal: Principal, branch_id: uuid.UUID | None, *, whole: bool = False) -> None:
    """Serializes changes of the tree; with `whole`, the scope must hold this branch (None: everything)."""
    db.advisory_lock("organizations.tree")
    if whole:
        scope = principal.require(p.MANAGE_BRANCHES)
        if not scope.everything and (branch_id is None or branch_id not in scope.branches):
            raise PermissionDenied(permission=str(p.MANAGE_BRANCHES))


def _own(principal: Principal, branch_id: uuid.UUID) -> Branch:
    """The locked branch, if the caller sees it (else ResourceNotFound) and may manage it."""
    if not selectors.branches_for(principal).filter(pk=branch_id).exists():
        raise ResourceNotFound()
    principal.require_over(p.MANAGE_BRANCHES, branch=branch_id)
    rows = db.lock(Branch, [branch_id])
    if not rows:
        raise ResourceNotFound()
    return rows[0]


def _check_parent(branch: Branch | None, parent_id: uuid.UUID | None) -> None:
    forest = selectors.parents()
    if parent_id is None:
        depth = 0
    elif parent_id not in forest:
        raise ReferenceNotFound(reference=encode("brn", parent_id), pointer="/parent")
    else:
        path = selectors.path_in(forest, parent_id)
        if branch is not None and branch.pk in path:
            raise BranchCycle(pointer="/parent")
        depth = len(path)
    below = 0
    if branch is not None:
        below = max(
            selectors.path_in(forest, other).index(branch.pk)
            for other in forest
            if branch.pk in selectors.path_in(forest, other)
        )
    if depth + 1 + below > selectors.MAX_DEPTH:
        raise BranchTooDeep(limit=selectors.MAX_DEPTH, pointer="/parent")


def _check_position(latitude: Decimal | None, longitude: Decimal | None) -> None:
    if (latitude is None) != (longitude is None):
        raise BranchPositionIncomplete(pointer="/latitude" if latitude is None else "/longitude")
