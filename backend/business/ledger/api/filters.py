"""Filters of the ledger's lists."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from backend.business.ledger import selectors
from backend.business.ledger.subjects import PREFIXES
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
from backend.kernel.ids import InvalidId, decode


class _SubjectId(f.Text):
    """The TypeID of any resource that an entry can be about."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=30, pattern=r"^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$", **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        text = super().to_internal_value(data)
        try:
            return decode(text[:3], text)
        except InvalidId:
            self.fail("text_pattern")


class _AccountFilter(IdFilter):
    """Entries with a leg on one of some accounts."""

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """The rows that fit; all of them where the parameter is not given."""
        return qs if value is None else selectors.with_accounts(qs, value)


class LedgerAccountFilters(Filters):
    """Accounts by code, role, use, and place in the tree."""

    code = TextFilter(max_length=10)
    role = TextFilter(max_length=30)
    active = BoolFilter()
    heading = BoolFilter(field_name="locked")
    parent = IdFilter("acc", field_name="parent_id", help_text="The heading that they stand beneath.")


class JournalEntryFilters(Filters):
    """Entries by account, branch, subject, key and time."""

    account = _AccountFilter("acc")
    branch = IdFilter("brn", field_name="entity_unit_id")
    subject = TypedFilter(
        _SubjectId(), field_name="posting__subject_id", help_text="The id of an order, a payment, …"
    )
    subject_type = ChoiceFilter(
        sorted(PREFIXES), enum="LedgerSubjectType", field_name="posting__subject_type"
    )
    key = TextFilter(max_length=200, field_name="posting__key")
    number = TextFilter(max_length=25, field_name="je_number")
    at_from = TimeFilter(field_name="timestamp", lookup_expr="gte")
    at_before = TimeFilter(field_name="timestamp", lookup_expr="lt")
