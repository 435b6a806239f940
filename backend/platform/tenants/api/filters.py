"""Filters of businesses."""

from __future__ import annotations

from backend.kernel.api.filters import BoolFilter, ChoiceFilter, Filters, IdFilter, TimeFilter
from backend.platform.tenants.api.serializers import CERTIFICATES, STATUSES


class TenantFilters(Filters):
    """By state and age."""

    status = ChoiceFilter(STATUSES, enum="TenantStatus")
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")


class DomainFilters(Filters):
    """By business, proof and certificate."""

    tenant = IdFilter("ten", field_name="tenant_id")
    unverified = BoolFilter(field_name="verified_at", lookup_expr="isnull")
    certificate = ChoiceFilter(CERTIFICATES, enum="DomainCertificate")
