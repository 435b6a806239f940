"""Filters of customers."""

from __future__ import annotations

from backend.business.customers.types import CustomerKind
from backend.kernel.api import fields as f
from backend.kernel.api.filters import (
    BoolFilter,
    ChoiceFilter,
    Filters,
    IdFilter,
    TextFilter,
    TimeFilter,
    TypedFilter,
)


class CustomerFilters(Filters):
    """Which customers to list."""

    kind = ChoiceFilter([kind.value for kind in CustomerKind], enum="CustomerKind", field_name="kind")
    class_code = TextFilter(max_length=32, field_name="class_code")
    branch = IdFilter("brn", field_name="branch_id")
    tags = TypedFilter(
        f.Text(max_length=40), many=True, field_name="tags", lookup_expr="contains", help_text="All of them."
    )
    active = BoolFilter(field_name="active")
    merged_into = IdFilter("cus", field_name="merged_into_id")
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")
