"""Claims that wait hide no debt, the books follow the day of the money, and proofs are compared."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.business.ledger import facade as ledger
from backend.kernel import clock
from backend.kernel.events.payload import rfc3339
from backend.kernel.ids import decode
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import COPY, PRICE, Shop, minor, refused

CASH, CARD, ADVANCES, CLAIM = (
    ledger.CASH, ledger.CARD_CLEARING, ledger.CUSTOMER_ADVANCES, ledger.ACCOUNTS_RECEIVABLE,
)  # fmt: skip


def test_a_claim_that_nobody_verified_hides_no_debt_from_the_desk(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    portal = shop.portal(customer)
    claim = shop.pay(PRICE, customer, order, method="bank_transfer", by=portal)
    again = shop.payment(1, customer, order, method="bank_transfer")
    refused(shop.post("/payments", again, by=portal), 409, "payment_exceeds_balance")
    with shop.moved() as books:
        shop.pay(PRICE, customer, order, by=shop.clerk)
    assert books == {CASH: PRICE, ADVANCES: -PRICE}
    refused(shop.post("/payments", shop.payment(1, customer, order)), 409, "payment_exceeds_balance")
    assert minor(shop.owner.get(f"/orders/{order['id']}").json["outstanding"]) == 0
    # Should the transfer prove true all the same, it is credit.
    proof = shop.proof("The bank's receipt", by=portal)
    shop.done(f"/payments/{claim['id']}/proofs", {"files": [proof]}, by=portal)
    verified = shop.verify(claim).json
    assert (verified["state"], minor(verified["unallocated"])) == ("verified", PRICE)
    assert shop.owes(customer) == (0, PRICE)


def test_claims_that_wait_keep_no_clerk_from_an_honest_entry(shop: Shop) -> None:
    """Two transfers that the customer says to have sent, then the card terminal's slip, which waits as well."""
    customer = shop.customer()
    order = shop.order(customer)
    portal = shop.portal(customer)
    half = PRICE // 2
    claims = [shop.pay(half, customer, order, method="bank_transfer", by=portal) for _ in range(2)]
    more = shop.payment(1, customer, order, method="bank_transfer")
    refused(shop.post("/payments", more, by=portal), 409, "payment_exceeds_balance")
    # Neither more than is owed, nor what another entry of the desk holds, without consent.
    refused(
        shop.post("/payments", shop.payment(PRICE + 1, customer, order, method="card"), by=shop.clerk),
        409,
        "payment_exceeds_balance",
    )
    card = shop.pay(PRICE, customer, (order, PRICE), method="card", by=shop.clerk)
    for body in (
        shop.payment(1, customer, order, method="card"),
        shop.payment(1, customer, (order, 1), method="card"),
        shop.payment(1, customer, method="card"),
    ):
        reply = shop.post("/payments", body, by=shop.clerk)
        assert (reply.status, reply.code) in {
            (409, "payment_exceeds_balance"),
            (409, "allocation_exceeds_balance"),
        }
    kept = shop.pay(7, customer, order, method="card", by=shop.clerk, excess="credit")
    assert kept["allocations"] == []
    # A claim proves true first: the card still settles the other half, and the rest of what came is credit.
    for claim in claims:
        proof = shop.proof(f"Slip {claim['id']}", by=portal)
        shop.done(f"/payments/{claim['id']}/proofs", {"files": [proof]}, by=portal)
    assert shop.verify(claims[0]).status == 200
    verified = shop.verify(card).json
    assert minor(verified["unallocated"]) == PRICE - half
    assert shop.verify(claims[1], transition="reject", reason="no such transfer").status == 200
    assert shop.owes(customer) == (0, half)
    assert minor(shop.read(order)["paid"]) == PRICE


