"""The branches nearest to a place."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.business.organizations.models import Branch
from backend.business.organizations.selectors import EARTH_RADIUS, with_distance
from backend.kernel import db
from tests.business.organizations.people import Centre, sign_in

SAMARKAND = "39.654,66.9597"
PLACES = {
    "NEAR1": ("39.6542", "66.9597"),
    "NEAR2": ("41.311081", "69.240562"),
    "NEAR3": ("41.311081", "69.240562"),
    "NEAR4": ("-39.654", "-113.0403"),
}


@pytest.fixture
def placed(api: Any, centre: Centre) -> Iterator[dict[str, Branch]]:
    rows = {
        code: Branch.objects.create(
            code=code,
            names={"en": code},
            timezone="Asia/Tashkent",
            latitude=Decimal(lat),
            longitude=Decimal(lon),
        )
        for code, (lat, lon) in PLACES.items()
    }
    yield rows
    Branch.objects.filter(pk__in=[row.pk for row in rows.values()]).delete()


def great_circle(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Metres between two places, by vectors: another formula than the one in the database."""

    def vector(place: tuple[float, float]) -> tuple[float, float, float]:
        lat, lon = (math.radians(part) for part in place)
        return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

    (a, b, c), (x, y, z) = vector(one), vector(two)
    cross = math.hypot(b * z - c * y, c * x - a * z, a * y - b * x)
    return EARTH_RADIUS * math.atan2(cross, a * x + b * y + c * z)


def ours(reply: Any) -> list[str]:
    return [row["code"] for row in reply.json["data"] if row["code"] in PLACES]


def test_the_nearest_come_first_with_their_distance(
    api: Any, placed: dict[str, Branch], centre: Centre
) -> None:
    staff = sign_in(api, "organizations.branch.view")
    reply = staff.get("/branches", query={"near": SAMARKAND})
    assert reply.status == 200, reply
    found = {row["code"]: row["distance_m"] for row in reply.json["data"]}
    # Two at one place stand in the order of their making; a branch of no known place is not among them.
    assert ours(reply) == ["NEAR1", "NEAR2", "NEAR3", "NEAR4"]
    assert found["NEAR1"] == 22
    assert found["NEAR2"] == found["NEAR3"] == round(great_circle((39.654, 66.9597), (41.311081, 69.240562)))
    assert found["NEAR4"] == round(math.pi * EARTH_RADIUS)
    assert "HQ" not in found
    # The filter goes with the others, and without it there is no distance.
    assert ours(staff.get("/branches", query={"near": SAMARKAND, "sort": "-code"})) == sorted(
        PLACES, reverse=True
    )
    assert {row["distance_m"] for row in staff.get("/branches").json["data"]} == {None}
    assert staff.get("/branches", query={"sort": "distance_m"}).status == 400
    Branch.objects.filter(code="NEAR1").update(active=False)
    assert ours(staff.get("/branches", query={"near": SAMARKAND, "active": "true"}))[0] == "NEAR2"


def test_pages_by_distance_miss_and_repeat_nothing(api: Any, placed: dict[str, Branch]) -> None:
    staff = sign_in(api, "organizations.branch.view")
    seen: list[str] = []
    cursor: str | None = None
    for _ in range(20):
        query = {"near": SAMARKAND, "limit": "1", **({"cursor": cursor} if cursor else {})}
        reply = staff.get("/branches", query=query)
        assert reply.status == 200, reply
        seen += ours(reply)
        if (cursor := reply.json["next_cursor"]) is None:
            break
        last = cursor
    assert seen == ["NEAR1", "NEAR2", "NEAR3", "NEAR4"]
    # From another place the order is another one: a cursor does not lead there.
    moved = staff.get("/branches", query={"near": "41.3,69.2", "limit": "1", "cursor": last})
    assert (moved.status, moved.code) == (404, "cursor_unknown")
    assert staff.get("/branches", query={"limit": "1", "cursor": last}).status == 404


@pytest.mark.parametrize(
    "near",
    [
        "", "39.6", "39.6,66.9,1", "39.6;66.9", "91,0", "-90.0000001,0", "0,180.1", "0,-181", "nan,0", "inf,inf",
        "1e1,2", " 1,2", "1, 2", "+1,2", "1,", ",1", "1.,2", "0x1,2", "1.1234567890123456,2", "9" * 60,
    ],
)  # fmt: skip
def test_what_is_no_place_is_refused(api: Any, centre: Centre, near: str) -> None:
    reply = sign_in(api, "organizations.branch.view").get("/branches", query={"near": near})
    assert (reply.status, reply.code) == (400, "request_invalid"), near
    assert reply.json["errors"][0]["pointer"] == "?near"


def test_a_customer_finds_open_branches_and_distances_cost_no_query(
    api: Any, placed: dict[str, Branch], queries: AbstractContextManager[Any]
) -> None:
    customer = sign_in(api, "organizations.branch.view", kind="customer")
    customer.get("/branches")
    with queries() as plain:  # type: ignore[operator]
        customer.get("/branches")
    with queries() as near:  # type: ignore[operator]
        assert len(ours(customer.get("/branches", query={"near": SAMARKAND}))) == len(PLACES)
    assert len(near) == len(plain)
    Branch.objects.filter(code="NEAR2").update(active=False)
    assert "NEAR2" not in ours(customer.get("/branches", query={"near": SAMARKAND}))


def test_who_has_not_signed_in_sees_where_orders_are_taken(
    api: Any, placed: dict[str, Branch], queries: AbstractContextManager[Any]
) -> None:
    Branch.objects.filter(code="NEAR2").update(active=False)
    with queries() as asked:  # type: ignore[operator]
        reply = api.get("/branches/open", query={"near": SAMARKAND})
    assert reply.status == 200, reply
    shown = [row["name"] for row in reply.json["data"] if row["name"] in PLACES]
    assert shown == ["NEAR1", "NEAR3", "NEAR4"]
    assert set(reply.json["data"][0]) == {
        "id", "name", "address", "latitude", "longitude", "phone", "timezone", "distance_m",
    }  # fmt: skip
    assert len([one for one in asked if "organizations_branch" in one]) == 1
    everywhere = api.get("/branches/open").json["data"]
    assert [row["distance_m"] for row in everywhere if row["name"] in PLACES] == [None] * 3
    wrong = api.get("/branches/open", query={"near": "91,0"})
    assert (wrong.status, wrong.code, wrong.json["errors"][0]["pointer"]) == (400, "request_invalid", "?near")
    # What staff see needs a right as before.
    assert api.get("/branches").status == 401


degrees = st.tuples(
    st.decimals(-90, 90, places=6, allow_nan=False), st.decimals(-180, 180, places=6, allow_nan=False)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(here=degrees, there=degrees)
def test_distances_are_those_of_the_sphere(
    placed: dict[str, Branch], here: tuple[Decimal, Decimal], there: tuple[Decimal, Decimal]
) -> None:
    row = placed["NEAR1"]
    Branch.objects.filter(pk=row.pk).update(latitude=there[0], longitude=there[1])
    with db.transaction():
        found = with_distance(Branch.objects.filter(pk=row.pk), *here).get().distance_m  # type: ignore[attr-defined]
    wanted = great_circle((float(here[0]), float(here[1])), (float(there[0]), float(there[1])))
    # A haversine near the antipode loses digits: there a metre is within the rounding of the sine.
    assert abs(found - wanted) <= (1 if wanted < 20_000_000 else 200)
