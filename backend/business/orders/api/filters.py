"""Filters of orders."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from backend.business.orders import selectors
from backend.business.orders.types import OrderSource, StateGroup
from backend.business.pricing.types import Priority
from backend.kernel.api.filters import ChoiceFilter, Filters, IdFilter, TextFilter, TimeFilter


class StateFilter(TextFilter):
    """Orders by the code of their state."""

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """The rows in the state; all of them where the parameter is not given."""
        return qs if value is None else selectors.in_state(qs, value)


class OrderFilters(Filters):
    """Filters of orders."""

    state = StateFilter(max_length=60)
    state_group = ChoiceFilter([group.value for group in StateGroup], enum="OrderStateGroup")
    priority = ChoiceFilter([priority.value for priority in Priority], enum="Priority")
    source = ChoiceFilter([source.value for source in OrderSource], enum="OrderSource")
    customer = IdFilter("cus", field_name="customer_id")
    branch = IdFilter("brn", field_name="branch_id")
    placed_from = TimeFilter(field_name="placed_at", lookup_expr="gte")
    placed_before = TimeFilter(field_name="placed_at", lookup_expr="lt")
    due_from = TimeFilter(field_name="due_at", lookup_expr="gte")
    due_before = TimeFilter(field_name="due_at", lookup_expr="lt")
