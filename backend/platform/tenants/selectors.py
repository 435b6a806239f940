"""Reads of the directory."""

from __future__ import annotations

import uuid

from django.db.models import Count, QuerySet

from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Principal
from backend.platform.tenants.models import Domain, Impersonation, Plan, Tenant
from backend.platform.tenants.permissions import IMPERSONATE, VIEW


def tenants_for(principal: Principal) -> QuerySet[Tenant]:
    """The businesses that an operator may see."""
    rows: QuerySet[Tenant] = Tenant.objects.all()
    return rows if principal.allows(VIEW) else rows.none()


def plans_for(principal: Principal) -> QuerySet[Plan]:
    """The plans, with how many businesses have each."""
    plans: QuerySet[Plan] = Plan.objects.all()
    rows = plans.annotate(tenant_count=Count("tenants"))
    return rows if principal.allows(VIEW) else rows.none()


def impersonations_for(principal: Principal) -> QuerySet[Impersonation]:
    """Who acts, and acted, as whom: all of it for whoever may do it."""
    rows: QuerySet[Impersonation] = Impersonation.objects.select_related("tenant")
    return rows if principal.allows(IMPERSONATE) else rows.none()


def domains_for(principal: Principal) -> QuerySet[Domain]:
    """The own domains of businesses that an operator may see."""
    rows: QuerySet[Domain] = Domain.objects.all()
    return rows if principal.allows(VIEW) else rows.none()


def locked_tenant(tenant_id: uuid.UUID) -> Tenant:
    """One business, locked until the transaction ends. Raises ResourceNotFound."""
    from backend.kernel.db import lock

    found = lock(Tenant, [tenant_id])
    if not found:
        raise ResourceNotFound()
    return found[0]
