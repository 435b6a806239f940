"""Filters of branches."""

from __future__ import annotations

from backend.kernel.api.filters import BoolFilter, Filters, IdFilter


class BranchFilters(Filters):
    """Which branches to list."""

    parent = IdFilter("brn", field_name="parent_id")
    active = BoolFilter(field_name="active")
