"""Filters of price rules, tax rates and quotes."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from backend.business.pricing.types import Component
from backend.kernel.api.filters import ChoiceFilter, Filters, IdFilter, TextFilter, TimeFilter


class PriceRuleFilters(Filters):
    """Which price rules to list."""

    component = ChoiceFilter([one.value for one in Component], enum="PriceComponent", field_name="component")
    service = IdFilter("svc", field_name="service_id")
    product = IdFilter("prd", field_name="product_id")
    variant = IdFilter("var", field_name="variant_id")
    category = IdFilter("ter", field_name="category_id")
    branch = IdFilter("brn", field_name="branch_id")
    customer_class = TextFilter(max_length=32, field_name="customer_class")
    channel = TextFilter(max_length=32, field_name="channel")
    source = TextFilter(max_length=35, field_name="source")
    target = TextFilter(max_length=35, field_name="target")
    in_force_at = TimeFilter(method="in_force")

    def in_force(self, rows: QuerySet[Any], name: str, at: Any) -> QuerySet[Any]:
        """The rules that are in force at a time."""
        open_ended = Q(effective_until__isnull=True) | Q(effective_until__gt=at)
        return rows.filter(open_ended, effective_from__lte=at)


class TaxRateFilters(Filters):
    """Which tax rates to list."""

    tax_class = TextFilter(max_length=40, field_name="tax_class")
    code = TextFilter(max_length=40, field_name="code")


class QuoteFilters(Filters):
    """Which quotes to list."""

    customer = IdFilter("cus", field_name="customer_id")
    branch = IdFilter("brn", field_name="branch_id")
    order = IdFilter("ord", field_name="order_id")
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")
