"""What is being written down for a customer while it is merged goes along: the merge waits for it."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from backend.business.loyalty import facade as loyalty
from backend.business.loyalty.types import Purchase, PurchaseLine
from backend.business.orders import facade as orders
from backend.business.payments import services as payments
from backend.business.payments.models import PaymentMethod
from backend.business.payments.types import Target
from backend.business.pricing import facade as pricing
from backend.business.pricing.types import LineRequest, PriceRequest
from backend.business.privacy import consents
from backend.kernel import db
from backend.kernel.ids import decode, new_id
from backend.kernel.money import Money
from backend.kernel.permissions import Principal, system_principal
from backend.kernel.tenancy import tenant_context
from tests.business.customers.merges import made, merge, named
from tests.business.payments.shop import Shop, refused, shop

__all__ = ["shop"]

PATIENCE = 60.0
"""Seconds that anybody is waited for."""
WAITING = """
SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
WHERE NOT l.granted AND a.datname = current_database()
"""


Act = Callable[[Shop, Principal, uuid.UUID], Any]


def _pay(_shop: Shop, who: Principal, customer: uuid.UUID) -> Any:
    cash = PaymentMethod.objects.get(code="cash").pk
    payments.record_payment(
        principal=who, method=cash, amount=Money.of(100, "UZS"), customer=customer, excess="credit"
    )


def _pay_for_an_order(shop: Shop, who: Principal, customer: uuid.UUID) -> Any:
    """Nobody is named: the order says whose payment it is."""
    order = orders.place_order(
        principal=who,
        request=PriceRequest(lines=[LineRequest(service_id=decode("svc", shop.services["notarization"]))]),
        customer=customer,
        branch=decode("brn", shop.branches["registon"]),
    )
    payments.record_payment(
        principal=who,
        method=PaymentMethod.objects.get(code="cash").pk,
        amount=Money.of(100, "UZS"),
        targets=[Target("order", order.pk, None)],
    )


def _quote(shop: Shop, who: Principal, customer: uuid.UUID) -> Any:
    line = LineRequest(service_id=decode("svc", shop.services["notarization"]))
    pricing.create_quote(
        principal=who, lines=[line], customer_id=customer, branch_id=decode("brn", shop.branches["registon"])
    )


def _earn(_shop: Shop, _who: Principal, customer: uuid.UUID) -> Any:
    sale = Purchase(
        order_id=new_id(),
        customer_id=customer,
        branch_id=None,
        currency="UZS",
        total=10_000_000,
        lines=(PurchaseLine(10_000_000),),
    )
    assert loyalty.earn_points(purchase=sale)


def _consent(_shop: Shop, who: Principal, customer: uuid.UUID) -> Any:
    consents.record_consent(principal=who, customer_id=customer, purpose="news", number=1, granted=True)


@pytest.mark.parametrize(
    ("act", "table"),
    [
        (_pay, "payments_payment"),
        (_pay_for_an_order, "payments_payment"),
        (_quote, "pricing_quote"),
        (_earn, "loyalty_lot"),
        (_consent, "privacy_consent"),
    ],
    ids=["payment", "order", "quote", "points", "consent"],
)
def test_a_merge_waits_for_what_is_being_written_down(
    shop: Shop, run_parallel: Callable[..., list[Any]], act: Act, table: str
) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    who = system_principal(shop.info.id, shop.info.schema)
    written, asked, release = threading.Event(), threading.Event(), threading.Event()

    def write() -> None:
        with tenant_context(shop.info), db.transaction():
            act(shop, who, decode("cus", gone))
            written.set()
            assert release.wait(PATIENCE)

    def join() -> Any:
        assert written.wait(PATIENCE)
        reply = merge(shop, into, gone)
        asked.set()
        return reply

    def watch() -> bool:
        """Lets the writer end once the merge waits for it; whether it did."""
        assert written.wait(PATIENCE)
        until = time.monotonic() + PATIENCE
        waits = False
        with tenant_context(shop.info):
            while not (waits or asked.is_set()) and time.monotonic() < until:
                with connection.cursor() as cursor:
                    cursor.execute(WAITING)
                    waits = cursor.fetchone()[0] > 0
                asked.wait(0.02)
        release.set()
        return waits

    _none, reply, waited = run_parallel(lambda index: (write, join, watch)[index](), 3, seconds=3 * PATIENCE)
    assert waited, reply
    if reply.status != 200:
        # A row of those that are moved before customers are locked came in between.
        refused(reply, 409, "customer_merge_busy")
        assert merge(shop, into, gone).status == 200
    assert not any(named(shop, gone).values())
    assert len(named(shop, into)[table]) == 1
