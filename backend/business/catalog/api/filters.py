"""Filters of the catalogue's lists."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from backend.business.catalog.barcodes import forms
from backend.business.catalog.types import ServiceKind
from backend.kernel.api.filters import BoolFilter, ChoiceFilter, Filters, IdFilter, TextFilter

_BARCODE_HELP = "An EAN or UPC finds its forms with and without leading zeros."


class BarcodeFilter(TextFilter):
    """Rows whose barcode is this one, however the scanner writes it."""

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """The rows that fit; all of them where the parameter is not given."""
        return qs if value is None else qs.filter(barcode__in=forms(value))


class ServiceFilters(Filters):
    """Which services to list."""

    kind = ChoiceFilter([kind.value for kind in ServiceKind], enum="ServiceKind", field_name="kind")
    code = TextFilter(max_length=40, field_name="code")
    active = BoolFilter(field_name="active")


class ProductFilters(Filters):
    """Which products to list."""

    category = IdFilter("ter", field_name="category_id")
    sku = TextFilter(max_length=60, field_name="sku")
    barcode = BarcodeFilter(max_length=60, field_name="barcode", help_text=_BARCODE_HELP)
    active = BoolFilter(field_name="active")


class VariantFilters(Filters):
    """Which variants to list."""

    product = IdFilter("prd", field_name="product_id")
    sku = TextFilter(max_length=60, field_name="sku")
    barcode = BarcodeFilter(max_length=60, field_name="barcode", help_text=_BARCODE_HELP)
    active = BoolFilter(field_name="active")


class TermFilters(Filters):
    """Which terms to list."""

    code = TextFilter(max_length=40, field_name="code")
    active = BoolFilter(field_name="active")


class CategoryFilters(TermFilters):
    """Which categories to list."""

    parent = IdFilter("ter", field_name="parent_id")


class LanguagePairFilters(Filters):
    """Which language pairs to list."""

    source = TextFilter(max_length=35, field_name="source")
    target = TextFilter(max_length=35, field_name="target")
    active = BoolFilter(field_name="active")
