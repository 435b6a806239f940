"""Legal holds keep what is held from everything that deletes; retention goes on around them."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

from django.db import connection, connections

from backend.business.customers.models import Customer
from backend.business.orders.models import Order
from backend.business.orders.services import placing
from backend.business.pricing.models import Quote
from backend.business.privacy import requests, retention
from backend.business.privacy.models import Consent, PrivacyRequest
from backend.core.accounts.errors import LastOwner
from backend.core.accounts.models import Session, User
from backend.core.files.models import File
from backend.core.files.services import maintain
from backend.kernel import clock, db
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import Shop, refused
from tests.business.privacy.test_copies import identified
from tests.business.privacy.test_privacy import ask, decide, person

LONG_AGO = timedelta(days=400)


def user_of(shop: Shop, customer: str) -> str:
    """The customer's user."""
    with tenant_context(shop.info):
        return encode("usr", User.objects.get(customer_id=decode("cus", customer)).pk)


def file_of(shop: Shop, customer: str) -> str:
    """The customer's file."""
    with tenant_context(shop.info):
        return encode("fil", File.objects.get(customer_id=decode("cus", customer)).pk)


def test_what_a_hold_is_on_is_not_deleted(shop: Shop) -> None:
    customer = person(shop)
    identified(shop, customer)
    user, file = user_of(shop, customer), file_of(shop, customer)
    hold = ask(shop, "hold", customer, reason="a law suit")
    for path in (
        f"/users/{user}",
        f"/files/{file}",
        f"/customers/{customer}/identity",
        f"/customers/{customer}",
    ):
        refused(shop.owner.delete(path), 409, "data_held")
    with tenant_context(shop.info):
        assert User.objects.get(pk=decode("usr", user)).status == "active"
        File.objects.filter(pk=decode("fil", file)).update(expires_at=clock.now() - timedelta(hours=1))
        assert maintain._delete_expired(clock.now()) == 0
        assert File.objects.get(pk=decode("fil", file)).expires_at > clock.now() + timedelta(hours=23)
    assert decide(shop, hold, "end").status == 200
    for path in (f"/users/{user}", f"/files/{file}", f"/customers/{customer}/identity"):
        assert shop.owner.delete(path).status == 204


def test_a_hold_that_is_over_already_is_refused(shop: Shop) -> None:
    customer = shop.customer()
    body = {"kind": "hold", "customer": customer}
    past = (clock.now() - timedelta(minutes=1)).isoformat()
    refused(shop.post("/privacy/requests", {**body, "expires_at": past}), 409, "invalid", "/expires_at")
    soon = clock.now() + timedelta(hours=1)
    ask(shop, "hold", customer, expires_at=soon.isoformat())
    with tenant_context(shop.info):
        assert requests.held(decode("cus", customer))
        with clock.use(lambda: soon + timedelta(seconds=1)):
            assert not requests.held(decode("cus", customer))


def test_a_customer_with_people_or_files_is_in_use(shop: Shop) -> None:
    customer = shop.customer()
    shop.portal(customer)
    refused(shop.owner.delete(f"/customers/{customer}"), 409, "customer_in_use")
    bulk = shop.post("/customers/bulk", {"operations": [{"action": "delete", "id": customer}]})
    assert "customer_in_use" in repr(bulk.json), bulk
    assert shop.owner.get(f"/customers/{customer}").status == 200
    assert shop.owner.delete(f"/users/{user_of(shop, customer)}").status == 204
    with tenant_context(shop.info):
        made = File.objects.filter(customer_id=None).first()
        if made is None:
            made = File.objects.create(state="rejected", name="x", size=1, sha256="0" * 64)
        File.objects.filter(pk=made.pk).update(customer_id=decode("cus", customer))
    refused(shop.owner.delete(f"/customers/{customer}"), 409, "customer_in_use")
    with tenant_context(shop.info):
        File.objects.filter(pk=made.pk).delete()
    invited = shop.done(
        "/invitations",
        {"email": f"{new_id().hex}@example.com", "name": "A", "customer": customer},
    )
    refused(shop.owner.delete(f"/customers/{customer}"), 409, "customer_in_use")
    assert shop.post(f"/invitations/{invited['id']}/revoke", {}).status == 200
    assert shop.owner.delete(f"/customers/{customer}").status == 204


def test_retention_keeps_what_is_held_in_every_class(shop: Shop, rules: Any) -> None:
    held, free = shop.customer(), shop.customer()
    then = clock.now() - LONG_AGO
    quotes = {}
    for customer in (held, free):
        shop.portal(customer)
        quotes[customer] = decode(
            "quo",
            shop.done(
                "/quotes",
                {
                    "lines": [{"service": shop.services["notarization"]}],
                    "branch": shop.branches["registon"],
                    "customer": customer,
                },
            )["id"],
        )
    ask(shop, "hold", held)
    visitor = new_id().hex
    keys = [decode("cus", held), decode("cus", free)]
    with tenant_context(shop.info), db.transaction():
        Quote.objects.filter(pk__in=quotes.values()).update(valid_until=then)
        Session.objects.filter(user__customer_id__in=keys).update(expires_at=then)
        Consent.objects.create(
            visitor=visitor, purpose="cookies:statistics", version=1, granted=True, at=then, ip="203.0.113.9"
        )
        Consent.objects.create(visitor=visitor, purpose="cookies:statistics", version=1, granted=False)
    rules(visitors_days=365)
    due = {row["name"]: row["due"] for row in shop.owner.get("/privacy/retention").json["data"]}
    assert (due["quotes"], due["sessions"], due["visitors"]) == (1, 1, 1)
    with tenant_context(shop.info):
        assert retention.apply() == {"quotes": 1, "sessions": 1, "visitors": 1}
        assert list(Quote.objects.filter(pk__in=quotes.values()).values_list("pk", flat=True)) == [
            quotes[held]
        ]
        left = Session.objects.filter(user__customer_id__in=keys).values_list("user__customer_id", flat=True)
        assert list(left) == [keys[0]]
        assert list(Consent.objects.filter(visitor=visitor).values_list("granted", flat=True)) == [False]


