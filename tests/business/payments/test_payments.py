"""Money is recorded, verified, allocated and refused, and the books follow."""

from __future__ import annotations

from typing import Any

import pytest

from backend.business.ledger import facade as ledger
from backend.kernel.ids import encode, new_id
from tests.business.payments.shop import COPY, PRICE, Shop, minor, refused, uzs
from tests.support import documents

CASH, CARD, ADVANCES, CLAIM = (
    ledger.CASH, ledger.CARD_CLEARING, ledger.CUSTOMER_ADVANCES, ledger.ACCOUNTS_RECEIVABLE,
)  # fmt: skip


def test_cash_counts_at_once(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    with shop.moved() as books:
        paid = shop.pay(PRICE, customer, order, by=shop.clerk)
    assert (paid["state"], paid["unallocated"]["amount"]) == ("verified", "0.00")
    assert [(a["order"], minor(a["amount"]), a["state"]) for a in paid["allocations"]] == [
        (order["id"], PRICE, "applied")
    ]
    assert books == {CASH: PRICE, ADVANCES: -PRICE}
    assert shop.owes(customer) == (0, 0)
    assert minor(shop.read(order)["outstanding"]) == 0


def test_what_is_made_is_answered_as_it_is_read(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer, lines=[
        {"service": shop.services["notarization"], "quantity": "2"},
        {"service": shop.services["translation"], "source": "en", "target": "uz", "pages": 3},
    ])  # fmt: skip
    assert shop.owner.get(f"/orders/{order['id']}").json == order
    made = [shop.pay(100, customer, order), shop.pay(100, customer, order, method="bank_transfer", note="x")]
    made.append(shop.pay(minor(order["outstanding"]), customer, order, excess="credit"))
    for payment in made:
        assert shop.owner.get(f"/payments/{payment['id']}").json == payment


def test_without_targets_the_oldest_debts_are_paid_first(shop: Shop) -> None:
    customer = shop.customer()
    first, second, third = (shop.order(customer) for _ in range(3))
    paid = shop.pay(PRICE + 5, customer)
    assert [(a["order"], minor(a["amount"])) for a in paid["allocations"]] == [
        (first["id"], PRICE),
        (second["id"], 5),
    ]
    assert minor(shop.read(third)["paid"]) == 0
    assert shop.owes(customer) == (2 * PRICE - 5, 0)


def test_what_is_above_the_debt_is_credit_when_asked_and_pays_the_next_order(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    with shop.moved() as books:
        paid = shop.pay(PRICE + 1000, customer, order, excess="credit")
    assert books == {CASH: PRICE + 1000, ADVANCES: -PRICE - 1000}
    assert shop.owes(customer) == (0, 1000)
    later = shop.order(customer)
    address = f"/payments/{paid['id']}/allocations"
    body = {"allocations": [{"order": later["id"], "amount": uzs(1001)}]}
    with shop.nothing_changes():
        refused(shop.post(address, body), 409, "allocation_exceeds_payment", "/allocations/0/amount")
    with shop.moved() as books:
        shop.done(address, {"allocations": [{"order": later["id"]}]})
    # Before the work is done credit and advance are the same account.
    assert books == {}
    assert shop.owes(customer) == (PRICE - 1000, 0)
    with shop.nothing_changes():
        refused(shop.post(address, {"allocations": [{"order": later["id"]}]}), 409, "amount_not_positive")


def test_an_order_done_before_it_is_paid_is_a_claim_that_cash_and_credit_settle(shop: Shop) -> None:
    customer = shop.customer()
    credit = shop.pay(1_000_000, customer, excess="credit")
    order = shop.order(customer, service="certified_copy")
    assert minor(order["total"]) == COPY
    with shop.moved() as books:
        shop.complete(order)
    assert books == {CLAIM: COPY, "4020": -3_000_000, "2200": -360_000}
    with shop.moved() as books:
        shop.done(f"/payments/{credit['id']}/allocations", {"allocations": [{"order": order["id"]}]})
    assert books == {ADVANCES: 1_000_000, CLAIM: -1_000_000}
    with shop.moved() as books:
        shop.pay(COPY - 1_000_000 + 7, customer, order, excess="credit")
    assert books == {CASH: COPY - 1_000_000 + 7, CLAIM: -(COPY - 1_000_000), ADVANCES: -7}
    assert shop.owes(customer) == (0, 7)


def test_a_card_counts_once_somebody_else_verified_it(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    with shop.moved() as books:
        card = shop.pay(PRICE, customer, order, method="card", by=shop.owner)
    assert books == {}
    assert (card["state"], card["allocations"][0]["state"]) == ("awaiting_verification", "planned")
    assert minor(shop.read(order)["paid"]) == 0
    with shop.nothing_changes():
        refused(shop.verify(card, by=shop.clerk), 403, "permission_denied")
        refused(shop.verify(card, by=shop.owner), 409, "verifier_is_recorder")
        refused(shop.verify(card, transition="reject"), 409, "reason_missing", "/reason")
        stale = shop.accountant.post(
            f"/payments/{card['id']}/transitions", json={"transition": "verify"}, headers={"If-Match": '"9"'}
        )
        assert stale.status == 412, stale
    with shop.moved() as books:
        assert shop.verify(card).json["state"] == "verified"
    assert books == {CARD: PRICE, ADVANCES: -PRICE}
    with shop.nothing_changes():
        refused(shop.verify(card), 409, "transition_forbidden", "/transition")
        refused(shop.verify(card, transition="reject", reason="late"), 409, "transition_forbidden")


def test_a_planned_payment_holds_its_share_until_it_is_rejected(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    card = shop.pay(PRICE - 100, customer, order, method="card")
    with shop.nothing_changes():
        refused(
            shop.post("/payments", shop.payment(101, customer, (order, 101), method="card")),
            409, "allocation_exceeds_balance", "/allocations/0/amount",
        )  # fmt: skip
    rejected = shop.verify(card, transition="reject", reason="no such transfer").json
    assert (rejected["state"], rejected["rejected_reason"]) == ("rejected", "no such transfer")
    assert rejected["allocations"][0]["state"] == "released"
    shop.pay(PRICE, customer, order)
    assert shop.owes(customer) == (0, 0)


def test_a_transfer_needs_its_proof(shop: Shop) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    customer = shop.customer()
    order = shop.order(customer)
    sent = shop.pay(PRICE, customer, order, method="bank_transfer")
    with shop.nothing_changes():
        refused(shop.verify(sent), 409, "payment_proof_missing")
    upload = SimpleUploadedFile("receipt.pdf", documents.pdf(pages=1), "application/pdf")
    file = shop.owner.post("/files", data={"file": upload})
    assert file.status == 201, file
    proved = shop.done(f"/payments/{sent['id']}/proofs", {"files": [file.json["id"]]})
    assert [proof["file"] for proof in proved["proofs"]] == [file.json["id"]]
    assert shop.verify(sent).json["state"] == "verified"
    refused(
        shop.post(f"/payments/{sent['id']}/proofs", {"files": [file.json["id"]]}),
        409, "payment_proofs_closed",
    )  # fmt: skip


def test_a_method_that_counts_at_once_and_wants_a_proof_gets_it_first(shop: Shop) -> None:
    method = shop.done(
        "/payment-methods",
        {"code": "voucher", "kind": "other", "names": {"en": "Voucher"}, "account_code": "1030",
         "verification": False, "proof_required": True},
    )  # fmt: skip
    customer = shop.customer()
    order = shop.order(customer)
    body = {**shop.payment(PRICE, customer, order), "method": method["id"]}
    with shop.nothing_changes():
        refused(shop.post("/payments", body), 409, "payment_proof_missing", "/proofs")


@pytest.mark.parametrize(
    ("change", "code", "pointer"),
    [
        ({"amount": uzs(0)}, "amount_not_positive", "/amount"),
        ({"amount": {"amount": "1.00", "currency": "USD"}}, "payment_currency_mismatch", "/amount/currency"),
        ({"amount": uzs(PRICE + 1)}, "payment_exceeds_balance", "/amount"),
        ({"method": encode("pme", new_id())}, "reference_not_found", "/method"),
        ({"customer": encode("cus", new_id())}, "reference_not_found", "/customer"),
        ({"branch": encode("brn", new_id())}, "reference_not_found", "/branch"),
        ({"allocations": [{"order": encode("ord", new_id())}]}, "nothing_owed", "/allocations/0/order"),
        # Far above what an account of the books holds.
        ({"amount": uzs(2**63 - 1), "excess": "credit"}, "entry_amount_invalid", None),
    ],
)
def test_a_payment_is_refused(shop: Shop, change: dict[str, Any], code: str, pointer: str | None) -> None:
    customer = shop.customer()
    body = {**shop.payment(PRICE, customer, shop.order(customer)), **change}
    with shop.nothing_changes():
        refused(shop.post("/payments", body), 409, code, pointer)


def test_shares_are_refused(shop: Shop) -> None:
    customer, other = shop.customer(), shop.customer()
    order, foreign = shop.order(customer), shop.order(other)

    def no(code: str, pointer: str, amount: int, whose: str | None, *orders: Any) -> None:
        with shop.nothing_changes():
            refused(shop.post("/payments", shop.payment(amount, whose, *orders)), 409, code, pointer)

    no("allocation_exceeds_balance", "/allocations/0/amount", PRICE + 1, customer, (order, PRICE + 1))
    no("allocation_exceeds_balance", "/allocations/1/amount", PRICE + 1, customer, order, (order, 1))
    no("allocation_exceeds_payment", "/allocations/0/amount", 10, customer, (order, 11))
    no("amount_not_positive", "/allocations/0/amount", 10, customer, (order, 0))
    no("allocation_other_customer", "/allocations/0/order", PRICE, customer, foreign)
    no("allocation_other_customer", "/allocations/1/order", 2 * PRICE, None, order, foreign)
    body = shop.payment(PRICE, customer, order)
    body["allocations"][0]["amount"] = {"amount": "85000.00", "currency": "USD"}
    with shop.nothing_changes():
        refused(shop.post("/payments", body), 409, "payment_currency_mismatch")
    cancelled = shop.move(order, "cancel")
    no("nothing_owed", "/allocations/0/order", PRICE, customer, cancelled)


def test_credit_is_refused_to_others_and_in_other_money(shop: Shop) -> None:
    customer, other = shop.customer(), shop.customer()
    paid = shop.pay(1000, customer, excess="credit")
    order, foreign = shop.order(customer), shop.order(other)
    address = f"/payments/{paid['id']}/allocations"
    for line, code in (
        ({"order": foreign["id"]}, "allocation_other_customer"),
        ({"order": encode("ord", new_id())}, "nothing_owed"),
        (
            {"order": order["id"], "amount": {"amount": "10.00", "currency": "USD"}},
            "payment_currency_mismatch",
        ),
        ({"order": order["id"], "amount": uzs(PRICE + 1)}, "allocation_exceeds_balance"),
    ):
        with shop.nothing_changes():
            refused(shop.post(address, {"allocations": [line]}), 409, code)
    card = shop.pay(10, customer, order, method="card")
    with shop.nothing_changes():
        refused(
            shop.post(f"/payments/{card['id']}/allocations", {"allocations": [{"order": order["id"]}]}),
            409, "payment_not_verified",
        )  # fmt: skip
        refused(
            shop.post(address, {"allocations": [{"order": order["id"]}]}, by=shop.clerk),
            403,
            "permission_denied",
        )


def test_a_walk_in_pays_and_has_no_credit(shop: Shop) -> None:
    order = shop.order(None, by=shop.clerk)
    with shop.nothing_changes():
        refused(
            shop.post("/payments", shop.payment(PRICE + 1, None, order, excess="credit")),
            409, "credit_needs_customer", "/customer",
        )  # fmt: skip
    paid = shop.pay(PRICE, None, order, by=shop.clerk)
    assert (paid["customer"], paid["branch"]) == (None, shop.branches["registon"])
    # Its card payment cannot become credit when the order is cancelled meanwhile: it can only be rejected.
    second = shop.order(None, by=shop.clerk)
    card = shop.pay(PRICE, None, second, method="card", by=shop.clerk)
    shop.move(second, "cancel")
    with shop.nothing_changes():
        refused(shop.verify(card), 409, "credit_needs_customer")
    assert shop.verify(card, transition="reject", reason="cancelled").json["state"] == "rejected"


def test_a_branch_does_not_touch_the_money_of_another(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    card = shop.pay(PRICE, customer, order, method="card", by=shop.clerk)
    walk_in = shop.order(None, by=shop.clerk)
    with shop.nothing_changes():
        for body in (
            shop.payment(10, None, order),
            shop.payment(10, None, order, branch=shop.branches["siyob"]),
            shop.payment(10, None, walk_in, branch=shop.branches["siyob"]),
        ):
            refused(shop.post("/payments", body, by=shop.siyob), 409, "nothing_owed", "/allocations/0/order")
        assert shop.siyob.get(f"/payments/{card['id']}").status == 404
        assert shop.siyob.get(f"/orders/{order['id']}").status == 404
        refused(
            shop.post(f"/orders/{order['id']}/transitions", {"transition": "cancel", "reason": "x"}, by=shop.siyob),
            404, "not_found",
        )  # fmt: skip
        refused(shop.post("/orders", {"branch": shop.branches["registon"],
                                      "lines": [{"service": shop.services["notarization"]}]}, by=shop.siyob),
                403, "permission_denied")  # fmt: skip
    # The manager of Registon verifies there, and only there.
    theirs = shop.order(None, branch="siyob", by=shop.siyob)
    far = shop.pay(PRICE, None, theirs, method="card", by=shop.siyob)
    with shop.nothing_changes():
        refused(shop.verify(far, by=shop.manager), 404, "not_found")
    assert shop.verify(card, by=shop.manager).json["state"] == "verified"


def test_the_oldest_debts_of_another_branch_stay(shop: Shop) -> None:
    customer = shop.customer()
    far = shop.order(customer, branch="siyob", by=shop.owner)
    near = shop.order(customer)
    paid = shop.pay(PRICE, customer, by=shop.clerk, branch=shop.branches["registon"])
    assert [a["order"] for a in paid["allocations"]] == [near["id"]]
    assert minor(shop.read(far)["paid"]) == 0


def test_a_customer_reaches_its_own_money_only(shop: Shop) -> None:
    customer, other = shop.customer(), shop.customer()
    mine, foreign = shop.order(customer), shop.order(other)
    theirs = shop.pay(PRICE, other, foreign, method="card")
    portal = shop.portal(customer)
    with shop.nothing_changes():
        refused(
            shop.post("/payments", shop.payment(PRICE, None, foreign, method="card"), by=portal),
            409,
            "nothing_owed",
        )
        refused(
            shop.post("/payments", shop.payment(PRICE, None, mine), by=portal),
            409,
            "payment_method_not_usable",
        )
        refused(
            shop.post(
                "/payments",
                shop.payment(PRICE, other, mine, method="card", branch=encode("brn", new_id())),
                by=portal,
            ),
            409,
            "reference_not_found",
        )
        assert portal.get(f"/payments/{theirs['id']}").status == 404
        assert portal.get(f"/orders/{foreign['id']}").status == 404
        refused(portal.get("/payments/balance", query={"customer": other}), 409, "reference_not_found")
        refused(shop.verify(theirs, by=portal), 403, "permission_denied")
    # Whatever customer it names, the payment is its own, and awaits the staff even where cash would not.
    card = shop.pay(PRICE, other, mine, method="card", by=portal)
    assert (card["customer"], card["state"]) == (customer, "awaiting_verification")
    assert [row["id"] for row in portal.get("/payments").json["data"]] == [card["id"]]
    assert [row["id"] for row in portal.get("/orders").json["data"]] == [mine["id"]]


def test_a_cancelled_order_leaves_its_money_as_credit(shop: Shop) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    paid = shop.pay(1000, customer, order)
    card = shop.pay(2000, customer, order, method="card")
    with shop.moved() as books:
        shop.move(order, "cancel")
    assert books == {}
    assert shop.owes(customer) == (0, 1000)
    assert shop.read(paid)["allocations"][0]["state"] == "released"
    # The card's money arrives all the same: all of it is credit.
    with shop.moved() as books:
        verified = shop.verify(card).json
    assert (verified["state"], minor(verified["unallocated"])) == ("verified", 2000)
    assert books == {CARD: 2000, ADVANCES: -2000}
    assert shop.owes(customer) == (0, 3000)


def test_methods_are_kept_by_code_and_account(shop: Shop) -> None:
    body = {"code": "cash", "kind": "cash", "names": {"en": "Cash"}, "account_code": "1010"}
    with shop.nothing_changes():
        refused(shop.post("/payment-methods", body), 409, "payment_method_code_taken", "/code")
        refused(
            shop.post("/payment-methods", {**body, "code": "till", "account_code": "1999"}),
            409,
            "reference_not_found",
        )
        refused(
            shop.post("/payment-methods", {**body, "code": "till"}, by=shop.clerk), 403, "permission_denied"
        )
        # Cash that were revenue, a claim or a liability would stand on the wrong side of the books.
        for account in (ledger.REVENUE_SERVICES, CLAIM, ADVANCES, ledger.INVENTORY):
            wrong = {**body, "code": "till", "account_code": account}
            refused(
                shop.post("/payment-methods", wrong),
                409,
                "payment_method_account_not_money",
                "/account_code",
            )
        elsewhere = {**body, "code": "till", "branch": encode("brn", new_id())}
        refused(shop.post("/payment-methods", elsewhere), 409, "reference_not_found")
    made = shop.done("/payment-methods", {**body, "code": "till", "verification": False})
    customer = shop.customer()
    off = shop.owner.patch(f"/payment-methods/{made['id']}", json={"active": False})
    assert off.json["active"] is False
    payment = {**shop.payment(PRICE, customer, shop.order(customer)), "method": made["id"]}
    with shop.nothing_changes():
        refused(shop.post("/payments", payment), 409, "payment_method_not_usable", "/method")


def test_a_method_of_a_branch_is_used_there_only(shop: Shop) -> None:
    account = {"code": "10till", "name": "Till of Siyob", "role": "asset_ca_cash", "side": "debit"}
    assert shop.done("/ledger-accounts", account)["code"] == "10till"
    body = {"code": "siyob_till", "kind": "cash", "names": {"en": "Till"}, "account_code": "10till"}
    made = shop.done("/payment-methods", {**body, "branch": shop.branches["siyob"], "verification": False})
    assert made["branch"] == shop.branches["siyob"]
    customer = shop.customer()
    there, here = shop.order(customer, branch="siyob"), shop.order(customer)
    with shop.nothing_changes():
        wrong = {**shop.payment(10, customer, here), "method": made["id"]}
        refused(shop.post("/payments", wrong), 409, "payment_method_not_usable", "/method")
    with shop.moved() as books:
        shop.done("/payments", {**shop.payment(10, customer, there), "method": made["id"]})
    assert books == {"10till": 10, ADVANCES: -10}
    path = f"/payment-methods/{made['id']}"
    refused(shop.owner.patch(path, json={"account_code": "4000"}), 409, "payment_method_account_not_money")
    everywhere = shop.owner.patch(path, json={"branch": None, "account_code": "1010"})
    assert (everywhere.json["branch"], everywhere.json["account_code"]) == (None, "1010")
    assert shop.done("/payments", {**shop.payment(10, customer, here), "method": made["id"]})["number"]


def test_one_key_is_one_payment(shop: Shop) -> None:
    customer = shop.customer()
    body = shop.payment(100, customer, shop.order(customer))
    first = shop.post("/payments", body, key="till-7-receipt-12")
    again = shop.post("/payments", body, key="till-7-receipt-12")
    assert (first.status, again.status) == (201, 201)
    assert first.json["id"] == again.json["id"]
    other = shop.post("/payments", {**body, "amount": uzs(101)}, key="till-7-receipt-12")
    assert other.status == 422, other
    assert shop.owes(customer) == (PRICE - 100, 0)
