"""Bodies and routes of holidays."""

from __future__ import annotations

from backend.business.scheduling import permissions as p
from backend.business.scheduling import services as do
from backend.kernel.api import Resource
from backend.kernel.api import fields as f
from backend.kernel.api.filters import DateFilter, Filters, IdFilter
from backend.kernel.api.serializers import RecordRead, Write
from backend.kernel.errors import AlreadyExists, ReferenceNotFound


class HolidayRead(RecordRead):
    """A day without work."""

    id = f.Id("hol")
    day = f.Date()
    name = f.Localized(source="names")
    branch = f.Id("brn", source="branch_id", allow_null=True, help_text="Null for the whole business.")


class HolidayCreate(Write):
    """A day to add."""

    day = f.Date()
    names = f.LocalizedIn(max_length=100)
    branch = f.Id("brn", required=False, allow_null=True)


class HolidayUpdate(Write):
    """A new name."""

    names = f.LocalizedIn(max_length=100)


class HolidayFilters(Filters):
    """Filters of holidays; the period is half-open."""

    branch = IdFilter("brn", field_name="branch_id")
    day_from = DateFilter(field_name="day", lookup_expr="gte")
    day_before = DateFilter(field_name="day", lookup_expr="lt")


class HolidayResource(Resource):
    """Holidays: the days on which the business, or a branch, does not work."""

    plural = "holidays"
    prefix = "hol"
    tag = "scheduling"
    rows = staticmethod(do.holidays_for)
    read = HolidayRead
    reach = {"branch": "branch_id"}
    writes = {"create": HolidayCreate, "update": HolidayUpdate}
    services = {"create": do.create_holiday, "update": do.update_holiday, "delete": do.delete_holiday}
    permissions = {
        "list": p.VIEW,
        "retrieve": p.VIEW,
        "create": p.MANAGE,
        "update": p.MANAGE,
        "delete": p.MANAGE,
    }
    filters = HolidayFilters
    sort = ("created_at", "day")
    errors = {"create": [AlreadyExists, ReferenceNotFound]}
