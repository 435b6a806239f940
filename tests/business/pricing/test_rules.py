"""Price rules and tax rates through the API: versions in time, and prices of past times that stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from backend.business.pricing import facade as pricing
from backend.business.pricing.models import PriceRule
from backend.business.pricing.types import LineRequest, PriceRequest
from backend.kernel import clock
from backend.kernel.api.fields import iso
from backend.kernel.ids import encode, new_id
from tests.business.organizations.people import Centre, pages, sign_in

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def now() -> Any:
    """A clock that stands still."""
    frozen = clock.Frozen(AT)
    with clock.use(frozen):
        yield frozen


@pytest.fixture
def owner(api: Any, centre: Centre) -> Any:
    return sign_in(api, "pricing.*")


def total(centre: Centre, at: datetime, **line: Any) -> str:
    """What one page from English to Uzbek costs net at a time."""
    asked = LineRequest(
        service_id=centre.codes["service"]["translation"], source="en", target="uz", pages=1, **line
    )
    return pricing.price_lines(principal=None, request=PriceRequest(lines=[asked]), at=at).subtotal.text


def rule_of(owner: Any, centre: Centre, amount: str) -> dict[str, Any]:
    """A new rule for one page, more specific than the seeded one."""
    reply = owner.post(
        "/price-rules",
        json={
            "component": "base",
            "formula": pages(amount, "1.00"),
            "service": centre.service("translation"),
            "source": "en",
            "target": "uz",
            "rank": 1,
        },
    )
    assert reply.status == 201, reply
    found: dict[str, Any] = reply.json
    return found


def test_a_change_is_a_new_version_and_the_past_keeps_its_price(
    owner: Any, centre: Centre, now: clock.Frozen
) -> None:
    """At each past time the price is what it was then, after changes and even after the rule's end."""
    rule = rule_of(owner, centre, "60000.00")
    now.advance(timedelta(days=1))
    changed = owner.patch(f"/price-rules/{rule['id']}", json={"formula": pages("70000.00", "1.00")})
    assert changed.status == 200, changed
    assert (changed.json["id"], changed.json["version"]) == (rule["id"], 2)
    assert changed.json["formula"]["bands"][0] == {"amount": "70000.00", "percent": None, "from_unit": 1}
    now.advance(timedelta(days=1))
    assert owner.delete(f"/price-rules/{rule['id']}").status == 204
    assert owner.get(f"/price-rules/{rule['id']}").status == 404
    now.advance(timedelta(days=1))
    prices = [total(centre, AT + timedelta(days=day)) for day in (-1, 0, 1, 2)]
    assert prices == ["50000.00", "60000.00", "70000.00", "50000.00"]


def test_the_trace_names_rule_and_version(owner: Any, centre: Centre, now: clock.Frozen) -> None:
    """Of the version that was in force, also long after."""
    rule = rule_of(owner, centre, "60000.00")
    now.advance(timedelta(days=1))
    owner.patch(f"/price-rules/{rule['id']}", json={"formula": pages("70000.00", "1.00")})
    for moment, version in ((AT, 1), (AT + timedelta(days=1), 2)):
        asked = LineRequest(
            service_id=centre.codes["service"]["translation"], source="en", target="uz", pages=1
        )
        priced = pricing.price_lines(principal=None, request=PriceRequest(lines=[asked]), at=moment)
        step = priced.trace["lines"][0]["steps"][0]
        assert (step["rule"], step["rule_version"]) == (rule["id"], version)
    history = owner.get(f"/price-rules/{rule['id']}/versions").json["data"]
    assert [(one["version"], one["effective_until"]) for one in history] == [(1, iso(AT + timedelta(days=1)))]


