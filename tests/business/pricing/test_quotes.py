"""Quotes through the API: prices, refusals, who sees what, and that one order uses one quote."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from backend.business.pricing import facade as pricing
from backend.business.pricing.errors import QuoteAlreadyUsed, QuoteCustomerMismatch, QuoteExpired
from backend.business.pricing.types import Component, PriceRuleSpec
from backend.kernel import clock, db, tenancy
from backend.kernel.errors import ReferenceNotFound
from backend.kernel.ids import decode, encode, new_id
from tests.business.organizations.people import Centre, principal, sign_in

RIGHTS = ("pricing.quote.*", "customers.customer.view")


@pytest.fixture
def clerk(api: Any, centre: Centre) -> Any:
    return sign_in(api, *RIGHTS)


def amount(value: dict[str, str]) -> str:
    assert value["currency"] == "UZS"
    return value["amount"]


def test_the_main_quote(clerk: Any, centre: Centre) -> None:
    """Three pages, two certified copies, apostille, urgent: every figure, and a trace that says why."""
    reply = clerk.post(
        "/quotes",
        json={
            "lines": [
                centre.translation(document_type="passport"),
                {"service": centre.service("certification"), "copies": 2},
                {"service": centre.service("apostille")},
            ],
            "branch": centre.branch("SAM"),
            "priority": "urgent",
        },
    )
    assert reply.status == 201, reply
    quote = reply.json
    assert [amount(line["net"]) for line in quote["lines"]] == ["165000.00", "45000.00", "225000.00"]
    assert amount(quote["tax"]) == "19800.00"
    assert amount(quote["total"]) == "454800.00"
    assert quote["state"] == "open"
    assert quote["secret"] is None
    assert [step["step"] for step in quote["trace"]["lines"][0]["steps"]] == ["base", "urgency", "tax"]
    canonical = json.dumps(quote["trace"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(canonical.encode()).hexdigest() == quote["digest"]
    again = clerk.get(f"/quotes/{quote['id']}")
    assert again.json == quote


def test_names_are_in_the_callers_language(clerk: Any, centre: Centre) -> None:
    """Accept-Language chooses; ?locale=all gives every translation."""
    body = {"lines": [centre.translation()]}
    russian = clerk.post("/quotes", json=body, headers={"Accept-Language": "ru"})
    assert russian.json["lines"][0]["name"] == "Перевод"
    every = clerk.get(f"/quotes/{russian.json['id']}", query={"locale": "all"})
    assert every.json["lines"][0]["name"] == {"en": "Translation", "ru": "Перевод"}


def test_an_agency_pays_its_own_price(clerk: Any, centre: Centre) -> None:
    """The customer's class is a dimension of the price."""
    agency = centre.customer(kind="agency", name="Silk Road Travel", class_code="agency")
    reply = clerk.post(
        "/quotes", json={"lines": [centre.translation()], "customer": encode("cus", agency.pk)}
    )
    assert amount(reply.json["subtotal"]) == "80000.00"


def test_a_product_is_priced_by_its_categorys_parent_and_its_options_are_checked(
    clerk: Any, centre: Centre
) -> None:
    """A rule of `paper` holds for `folders` under it; a variant fixes its options."""
    folder = {"product": centre.product("FOLDER"), "quantity": "3"}
    good = clerk.post("/quotes", json={"lines": [{**folder, "options": {"colour": "blue", "stamp": "AB"}}]})
    assert good.status == 201, good
    assert amount(good.json["total"]) == "15000.00"
    bad = clerk.post(
        "/quotes", json={"lines": [{**folder, "options": {"colour": "green", "stamp": "too long", "x": "y"}}]}
    )
    assert (bad.status, bad.code) == (409, "invalid")
    assert {(one["pointer"], one["code"]) for one in bad.json["errors"]} == {
        ("/lines/0/options/colour", "option_value_unknown"),
        ("/lines/0/options/stamp", "option_text_long"),
        ("/lines/0/options/x", "option_unknown"),
    }
    missing = clerk.post("/quotes", json={"lines": [folder]})
    assert missing.json["errors"][0]["code"] == "option_missing"
    red = {"variant": centre.variant("FOLDER-RED")}
    assert clerk.post("/quotes", json={"lines": [red]}).json["lines"][0]["options"] == {"colour": "red"}
    fixed = clerk.post("/quotes", json={"lines": [{**red, "options": {"colour": "blue"}}]})
    assert fixed.json["errors"][0]["code"] == "option_fixed"


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"pages": None}, "/lines/0/pages", "pages_missing"),
        ({"source": None}, "/lines/0/source", "language_pair_missing"),
        ({"source": "xx"}, "/lines/0/source", "language_unknown"),
        ({"target": "en"}, "/lines/0/target", "language_pair_same"),
        ({"document_type": "papyrus"}, "/lines/0/document_type", "document_type_unknown"),
    ],
)
def test_what_a_service_needs_is_said_by_field(
    clerk: Any, centre: Centre, changes: dict[str, Any], pointer: str, code: str
) -> None:
    """A line that cannot be priced is refused with a pointer to the field."""
    reply = clerk.post("/quotes", json={"lines": [centre.translation(**changes)]})
    assert (reply.status, reply.code) == (409, "invalid")
    assert {"pointer": pointer, "code": code}.items() <= reply.json["errors"][0].items()


