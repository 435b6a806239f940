"""Bodies and routes of the calendar."""

from __future__ import annotations

from typing import Any

from backend.business.orders import calendar, selectors
from backend.business.orders import errors as e
from backend.business.orders import permissions as p
from backend.business.orders.types import StateGroup
from backend.business.pricing.types import Priority
from backend.kernel.api import Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.filters import ChoiceFilter, Filters, IdFilter, TimeFilter
from backend.kernel.api.serializers import Read, Write
from backend.kernel.i18n import localized

_PRIORITIES = [priority.value for priority in Priority]
_GROUPS = [group.value for group in StateGroup]


class CalendarEntryRead(Read):
    """An unfinished order on the day when it is due."""

    id = f.Id("ord")
    number = f.Text()
    branch = f.Id("brn", source="branch_id", allow_null=True)
    customer = f.Id("cus", source="customer_id", allow_null=True)
    due_at = f.DateTime()
    day = f.Computed(
        lambda row, ctx: calendar.local_day(row), f.Date(), help_text="The day of `due_at` in the branch."
    )
    overdue = f.Computed(lambda row, ctx: calendar.is_overdue(row), f.Bool())
    state = f.Text()
    state_name = f.Computed(lambda row, ctx: localized(selectors.state_names(row), ctx.languages), f.Text())
    state_group = f.Choice(_GROUPS, enum="OrderStateGroup")
    priority = f.Choice(_PRIORITIES, enum="Priority")


class CalendarFilters(Filters):
    """Filters of the calendar; the period is half-open."""

    branch = IdFilter("brn", field_name="branch_id")
    due_from = TimeFilter(field_name="due_at", lookup_expr="gte")
    due_before = TimeFilter(field_name="due_at", lookup_expr="lt")
    priority = ChoiceFilter(_PRIORITIES, enum="Priority")
    state_group = ChoiceFilter(_GROUPS, enum="OrderStateGroup")


class CalendarDaysQuery(Write):
    """Which days, half-open, and of which branch."""

    start = f.Date(help_text="The first day.")
    end = f.Date(help_text=f"The day after the last one, at most {calendar.MAX_DAYS} days later.")
    branch = f.Id("brn", required=False, help_text="All that the caller's scope reaches unless given.")


class CalendarDayRead(Read):
    """A day of a branch on which something is due, or nobody works."""

    day = f.Date()
    due = f.Int(help_text="Unfinished orders that are due on the day.")
    overdue = f.Int(help_text="Those of them whose time has passed.")
    holiday = f.Localized(allow_null=True)


class BranchCalendarRead(Read):
    """The days of a branch; those on which there is nothing are left out."""

    branch = f.Computed(
        lambda row, ctx: row.branch and row.branch.id,
        f.Id("brn", allow_null=True),
        help_text="Null for orders of no branch.",
    )
    code = f.Computed(lambda row, ctx: row.branch and row.branch.code, f.Text(allow_null=True))
    name = f.Computed(
        lambda row, ctx: row.branch and localized(row.branch.names, ctx.languages), f.Text(allow_null=True)
    )
    timezone = f.Text(help_text="Whose days these are.")
    days = f.ListOf(CalendarDayRead())


class CalendarResource(Resource):
    """The calendar of due orders, over all branches that the caller's right to see orders reaches."""

    plural = "calendar"
    prefix = "ord"
    tag = "orders"
    rows = staticmethod(calendar.due_orders_for)
    read = CalendarEntryRead
    permissions = {"list": p.VIEW}
    filters = CalendarFilters
    sort = ("due_at",)
    default_sort = "due_at"

    @action(
        "days",
        method="GET",
        detail=False,
        permission=p.VIEW,
        query=CalendarDaysQuery,
        response=BranchCalendarRead,
        many=True,
        errors=[e.CalendarRangeInvalid],
    )
    def days(self, data: dict[str, Any]) -> Any:
        """How many orders are due on each day, by branch, with the holidays."""
        branch = data.get("branch")
        return calendar.calendar_days(
            principal=self.principal,
            start=data["start"],
            end=data["end"],
            branches=None if branch is None else [branch],
        )