def test_a_price_may_be_set_for_later_and_never_for_earlier(
    owner: Any, centre: Centre, now: clock.Frozen
) -> None:
    """The version before holds until then; what has passed is not touched."""
    rule = rule_of(owner, centre, "60000.00")
    path = f"/price-rules/{rule['id']}"
    monday = AT + timedelta(days=7)
    later = owner.patch(path, json={"formula": pages("70000.00", "1.00"), "effective_from": iso(monday)})
    assert later.status == 200, later
    assert total(centre, monday - timedelta(seconds=1)) == "60000.00"
    assert total(centre, monday) == "70000.00"
    back = owner.patch(path, json={"rank": 2, "effective_from": iso(AT - timedelta(days=1))})
    assert (back.status, back.code) == (409, "price_rule_backdated")
    empty = owner.patch(path, json={"effective_until": iso(monday)})
    assert empty.code == "effective_period_invalid"
    # Once more before it began: what has not begun leaves no version behind.
    again = owner.patch(path, json={"formula": pages("80000.00", "1.00")})
    assert again.json["effective_from"] == iso(monday)
    assert total(centre, monday) == "80000.00"
    assert PriceRule.objects.filter(revision_of__isnull=False).count() == 1


def test_a_change_before_a_planned_one_takes_its_place(owner: Any, centre: Centre, now: clock.Frozen) -> None:
    """What was to hold until the planned start ends with the earlier one, even if it names less."""
    rule = rule_of(owner, centre, "60000.00")
    path = f"/price-rules/{rule['id']}"
    owner.patch(path, json={"rank": 2, "effective_from": iso(AT + timedelta(days=7))})
    sooner = owner.patch(
        path,
        json={
            "formula": pages("40000.00", "1.00"),
            "source": None,
            "effective_from": iso(AT + timedelta(days=2)),
        },
    )
    assert sooner.status == 200, sooner
    prices = [total(centre, AT + timedelta(days=day)) for day in (1, 2, 8)]
    # Without a source the rule weighs less than the seeded one, which counts again from the second day.
    assert prices == ["60000.00", "50000.00", "50000.00"]


def test_the_same_body_again_changes_nothing(owner: Any, centre: Centre, now: clock.Frozen) -> None:
    """A client may send back what it read."""
    rule = rule_of(owner, centre, "60000.00")
    now.advance(timedelta(days=1))
    same = owner.patch(
        f"/price-rules/{rule['id']}",
        json={"formula": pages("60000.00", "1.00"), "effective_from": rule["effective_from"], "rank": 1},
    )
    assert same.json == rule


def test_a_stale_version_is_refused(owner: Any, centre: Centre) -> None:
    """If-Match keeps one editor from undoing another."""
    rule = rule_of(owner, centre, "60000.00")
    path = f"/price-rules/{rule['id']}"
    assert owner.patch(path, json={"rank": 5}, headers={"If-Match": '"1"'}).status == 200
    stale = owner.patch(path, json={"rank": 6}, headers={"If-Match": '"1"'})
    assert (stale.status, stale.code) == (412, "version_mismatch")
    assert owner.get(path).json["rank"] == 5


def test_rules_that_cannot_be_are_refused(owner: Any, centre: Centre) -> None:
    """Two items, an unknown item, another currency, a formula of another component."""
    good = {"component": "base", "formula": {"bands": [{"from_unit": 1, "amount": "1.00"}]}}
    for changes, code, pointer in (
        (
            {"service": centre.service("translation"), "product": centre.product("FOLDER")},
            "price_rule_item_ambiguous",
            "/product",
        ),
        ({"service": encode("svc", new_id())}, "reference_not_found", "/service"),
        ({"category": encode("ter", new_id())}, "reference_not_found", "/category"),
        ({"branch": encode("brn", new_id())}, "reference_not_found", "/branch"),
        ({"currency": "USD"}, "price_currency_mismatch", "/currency"),
        ({"component": "urgency"}, "invalid", "/formula/bands"),
        ({"effective_from": "2020-01-01T00:00:00Z"}, "price_rule_backdated", "/effective_from"),
        (
            {"effective_from": "2090-01-01T00:00:00Z", "effective_until": "2080-01-01T00:00:00Z"},
            "effective_period_invalid",
            "/effective_until",
        ),
    ):
        reply = owner.post("/price-rules", json={**good, **changes})
        assert (reply.status, reply.code) == (409, code), reply
        assert reply.json["errors"][0]["pointer"] == pointer
    for body in ({}, {**good, "formula": []}, {**good, "formula": {"bands": [{"from_unit": "1"}]}}):
        assert owner.post("/price-rules", json=body).status == 400


