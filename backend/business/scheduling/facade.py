"""What other domains may ask of scheduling."""

from __future__ import annotations

from datetime import date

from backend.business.scheduling.models import Holiday
from backend.business.scheduling.types import HolidayFacts


def holidays_between(start: date, end: date) -> list[HolidayFacts]:
    """The holidays from `start` until before `end`, of the business and of all branches: one query."""
    rows = Holiday.objects.filter(day__gte=start, day__lt=end).order_by("day", "pk")
    return [HolidayFacts(row.day, row.names, row.branch_id) for row in rows]


__all__ = ["holidays_between"]
