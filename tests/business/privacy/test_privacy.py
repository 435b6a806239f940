"""Copies, erasures, holds, consents, legal documents and retention, over HTTP."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from backend.business.customers.models import Customer
from backend.business.orders.models import Order
from backend.business.pricing.models import Quote
from backend.business.privacy import requests, retention
from backend.business.privacy.models import Consent, PrivacyRequest
from backend.core.accounts.models import User
from backend.core.audit.models import AuditEntry
from backend.core.files.models import File
from backend.kernel import clock, db
from backend.kernel.ids import decode, new_id
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import PRICE, Shop, refused
from tests.business.privacy.traces import traces, word_of
from tests.support import documents


def person(shop: Shop) -> str:
    """A customer with a name, contacts, a file, a note, a payment's reference, and a user."""
    customer = shop.customer()
    word = word_of(customer)
    changed = shop.owner.patch(
        f"/customers/{customer}",
        json={
            "name": f"{word} Karimova",
            "tax_id": "123456789",
            "contacts": [{"kind": "email", "value": f"{word}@example.com"}],
        },
    )
    assert changed.status == 200, changed
    client = shop.portal(customer)
    made = shop.owner.post(
        "/files",
        data={"file": SimpleUploadedFile("passport.pdf", documents.pdf(pages=1), "application/pdf")},
    )
    assert made.status == 201, made
    with tenant_context(shop.info):
        File.objects.filter(pk=decode("fil", made.json["id"])).update(customer_id=decode("cus", customer))
    order = shop.order(customer, comment=f"for {word}")
    shop.done(f"/orders/{order['id']}/notes", {"text": f"call {word}", "visibility": "customer"})
    shop.pay(PRICE, customer, order, reference=f"card of {word}")
    shop.complete(order)
    shop.settle()
    assert client.get("/me").status == 200
    return customer


def ask(shop: Shop, kind: str, customer: str, by: Any = None, **more: Any) -> Any:
    return shop.done("/privacy/requests", {"kind": kind, "customer": customer, **more}, by=by)


def decide(shop: Shop, request: Any, transition: str, by: Any = None) -> Any:
    return shop.post(f"/privacy/requests/{request['id']}/transitions", {"transition": transition}, by=by)


def test_a_copy_holds_what_is_kept_and_ends_after_a_week(shop: Shop) -> None:
    customer = person(shop)
    request = ask(shop, "export", customer)
    assert request["state"] == "approved"
    address = f"/privacy/requests/{request['id']}/package"
    reply = shop.owner.get(address)
    assert (reply.status, reply.headers["Cache-Control"]) == (200, "no-store")
    with tenant_context(shop.info):
        entry = AuditEntry.objects.get(action="data.exported")
    assert entry.after == {"request": request["id"], "size": len(reply.body)}
    with zipfile.ZipFile(io.BytesIO(reply.body)) as archive:
        assert archive.testzip() is None
        read = {name: archive.read(name) for name in archive.namelist()}
    assert json.loads(read["customers.json"])[0]["name"] == f"{word_of(customer)} Karimova"
    (order,) = json.loads(read["orders.json"])
    assert (order["comment"], order["notes"][0]["text"]) == (
        f"for {word_of(customer)}",
        f"call {word_of(customer)}",
    )
    assert json.loads(read["payments.json"])[0]["reference"] == f"card of {word_of(customer)}"
    (passport,) = [name for name in read if name.endswith("/passport.pdf")]
    assert read[passport].startswith(b"%PDF")
    (user,) = json.loads(read["users.json"])
    assert not [name for name in user if "password" in name or "factor" in name]
    with tenant_context(shop.info):
        PrivacyRequest.objects.filter(pk=decode("prq", request["id"])).update(
            expires_at=clock.now() - timedelta(seconds=1)
        )
    refused(shop.owner.get(address), 409, "export_not_ready")


