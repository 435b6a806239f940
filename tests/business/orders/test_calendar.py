"""The calendar shows what is due over the branches of the caller's scope, on each branch's own days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from backend.business.organizations.models import Branch
from backend.kernel import clock
from backend.kernel.ids import decode
from backend.kernel.tenancy import tenant_context
from tests.business.orders.test_handing_over import manager_of
from tests.business.payments.shop import Shop, refused
from tests.support.client import Api

WEEK = {"start": "2031-05-05", "end": "2031-05-12"}


@pytest.fixture(autouse=True)
def _finished(shop: Shop) -> Iterator[None]:
    """What a test left to do is cancelled: the next one's days are empty."""
    yield
    for row in shop.owner.get("/calendar", query={"limit": "100"}).json["data"]:
        shop.move({"id": row["id"]}, "cancel")


def due(shop: Shop, moment: str, branch: str = "registon", **more: Any) -> Any:
    order = shop.order(more.pop("customer", None), branch=branch)
    reply = shop.owner.patch(f"/orders/{order['id']}", json={"due_at": moment, **more})
    assert reply.status == 200, reply
    return reply.json


def entries(by: Api, **query: str) -> list[str]:
    reply = by.get("/calendar", query={"limit": "100", **query})
    assert reply.status == 200, reply
    return [row["id"] for row in reply.json["data"]]


def days(by: Api, **query: str) -> dict[str | None, list[tuple[str, int, int, str | None]]]:
    reply = by.get("/calendar/days", query={**WEEK, **query})
    assert reply.status == 200, reply
    return {
        row["code"]: [(day["day"], day["due"], day["overdue"], day["holiday"]) for day in row["days"]]
        for row in reply.json["data"]
    }


def test_each_sees_what_is_due_in_the_own_branches(shop: Shop) -> None:
    late = due(shop, "2031-05-08T10:00:00Z", "siyob")
    first = due(shop, "2031-05-06T10:00:00Z")
    same = due(shop, "2031-05-06T10:00:00Z")
    customer = shop.customer()
    own = due(shop, "2031-05-07T10:00:00Z", customer=customer)
    shop.order(None)  # It is not due at any time.
    gone = due(shop, "2031-05-07T10:00:00Z")
    shop.move(gone, "cancel")
    assert entries(shop.owner) == [first["id"], same["id"], own["id"], late["id"]]
    assert entries(shop.clerk) == entries(shop.manager) == [first["id"], same["id"], own["id"]]
    assert entries(shop.siyob) == [late["id"]]
    assert entries(manager_of(shop, "registon", "siyob")) == entries(shop.owner)
    assert entries(shop.portal(customer)) == [own["id"]]
    assert entries(shop.clerk, branch=shop.branches["siyob"]) == []
    assert entries(shop.owner, branch=shop.branches["siyob"]) == [late["id"]]
    # Half-open: what is due at the end belongs to what follows.
    period = {"due_from": "2031-05-06T10:00:00Z", "due_before": "2031-05-07T10:00:00Z"}
    assert entries(shop.owner, **period) == [first["id"], same["id"]]
    page = shop.owner.get("/calendar", query={"limit": "1"}).json
    following = shop.owner.get("/calendar", query={"limit": "1", "cursor": page["next_cursor"]}).json
    assert [row["id"] for row in (*page["data"], *following["data"])] == [first["id"], same["id"]]


def test_days_are_the_branchs_own(shop: Shop) -> None:
    with tenant_context(shop.info):
        siyob = Branch.objects.get(code="siyob")
        zone = siyob.timezone
        Branch.objects.filter(pk=siyob.pk).update(timezone="America/Anchorage")
    try:
        # The evening of the 6th in Samarkand is its morning in Anchorage; an hour later is the 7th in one of them.
        for branch in ("registon", "siyob"):
            due(shop, "2031-05-06T18:30:00Z", branch)
            due(shop, "2031-05-06T19:30:00Z", branch)
        assert days(shop.owner) == {
            "registon": [("2031-05-06", 1, 0, None), ("2031-05-07", 1, 0, None)],
            "siyob": [("2031-05-06", 2, 0, None)],
        }
        assert days(shop.clerk) == {"registon": days(shop.owner)["registon"]}
        assert days(shop.siyob) == {"siyob": days(shop.owner)["siyob"]}
        assert days(shop.clerk, branch=shop.branches["siyob"]) == {}
        assert days(shop.owner, branch=shop.branches["siyob"]) == {"siyob": [("2031-05-06", 2, 0, None)]}
        rows = shop.owner.get("/calendar").json["data"]
        assert [row["day"] for row in rows] == ["2031-05-06", "2031-05-06", "2031-05-07", "2031-05-06"]
        # Both edges of a range are days, not times: the zone's own midnight counts.
        assert days(shop.owner, start="2031-05-07", end="2031-05-08")["siyob"] == []
    finally:
        with tenant_context(shop.info):
            Branch.objects.filter(pk=siyob.pk).update(timezone=zone)