def test_a_manager_of_a_branch_sets_that_branchs_prices_only(api: Any, centre: Centre) -> None:
    """The business's prices can be seen and not changed."""
    manager = sign_in(api, "pricing.*", branch=centre.branches["SAM"])
    body = {"component": "base", "formula": {"bands": [{"from_unit": 1, "amount": "1.00"}]}}
    assert manager.post("/price-rules", json=body).status == 403
    assert manager.post("/price-rules", json={**body, "branch": centre.branch("BUK")}).status == 403
    own = manager.post("/price-rules", json={**body, "branch": centre.branch("SAM")})
    assert own.status == 201
    common = manager.get("/price-rules", query={"component": "urgency"}).json["data"][0]
    assert manager.patch(f"/price-rules/{common['id']}", json={"rank": 1}).status == 403
    assert manager.delete(f"/price-rules/{common['id']}").status == 403
    moved = manager.patch(f"/price-rules/{own.json['id']}", json={"branch": None})
    assert moved.status == 403
    other = sign_in(api, "pricing.*", branch=centre.branches["BUK"])
    assert other.get(f"/price-rules/{own.json['id']}").status == 404
    reader = sign_in(api, "pricing.rule.view")
    assert reader.post("/price-rules", json=body).status == 403


def test_rules_are_filtered_and_paged(owner: Any, centre: Centre) -> None:
    """By component, item and time in force."""
    assert len(owner.get("/price-rules", query={"component": "copies,urgency"}).json["data"]) == 2
    service = owner.get("/price-rules", query={"service": centre.service("apostille")}).json["data"]
    assert len(service) == 1
    none = owner.get("/price-rules", query={"in_force_at": "2019-01-01T00:00:00Z"})
    assert none.json["data"] == []
    page = owner.get("/price-rules", query={"limit": 3}).json
    rest = owner.get("/price-rules", query={"limit": 100, "cursor": page["next_cursor"]}).json
    assert len(page["data"]) + len(rest["data"]) == 7
    assert owner.get("/price-rules", query={"colour": "red"}).status == 400


def test_tax_rates_have_versions_too(owner: Any, centre: Centre, now: clock.Frozen) -> None:
    """A new rate from a day on; the tax of the day before stays."""
    (rate,) = owner.get("/tax-rates").json["data"]
    assert Decimal(rate["rate"]) == Decimal("0.12")
    new_year = AT + timedelta(days=30)
    path = f"/tax-rates/{rate['id']}"
    changed = owner.patch(path, json={"rate": "0.15", "effective_from": iso(new_year)})
    assert changed.status == 200, changed

    def tax(at: datetime) -> str:
        asked = LineRequest(
            service_id=centre.codes["service"]["translation"], source="en", target="uz", pages=1
        )
        return pricing.price_lines(principal=None, request=PriceRequest(lines=[asked]), at=at).tax.text

    assert (tax(AT), tax(new_year)) == ("6000.00", "7500.00")
    twice = owner.post(
        "/tax-rates", json={"tax_class": "standard", "code": "vat", "name": {"en": "VAT"}, "rate": "0.1"}
    )
    assert twice.code == "tax_rate_overlap"
    assert owner.patch(path, json={"rate": "-0.1"}).status == 409
    assert owner.patch(path, json={"rate": 0.1}).status == 400
    assert owner.delete(path).status == 204
    refused = sign_in_clerk(owner, centre)
    assert (refused.status, refused.code) == (409, "tax_rate_missing")


def sign_in_clerk(owner: Any, centre: Centre) -> Any:
    """A clerk's quote, at once."""
    clerk = sign_in(owner, "pricing.quote.*")
    return clerk.post("/quotes", json={"lines": [centre.translation()]})


def test_nobody_without_the_right_sees_prices(api: Any, centre: Centre) -> None:
    """Neither without a token nor with another right."""
    for path in ("/price-rules", "/tax-rates", "/quotes"):
        assert api.get(path).status == 401
        assert sign_in(api, "catalog.*").get(path).status == 403
