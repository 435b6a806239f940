"""Eight at once, each with a connection of its own: no sum is spent twice and no number given twice."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable
from typing import Any

from backend.business.ledger import facade as ledger
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import COPY, PRICE, Shop, minor
from tests.support.client import Reply

AT_ONCE = 8
Parallel = Callable[..., list[Any]]


def answers(replies: list[Reply]) -> Counter[tuple[int, str | None]]:
    """How often each status came, with its code."""
    return Counter((reply.status, reply.code) for reply in replies)


def test_eight_payments_of_one_debt(shop: Shop, run_parallel: Parallel) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    body = shop.payment(PRICE, customer, (order, PRICE))
    with shop.moved() as books:
        replies = run_parallel(lambda _: shop.post("/payments", body), AT_ONCE)
    assert answers(replies) == {(201, None): 1, (409, "allocation_exceeds_balance"): 7}
    assert books == {ledger.CASH: PRICE, ledger.CUSTOMER_ADVANCES: -PRICE}
    assert shop.owes(customer) == (0, 0)


def test_eight_parts_fill_a_debt_exactly(shop: Shop, run_parallel: Parallel) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    body = shop.payment(PRICE // 5, customer, order)
    with shop.moved() as books:
        replies = run_parallel(lambda _: shop.post("/payments", body), AT_ONCE)
    assert answers(replies) == {(201, None): 5, (409, "payment_exceeds_balance"): 3}
    assert len({reply.json["number"] for reply in replies if reply.status == 201}) == 5
    assert books == {ledger.CASH: PRICE, ledger.CUSTOMER_ADVANCES: -PRICE}
    assert minor(shop.read(order)["outstanding"]) == 0


def test_one_key_sent_eight_times_pays_once(shop: Shop, run_parallel: Parallel) -> None:
    customer = shop.customer()
    body, key = shop.payment(100, customer, shop.order(customer)), uuid.uuid4().hex
    with shop.moved() as books:
        replies = run_parallel(lambda _: shop.post("/payments", body, key=key), AT_ONCE)
    found = answers(replies)
    # One that is still under way when another comes is told so; the client tries that again.
    assert set(found) <= {(201, None), (409, "request_in_flight")}
    assert len({reply.json["id"] for reply in replies if reply.status == 201}) == 1
    assert books == {ledger.CASH: 100, ledger.CUSTOMER_ADVANCES: -100}


def test_eight_verifications_of_one_payment(shop: Shop, run_parallel: Parallel) -> None:
    customer = shop.customer()
    card = shop.pay(PRICE, customer, shop.order(customer), method="card")
    with shop.moved() as books:
        replies = run_parallel(
            lambda index: (
                shop.verify(card) if index % 2 else shop.verify(card, transition="reject", reason="no")
            ),
            AT_ONCE,
        )
    assert answers(replies) == {(200, None): 1, (409, "transition_forbidden"): 7}
    state = shop.read(card)["state"]
    verified = {ledger.CARD_CLEARING: PRICE, ledger.CUSTOMER_ADVANCES: -PRICE}
    assert books == (verified if state == "verified" else {})


def test_planned_payments_verified_together_apply_no_more_than_is_owed(
    shop: Shop, run_parallel: Parallel
) -> None:
    """Eight cards of an eighth each, with the order cancelled, paid in cash, or left alone meanwhile."""
    part = PRICE // 8
    for meanwhile in ("nothing", "cancel", "cash"):
        customer = shop.customer()
        order = shop.order(customer)
        cards = [shop.pay(part, customer, order, method="card") for _ in range(7)]

        def act(index: int, order: Any = order, cards: Any = cards, what: str = meanwhile) -> Reply:
            if index < 7:
                return shop.verify(cards[index])
            if what == "cancel":
                return shop.post(
                    f"/orders/{order['id']}/transitions", {"transition": "cancel", "reason": "x"}
                )
            return shop.post("/payments", shop.payment(PRICE - 7 * part, None, order))

        with shop.moved() as books:
            replies = run_parallel(act, AT_ONCE)
        assert [reply.status for reply in replies[:7]] == [200] * 7
        cash = 0 if meanwhile == "cancel" else PRICE - 7 * part
        assert books == {
            ledger.CARD_CLEARING: 7 * part,
            ledger.CUSTOMER_ADVANCES: -7 * part - cash,
            **({ledger.CASH: cash} if cash else {}),
        }
        assert shop.owes(customer) == ((0, 7 * part) if meanwhile == "cancel" else (0, 0))


def test_cash_and_the_verification_of_a_claim_pay_a_debt_once(shop: Shop, run_parallel: Parallel) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    claim = shop.pay(PRICE, customer, order, method="card", by=shop.portal(customer))
    body = shop.payment(PRICE, customer, order)
    with shop.moved() as books:
        replies = run_parallel(
            lambda index: shop.post("/payments", body) if index else shop.verify(claim), AT_ONCE
        )
    assert replies[0].status == 200
    cash = answers(replies[1:])[201, None]
    # The claim's money is there either way: paid by cash before it, the debt leaves it as credit.
    assert cash in (0, 1)
    assert set(answers(replies[1:])) <= {(201, None), (409, "payment_exceeds_balance")}
    assert shop.owes(customer) == (0, cash * PRICE)
    assert minor(shop.read(order)["paid"]) == PRICE
    assert books == {
        ledger.CARD_CLEARING: PRICE,
        ledger.CUSTOMER_ADVANCES: -PRICE - cash * PRICE,
        **({ledger.CASH: PRICE} if cash else {}),
    }


def test_the_desk_takes_a_debt_once_whatever_claims_wait(shop: Shop, run_parallel: Parallel) -> None:
    """Five slips of the whole debt beside two claims and their verification: one slip is written down."""
    customer = shop.customer()
    order = shop.order(customer)
    portal = shop.portal(customer)
    third = PRICE // 3
    claims = [shop.pay(third, customer, order, method="card", by=portal) for _ in range(2)]
    body = shop.payment(PRICE, customer, (order, PRICE), method="card")

    def act(index: int) -> Reply:
        if index < 2:
            return shop.verify(claims[index])
        return shop.post("/payments", body, by=shop.clerk)

    replies = run_parallel(act, 7)
    assert [reply.status for reply in replies[:2]] == [200, 200]
    written = [reply.json for reply in replies[2:] if reply.status == 201]
    assert set(answers(replies[2:])) <= {(201, None), (409, "allocation_exceeds_balance")}
    # None where a claim proved true before all of them: less is owed then.
    assert len(written) <= 1
    assert minor(shop.read(order)["paid"]) == 2 * third
    for card in written:
        verified = shop.verify(card).json
        assert minor(verified["unallocated"]) == 2 * third
    assert shop.owes(customer) == ((0, 2 * third) if written else (PRICE - 2 * third, 0))


def test_credit_is_spent_once(shop: Shop, run_parallel: Parallel) -> None:
    customer = shop.customer()
    credit = shop.pay(PRICE, customer, excess="credit")
    orders = [shop.order(customer) for _ in range(AT_ONCE)]
    replies = run_parallel(
        lambda index: shop.post(
            f"/payments/{credit['id']}/allocations", {"allocations": [{"order": orders[index]["id"]}]}
        ),
        AT_ONCE,
    )
    assert answers(replies) == {(200, None): 1, (409, "amount_not_positive"): 7}
    assert shop.owes(customer) == (7 * PRICE, 0)


def test_completion_and_payment_at_once_leave_the_claim_exact(shop: Shop, run_parallel: Parallel) -> None:
    """Whichever comes first, revenue is recognised once and the claim is what is not paid."""
    for _round in range(3):
        customer = shop.customer()
        order = shop.move(shop.order(customer, service="certified_copy"), "start")
        part = COPY // 7

        def act(index: int, order: Any = order, part: int = part, customer: str = customer) -> Reply:
            if index < 2:
                return shop.post(f"/orders/{order['id']}/transitions", {"transition": "complete"})
            return shop.post("/payments", shop.payment(part, customer, order))

        with shop.moved() as books:
            replies = run_parallel(act, AT_ONCE)
        assert answers(replies[:2]) == {(200, None): 1, (409, "transition_forbidden"): 1}
        assert answers(replies[2:]) == {(201, None): 6}
        assert books == {
            ledger.CASH: 6 * part,
            ledger.ACCOUNTS_RECEIVABLE: COPY - 6 * part,
            "4020": -3_000_000,
            ledger.TAX_PAYABLE: -360_000,
        }
        assert shop.owes(customer) == (COPY - 6 * part, 0)


def test_cancelling_while_credit_is_used_loses_nothing(shop: Shop, run_parallel: Parallel) -> None:
    customer = shop.customer()
    credit = shop.pay(PRICE, customer, excess="credit")
    order, other = shop.order(customer), shop.order(customer)
    shop.done(f"/payments/{credit['id']}/allocations", {"allocations": [{"order": order["id"]}]})

    def act(index: int) -> Reply:
        if index == 0:
            return shop.post(f"/orders/{order['id']}/transitions", {"transition": "cancel", "reason": "x"})
        return shop.post(f"/payments/{credit['id']}/allocations", {"allocations": [{"order": other["id"]}]})

    with shop.moved() as books:
        run_parallel(act, AT_ONCE)
    assert books == {}
    held = [a for a in shop.read(credit)["allocations"] if a["state"] == "applied"]
    assert sum(minor(a["amount"]) for a in held) in (0, PRICE)
    owed, left = shop.owes(customer)
    assert owed == PRICE - (PRICE - left)
    with tenant_context(shop.info):
        assert ledger.balance_drift() == []