def test_a_pair_without_a_price_is_named(clerk: Any, centre: Centre) -> None:
    """The refusal says which service, which pair, and that the pair is what no rule fits."""
    reply = clerk.post(
        "/quotes",
        json={
            "lines": [centre.translation(), centre.translation(source="de"), centre.translation(target="ru")]
        },
    )
    assert (reply.status, reply.code) == (409, "price_rule_missing")
    assert [one["pointer"] for one in reply.json["errors"]] == ["/lines/1", "/lines/2"]
    assert "translation" in reply.json["errors"][0]["detail"]
    assert "de→uz" in reply.json["errors"][0]["detail"]
    assert "language_pair" in reply.json["detail"]


def test_a_pair_that_is_switched_off_is_refused(api: Any, clerk: Any, centre: Centre) -> None:
    """A rule may be there: the business does not offer the pair now."""
    editor = sign_in(api, "catalog.*")
    pair = editor.get("/language-pairs", query={"source": "en"}).json["data"][0]
    assert editor.patch(f"/language-pairs/{pair['id']}", json={"active": False}).status == 200
    reply = clerk.post("/quotes", json={"lines": [centre.translation()]})
    assert reply.json["errors"][0]["code"] == "language_pair_unavailable"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"lines": []},
        {"lines": [{"pages": 3}], "unknown": 1},
        {"lines": [{"service": "svc_x"}]},
        {"lines": [{"quantity": 2}]},
        {"lines": [{"pages": 0}]},
        {"lines": [{"pages": 1.5}]},
        {"lines": [{"copies": 10**30}]},
        {"lines": [{"source": "e\u0000n"}]},
        {"lines": [{"options": {"a": 1}}]},
        {"lines": "all"},
        {"lines": [{}], "priority": "yesterday"},
        {"lines": [{}], "due_at": "tomorrow"},
    ],
)
def test_what_breaks_the_schema_is_400(clerk: Any, body: dict[str, Any]) -> None:
    """Never a 500, and nothing is kept."""
    assert clerk.post("/quotes", json=body).status == 400
    assert clerk.get("/quotes").json["data"] == []


def test_what_is_refused_by_the_state_of_things(api: Any, clerk: Any, centre: Centre) -> None:
    """References, the past, several items in a line: 409 with a pointer."""
    line = centre.translation()
    for body, code, pointer in (
        ({"lines": [{"pages": 1}]}, "line_item_ambiguous", "/lines/0"),
        ({"lines": [{**line, "product": centre.product("FOLDER")}]}, "line_item_ambiguous", "/lines/0"),
        ({"lines": [{"service": encode("svc", new_id())}]}, "reference_not_found", "/lines/0/service"),
        (
            {"lines": [{**line, "files": [encode("fil", new_id())]}]},
            "reference_not_found",
            "/lines/0/files/0",
        ),
        ({"lines": [line], "customer": encode("cus", new_id())}, "reference_not_found", "/customer"),
        ({"lines": [line], "branch": encode("brn", new_id())}, "reference_not_found", "/branch"),
        ({"lines": [line], "due_at": "2020-01-01T00:00:00Z"}, "due_in_past", "/due_at"),
    ):
        reply = clerk.post("/quotes", json=body)
        assert (reply.status, reply.code) == (409, code), reply
        assert reply.json["errors"][0]["pointer"] == pointer