def test_holidays_stand_in_it(shop: Shop) -> None:
    for body in (
        {"day": "2031-05-09", "names": {"en": "Remembrance"}},
        {"day": "2031-05-09", "names": {"en": "Stocktaking"}, "branch": shop.branches["siyob"]},
        {"day": "2031-05-12", "names": {"en": "After the week"}},
    ):
        shop.done("/holidays", body)
    due(shop, "2031-05-09T06:00:00Z")
    assert days(shop.owner) == {
        "registon": [("2031-05-09", 1, 0, "Remembrance")],
        "siyob": [("2031-05-09", 0, 0, "Stocktaking")],
    }


def test_what_is_late_is_told(shop: Shop) -> None:
    order = due(shop, "2031-05-06T10:00:00Z")
    with clock.use(lambda: datetime(2031, 5, 6, 10, 0, 1, tzinfo=UTC)), tenant_context(shop.info):
        from backend.business.orders import calendar
        from backend.business.orders.models import Order
        from backend.kernel.permissions import system_principal

        found = Order.objects.get(pk=decode("ord", order["id"]))
        assert calendar.is_overdue(found)
        principal = system_principal(shop.info.id, shop.info.schema)
        (day,) = [
            day
            for row in calendar.calendar_days(
                principal=principal, start=date(2031, 5, 5), end=date(2031, 5, 8)
            )
            for day in row.days
            if day.due
        ]
    assert (day.due, day.overdue) == (1, 1)
    assert shop.owner.get("/calendar").json["data"][0]["overdue"] is False


def test_a_range_is_some_days(shop: Shop) -> None:
    for start, end in (
        ("2031-05-05", "2031-05-05"),
        ("2031-05-06", "2031-05-05"),
        ("2031-01-01", "2031-04-04"),
    ):
        reply = shop.owner.get("/calendar/days", query={"start": start, "end": end})
        refused(reply, 409, "calendar_range_invalid", "?end")
    assert shop.owner.get("/calendar/days", query={"start": "2031-01-01", "end": "2031-04-03"}).status == 200
    for query in ({"start": "2031-05-05"}, {**WEEK, "end": "tomorrow"}, {**WEEK, "branch": "x"}):
        refused(shop.owner.get("/calendar/days", query=query), 400, "request_invalid")
    for edge in ("0001-01-01", "9999-12-31"):
        reply = shop.owner.get("/calendar/days", query={"start": edge, "end": edge})
        refused(reply, 409, "calendar_range_invalid")
    assert shop.owner.get("/calendar/days", query={"start": "9999-12-30", "end": "9999-12-31"}).status == 200
    assert shop.owner.get("/calendar/days", query={"start": "0001-01-01", "end": "0001-01-02"}).status == 200


def test_the_last_hour_of_all_days_is_shown(shop: Shop) -> None:
    order = due(shop, "9999-12-31T23:30:00Z")
    (row,) = shop.owner.get("/calendar").json["data"]
    assert (row["id"], row["day"]) == (order["id"], "9999-12-31")
    assert shop.owner.get("/calendar/days", query={"start": "9999-12-01", "end": "9999-12-31"}).status == 200


def test_a_handed_over_order_is_in_the_other_branchs_calendar(shop: Shop) -> None:
    order = due(shop, "2031-05-06T10:00:00Z")
    body = {"branch": shop.branches["siyob"], "reason": "x"}
    shop.done(f"/orders/{order['id']}/hand-over", body)
    assert (entries(shop.clerk), entries(shop.siyob)) == ([], [order["id"]])


def test_statements_do_not_grow(shop: Shop, queries: Any) -> None:
    due(shop, "2031-05-06T10:00:00Z")
    entries(shop.owner), days(shop.owner)
    with queries() as one:
        entries(shop.owner)
    with queries() as one_day:
        days(shop.owner)
    for day in range(5, 12):
        for branch in shop.branches:
            due(shop, f"2031-05-{day:02}T10:00:00Z", branch)
    entries(shop.owner), days(shop.owner)
    with queries() as many:
        assert len(entries(shop.owner)) == 15
    with queries() as many_days:
        assert {code: len(rows) for code, rows in days(shop.owner).items()} == {"registon": 7, "siyob": 7}
    assert len(many) == len(one) <= 2
    assert len(many_days) == len(one_day) <= 4