def test_an_erasure_forgets_the_person_and_keeps_the_books(shop: Shop) -> None:
    customer = person(shop)
    request = ask(shop, "erasure", customer, reason="asked by mail")
    preview = shop.owner.get(f"/privacy/requests/{request['id']}/preview").json
    assert (preview["held"], preview["blockers"]) == (False, [])
    assert {row["name"]: row["rows"] for row in preview["sources"]} == {
        "quotes": 1, "users": 1, "files": 1, "customers": 1, "orders": 1, "payments": 1, "loyalty": 1,
        "consents": 0, "privacy_requests": 1,
    }  # fmt: skip
    assert traces(shop, customer) == [
        "customers_customer.contact_keys", "customers_customer.contacts", "customers_customer.name",
        "customers_customer.search", "orders_note.text", "orders_order.comment", "payments_payment.reference",
    ]  # fmt: skip
    before = shop.books()
    with shop.told() as events:
        done = decide(shop, request, "approve")
    assert (done.status, done.json["state"]) == (200, "completed"), done
    assert events == ["user.deleted", "customer.erased", "privacy_request.decided"]
    assert shop.books() == before
    assert traces(shop, customer) == []
    shown = shop.owner.get(f"/customers/{customer}").json
    assert (shown["name"], shown["contacts"], shown["active"]) == ("Erased customer", [], False)
    with tenant_context(shop.info):
        key = decode("cus", customer)
        assert not File.objects.filter(customer_id=key).exists()
        assert User.objects.get(customer_id=key).status == "deleted"
        assert Order.objects.get(customer_id=key).total == PRICE
    refused(decide(shop, request, "approve"), 409, "privacy_request_closed")


def test_what_is_unfinished_or_held_is_not_erased(shop: Shop) -> None:
    customer = person(shop)
    shop.order(customer)
    request = ask(shop, "erasure", customer)
    blocked = decide(shop, request, "approve")
    refused(blocked, 409, "erasure_blocked")
    assert "unfinished_orders, outstanding" in blocked.json["detail"]
    assert "customers_customer.name" in traces(shop, customer)

    other = person(shop)
    hold = ask(shop, "hold", other, reason="a law suit")
    request = ask(shop, "erasure", other)
    refused(decide(shop, request, "approve"), 409, "erasure_held")
    assert "customers_customer.name" in traces(shop, other)
    assert decide(shop, hold, "end").json["state"] == "completed"
    assert decide(shop, request, "approve").json["state"] == "completed"
    assert traces(shop, other) == []


def test_who_may_ask_and_who_decides(shop: Shop) -> None:
    customer, stranger = person(shop), shop.customer()
    own = shop.portal(customer)
    request = shop.done("/privacy/requests", {"kind": "erasure"}, by=own)
    assert (request["customer"], request["state"]) == (customer, "requested")
    refused(shop.post("/privacy/requests", {"kind": "erasure"}, by=own), 409, "erasure_open")
    refused(
        shop.post("/privacy/requests", {"kind": "export", "customer": stranger}, by=own),
        409, "reference_not_found", "/customer",
    )  # fmt: skip
    refused(
        shop.post("/privacy/requests", {"kind": "hold", "customer": customer}, by=own),
        403,
        "permission_denied",
    )
    refused(decide(shop, request, "approve", by=own), 403, "permission_denied")
    foreign = ask(shop, "export", stranger)
    refused(own.get(f"/privacy/requests/{foreign['id']}/package"), 404, "not_found")
    assert {row["id"] for row in own.get("/privacy/requests").json["data"]} == {request["id"]}
    assert decide(shop, request, "reject").json["state"] == "rejected"
    assert "customers_customer.name" in traces(shop, customer)


def test_parallel_approvals_erase_once(shop: Shop, run_parallel: Any) -> None:
    customer = person(shop)
    request = ask(shop, "erasure", customer)
    replies = run_parallel(lambda _index: decide(shop, request, "approve"), 6)
    assert sorted(reply.status for reply in replies) == [200, *[409] * 5]
    assert {reply.code for reply in replies} == {None, "privacy_request_closed"}
    with tenant_context(shop.info):
        assert PrivacyRequest.objects.get(pk=decode("prq", request["id"])).outcome["customers"] == 1