def test_anybody_may_ask_and_only_the_secret_opens_it(api: Any, centre: Centre) -> None:
    """An anonymous quote is told its secret once; without it there is no such quote."""
    reply = api.post("/quotes", json={"lines": [centre.translation()], "channel": "online"})
    assert reply.status == 201, reply
    quote = reply.json
    assert len(quote["secret"]) >= 40
    assert api.get(f"/quotes/{quote['id']}").status == 401
    assert api.post(f"/quotes/{quote['id']}/open", json={"secret": "guess"}).status == 404
    opened = api.post(f"/quotes/{quote['id']}/open", json={"secret": quote["secret"]})
    assert opened.status == 200
    assert opened.json == {**quote, "secret": None}
    private = api.post("/quotes", json={"lines": [centre.translation()], "channel": "wholesale"})
    assert private.json["errors"][0]["code"] == "channel_not_allowed"
    named = api.post("/quotes", json={"lines": [centre.translation()], "customer": encode("cus", new_id())})
    assert named.code == "reference_not_found"


def test_a_business_may_close_public_quotes(api: Any, centre: Centre) -> None:
    """Then a caller without a token is refused and a clerk is not."""
    owner = sign_in(api, "organizations.*", *RIGHTS)
    assert owner.patch("/organization", json={"settings": {"public_quotes": False}}).status == 200
    body = {"lines": [centre.translation()]}
    assert api.post("/quotes", json=body).status == 403
    assert owner.post("/quotes", json=body).status == 201


def test_a_customer_prices_for_itself_only(api: Any, centre: Centre) -> None:
    """Its own class counts, whatever it says; it sees its own quotes and nobody else's."""
    agency = centre.customer(kind="agency", name="Silk Road", class_code="agency")
    other = centre.customer(name="Olga")
    portal = sign_in(api, *RIGHTS, customer=agency.pk, kind="customer")
    mine = portal.post("/quotes", json={"lines": [centre.translation()]})
    assert mine.status == 201, mine
    assert mine.json["customer"] == encode("cus", agency.pk)
    assert amount(mine.json["subtotal"]) == "80000.00"
    theirs = portal.post(
        "/quotes", json={"lines": [centre.translation()], "customer": encode("cus", other.pk)}
    )
    assert theirs.code == "reference_not_found"
    clerk = sign_in(api, *RIGHTS)
    hidden = clerk.post(
        "/quotes", json={"lines": [centre.translation()], "customer": encode("cus", other.pk)}
    ).json["id"]
    assert portal.get(f"/quotes/{hidden}").status == 404
    assert [one["id"] for one in portal.get("/quotes").json["data"]] == [mine.json["id"]]


def test_a_clerk_of_one_branch_sees_no_quote_of_another(api: Any, centre: Centre) -> None:
    """And cannot make one there."""
    samarkand = sign_in(api, *RIGHTS, branch=centre.branches["SAM"])
    owner = sign_in(api, *RIGHTS)
    line = [centre.translation()]
    elsewhere = owner.post("/quotes", json={"lines": line, "branch": centre.branch("BUK")}).json["id"]
    here = samarkand.post("/quotes", json={"lines": line, "branch": centre.branch("SAM")}).json["id"]
    assert samarkand.get(f"/quotes/{elsewhere}").status == 404
    assert [one["id"] for one in samarkand.get("/quotes").json["data"]] == [here]
    refused = samarkand.post("/quotes", json={"lines": line, "branch": centre.branch("BUK")})
    assert refused.status == 403
    assert sign_in(api, "customers.*").post("/quotes", json={"lines": line}).status == 403


def made(centre: Centre, api: Any, **body: Any) -> Any:
    reply = sign_in(api, *RIGHTS).post("/quotes", json={"lines": [centre.translation()], **body})
    assert reply.status == 201, reply
    return decode("quo", reply.json["id"])


def test_one_order_takes_a_quote_and_no_second(api: Any, centre: Centre) -> None:
    """The price that comes out is the one that was quoted; the same order asking again is no second one."""
    clerk = principal(*RIGHTS)
    quote, order = made(centre, api), new_id()
    with db.transaction():
        priced = pricing.consume_quote(principal=clerk, quote_id=quote, order_id=order)
        assert priced.total.text == "123200.00"
        assert priced.items[0].workflow == "translation"
        assert priced.items[0].revenue_account == "4010"
        assert priced.subtotal + priced.tax == priced.total
        again = pricing.consume_quote(principal=clerk, quote_id=quote, order_id=order)
        assert again == priced
        with pytest.raises(QuoteAlreadyUsed):
            pricing.consume_quote(principal=clerk, quote_id=quote, order_id=new_id())
    used = sign_in(api, *RIGHTS).get(f"/quotes/{encode('quo', quote)}").json
    assert (used["state"], used["order"]) == ("used", encode("ord", order))


