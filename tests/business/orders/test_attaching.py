"""A walk-in's order becomes a customer's, with its money; until then that money is not left without an owner."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.kernel.ids import decode, encode, new_id
from backend.kernel.models import Event
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import PRICE, Shop, refused
from tests.support import documents
from tests.support.parallel import run_parallel

NO_ORDER = "order_has_customer"


@pytest.fixture(autouse=True)
def storage(settings: Any, tmp_path: Path) -> None:
    """A storage of this test's own."""
    settings.MEDIA_ROOT = tmp_path
    settings.FILES = {"office": ""}


def attach(shop: Shop, order: Any, customer: str, **how: Any) -> Any:
    return shop.post(f"/orders/{order['id']}/customer", {"customer": customer}, **how)


def test_money_of_a_walk_in_that_is_not_owed_becomes_credit_of_who_it_is(shop: Shop) -> None:
    """A card payment awaits its verification, the work is called off: the money is nobody's no longer."""
    order, customer = shop.order(None), shop.customer()
    payment = shop.pay(PRICE, None, order, method="card")
    shop.move(order, "cancel")
    with shop.nothing_changes():
        refused(shop.verify(payment), 409, "credit_needs_customer")
    attached = attach(shop, order, customer, by=shop.clerk)
    assert (attached.status, attached.json["customer"]) == (200, customer), attached
    assert (shop.read(payment)["customer"], shop.read(payment)["version"]) == (customer, 2)
    assert shop.verify(payment).status == 200
    assert shop.owes(customer) == (0, PRICE)
    portal = shop.portal(customer)
    assert shop.read(order, by=portal)["state"] == "cancelled"


def test_a_paid_order_is_called_off_once_somebody_has_the_credit(shop: Shop) -> None:
    paid, customer = shop.order(None), shop.customer()
    shop.pay(PRICE, None, paid)
    cancel = f"/orders/{paid['id']}/transitions"
    with shop.nothing_changes():
        refused(
            shop.post(cancel, {"transition": "cancel", "reason": "went away"}), 409, "credit_needs_customer"
        )
    books = shop.books()
    assert attach(shop, paid, customer).json["outstanding"]["amount"] == "0.00"
    assert shop.books() == books
    shop.settle()
    shop.move(paid, "cancel")
    assert shop.owes(customer) == (0, PRICE)


def test_orders_that_one_payment_is_for_go_along_with_their_files(shop: Shop) -> None:
    def file() -> str:
        upload = SimpleUploadedFile("a.pdf", documents.pdf(1), "application/pdf")
        found: str = shop.owner.post("/files", data={"file": upload}).json["id"]
        return found

    one, other, apart = shop.order(None, files=[file()]), shop.order(None), shop.order(None)
    payment = shop.pay(2 * PRICE, None, one, other, method="card", proofs=[file()])
    customer = shop.customer()
    reply = attach(shop, one, customer)
    assert reply.status == 200, reply
    assert [shop.read(order)["customer"] for order in (one, other, apart)] == [customer, customer, None]
    portal = shop.portal(customer)
    assert shop.read(payment, by=portal)["amount"]["amount"] == "170000.00"
    files = [one["files"][0], payment["proofs"][0]["file"]]
    assert [portal.get(f"/files/{file}").status for file in files] == [200, 200]
    with tenant_context(shop.info):
        told = Event.objects.filter(type="order.customer_attached").values_list("subject_id", flat=True)
        assert {decode("ord", order["id"]) for order in (one, other)} <= set(told)
        assert decode("ord", apart["id"]) not in told


def test_who_may_not_attach(shop: Shop) -> None:
    """The right over the order and a customer that the caller sees; an order has one customer."""
    order, customer = shop.order(None), shop.customer()
    own, another, portal = shop.order(customer), shop.customer(), shop.portal(customer)
    with shop.nothing_changes():
        refused(attach(shop, own, another), 409, NO_ORDER)
        refused(attach(shop, order, encode("cus", new_id())), 409, "reference_not_found", "/customer")
        refused(attach(shop, order, customer, by=shop.siyob), 404, "not_found")
        refused(attach(shop, order, customer, by=shop.accountant), 403, "permission_denied")
        refused(attach(shop, order, customer, by=portal), 403, "permission_denied")
        stale = shop.clerk.post(
            f"/orders/{order['id']}/customer", json={"customer": customer}, headers={"If-Match": '"7"'}
        )
        refused(stale, 412, "version_mismatch")
    assert "attach_customer" in shop.read(order)["allowed_actions"]
    assert "attach_customer" not in shop.read(own)["allowed_actions"]
    beyond = shop.order(None, branch="siyob")
    shop.pay(2 * PRICE, None, order, beyond)
    with shop.nothing_changes():
        refused(attach(shop, order, customer, by=shop.clerk), 403, "permission_denied")


def test_several_at_once_attach_one_customer(shop: Shop) -> None:
    """While others pay for the order: whoever loses is told, and the money follows the order."""
    order = shop.order(None)
    who = [shop.customer() for _ in range(3)]
    body = shop.payment(1000, None, order)

    def act(index: int) -> Any:
        return attach(shop, order, who[index]) if index < len(who) else shop.post("/payments", body)

    replies = run_parallel(act, len(who) + 2)
    found = Counter((reply.status, reply.code if reply.status >= 400 else None) for reply in replies)
    assert found[(200, None)] <= 1
    assert set(found) <= {(200, None), (201, None), (409, NO_ORDER), (409, "settlement_changed")}, replies
    if not found[(200, None)]:
        assert attach(shop, order, who[0]).status == 200
    customer = shop.read(order)["customer"]
    paid = [reply.json for reply in replies if reply.status == 201]
    assert {shop.read(payment)["customer"] for payment in paid} <= {customer}
    assert shop.owes(customer) == (PRICE - 1000 * len(paid), 0)
