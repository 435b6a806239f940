"""Filters of the list of files."""

from __future__ import annotations

from backend.core.files.api.serializers import CATEGORIES, KINDS, STATES
from backend.kernel.api.filters import ChoiceFilter, Filters, IdFilter, TimeFilter


class FileFilters(Filters):
    """Files by what they are and whose they are."""

    category = ChoiceFilter(CATEGORIES, enum="FileCategory")
    state = ChoiceFilter(STATES, enum="FileState")
    kind = ChoiceFilter(KINDS, enum="FileKind")
    customer = IdFilter("cus", field_name="customer_id")
    order = IdFilter("ord", field_name="subject_id", help_text="Files that belong to one of these orders.")
    created_from = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")
