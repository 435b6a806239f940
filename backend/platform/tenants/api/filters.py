"""Filters of businesses."""

from __future__ import annotations

from backend.kernel.api.filters import (
    BoolFilter,
    ChoiceFilter,
    Filters,
    IdFilter,
    TextFilter,
    TimeFilter,
)
from backend.platform.tenants.api.serializers import CERTIFICATES
from backend.platform.tenants.states import STATUSES


class TenantFilters(Filters):
    """By state, plan, pack and age."""

    status = ChoiceFilter(STATUSES, enum="TenantStatus")
    plan = IdFilter("pln", field_name="plan_id")
    without_plan = BoolFilter(field_name="plan_id", lookup_expr="isnull")
    pack = TextFilter(help_text="What it was filled for.")
    purge_before = TimeFilter(field_name="purge_at", lookup_expr="lt")
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")


class ImpersonationFilters(Filters):
    """By business, user, operator and time."""

    tenant = IdFilter("ten", field_name="tenant_id")
    user = IdFilter("usr", field_name="user_id")
    operator = IdFilter("usr", field_name="operator_id")
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")


class PlanFilters(Filters):
    """By whether they are offered."""

    offered = BoolFilter(field_name="offered")


class DomainFilters(Filters):
    """By business, proof and certificate."""

    tenant = IdFilter("ten", field_name="tenant_id")
    unverified = BoolFilter(field_name="verified_at", lookup_expr="isnull")
    certificate = ChoiceFilter(CERTIFICATES, enum="DomainCertificate")