def test_an_erasure_that_a_restore_undid_is_done_again(shop: Shop) -> None:
    customer = person(shop)
    request = ask(shop, "erasure", customer)
    decide(shop, request, "approve")
    key = decode("cus", customer)
    with tenant_context(shop.info):
        # As the swap leaves it: the person is back, and the erasure stands as approved.
        Customer.objects.filter(pk=key).update(name=word_of(customer), active=True)
        PrivacyRequest.objects.filter(pk=decode("prq", request["id"])).update(state="approved")
        assert requests.erase_approved() == 1
        assert requests.erase_approved() == 0
    assert traces(shop, customer) == []
    assert shop.owner.get(f"/privacy/requests/{request['id']}").json["state"] == "completed"


# -- consents and documents -------------------------------------------------------------------------------


def test_consents_are_only_added_to_and_the_latest_counts(shop: Shop) -> None:
    customer = shop.customer()
    body = {"customer": customer, "purpose": "newsletter", "number": 2, "text": "We write monthly."}
    given = shop.done("/privacy/consents", {**body, "granted": True})
    assert len(given["text_sha256"]) == 64
    shop.done("/privacy/consents", {**body, "granted": False})
    shop.done("/privacy/consents", {**body, "purpose": "photos", "granted": True})
    standing = shop.owner.get("/privacy/consents/standing", query={"customer": customer}).json["data"]
    assert {row["purpose"]: row["granted"] for row in standing} == {"newsletter": False, "photos": True}
    rows = shop.owner.get("/privacy/consents", query={"customer": customer}).json["data"]
    assert len(rows) == 3
    assert shop.owner.patch(f"/privacy/consents/{given['id']}", json={"granted": False}).status == 405


def test_a_visitor_chooses_cookies_without_signing_in(shop: Shop) -> None:
    from tests.support.client import Api

    nobody = Api(shop.info)
    assert [row["code"] for row in nobody.get("/privacy/consents/cookies").json["data"]] == [
        "necessary", "preferences", "statistics", "marketing",
    ]  # fmt: skip
    visitor = new_id().hex
    made = nobody.post(
        "/privacy/consents/visitors",
        json={"visitor": visitor, "number": 1, "preferences": True, "statistics": False, "marketing": False},
    )
    assert made.status == 201, made
    with tenant_context(shop.info):
        rows = dict(Consent.objects.filter(visitor=visitor).values_list("purpose", "granted"))
    assert rows == {"cookies:preferences": True, "cookies:statistics": False, "cookies:marketing": False}


def test_what_was_accepted_is_what_was_shown_and_can_be_taken_back(shop: Shop) -> None:
    for purpose in ("document:terms", "document:nothing", "cookies:marketing"):
        body = {"customer": shop.customer(), "purpose": purpose, "number": 99, "granted": True}
        refused(shop.post("/privacy/consents", body), 409, "invalid", "/purpose")
    code = f"d{new_id().hex}"
    draft = shop.done(
        "/privacy/documents", {"code": code, "title": {"en": "T"}, "body": {"en": "Words", "ru": "Слова"}}
    )
    shop.done(f"/privacy/documents/{draft['id']}/publish", {})
    said = {"code": code, "number": draft["number"]}

    def waits() -> bool:
        rows = shop.manager.get("/privacy/documents/awaiting").json["data"]
        return code in {row["code"] for row in rows}

    digests = {text: hashlib.sha256(text.encode()).hexdigest() for text in ("Words", "Слова")}
    for asked, shown, words in (("ru", "ru", "Слова"), ("uz", "en", "Words")):
        made = shop.done("/privacy/documents/acceptances", {**said, "language": asked}, by=shop.manager)
        assert (made["language"], made["text_sha256"]) == (shown, digests[words])
    assert not waits()
    shop.done("/privacy/documents/acceptances", {**said, "granted": False}, by=shop.manager)
    assert waits()
    shop.done("/privacy/documents/acceptances", said, by=shop.manager)
    assert not waits()