def test_money_stands_in_the_books_when_it_came(shop: Shop) -> None:
    now = clock.now().replace(microsecond=0)
    customer = shop.customer()
    order = shop.order(customer)
    future = rfc3339(now + timedelta(minutes=5))
    with shop.nothing_changes():
        body = shop.payment(PRICE, customer, order)
        refused(
            shop.post("/payments", {**body, "received_at": future}), 409, "entry_in_future", "/received_at"
        )
        old = {**body, "received_at": "1899-12-31T00:00:00Z"}
        refused(shop.post("/payments", old), 409, "entry_too_old", "/received_at")
    came = now - timedelta(days=40)
    card = shop.pay(PRICE, customer, order, method="card", received_at=rfc3339(came))
    late = shop.order(customer, service="certified_copy")
    shop.complete(late)
    early = shop.pay(COPY, customer, late, method="card", received_at=rfc3339(came))
    closed = shop.pay(
        50, customer, method="card", received_at=rfc3339(now - timedelta(days=90)), excess="credit"
    )
    with tenant_context(shop.info):
        ledger.close_period(through=(now - timedelta(days=60)).date())
        try:
            with shop.moved() as books:
                assert [shop.verify(row).status for row in (card, early, closed)] == [200] * 3
        finally:
            ledger.reopen_period(since=(now - timedelta(days=60)).date())
        assert books == {CARD: PRICE + COPY + 50, ADVANCES: -PRICE - 50, CLAIM: -COPY}

        def posted(payment: Any) -> list[tuple[Any, set[str]]]:
            found = ledger.entries(subject_id=decode("pay", payment["id"]))
            return [(entry.at, {leg.account_code for leg in entry.legs}) for entry in found]

        assert posted(card) == [(came, {CARD, ADVANCES})]
        # When the money came there was no claim yet: it was an advance until the claim was settled.
        (first, accounts), (second, settled) = posted(early)
        assert (first, accounts, settled) == (came, {CARD, ADVANCES}, {ADVANCES, CLAIM})
        assert second > now
        # The books of its day are closed.
        assert posted(closed)[0][0] > now


def test_proofs_come_to_the_payment_that_was_seen(shop: Shop) -> None:
    customer = shop.customer()
    card = shop.pay(100, customer, shop.order(customer), method="card")
    first, second = shop.proof("One"), shop.proof("Two")
    path = f"/payments/{card['id']}/proofs"
    stale = {"If-Match": f'"{card["version"]}"'}
    assert shop.owner.post(path, json={"files": [first]}, headers=stale).status == 200
    reply = shop.owner.post(path, json={"files": [second]}, headers=stale)
    refused(reply, 412, "version_mismatch")


def test_a_proof_that_was_seen_before_is_a_warning(shop: Shop) -> None:
    customer, other = shop.customer(), shop.customer("siyob")
    portal = shop.portal(other)

    def sent(whose: str, title: str, **more: Any) -> Any:
        order = shop.order(whose)
        proofs = [shop.proof(title, **more)]
        return shop.pay(100, whose, order, method="bank_transfer", proofs=proofs, **more)

    first = sent(customer, "Receipt 4711")
    assert first["warnings"] == []
    second = sent(other, "Receipt 4711")
    assert second["warnings"] == [{"code": "proof_seen_before", "payment": first["id"]}]
    assert sent(other, "Receipt 4712")["warnings"] == []
    third = shop.pay(100, other, shop.order(other), method="bank_transfer")
    proof = shop.proof("Receipt 4711")
    third = shop.done(f"/payments/{third['id']}/proofs", {"files": [proof]})
    assert [warning["payment"] for warning in third["warnings"]] == [first["id"], second["id"]]
    # The accountant sees it in the list too; a customer hears of its own payments only.
    seen = {row["id"]: row["warnings"] for row in shop.accountant.get("/payments").json["data"]}
    assert (seen[first["id"]], seen[third["id"]]) == ([], third["warnings"])
    assert [row["payment"] for row in portal.get(f"/payments/{third['id']}").json["warnings"]] == [
        second["id"]
    ]