def test_a_quote_ends_with_its_time_and_is_for_whom_it_names(api: Any, centre: Centre) -> None:
    """Expired, another customer, another branch, not seen: each refused, nothing used."""
    customer = centre.customer()
    quote = made(centre, api, customer=encode("cus", customer.pk), branch=centre.branch("SAM"))
    clerk = principal(*RIGHTS)
    asked: dict[str, Any] = {"quote_id": quote, "order_id": new_id()}
    right: dict[str, Any] = {"customer_id": customer.pk, "branch_id": centre.branches["SAM"]}
    with db.transaction():
        with pytest.raises(QuoteExpired):
            pricing.consume_quote(principal=clerk, **asked, **right, at=clock.now() + timedelta(hours=24))
        with pytest.raises(QuoteCustomerMismatch):
            pricing.consume_quote(principal=clerk, **asked, **{**right, "customer_id": new_id()})
        with pytest.raises(QuoteCustomerMismatch):
            pricing.consume_quote(principal=clerk, **asked, **{**right, "branch_id": new_id()})
        stranger = principal(*RIGHTS, branch=centre.branches["BUK"])
        with pytest.raises(ReferenceNotFound):
            pricing.consume_quote(principal=stranger, **asked, **right)
        assert pricing.consume_quote(principal=clerk, **asked, **right).quote_id == quote


def test_a_quote_does_not_outlive_the_time_left_that_it_was_priced_for(api: Any, centre: Centre) -> None:
    """It holds until the surcharge for a shorter time begins, or until the time asked for."""
    pricing.seed_price_rules(
        [
            PriceRuleSpec(
                component=Component.URGENCY,
                service="translation",
                formula={"lead_time": [{"under_hours": 48, "percent": "100"}]},
            )
        ]
    )
    now = clock.now()
    clerk = principal(*RIGHTS)
    for hours, holds in ((49, 1), (20, 20), (100, 24)):
        quote = made(centre, api, due_at=(now + timedelta(hours=hours)).isoformat())
        kept = sign_in(api, *RIGHTS).get(f"/quotes/{encode('quo', quote)}").json
        until = datetime.fromisoformat(kept["valid_until"])
        assert abs(until - now - timedelta(hours=holds)) < timedelta(minutes=1)
        asked = {"principal": clerk, "quote_id": quote, "order_id": new_id()}
        with db.transaction():
            with pytest.raises(QuoteExpired) as refusal:
                pricing.consume_quote(**asked, at=until)
            # By the clocks of the business, to the minute.
            there = until.astimezone(ZoneInfo(tenancy.require_tenant().timezone))
            assert refusal.value.params["expired_at"] == f"{there:%Y-%m-%d %H:%M}{there.isoformat()[-6:]}"
            pricing.consume_quote(**asked, at=until - timedelta(seconds=1))


def test_the_secret_lets_an_anonymous_quote_become_an_order(api: Any, centre: Centre) -> None:
    """A customer that signed in after asking takes its quote along."""
    quote = api.post("/quotes", json={"lines": [centre.translation()]}).json
    customer = centre.customer()
    portal = principal(*RIGHTS, customer=customer.pk, kind="customer")
    asked: dict[str, Any] = {
        "quote_id": decode("quo", quote["id"]),
        "order_id": new_id(),
        "customer_id": customer.pk,
    }
    with db.transaction():
        with pytest.raises(ReferenceNotFound):
            pricing.consume_quote(principal=portal, **asked)
        with pytest.raises(ReferenceNotFound):
            pricing.consume_quote(principal=portal, **asked, secret="guess")
        assert (
            pricing.consume_quote(principal=portal, **asked, secret=quote["secret"]).total.text == "123200.00"
        )


def test_a_quote_costs_few_statements(api: Any, centre: Centre, queries: Any) -> None:
    """The number does not grow with the lines."""
    clerk = sign_in(api, *RIGHTS)
    clerk.get("/quotes")
    with queries() as one:
        clerk.post("/quotes", json={"lines": [centre.translation()]})
    clerk.get("/quotes")  # What is kept of a business for some seconds may just have ended.
    with queries() as many:
        clerk.post("/quotes", json={"lines": [centre.translation(pages=page) for page in range(1, 30)]})
    assert len(many) == len(one)
    assert len(one) <= 13, one
