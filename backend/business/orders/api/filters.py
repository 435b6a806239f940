"""Filters of orders."""

from __future__ import annotations

from backend.business.orders.types import OrderSource, StateGroup
from backend.business.pricing.types import Priority
from backend.kernel.api.filters import ChoiceFilter, Filters, IdFilter, TextFilter, TimeFilter


class OrderFilters(Filters):
    """Filters of orders."""

    state = TextFilter(max_length=60)
    state_group = ChoiceFilter([group.value for group in StateGroup], enum="OrderStateGroup")
    priority = ChoiceFilter([priority.value for priority in Priority], enum="Priority")
    source = ChoiceFilter([source.value for source in OrderSource], enum="OrderSource")
    customer = IdFilter("cus", field_name="customer_id")
    branch = IdFilter("brn", field_name="branch_id")
    placed_from = TimeFilter(field_name="placed_at", lookup_expr="gte")
    placed_before = TimeFilter(field_name="placed_at", lookup_expr="lt")
    due_from = TimeFilter(field_name="due_at", lookup_expr="gte")
    due_before = TimeFilter(field_name="due_at", lookup_expr="lt")
