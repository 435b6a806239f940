"""Plans, which plan a business has, and limits of its own."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.db import IntegrityError
from django.db import transaction as django_transaction
from django.db.models import ProtectedError

from backend.kernel import clock, limits, tenancy
from backend.kernel.db import lock, on_commit, transaction
from backend.kernel.errors import ReferenceNotFound, ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal
from backend.kernel.tenancy import tenant_context
from backend.platform.tenants import selectors
from backend.platform.tenants.errors import OverrideInThePast, PlanCodeTaken, PlanInUse, PlanNotOffered
from backend.platform.tenants.models import Plan, Tenant
from backend.platform.tenants.permissions import MANAGE, MANAGE_PLANS, VIEW


def create_plan(
    *,
    principal: Principal,
    code: str,
    names: Mapping[str, str],
    limits: Mapping[str, int | None],
    offered: bool = True,
) -> Plan:
    """Makes a plan. What `limits` leaves out, or maps to None, is unlimited.

    Raises PermissionDenied and PlanCodeTaken. Emits nothing. A retry raises PlanCodeTaken.
    """
    principal.require(MANAGE_PLANS)
    with transaction():
        plan = Plan(code=code, names=dict(names), limits=_stored(limits), offered=offered)
        try:
            with django_transaction.atomic():
                plan.save(force_insert=True)
        except IntegrityError as error:
            raise _taken(error, code) from error
    return plan


def update_plan(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> Plan:
    """Changes a plan, for every business that has it, at once: nobody loses what is there already.

    `limits` holds only those that change. Raises PermissionDenied, ResourceNotFound, VersionMismatch and
    PlanCodeTaken. Locks the plan. Emits nothing. A retry changes nothing more.
    """
    principal.require(MANAGE_PLANS)
    with transaction():
        plan = _locked(id)
        plan.check_version(expected_version)
        if "limits" in changes:
            changes["limits"] = _stored({**plan.limits, **changes["limits"]})
        try:
            with django_transaction.atomic():
                plan.save_versioned(**changes)
        except IntegrityError as error:
            raise _taken(error, changes.get("code", plan.code)) from error
        # Any business may have it, so every answer of the resolver is asked for anew.
        on_commit(partial(tenancy.forget_tenant, None))
    return plan


def delete_plan(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Deletes a plan that no business has.

    Raises PermissionDenied, ResourceNotFound, VersionMismatch and PlanInUse. Locks the plan. A retry finds none.
    """
    principal.require(MANAGE_PLANS)
    with transaction():
        plan = _locked(id)
        plan.check_version(expected_version)
        try:
            plan.delete()
        except ProtectedError as error:
            raise PlanInUse(plan=plan.code) from error


def plan_to_give(plan_id: uuid.UUID | None) -> Plan | None:
    """The plan that a business is to have; None for none. Raises ReferenceNotFound and PlanNotOffered."""
    if plan_id is None:
        return None
    plan: Plan | None = Plan.objects.filter(pk=plan_id).first()
    if plan is None:
        raise ReferenceNotFound(reference=f"plan {encode('pln', plan_id)}", pointer="/plan")
    if not plan.offered:
        raise PlanNotOffered(plan=plan.code, pointer="/plan")
    return plan


def set_override(
    *,
    principal: Principal,
    tenant_id: uuid.UUID,
    name: str,
    limit: int | None,
    reason: str,
    until: datetime | None = None,
    expected_version: int | None = None,
) -> Tenant:
    """Gives a business a limit of its own instead of its plan's; None is unlimited. It ends at `until`.

    Raises PermissionDenied, ResourceNotFound, VersionMismatch and OverrideInThePast. Locks the business. Emits
    nothing; the audit log holds the reason. A retry changes nothing more.
    """
    principal.require(MANAGE)
    now = clock.now()
    if until is not None and until <= now:
        raise OverrideInThePast(pointer="/until")
    with transaction():
        tenant = selectors.locked_tenant(tenant_id)
        tenant.check_version(expected_version)
        own = {
            "limit": limit,
            "reason": reason,
            "until": until.isoformat() if until else None,
            "set_at": now.isoformat(),
            "set_by": str(principal.user_id) if principal.user_id else None,
        }
        tenant.save_versioned(overrides={**tenant.overrides, name: own})
        on_commit(partial(tenancy.forget_tenant, tenant_id))
    return tenant


def remove_override(
    *, principal: Principal, tenant_id: uuid.UUID, name: str, expected_version: int | None = None
) -> Tenant:
    """Leads a business back to its plan's limit.

    Raises PermissionDenied, ResourceNotFound and VersionMismatch. Locks the business. Emits nothing. A retry
    changes nothing more.
    """
    principal.require(MANAGE)
    with transaction():
        tenant = selectors.locked_tenant(tenant_id)
        tenant.check_version(expected_version)
        if name in tenant.overrides:
            left = {key: own for key, own in tenant.overrides.items() if key != name}
            tenant.save_versioned(overrides=left)
            on_commit(partial(tenancy.forget_tenant, tenant_id))
    return tenant


def usage_of(*, principal: Principal, tenant_id: uuid.UUID) -> list[limits.Usage]:
    """What a business has of everything that plans limit, and may have. Raises PermissionDenied, ResourceNotFound."""
    principal.require(VIEW)
    tenant: Tenant | None = Tenant.objects.filter(pk=tenant_id).first()
    if tenant is None:
        raise ResourceNotFound()
    with tenant_context(tenant.info()):
        return limits.usage()


def _locked(plan_id: uuid.UUID) -> Plan:
    found = lock(Plan, [plan_id])
    if not found:
        raise ResourceNotFound()
    return found[0]


def _stored(given: Mapping[str, int | None]) -> dict[str, int]:
    return {name: value for name, value in given.items() if value is not None}


def _taken(error: IntegrityError, code: str) -> Exception:
    if "tenants_plan_code_once" in str(error):
        return PlanCodeTaken(plan=code, pointer="/code")
    return error
