"""Orders are placed, moved, held, refused and read; statements do not grow with rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from backend.business.ledger import facade as ledger
from backend.business.orders import facade as orders
from backend.business.pricing.models import PriceRule
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import COPY, PRICE, Shop, minor, refused, uzs
from tests.support.client import Reply

AT_ONCE = 8


def quote(shop: Shop, customer: str | None, *, branch: str = "registon", **more: Any) -> Any:
    body = {"branch": shop.branches[branch], "lines": [{"service": shop.services["notarization"]}], **more}
    return shop.done("/quotes", {**body, "customer": customer} if customer else body)


def body_of(shop: Shop, customer: str | None = None, **more: Any) -> dict[str, Any]:
    body: dict[str, Any] = {
        "branch": shop.branches["registon"],
        "lines": [{"service": shop.services["notarization"]}],
    }
    return {**body, **({"customer": customer} if customer else {}), **more}


def test_an_order_takes_customer_branch_and_price_of_its_quote(shop: Shop) -> None:
    customer = shop.customer()
    offer = quote(shop, customer)
    order = shop.done("/orders", {"quote": offer["id"], "expected_total": uzs(PRICE)}, by=shop.clerk)
    assert (order["customer"], order["branch"]) == (customer, shop.branches["registon"])
    assert (order["state"], minor(order["total"]), minor(order["outstanding"])) == ("pending", PRICE, PRICE)
    assert order["number"].startswith("ORD-")
    assert (order["source"], order["quote"]) == ("staff", offer["id"])


def test_an_order_is_refused(shop: Shop) -> None:
    customer, other = shop.customer(), shop.customer()
    used = quote(shop, customer)
    shop.done("/orders", {"quote": used["id"]})
    fresh = quote(shop, customer)
    nowhere = encode("brn", new_id())
    for body, code, pointer in (
        ({"customer": customer}, "order_needs_quote_or_lines", "/quote"),
        ({"quote": fresh["id"], "lines": body_of(shop)["lines"]}, "order_needs_quote_or_lines", "/quote"),
        ({"quote": used["id"]}, "quote_already_used", "/quote"),
        ({"quote": encode("quo", new_id())}, "reference_not_found", "/quote"),
        ({"quote": fresh["id"], "customer": other}, "quote_mismatch", "/customer"),
        ({"quote": fresh["id"], "branch": shop.branches["siyob"]}, "quote_mismatch", "/branch"),
        (
            {"quote": fresh["id"], "expected_total": uzs(PRICE - 1)},
            "expected_total_differs",
            "/expected_total",
        ),
        ({"lines": body_of(shop)["lines"]}, "branch_missing", "/branch"),
        (body_of(shop, branch=nowhere), "reference_not_found", "/branch"),
        (body_of(shop, encode("cus", new_id())), "reference_not_found", "/customer"),
        (body_of(shop, customer, redemption=encode("red", new_id())), "reference_not_found", "/redemption"),
        (body_of(shop, customer, files=[encode("fil", new_id())]), "reference_not_found", "/files/0"),
    ):
        with shop.nothing_changes():
            refused(shop.post("/orders", body), 409, code, pointer)
    # A refused order has not used the quote up.
    shop.done("/orders", {"quote": fresh["id"]})


def test_a_quote_of_no_branch_is_not_ordered_in_a_branch_that_is_not_there(shop: Shop) -> None:
    offer = shop.done("/quotes", {"lines": [{"service": shop.services["notarization"]}]})
    with shop.nothing_changes():
        refused(
            shop.post("/orders", {"quote": offer["id"], "branch": encode("brn", new_id())}),
            409, "reference_not_found", "/branch",
        )  # fmt: skip
    order = shop.done("/orders", {"quote": offer["id"]}, by=shop.clerk)
    assert order["branch"] == shop.branches["registon"]


def test_money_moves_an_order_on_by_itself_once(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    shop.pay(1000, customer, order)
    shop.settle()
    assert shop.read(order)["state"] == "payment_received"
    shop.pay(PRICE - 1000, customer, order)
    shop.settle()
    shop.settle()
    assert shop.read(order)["state"] == "payment_confirmed"
    with tenant_context(shop.info):
        for trigger in ("payment.received", "receivable.paid"):
            assert orders.advance_order(order_id=decode("ord", order["id"]), trigger=trigger) == []
        assert orders.advance_order(order_id=new_id(), trigger="receivable.paid") == []
    moves = [
        row["title"]
        for row in shop.owner.get(f"/orders/{order['id']}/timeline").json["data"]
        if row["kind"] == "transition"
    ]
    assert moves == ["place", "receive_payment", "confirm_payment"]


def test_a_payment_that_proves_untrue_takes_the_order_back(shop: Shop) -> None:
    """Once nothing at all is recorded any more; the customer reads so, and pays again."""
    customer = shop.customer()
    order, portal = shop.order(customer), shop.portal(customer)
    first, second = (shop.pay(amount, customer, order, method="card") for amount in (1000, PRICE - 1000))
    shop.settle()
    assert shop.read(order, by=portal)["state"] == "payment_received"
    assert shop.verify(first, transition="reject", reason="no such money").status == 200
    shop.settle()
    assert shop.read(order, by=portal)["state"] == "payment_received", "the other one may be true"
    assert shop.verify(second, transition="reject", reason="no such money").status == 200
    shop.settle()
    seen = shop.read(order, by=portal)
    assert (seen["state"], seen["state_name"]) == ("payment_pending", "Payment pending")
    assert minor(seen["outstanding"]) == PRICE
    shop.pay(PRICE, customer, order)
    shop.settle()
    assert shop.read(order)["state"] == "payment_confirmed"
    moves = [row["title"] for row in shop.owner.get(f"/orders/{order['id']}/timeline").json["data"]]
    assert [move for move in moves if "payment" in move] == [
        "receive_payment", "await_payment", "receive_payment", "confirm_payment",
    ]  # fmt: skip


def test_what_is_paid_in_part_is_not_taken_back(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    shop.pay(1000, customer, order)
    rest = shop.pay(PRICE - 1000, customer, order, method="card")
    assert shop.verify(rest, transition="reject", reason="no such money").status == 200
    shop.settle()
    assert shop.read(order)["state"] == "payment_received"
    with shop.nothing_changes():
        reply = shop.post(f"/orders/{order['id']}/transitions", {"transition": "await_payment"})
        refused(reply, 409, "transition_guard_failed")


def test_an_order_on_hold_hears_of_money_when_it_returns(shop: Shop) -> None:
    """Whether the money came meanwhile or proved untrue."""
    customer = shop.customer()
    for move, state in (("verify", "payment_confirmed"), ("reject", "payment_pending")):
        order = shop.order(customer)
        payment = shop.pay(PRICE, customer, order, method="card")
        shop.settle()
        shop.move(order, "hold")
        assert shop.verify(payment, transition=move, reason="looked at").status == 200
        shop.settle()
        assert shop.read(order)["state"] == "on_hold"
        assert shop.move(order, "resume")["state"] == state


def test_moves_are_told_in_the_words_of_the_workflow(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    address = f"/orders/{order['id']}/transitions"
    russian = {"Accept-Language": "ru"}

    def said(transition: str) -> Any:
        return shop.owner.post(address, json={"transition": transition}, headers=russian).json

    failed = said("confirm_payment")
    assert failed["detail"] == "«Подтвердить оплату» невозможно: сначала заказ нужно полностью оплатить."
    assert (failed["guard"], failed["errors"][0]["pointer"]) == ("paid_in_full", "/transition")
    cancel = said("cancel")
    assert (cancel["guard"], cancel["errors"][0]["pointer"]) == ("reason", "/reason")
    told = said("complete")["detail"]
    assert told.startswith("«Завершить» невозможно в состоянии «Ожидает»; возможно: Запросить оплату, ")
    shop.pay(PRICE, customer, order)
    shop.settle()
    shop.move(order, "start", "hold")
    # Back from a hold leads to where the order was.
    assert {row["name"]: row["target"] for row in shop.owner.get(address).json["data"]} == {
        "resume": "in_progress",
        "cancel": "cancelled",
    }
    told = shop.owner.get(f"/orders/{order['id']}/timeline", headers=russian).json["data"]
    labels = {row["title"]: row["label"] for row in told if row["kind"] == "transition"}
    assert (labels["place"], labels["start"]) == ("Заказ оформлен", "Начать работу")
    assert {row["label"] for row in told if row["kind"] != "transition"} == {None}


def test_moves_wait_for_their_guards_and_permissions(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    address = f"/orders/{order['id']}/transitions"

    def no(transition: str, status: int, code: str, by: Any = None, **more: Any) -> None:
        with shop.nothing_changes():
            refused(shop.post(address, {"transition": transition, **more}, by=by), status, code)

    no("fly", 409, "transition_unknown")
    no("complete", 409, "transition_forbidden")
    no("receive_payment", 409, "transition_guard_failed")
    no("confirm_payment", 409, "transition_guard_failed")
    no("confirm_payment", 403, "permission_denied", by=shop.clerk)
    no("cancel", 409, "transition_guard_failed", reason="  ")
    no("cancel", 403, "permission_denied", by=shop.accountant, reason="x")
    shop.pay(PRICE - 1, customer, order)
    no("confirm_payment", 409, "transition_guard_failed")
    shop.move(order, "receive_payment", "start", "mark_ready")
    no("complete", 409, "transition_guard_failed")
    assert [row["unmet"] for row in shop.clerk.get(address).json["data"]] == [[], ["paid_in_full"]]
    shop.pay(1, customer, order)
    moves = shop.clerk.get(address).json["data"]
    assert [row["name"] for row in moves] == ["rework", "complete"]
    assert [row["unmet"] for row in moves] == [[], []]
    done = shop.move(order, "complete", by=shop.clerk)
    assert (done["state_group"], done["completed_at"] is not None) == ("completed", True)
    assert done["state_icon"] == "check", "the group's: the workflow names none"
    no("complete", 409, "transition_forbidden")
    no("cancel", 409, "transition_forbidden", reason="x")
    with shop.nothing_changes():
        reply = shop.owner.patch(f"/orders/{order['id']}", json={"priority": "urgent"})
        refused(reply, 409, "order_closed")


def test_a_held_order_returns_to_where_it_was(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    shop.pay(PRICE - 1, customer, order)
    shop.settle()
    shop.move(order, "start")
    held = shop.move(order, "hold")
    assert (held["state"], held["state_group"], held["state_icon"]) == ("on_hold", "on_hold", "pause")
    # Money that comes meanwhile counts, and does not move it.
    shop.pay(1, customer, order)
    shop.settle()
    assert shop.read(order)["state"] == "on_hold"
    assert shop.move(order, "resume")["state"] == "in_progress"
    assert shop.move(order, "hold", "cancel")["state"] == "cancelled"
    assert shop.owes(customer) == (0, PRICE)


def test_an_order_of_nothing_needs_no_money(shop: Shop) -> None:
    with tenant_context(shop.info):
        made = PriceRule.objects.filter(
            service_id=decode("svc", shop.services["apostille"]), component="base"
        )
        before = made.get().formula
        made.update(formula={"bands": [{"from_unit": 1, "amount": "0.00"}]})
    try:
        order = shop.order(shop.customer(), service="apostille")
    finally:
        with tenant_context(shop.info):
            made.update(formula=before)
    assert minor(order["total"]) == 0
    with shop.moved() as books:
        assert shop.complete(order)["state"] == "completed"
    assert books == {}


def test_revenue_is_recognised_by_service_out_of_advances(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.done(
        "/orders",
        body_of(shop, customer, lines=[
            {"service": shop.services["notarization"]},
            {"service": shop.services["translation"], "source": "en", "target": "uz", "pages": 3},
        ]),
    )  # fmt: skip
    # 170 000 with 12 % tax, and 85 000 without.
    total = 19_040_000 + PRICE
    assert minor(order["total"]) == total
    shop.pay(total, customer, order)
    with shop.moved() as books:
        shop.complete(order)
    assert books == {
        ledger.CUSTOMER_ADVANCES: total,
        "4010": -17_000_000,
        "4020": -PRICE,
        ledger.TAX_PAYABLE: -2_040_000,
    }


def test_particulars_change_by_version(shop: Shop) -> None:
    order = shop.order(None)
    path = f"/orders/{order['id']}"
    changed = shop.owner.patch(path, json={"comment": "Call first"}, headers={"If-Match": '"1"'})
    assert (changed.status, changed.json["version"]) == (200, 2)
    with shop.nothing_changes():
        assert shop.owner.patch(path, json={"comment": "x"}, headers={"If-Match": '"1"'}).status == 412
        assert shop.owner.patch(path, json={"total": uzs(1)}).status == 400
    assert shop.owner.patch(path, json={"comment": "Call first"}).json["version"] == 2
    note = shop.done(f"{path}/notes", {"text": "Fragile"}, by=shop.clerk)
    assert (note["visibility"], note["text"]) == ("internal", "Fragile")


def test_a_customer_orders_for_itself_and_sees_no_internal_notes(shop: Shop) -> None:
    customer, other = shop.customer(), shop.customer()
    portal = shop.portal(customer)
    foreign = shop.order(other)
    order = shop.done("/orders", body_of(shop, source="staff"), by=portal)
    assert (order["customer"], order["source"]) == (customer, "portal")
    told = shop.done("/orders", body_of(shop, source="telegram"), by=portal)
    assert (told["customer"], told["source"]) == (customer, "telegram")
    with shop.nothing_changes():
        refused(
            shop.post("/orders", body_of(shop, other), by=portal), 409, "reference_not_found", "/customer"
        )
    shop.done(f"/orders/{order['id']}/notes", {"text": "A difficult one"}, by=shop.clerk)
    shop.done(f"/orders/{order['id']}/notes", {"text": "Please hurry", "visibility": "internal"}, by=portal)
    notes = portal.get(f"/orders/{order['id']}/notes").json["data"]
    assert [(row["text"], row["visibility"]) for row in notes] == [("Please hurry", "customer")]
    timeline = portal.get(f"/orders/{order['id']}/timeline").json["data"]
    assert [row["title"] for row in timeline if row["kind"] == "note"] == ["Please hurry"]
    with shop.nothing_changes():
        path = f"/orders/{order['id']}/transitions"
        refused(shop.post(path, {"transition": "cancel", "reason": "x"}, by=portal), 403, "permission_denied")
        assert portal.get(f"/orders/{foreign['id']}").status == 404


# -- eight at once -------------------------------------------------------------------------------------------


def answers(replies: list[Reply]) -> Counter[tuple[int, str | None]]:
    return Counter((reply.status, reply.code) for reply in replies)


def test_a_quote_makes_one_order(shop: Shop, run_parallel: Callable[..., list[Any]]) -> None:
    offer = quote(shop, shop.customer())
    replies = run_parallel(lambda _: shop.post("/orders", {"quote": offer["id"]}), AT_ONCE)
    assert answers(replies) == {(201, None): 1, (409, "quote_already_used"): 7}


def test_one_key_makes_one_order(shop: Shop, run_parallel: Callable[..., list[Any]]) -> None:
    customer = shop.customer()
    key = new_id().hex
    replies = run_parallel(lambda _: shop.post("/orders", body_of(shop, customer), key=key), AT_ONCE)
    assert set(answers(replies)) <= {(201, None), (409, "request_in_flight")}
    assert len({reply.json["id"] for reply in replies if reply.status == 201}) == 1
    assert len(shop.owner.get("/orders", query={"customer": customer}).json["data"]) == 1


def test_numbers_are_given_once_and_without_gaps(shop: Shop, run_parallel: Callable[..., list[Any]]) -> None:
    bodies = [body_of(shop), body_of(shop, encode("cus", new_id()))]
    # Every second one is refused: it leaves no gap.
    replies = run_parallel(lambda index: shop.post("/orders", bodies[index % 2]), AT_ONCE)
    assert answers(replies) == {(201, None): 4, (409, "reference_not_found"): 4}
    numbers = sorted(int(reply.json["number"][-6:]) for reply in replies if reply.status == 201)
    assert numbers == list(range(numbers[0], numbers[0] + 4))


def test_a_move_is_made_once(shop: Shop, run_parallel: Callable[..., list[Any]]) -> None:
    order = shop.move(shop.order(shop.customer(), service="certified_copy"), "start")
    path = f"/orders/{order['id']}/transitions"
    moves = ["complete", "cancel"] * 4
    with shop.moved() as books:
        replies = run_parallel(
            lambda index: shop.post(path, {"transition": moves[index], "reason": "x"}), AT_ONCE
        )
    assert answers(replies) == {(200, None): 1, (409, "transition_forbidden"): 7}
    earned = {ledger.ACCOUNTS_RECEIVABLE: COPY, "4020": -3_000_000, ledger.TAX_PAYABLE: -360_000}
    assert books == (earned if shop.read(order)["state"] == "completed" else {})


def test_no_change_of_particulars_is_lost(shop: Shop, run_parallel: Callable[..., list[Any]]) -> None:
    order = shop.order(None)
    path = f"/orders/{order['id']}"
    replies = run_parallel(lambda index: shop.owner.patch(path, json={"comment": f"by {index}"}), AT_ONCE)
    assert [reply.status for reply in replies] == [200] * AT_ONCE
    assert shop.read(order)["version"] == 1 + AT_ONCE


# -- statements ----------------------------------------------------------------------------------------------


def test_statements_do_not_grow_with_rows(shop: Shop, queries: Callable[[], Any]) -> None:
    customer = shop.customer()

    def listed() -> tuple[int, int]:
        with queries() as seen:
            found = shop.owner.get("/orders", query={"customer": customer, "limit": 50}).json["data"]
        return len(found), len(seen)

    first = shop.order(customer)
    listed()
    one = listed()
    for _ in range(9):
        order = shop.order(customer)
        shop.pay(1, customer, order)
    ten = listed()
    assert (one[0], ten[0]) == (1, 10)
    assert ten[1] == one[1]
    with queries() as retrieved:
        shop.read(first)
    with queries() as created:
        shop.order(customer, by=shop.clerk)
    print(f"\norders: list {ten[1]}, retrieve {len(retrieved)}, create {len(created)} statements")  # noqa: T201
    assert ten[1] <= 6
    assert len(retrieved) <= 6
    assert len(created) <= 15
