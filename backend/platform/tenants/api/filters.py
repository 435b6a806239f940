"""Filters of businesses."""

from __future__ import annotations

from backend.kernel.api.filters import ChoiceFilter, Filters, TimeFilter
from backend.platform.tenants.api.serializers import STATUSES


class TenantFilters(Filters):
    """By state and age."""

    status = ChoiceFilter(STATUSES, enum="TenantStatus")
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")