def test_customers_that_stay_do_not_starve_the_others(
    shop: Shop, rules: Any, monkeypatch: Any, queries: Any
) -> None:
    active, held, indebted, stuck, *idle = (shop.customer() for _ in range(7))
    shop.order(active)
    ask(shop, "hold", held)
    debt = shop.complete(shop.order(indebted, service="certified_copy"))
    keys = [decode("cus", one) for one in (active, held, indebted, stuck, *idle)]
    with tenant_context(shop.info), db.transaction():
        Customer.objects.exclude(pk__in=keys).update(created_at=clock.now())
        Customer.objects.filter(pk__in=keys).update(created_at=clock.now() - LONG_AGO)
        Order.objects.filter(pk=decode("ord", debt["id"])).update(placed_at=clock.now() - LONG_AGO)
    rules(customers_days=365)
    monkeypatch.setattr(retention, "BATCH", 2)
    with tenant_context(shop.info), queries() as counted:
        found = retention._idle_customers(clock.now() - timedelta(days=365), 10)
    assert (set(found), len(counted)) == (set(keys[3:]), 1)
    (due,) = [row for row in shop.owner.get("/privacy/retention").json["data"] if row["name"] == "customers"]
    assert (due["due"], due["more"]) == (2, True)
    forget = requests.forget_customer

    def refuse(customer_id: Any, **more: Any) -> Any:
        if customer_id == keys[3]:
            raise LastOwner()
        return forget(customer_id, **more)

    monkeypatch.setattr(retention, "forget_customer", refuse)
    with tenant_context(shop.info):
        assert retention.apply()["customers"] == 2
        assert retention.apply()["customers"] == 1
        left = Customer.objects.filter(pk__in=keys, active=True).order_by("id")
        assert list(left.values_list("pk", flat=True)) == sorted(keys[:4])


def test_an_order_and_an_erasure_at_once_leave_no_open_order_of_nobody(shop: Shop, monkeypatch: Any) -> None:
    """An order that is placed while an erasure is decided ends it; one that comes after is refused."""
    customer = shop.customer()
    request = ask(shop, "erasure", customer)
    looked, placed = threading.Event(), threading.Event()
    blockers, first = requests.blockers, [True]

    def slow(customer_id: Any) -> list[str]:
        found = blockers(customer_id)
        if first:
            first.clear()
            looked.set()
            assert placed.wait(10)
        return found

    monkeypatch.setattr(requests, "blockers", slow)
    replies: list[Any] = []

    def approve() -> None:
        try:
            replies.append(decide(shop, request, "approve"))
        finally:
            connections.close_all()

    thread = threading.Thread(target=approve)
    thread.start()
    assert looked.wait(10)
    shop.order(customer)
    placed.set()
    thread.join(20)
    refused(replies[0], 409, "erasure_blocked")
    assert shop.owner.get(f"/customers/{customer}").json["active"]

    other = shop.customer()
    quote = shop.done(
        "/quotes",
        {
            "lines": [{"service": shop.services["notarization"]}],
            "branch": shop.branches["registon"],
            "customer": other,
        },
    )
    own = shop.portal(other)
    assert decide(shop, ask(shop, "erasure", other), "approve").status == 200
    with tenant_context(shop.info):
        key = decode("cus", other)
        assert PrivacyRequest.objects.get(customer_id=key, kind="erasure").state == "completed"
        assert not Quote.objects.filter(pk=decode("quo", quote["id"])).exists()
    late = shop.post(
        "/orders", {"customer": other, "branch": shop.branches["registon"],
                    "lines": [{"service": shop.services["notarization"]}]},
    )  # fmt: skip
    assert late.status == 409, late
    assert own.get("/me").status == 401


def test_an_erasure_waits_for_an_order_that_is_being_placed(shop: Shop, monkeypatch: Any) -> None:
    customer = shop.customer()
    request = ask(shop, "erasure", customer)
    inside, go_on = threading.Event(), threading.Event()
    lines = placing._lines

    def slow(*args: Any) -> Any:
        inside.set()
        assert go_on.wait(20)
        return lines(*args)

    monkeypatch.setattr(placing, "_lines", slow)
    replies: dict[str, Any] = {}

    def run(name: str, act: Any) -> threading.Thread:
        def body() -> None:
            try:
                replies[name] = act()
            finally:
                connections.close_all()

        thread = threading.Thread(target=body)
        thread.start()
        return thread

    order = run("order", lambda: shop.order(customer))
    assert inside.wait(20)
    erasure = run("erasure", lambda: decide(shop, request, "approve"))
    # Until the erasure waits for a lock (or, where it should have waited and did not, is done).
    while erasure.is_alive() and not _somebody_waits(shop):
        erasure.join(0.02)
    go_on.set()
    order.join(20)
    erasure.join(20)
    assert replies["order"]["customer"] == customer
    refused(replies["erasure"], 409, "erasure_blocked")


def _somebody_waits(shop: Shop) -> bool:
    with tenant_context(shop.info), connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid')"
        )
        return bool(cursor.fetchone()[0])
