"""The product's main job, from price to books: the journey of `make demo`, over the API in one process."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.core.accounts import facade as accounts
from backend.kernel.events import relay
from backend.kernel.money import Money
from backend.kernel.tenancy import tenant_context
from backend.packs import reading
from backend.packs.demo import fill
from tests.support import documents
from tests.support.client import Api

PASSWORD = "a long demo password"


@pytest.fixture
def centre(make_tenant: Callable[..., Any]) -> Any:
    """A translation centre made from its pack, with its staff, customers and books."""
    info = make_tenant(
        slug=f"centre-{uuid.uuid4().hex[:8]}",
        pack="translation",
        currency="UZS",
        languages=("en", "uz", "ru"),
    )
    with tenant_context(info):
        fill(info, reading.load("translation", "demo"), accounts.hash_password(PASSWORD), "s" * 43)
        relay.run()
    return info


class Desk:
    """A signed-in member of staff."""

    def __init__(self, api: Api, email: str) -> None:
        self.api = api
        reply = api.post("/auth/tokens", json={"email": email, "password": PASSWORD})
        assert reply.status == 201, reply
        self.token = reply.json["access_token"]

    def ok(self, method: str, path: str, status: int = 200, **kwargs: Any) -> Any:
        if method == "post":
            kwargs.setdefault("headers", {})["Idempotency-Key"] = uuid.uuid4().hex
        reply = getattr(self.api, method)(path, token=self.token, **kwargs)
        assert reply.status == status, reply
        return reply.json

    def refused(self, path: str, status: int, code: str, **kwargs: Any) -> Any:
        kwargs.setdefault("headers", {})["Idempotency-Key"] = uuid.uuid4().hex
        reply = self.api.post(path, token=self.token, **kwargs)
        assert (reply.status, reply.code) == (status, code), reply
        return reply.json


def test_from_price_to_books(centre: Any, api_for: Callable[..., Api]) -> None:
    api = api_for(centre)
    clerk = Desk(api, "clerk@samarkand.example")
    accountant = Desk(api, "accountant@samarkand.example")

    def settle() -> None:
        with tenant_context(centre):
            relay.run()

    pdf = clerk.ok(
        "post",
        "/files",
        201,
        data={"file": SimpleUploadedFile("contract.pdf", documents.pdf(pages=3), "application/pdf")},
    )
    assert pdf["analysis"]["pages"] == 3
    services = {row["code"]: row["id"] for row in clerk.ok("get", "/services")["data"]}
    customer = clerk.ok("get", "/customers", query={"q": "Aziz"})["data"][0]["id"]
    branch = clerk.ok("get", "/branches")["data"][0]["id"]
    quote = clerk.ok(
        "post",
        "/quotes",
        201,
        json={
            "customer": customer,
            "branch": branch,
            "priority": "urgent",
            "lines": [
                {"service": services["translation"], "source": "en", "target": "uz", "files": [pdf["id"]]},
                {"service": services["certified_copy"], "copies": 2},
                {"service": services["apostille"]},
            ],
        },
    )
    # 70 000 + 2 × 50 000 = 170 000, +50% = 255 000; copies 30 000 + 20 000; apostille 250 000.
    assert quote["subtotal"] == {"amount": "555000.00", "currency": "UZS"}
    assert quote["tax"] == {"amount": "66600.00", "currency": "UZS"}
    assert quote["total"] == {"amount": "621600.00", "currency": "UZS"}

    order = clerk.ok("post", "/orders", 201, json={"quote": quote["id"], "customer": customer})
    assert order["total"] == quote["total"]
    assert order["outstanding"] == quote["total"]
    assert order["files"] == [pdf["id"]]
    clerk.refused("/orders", 409, "quote_already_used", json={"quote": quote["id"], "customer": customer})

    methods = {row["code"]: row["id"] for row in clerk.ok("get", "/payment-methods")["data"]}
    cash = clerk.ok(
        "post",
        "/payments",
        201,
        json={
            "method": methods["cash"],
            "amount": {"amount": "200000.00", "currency": "UZS"},
            "customer": customer,
            "allocations": [{"order": order["id"]}],
        },
    )
    assert cash["state"] == "verified"
    clerk.refused(
        "/payments",
        409,
        "payment_exceeds_balance",
        json={
            "method": methods["cash"],
            "amount": {"amount": "421600.01", "currency": "UZS"},
            "customer": customer,
            "allocations": [{"order": order["id"]}],
        },
    )
    card = clerk.ok(
        "post",
        "/payments",
        201,
        json={
            "method": methods["card"],
            "amount": {"amount": "421600.00", "currency": "UZS"},
            "customer": customer,
            "allocations": [{"order": order["id"]}],
        },
    )
    assert card["state"] == "awaiting_verification"
    settle()
    assert clerk.ok("get", f"/orders/{order['id']}")["state"] == "payment_received"
    clerk.refused(
        f"/payments/{card['id']}/transitions", 403, "permission_denied", json={"transition": "verify"}
    )
    accountant.ok("post", f"/payments/{card['id']}/transitions", json={"transition": "verify"})
    settle()
    paid = clerk.ok("get", f"/orders/{order['id']}")
    assert (paid["state"], paid["outstanding"]["amount"]) == ("payment_confirmed", "0.00")
    clerk.refused(
        f"/orders/{order['id']}/transitions", 409, "transition_forbidden", json={"transition": "complete"}
    )
    for move in ("start", "mark_ready", "complete"):
        done = clerk.ok("post", f"/orders/{order['id']}/transitions", json={"transition": move})
    assert done["state_group"] == "completed"
    settle()

    balance = clerk.ok("get", "/loyalty/lots/balance", query={"customer": customer})
    # One point for each 10 000 of 555 000 without tax.
    assert (balance["available"], balance["worth"]["amount"]) == (55, "27500.00")
    redemption = clerk.ok("post", "/loyalty/redemptions", 201, json={"customer": customer, "points": 40})
    second = clerk.ok(
        "post",
        "/orders",
        201,
        json={
            "customer": customer,
            "branch": branch,
            "redemption": redemption["id"],
            "lines": [{"service": services["notarization"]}],
        },
    )
    assert second["total"]["amount"] == "85000.00"
    assert second["paid"]["amount"] == "20000.00"
    assert clerk.ok("get", "/loyalty/lots/balance", query={"customer": customer})["available"] == 15

    timeline = clerk.ok("get", f"/orders/{order['id']}/timeline")["data"]
    assert [row["title"] for row in timeline if row["kind"] == "transition"] == [
        "place", "receive_payment", "confirm_payment", "start", "mark_ready", "complete",
    ]  # fmt: skip

    entries = accountant.ok("get", "/journal-entries")["data"]
    assert len(entries) == 5
    trial = accountant.ok("get", "/reports/trial-balance")
    sheet = accountant.ok("get", "/reports/balance-sheet")
    assert sum(_minor(line["closing"]) for line in trial["lines"]) == 0
    assert {line["code"]: line["closing"]["amount"] for line in trial["lines"]} == {
        "1010": "200000.00",  # cash
        "1020": "421600.00",  # card clearing
        "2100": "-20000.00",  # advances: the redeemed points, on an order that is not done yet
        "2200": "-66600.00",  # tax
        "2300": "-7500.00",  # 15 points left, at 500 each
        "4010": "-255000.00",  # translation
        "4020": "-300000.00",  # copies and apostille
        "6100": "27500.00",  # points earned
    }
    assert sheet["balanced"] is True
    assert sheet["assets"] == {"amount": "621600.00", "currency": "UZS"}

    settle()
    owner = Desk(api, "owner@samarkand.example")
    events = owner.ok("get", "/events", query={"limit": 100})["data"]
    about = [row["type"] for row in events if row["type"].startswith(("order.", "payment.", "loyalty."))]
    assert Counter(about) == {
        "order.placed": 2, "order.transitioned": 6, "order.completed": 1, "payment.received": 3,
        "payment.verified": 3, "loyalty.points_earned": 1, "loyalty.redemption_reserved": 1,
        "loyalty.points_redeemed": 1,
    }  # fmt: skip
    positions = [row["position"] for row in events]
    assert positions == list(range(1, len(positions) + 1))


def _minor(money: dict[str, str]) -> int:
    return Money.parse(money["amount"], money["currency"]).minor
