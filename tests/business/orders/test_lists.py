"""Lists of orders by words, by state, and page by page; how they are found in a business with many."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection, connections
from django.db.models import Model
from django.db.transaction import atomic
from django.test.utils import CaptureQueriesContext

from backend.business.customers.models import Customer
from backend.business.customers.selectors import customers_for
from backend.business.orders import selectors
from backend.business.orders.models import Order
from backend.business.payments.models import Receivable
from backend.business.payments.selectors import payments_shown_to, receivables_for
from backend.kernel import clock, db
from backend.kernel.api import pagination
from backend.kernel.ids import decode
from backend.kernel.permissions import system_principal
from backend.kernel.tenancy import tenant_context
from backend.kernel.tenancy.postgresql.base import OWNER
from tests.business.payments.shop import Shop


def found(shop: Shop, **query: Any) -> list[str]:
    return [row["id"] for row in shop.owner.get("/orders", query={"limit": 100, **query}).json["data"]]


def test_a_search_finds_the_beginnings_of_words(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    customer = shop.customer()
    name = shop.owner.get(f"/customers/{customer}").json["name"].split()[1]
    body = {"branch": shop.branches["registon"], "lines": [{"service": shop.services["notarization"]}]}
    order = shop.done("/orders", {**body, "customer": customer, "comment": "Позвонить (Gulnora): zz-top"})
    other = shop.done("/orders", {**body, "customer": shop.customer(), "comment": "zz"})
    number = order["number"]
    short = number.rpartition("-")[2].lstrip("0")

    def judged() -> None:
        for text in (
            number,
            number.lower(),
            short,
            "позв",
            "GULN",
            "zz top",
            "top-zz",
            name,
            name[:4].upper(),
        ):
            assert order["id"] in found(shop, q=text), text
        for text in ("notthere", "ulnora", "zz notthere", f"{number} notthere"):
            assert order["id"] not in found(shop, q=text), text
        assert found(shop, q="zz top") == [order["id"]]
        assert {order["id"], other["id"]} <= set(found(shop, q="zz"))
        assert other["id"] not in found(shop, q=name)
        assert order["id"] in found(shop, q="!?"), "no word is no search"

    judged()
    # The same where more is found than is looked up one by one.
    monkeypatch.setattr(selectors, "FEW_ORDERS", 0)
    monkeypatch.setattr(selectors, "FEW_CUSTOMERS", 0)
    judged()


def test_the_index_of_words_is_the_one_that_a_search_asks(shop: Shop) -> None:
    """An index over an expression serves only the very same expression."""
    with tenant_context(shop.info), atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        for way in ("seqscan", "indexscan", "indexonlyscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
        plan = Order.objects.using(OWNER).filter(selectors.has_words(["zz"])).explain()
    assert "orders_order_words" in plan


def test_a_state_is_found_in_its_group(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    assert found(shop, customer=customer, state=order["state"]) == [order["id"]]
    assert found(shop, customer=customer, state="completed") == []
    assert found(shop, customer=customer, state="no_such_state") == []
    with tenant_context(shop.info):
        assert '"state_group" IN (open)' in str(selectors.in_state(Order.objects.all(), order["state"]).query)


@pytest.mark.parametrize("descending", [True, False])
def test_pages_meet_every_row_once_where_values_are_equal(shop: Shop, descending: bool) -> None:
    customer = shop.customer()
    made = [decode("ord", shop.done("/orders", {
        "branch": shop.branches["registon"], "customer": customer,
        "lines": [{"service": shop.services["notarization"]}],
    })["id"]) for _ in range(3)]  # fmt: skip
    with tenant_context(shop.info):
        rows = Order.objects.filter(pk__in=made)
        rows.filter(pk__in=made[:2]).update(placed_at=clock.now())
        expected = [
            row.pk for row in sorted(rows, key=lambda row: (row.placed_at, row.pk), reverse=descending)
        ]
        seen, cursor = [], None
        for _ in range(4):
            page, cursor = pagination.page(
                rows, column="placed_at", descending=descending, limit=1, cursor=cursor, purpose="test"
            )
            seen += [row.pk for row in page]
            if cursor is None:
                break
    assert seen == expected


def test_rows_are_read_as_the_orm_reads_them(shop: Shop) -> None:
    """Instances with the same columns and the same that stands beside them, in as many statements."""
    shop.pay(1, customer := shop.customer(), shop.order(customer))
    with tenant_context(shop.info):
        owner = system_principal(shop.info.id, shop.info.schema)
        for rows in (
            Order.objects.order_by("pk"),
            Order.objects.none(),
            Order.objects.select_related("customer", "branch").order_by("-pk")[:3],
            Order.objects.order_by("pk").values("pk", "state_times")[:2],
            customers_for(owner).order_by("-pk"),
            payments_shown_to(owner).order_by("-pk")[:5],
            receivables_for(owner).order_by("-pk")[:5],
            Receivable.objects.filter(customer__in=Customer.objects.all()).only("number").order_by("pk")[:2],
        ):
            with CaptureQueriesContext(connection) as asked:
                expected = list(rows.all())
            with CaptureQueriesContext(connection) as sent:
                found = db.read(rows.all())
            assert [told(row) for row in found] == [told(row) for row in expected]
            assert [one["sql"] for one in sent] == [one["sql"] for one in asked]
        row = db.read(Receivable.objects.only("number"))[0]
        row.save_versioned(number="changed")
        assert Receivable.objects.get(pk=row.pk).number == "changed"
        assert row.state == Receivable.objects.get(pk=row.pk).state, (
            "a deferred column is read when it is asked for"
        )


def told(row: Any, deep: int = 2) -> Any:
    """All that an instance holds, and what was read with it: `deep` rows from it, as rows refer to one another."""
    if not isinstance(row, Model):
        return row
    held = dict(vars(row))
    state, fetched = held.pop("_state"), held.pop("_prefetched_objects_cache", {})
    beside = {name: told(one, deep - 1) for name, one in state.fields_cache.items()} if deep else {}
    many = {name: [told(one, deep - 1) for one in rows] for name, rows in fetched.items()} if deep else {}
    return type(row), held, state.adding, state.db, beside, many
