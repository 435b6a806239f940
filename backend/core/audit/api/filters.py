"""Filters of the audit log."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from backend.core.audit import selectors
from backend.kernel.api.filters import Filters, IdFilter, TextFilter, TimeFilter


def _since(rows: Any, _name: str, moment: datetime) -> Any:
    return rows.filter(id__gte=selectors.first_id(moment), at__gte=moment)


def _before(rows: Any, _name: str, moment: datetime) -> Any:
    # The key holds whole milliseconds: it cuts a little late, and the column decides within the last one.
    late = selectors.first_id(moment + timedelta(milliseconds=1))
    return rows.filter(id__lt=late, at__lt=moment)


def _resource(rows: Any, _name: str, text: str) -> Any:
    row = selectors.row_of(text)
    return rows.filter(row_id=row) if row else rows.none()


class AuditFilters(Filters):
    """Entries by who, what, and when (half-open periods)."""

    actor = IdFilter("usr", field_name="actor_id")
    resource = TextFilter(max_length=64, method=_resource, help_text="An id of any kind.")
    table = TextFilter(max_length=63)
    action = TextFilter(
        max_length=500,
        method=lambda rows, _name, text: rows.filter(action__in=text.split(",")),
        help_text="Any of some, separated by commas.",
    )
    at_from = TimeFilter(method=_since)
    at_before = TimeFilter(method=_before)
