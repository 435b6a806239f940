"""Filters of payments."""

from __future__ import annotations

from backend.business.payments.types import PaymentState, ReceivableState
from backend.kernel.api.filters import BoolFilter, ChoiceFilter, Filters, IdFilter, TimeFilter


class PaymentMethodFilters(Filters):
    """Filters of methods."""

    active = BoolFilter()


class PaymentFilters(Filters):
    """Filters of payments."""

    state = ChoiceFilter([state.value for state in PaymentState], enum="PaymentState")
    customer = IdFilter("cus", field_name="customer_id")
    branch = IdFilter("brn", field_name="branch_id")
    method = IdFilter("pme", field_name="method_id")
    received_from = TimeFilter(field_name="received_at", lookup_expr="gte")
    received_before = TimeFilter(field_name="received_at", lookup_expr="lt")


class ReceivableFilters(Filters):
    """Filters of receivables."""

    state = ChoiceFilter([state.value for state in ReceivableState], enum="ReceivableState")
    customer = IdFilter("cus", field_name="customer_id")
    branch = IdFilter("brn", field_name="branch_id")
    order = IdFilter("ord", field_name="subject_id")