def test_a_new_version_of_a_document_is_to_be_accepted_again(shop: Shop) -> None:
    def publish(words: str) -> Any:
        draft = shop.done(
            "/privacy/documents", {"code": "terms", "title": {"en": "Terms"}, "body": {"en": words}}
        )
        shop.owner.patch(f"/privacy/documents/{draft['id']}", json={"acceptance_required": True})
        return shop.done(f"/privacy/documents/{draft['id']}/publish", {})

    def waiting() -> list[tuple[str, int]]:
        rows = shop.clerk.get("/privacy/documents/awaiting").json["data"]
        return [(row["code"], row["number"]) for row in rows if row["code"] == "terms"]

    first = publish("Be kind.")
    assert waiting() == [("terms", first["number"])]
    shop.done("/privacy/documents/acceptances", {"code": "terms", "number": first["number"]}, by=shop.clerk)
    assert waiting() == []
    second = publish("Be very kind.")
    assert (second["number"], waiting()) == (first["number"] + 1, [("terms", second["number"])])
    refused(
        shop.owner.patch(f"/privacy/documents/{first['id']}", json={"acceptance_required": False}),
        409, "document_published",
    )  # fmt: skip
    current = [
        row for row in shop.owner.get("/privacy/documents/current").json["data"] if row["code"] == "terms"
    ]
    assert [row["number"] for row in current] == [second["number"]]
    assert len(shop.clerk.get("/privacy/documents", query={"code": "terms"}).json["data"]) == 2
    refused(
        shop.post("/privacy/documents", {"code": "x", "title": {"en": "X"}, "body": {"en": "X"}}, by=shop.clerk),
        403, "permission_denied",
    )  # fmt: skip


# -- retention --------------------------------------------------------------------------------------------


def test_retention_says_what_it_would_delete_and_deletes_it(shop: Shop, rules: Any) -> None:
    idle, busy, held = person(shop), person(shop), person(shop)
    ask(shop, "hold", held)
    shop.order(busy)
    quote = shop.done(
        "/quotes",
        {"lines": [{"service": shop.services["notarization"]}], "branch": shop.branches["registon"]},
    )
    long_ago = clock.now() - timedelta(days=400)
    with tenant_context(shop.info), db.transaction():
        keys = [decode("cus", one) for one in (idle, busy, held)]
        Customer.objects.exclude(pk__in=keys).update(created_at=clock.now())
        Customer.objects.filter(pk__in=keys).update(created_at=long_ago)
        Order.objects.filter(customer_id__in=keys, state_group="completed").update(placed_at=long_ago)
        Quote.objects.filter(pk=decode("quo", quote["id"])).update(valid_until=long_ago)
    rules(customers_days=365)
    due = {row["name"]: row for row in shop.owner.get("/privacy/retention").json["data"]}
    assert (due["customers"]["due"], due["quotes"]["due"], due["customers"]["days"]) == (1, 1, 365)
    audit = shop.owner.get("/security/policy").json["audit"]
    assert due["audit_entries"] == {
        "name": "audit_entries",
        "days": audit["retention_days"],
        "due": 0,
        "more": False,
    }
    assert due["access_entries"]["days"] == audit["access_days"]
    assert "customers_customer.name" in traces(shop, idle)
    before = shop.books()
    with tenant_context(shop.info):
        assert retention.apply() == {"quotes": 1, "sessions": 0, "customers": 1, "visitors": 0}
        assert retention.apply() == {"quotes": 0, "sessions": 0, "customers": 0, "visitors": 0}
        assert not Quote.objects.filter(pk=decode("quo", quote["id"])).exists()
    assert (traces(shop, idle), shop.books()) == ([], before)
    assert "customers_customer.name" in traces(shop, busy)
    assert "customers_customer.name" in traces(shop, held)
    refused(shop.clerk.get("/privacy/retention"), 403, "permission_denied")
