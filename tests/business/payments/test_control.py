"""The control accounts say what payments and points sum to, and a difference is told."""

from __future__ import annotations

import json
import logging

import pytest

from backend.business.ledger import facade as ledger
from backend.business.ledger.types import Entry, credit, debit
from backend.kernel import clock, db, schedule
from backend.kernel.ids import new_id
from backend.kernel.money import Money
from backend.kernel.tenancy import tenant_context
from backend.wiring import books
from tests.business.payments.shop import COPY, PRICE, Shop, minor


def test_the_books_say_what_the_documents_sum_to(shop: Shop) -> None:
    customer = shop.customer()
    shop.earn_points(customer, 2)
    held = shop.done("/loyalty/redemptions", {"customer": customer, "points": 5})
    body = {"customer": customer, "redemption": held["id"], "branch": shop.branches["registon"]}
    paid = shop.done("/orders", {**body, "lines": [{"service": shop.services["notarization"]}]})
    shop.done("/loyalty/redemptions", {"customer": customer, "points": 2})
    shop.pay(1000, customer, paid)
    shop.pay(500, customer, excess="credit")
    late = shop.order(customer, service="certified_copy", branch="siyob")
    shop.pay(COPY // 2, customer, late)
    shop.complete(late)
    shop.pay(PRICE, customer, shop.order(customer), method="card")
    with tenant_context(shop.info):
        assert books.check_books() == 0
    # Between the cancellation and the return of its points the liability is that of points on their way.
    shop.move(paid, "cancel")
    with tenant_context(shop.info):
        assert books.check_books() == 0
    shop.settle()
    with tenant_context(shop.info):
        assert books.check_books() == 0


def test_a_difference_is_logged_and_told(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    assert "ledger.check_books" in schedule.DAILY
    amount = Money.of(700, "UZS")

    def post(debited: str, credited: str) -> None:
        entry = Entry(
            key=f"manual:{new_id().hex}",
            at=clock.now(),
            description="By hand",
            legs=(debit(debited, amount), credit(credited, amount)),
        )
        ledger.post([entry])

    with tenant_context(shop.info):
        post(ledger.CASH, ledger.CUSTOMER_ADVANCES)
        with caplog.at_level(logging.ERROR):
            assert books.check_books_now() == 1
        assert "on 2100" in caplog.text
        told = db.fetch(
            "SELECT payload FROM kernel_event WHERE type = 'ledger.control_differs' ORDER BY seq DESC LIMIT 1",
            [],
        )[0][0]
        said = told if isinstance(told, dict) else json.loads(told)
        assert said["code"] == ledger.CUSTOMER_ADVANCES
        assert minor(said["books"]) - minor(said["documents"]) == 700
        post(ledger.CUSTOMER_ADVANCES, ledger.CASH)
        assert books.check_books() == 0
