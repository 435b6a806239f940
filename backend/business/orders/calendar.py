"""The calendar: when unfinished orders are due, over the branches that the caller's scope reaches."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, DateField, F, Func, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from backend.business.orders import permissions as p
from backend.business.orders.errors import CalendarRangeInvalid
from backend.business.orders.models import Order
from backend.business.orders.selectors import orders_for
from backend.business.orders.types import StateGroup
from backend.business.organizations import facade as organizations
from backend.business.organizations.types import BranchFacts
from backend.business.scheduling import facade as scheduling
from backend.kernel import clock, tenancy
from backend.kernel.permissions import Principal

MAX_DAYS = 92
"""A calendar's days are asked for a quarter at most."""
UNFINISHED = [StateGroup.OPEN.value, StateGroup.ON_HOLD.value]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of a branch: how many orders are due, how many of them are late, and its holiday's names."""

    day: date
    due: int
    overdue: int
    holiday: Mapping[str, str] | None


@dataclass(frozen=True, slots=True)
class BranchCalendar:
    """The days of a branch on which there is something; `branch` is None for orders of no branch."""

    branch: BranchFacts | None
    timezone: str
    days: list[CalendarDay]


def due_orders_for(principal: Principal) -> QuerySet[Order]:
    """The unfinished orders with a due time within the caller's scope, with their branch: one query."""
    return _unfinished(principal).select_related("branch")


def _unfinished(principal: Principal) -> QuerySet[Order]:
    return orders_for(principal).filter(due_at__isnull=False, state_group__in=UNFINISHED)


def local_day(order: Order) -> date:
    """The day on which an order is due, where its branch is (or the business, without a branch)."""
    zone = order.branch.timezone if order.branch is not None else tenancy.require_tenant().timezone
    due = order.due_at
    assert due is not None, "what stands in the calendar is due"
    try:
        return due.astimezone(ZoneInfo(zone)).date()
    except OverflowError:  # Within hours of the end of year 9999.
        return due.date()


def is_overdue(order: Order) -> bool:
    """Whether the order should have been done by now."""
    return order.due_at is not None and order.due_at < clock.now()


def calendar_days(
    *, principal: Principal, start: date, end: date, branches: Collection[uuid.UUID] | None = None
) -> list[BranchCalendar]:
    """The days from `start` until before `end` by branch: those with orders due, and holidays.

    A day is the branch's own. Branches are those that the caller's right to see orders reaches, and those whose
    orders it reaches otherwise; `branches` narrows them. Three queries however many orders, days and branches
    there are. Raises CalendarRangeInvalid for a range that is empty or longer than MAX_DAYS.
    """
    if not 0 < (end - start).days <= MAX_DAYS:
        raise CalendarRangeInvalid(days=MAX_DAYS, pointer="?end")
    home = tenancy.require_tenant().timezone
    counted = _counted(principal, start, end, home)
    facts = {one.id: one for one in organizations.branches()}
    shown = _shown(principal, facts, counted)
    if branches is not None:
        shown &= set(branches)
    holidays = scheduling.holidays_between(start, end)
    result: list[BranchCalendar] = []
    for branch in sorted((facts[one] for one in shown if one is not None), key=lambda one: one.code):
        free = {h.day: h.names for h in holidays if h.branch_id is None}
        free |= {h.day: h.names for h in holidays if h.branch_id == branch.id}
        result.append(BranchCalendar(branch, branch.timezone, _days(counted.get(branch.id, {}), free)))
    if None in shown:
        free = {h.day: h.names for h in holidays if h.branch_id is None}
        result.append(BranchCalendar(None, home, _days(counted[None], free)))
    return result


Counts = dict[uuid.UUID | None, dict[date, tuple[int, int]]]


def _counted(principal: Principal, start: date, end: date, home: str) -> Counts:
    """How many orders are due and late, by branch and day."""
    zone = Coalesce(F("branch__timezone"), Value(home))
    rows = (
        _unfinished(principal)
        # No zone is more than 14 hours from UTC: the index finds these, and the day decides.
        .filter(due_at__gte=_midnight(start, -1), due_at__lt=_midnight(end, 1))
        .annotate(day=Cast(Func(zone, F("due_at"), function="timezone"), DateField()))
        .filter(day__gte=start, day__lt=end)
        .values_list("branch_id", "day")
        .annotate(due=Count("pk"), late=Count("pk", filter=Q(due_at__lt=clock.now())))
        .order_by()
    )
    counted: Counts = {}
    for branch, day, due, late in rows:
        counted.setdefault(branch, {})[day] = (due, late)
    return counted


def _midnight(day: date, later: int) -> datetime:
    """Midnight in UTC some days later; of the day itself at the ends of the calendar."""
    with suppress(OverflowError):  # Before year 1 and after 9999 nothing is due.
        day += timedelta(days=later)
    return datetime.combine(day, time(), UTC)


def _shown(
    principal: Principal, facts: Mapping[uuid.UUID, BranchFacts], counted: Counts
) -> set[uuid.UUID | None]:
    scope = principal.require(p.VIEW)
    reached = {one.id for one in facts.values() if one.active} if scope.everything else set(scope.branches)
    return (reached & set(facts)) | set(counted)


def _days(
    counted: Mapping[date, tuple[int, int]], free: Mapping[date, Mapping[str, str]]
) -> list[CalendarDay]:
    return [
        CalendarDay(day, *counted.get(day, (0, 0)), holiday=free.get(day))
        for day in sorted({*counted, *free})
    ]
