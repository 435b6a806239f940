"""A duplicate is merged with all that names it, and comes back to the row."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import F

from backend.business.customers.models import Customer
from backend.business.payments.models import Allocation
from backend.core.accounts import facade as accounts
from backend.core.accounts.models import Assignment, Invitation, ScopeSet
from backend.kernel.ids import decode
from backend.wiring import books
from tests.business.customers.merges import NAMED, in_shop, listed, made, merge, named, read, telephone, undo
from tests.business.payments.shop import COPY, PRICE, Shop, minor, refused, shop
from tests.support import documents
from tests.support.client import Reply

__all__ = ["shop"]

Parallel = Callable[..., list[Any]]


def test_every_column_that_names_a_customer_has_a_mover(shop: Shop) -> None:
    """A column that comes later, and that no merge would move, is found here."""
    with in_shop(shop), connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = %s AND column_name LIKE '%%customer\\_id%%'",
            [shop.info.schema],
        )
        found = set(cursor.fetchall())
        cursor.execute(
            "SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c"
            " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
            " WHERE c.contype = 'f' AND c.confrelid = 'customers_customer'::regclass"
        )
        found |= {(table.rpartition(".")[2], column) for table, column in cursor.fetchall()}
    # Loyalty's account says whose points are moved; the library's documents are not used (see the ledger's design).
    found = {
        (table, column)
        for table, column in found
        if table not in ("loyalty_account", "customers_customer") and not table.startswith("django_ledger_")
    }
    assert found == {(table, "customer_id") for table in NAMED} | {("accounts_scope_set", "customer_ids")}


def test_all_that_names_the_duplicate_goes_and_comes_back(shop: Shop) -> None:
    into, gone = made(shop, "Ada King"), made(shop, "Ada Kings")
    person = shop.portal(gone)
    shop.earn_points(into, 1)
    shop.earn_points(gone, 2)
    late = shop.order(gone, service="certified_copy")
    shop.pay(COPY // 2, gone, late)
    shop.complete(late)
    shop.pay(PRICE, into, excess="credit")
    held = shop.done("/loyalty/redemptions", {"customer": gone, "points": 3})
    quote = shop.done(
        "/quotes",
        {
            "customer": gone,
            "branch": shop.branches["registon"],
            "lines": [{"service": shop.services["notarization"]}],
        },
    )
    upload = SimpleUploadedFile("deed.pdf", documents.pdf(pages=1, text=gone), "application/pdf")
    file = person.post("/files", data={"file": upload}).json["id"]
    shop.done("/privacy/consents", {"customer": gone, "purpose": "news", "number": 1, "granted": True})
    shop.done("/privacy/requests", {"kind": "export", "customer": gone})
    shop.done("/invitations", {"email": f"{uuid.uuid4().hex}@example.com", "name": "Guest", "customer": gone})
    with in_shop(shop):
        scope_set = ScopeSet.objects.create(code=uuid.uuid4().hex, customer_ids=[decode("cus", gone)])
    before = {
        customer: (named(shop, customer), shop.owes(customer), shop.points(customer))
        for customer in (into, gone)
    }
    assert all(before[gone][0].values()), before[gone][0]

    with shop.moved() as entries:
        reply = merge(shop, into, gone)
    assert reply.status == 200, reply
    assert entries == {}
    rows = {row["name"]: row["rows"] for row in reply.json["moved"]}
    expected = {name.partition("_")[2]: len(keys) for name, keys in before[gone][0].items()}
    assert rows == {
        "orders": expected["order"], "payments": expected["payment"], "receivables": expected["receivable"],
        "quotes": expected["quote"], "files": expected["file"], "consents": expected["consent"],
        "privacy_requests": expected["request"], "users": expected["user"], "invitations": expected["invitation"],
        "assignments": expected["assignment"], "lots": expected["lot"], "redemptions": expected["redemption"],
        "scope_sets": 1,
    }  # fmt: skip
    assert not any(named(shop, gone).values())
    assert named(shop, into) == {name: before[into][0][name] | keys for name, keys in before[gone][0].items()}
    assert shop.owes(into) == tuple(map(sum, zip(before[into][1], before[gone][1], strict=True)))
    assert shop.points(into) == tuple(map(sum, zip(before[into][2], before[gone][2], strict=True)))
    assert (shop.owes(gone), shop.points(gone)) == ((0, 0), (0, 0))
    with in_shop(shop):
        assert books.check_books() == 0
        scope_set.refresh_from_db()
        assert scope_set.customer_ids == [decode("cus", gone), decode("cus", into)]
        grants = Invitation.objects.get(customer_id=decode("cus", into)).grants
        assert {grant["customer"] for grant in grants} <= {str(decode("cus", into)), None}

    merged = read(shop, gone)
    assert (merged["state"], merged["merged_into"], merged["active"]) == ("merged", into, False)
    assert {"update", "delete", "merge", "set_identity"}.isdisjoint(merged["allowed_actions"])
    assert "undo_merge" in merged["allowed_actions"]
    assert "undo_merge" not in read(shop, into)["allowed_actions"]
    line = [{"service": shop.services["notarization"]}]
    for path, body in (
        ("/orders", {"customer": gone, "branch": shop.branches["registon"], "lines": line}),
        ("/payments", shop.payment(100, gone, excess="credit")),
        ("/loyalty/redemptions", {"customer": gone, "points": 1}),
        ("/privacy/requests", {"kind": "export", "customer": gone}),
        ("/privacy/consents", {"customer": gone, "purpose": "news", "number": 1, "granted": True}),
    ):
        answer = shop.post(path, body)
        refused(answer, 409, "customer_merged", "/customer")
        assert into in answer.json["detail"]
    refused(shop.owner.patch(f"/customers/{gone}", json={"active": True}), 409, "customer_merged")
    refused(shop.owner.delete(f"/customers/{gone}"), 409, "customer_merged")

    # Its person is the survivor's now: the same session sees, and orders for, the survivor.
    assert person.get("/me").status == 200
    assert listed(shop, "/orders", into) == {row["id"] for row in person.get("/orders").json["data"]}
    later = shop.done("/orders", {"quote": quote["id"]}, by=person)
    assert later["customer"] == into

    with shop.moved() as entries:
        reply = undo(shop, gone)
    assert reply.status == 200, reply
    assert entries == {}
    assert {row["name"]: row["rows"] for row in reply.json["moved"]} == rows
    assert (reply.json["duplicate"]["state"], reply.json["duplicate"]["merged_into"]) == ("active", None)
    # The quote was taken by an order that stays; all else is where it was.
    stays = {"pricing_quote": {decode("quo", quote["id"])}}
    assert named(shop, gone) == {
        name: keys - stays.get(name, set()) for name, keys in before[gone][0].items()
    }
    assert (shop.owes(gone), shop.points(gone)) == before[gone][1:]
    since = named(shop, into)
    assert since["orders_order"] - before[into][0]["orders_order"] == {decode("ord", later["id"])}
    assert shop.owes(into) == (before[into][1][0] + PRICE, before[into][1][1])
    assert shop.points(into) == before[into][2]
    with in_shop(shop):
        assert books.check_books() == 0
        scope_set.refresh_from_db()
        assert scope_set.customer_ids == [decode("cus", gone)]
    assert file in {row["id"] for row in person.get("/files").json["data"]}
    assert held["id"] in {row["id"] for row in person.get("/loyalty/redemptions").json["data"]}
    refused(undo(shop, gone), 409, "customer_not_merged")


def test_contacts_tags_and_names_are_joined_and_parted(shop: Shop) -> None:
    shared, own, mail = telephone(), telephone(), ("email", f"{uuid.uuid4().hex}@example.com")
    into = made(shop, "", shared, kind="walk_in", tags=["vip"])
    gone = made(shop, "Timur Rahimov", own, mail, verified=True, tags=["diaspora", "vip"], tax_id="301 234")
    with in_shop(shop):
        # Both have it, one has shown it to be theirs.
        row = Customer.objects.get(pk=decode("cus", gone))
        both = {"kind": shared[0], "value": shared[1], "verified": True}
        Customer.objects.filter(pk=row.pk).update(contacts=[*row.contacts, both])
    before = read(shop, gone)
    assert merge(shop, into, gone).status == 200
    found = read(shop, into)
    assert {(one["value"], one["verified"]) for one in found["contacts"]} == {
        (shared[1], True), (own[1], True), (mail[1], True),
    }  # fmt: skip
    assert (found["name"], found["tax_id"], found["tags"]) == (
        "Timur Rahimov",
        "301 234",
        ["diaspora", "vip"],
    )
    # The contacts are the survivor's: nobody else gets them, and the merged one is in nobody's way.
    taken = shop.post(
        "/customers", {"name": "X", "contacts": [{"kind": own[0], "value": own[1]}], "force": True}
    )
    refused(taken, 409, "customer_contact_taken", "/contacts")
    assert into in taken.json["detail"]
    assert shop.owner.get("/customers", query={"merged_into": into}).json["data"][0]["id"] == gone
    shop.owner.patch(f"/customers/{into}", json={"tags": ["diaspora", "new", "vip"]})

    assert undo(shop, gone).status == 200
    parted, back = read(shop, into), read(shop, gone)
    assert [(one["value"], one["verified"]) for one in parted["contacts"]] == [(shared[1], False)]
    assert (parted["name"], parted["tax_id"], parted["tags"]) == ("", None, ["new", "vip"])
    kept = ("name", "contacts", "tags", "tax_id", "active", "state")
    assert {name: back[name] for name in kept} == {name: before[name] for name in kept}
    refused(
        shop.post(
            "/customers", {"name": "X", "contacts": [{"kind": own[0], "value": own[1]}], "force": True}
        ),
        409,
        "customer_contact_taken",
    )


def test_a_contact_that_was_proved_by_somebody_else_stays_away(shop: Shop) -> None:
    number = telephone()
    into, gone = made(shop, "Ada"), made(shop, "Bob", number, verified=True)
    assert merge(shop, into, gone).status == 200
    assert shop.owner.patch(f"/customers/{into}", json={"contacts": []}).status == 200
    made(shop, "Eve", number, verified=True)
    assert undo(shop, gone).status == 200
    assert read(shop, gone)["contacts"] == []


def test_who_signs_in_by_telegram_is_the_survivor(shop: Shop) -> None:
    bot = {"telegram_user_id": uuid.uuid4().int % 2**50 + 1, "first_name": "Ada"}
    first = shop.done("/customers/telegram-sessions", bot)
    into, gone = made(shop, "Ada"), first["customer"]
    assert merge(shop, into, gone).status == 200
    again = shop.done("/customers/telegram-sessions", bot)
    assert (again["customer"], again["user"], again["created"]) == (into, first["user"], False)
    assert undo(shop, gone).status == 200
    assert shop.done("/customers/telegram-sessions", bot)["customer"] == gone


def test_a_role_over_both_stays_once(shop: Shop) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    with in_shop(shop):
        person = accounts.create_user(principal=None, name="Both", email=f"{uuid.uuid4().hex}@example.com")
        for customer in (into, gone):
            accounts.assign_role(
                principal=None,
                user_id=person.pk,
                role="viewer",
                scope="customer",
                customer_id=decode("cus", customer),
            )
    assert merge(shop, into, gone).status == 200
    with in_shop(shop):
        assert Assignment.objects.filter(user_id=person.pk, customer_id=decode("cus", into)).count() == 1
    assert undo(shop, gone).status == 200
    with in_shop(shop):
        assert Assignment.objects.filter(user_id=person.pk).count() == 2


def test_what_came_since_for_its_order_alone_goes_back_with_it(shop: Shop) -> None:
    """Everyday payments: by its own person with a proof, at the desk, and points that its order earned."""
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    person = shop.portal(gone)
    first, second, own = shop.order(gone), shop.order(gone), shop.order(into)
    assert merge(shop, into, gone).status == 200
    proof = shop.proof(gone, by=person)
    claim = shop.pay(PRICE, None, first, method="bank_transfer", by=person, proofs=[proof])
    cash = shop.pay(PRICE, into, second, by=shop.clerk)
    shop.pay(PRICE - 5, into, own, by=shop.clerk)
    shop.complete(second)
    shop.settle()
    before = shop.owes(into)
    assert undo(shop, gone).status == 200
    paid = {decode("pay", one["id"]) for one in (claim, cash)}
    assert named(shop, gone)["payments_payment"] == paid
    assert (shop.owes(gone), shop.owes(into)) == ((PRICE, 0), (before[0] - PRICE, 0))
    assert (shop.points(gone), shop.points(into)) == ((8, 0), (0, 0))
    assert proof in {row["id"] for row in person.get("/files").json["data"]}
    assert shop.verify(claim).status == 200
    assert shop.owes(gone) == (0, 0)
    with in_shop(shop):
        assert books.check_books() == 0


# -- what is told of late ------------------------------------------------------------------------------------


def test_points_of_an_order_that_was_completed_before_the_merge(shop: Shop) -> None:
    """The event is handled after the merge: the points are the survivor's, earned and given back."""
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    order = shop.order(gone)
    shop.pay(PRICE, gone, order)
    shop.complete(order)
    assert merge(shop, into, gone).status == 200
    shop.settle()
    assert (shop.points(into), shop.points(gone)) == ((8, 0), (0, 0))
    third = made(shop, "Eve")
    held = shop.done("/loyalty/redemptions", {"customer": into, "points": 5})
    paid = shop.order(into, redemption=held["id"])
    assert undo(shop, gone).status == 200
    shop.move(paid, "cancel")
    assert merge(shop, third, into).status == 200
    shop.settle()
    assert shop.points(third) == (8, 0)
    with in_shop(shop):
        assert books.check_books() == 0


def test_events_say_who_is_who(shop: Shop) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    merge(shop, into, gone)
    undo(shop, gone)
    with in_shop(shop), connection.cursor() as cursor:
        cursor.execute(
            "SELECT type, payload->>'customer', payload->>'duplicate' FROM kernel_event"
            " WHERE subject_id = %s AND starts_with(type, 'customer.merge')",
            [decode("cus", into)],
        )
        told = cursor.fetchall()
    assert sorted(told) == [("customer.merge_undone", into, gone), ("customer.merged", into, gone)]


# -- at once -----------------------------------------------------------------------------------------------


def test_a_merge_while_its_customers_are_served(shop: Shop, run_parallel: Parallel) -> None:
    """Orders, payments, credit and points for the duplicate at the same moment: each is before the merge or refused."""
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    shop.earn_points(gone, 2)
    credit = shop.pay(PRICE, gone, excess="credit")
    open_ = shop.order(gone)
    line = [{"service": shop.services["notarization"]}]
    body = {"customer": gone, "branch": shop.branches["registon"], "lines": line}
    acts: list[Callable[[], Reply]] = [
        lambda: merge(shop, into, gone),
        lambda: shop.post("/orders", body),
        lambda: shop.post("/payments", shop.payment(100, gone, excess="credit")),
        lambda: shop.post("/payments", shop.payment(200, None, open_)),
        lambda: shop.post("/loyalty/redemptions", {"customer": gone, "points": 3}),
        lambda: shop.post(
            f"/payments/{credit['id']}/allocations",
            {"allocations": [{"order": open_["id"], "amount": {"amount": "1.00", "currency": "UZS"}}]},
        ),
        lambda: shop.post("/quotes", body),
        lambda: shop.post(
            "/privacy/consents", {"customer": gone, "purpose": "n", "number": 1, "granted": True}
        ),
    ]
    owed = shop.owes(gone)
    replies = run_parallel(lambda index: acts[index](), len(acts))
    merged, order, paid, aimed, points, spent, _quote, _consent = replies
    if merged.status == 409:
        refused(merged, 409, "customer_merge_busy")
        assert merge(shop, into, gone).status == 200
    for reply in replies[1:]:
        known = {"customer_merged", "points_insufficient", "settlement_changed", "reference_not_found", None}
        assert reply.status in (200, 201) or reply.code in known, reply
    assert not any(named(shop, gone).values())
    debt = owed[0] + (PRICE if order.status == 201 else 0) - (200 if aimed.status == 201 else 0)
    credit_left = owed[1] + (100 if paid.status == 201 else 0)
    if spent.status == 200:
        debt, credit_left = debt - 100, credit_left - 100
    # Money without a target settles the oldest debt first.
    if paid.status == 201:
        debt, credit_left = debt - 100, credit_left - 100
    assert shop.owes(into) == (debt, credit_left)
    assert shop.points(into) == ((13, 3) if points.status == 201 else (16, 0))
    with in_shop(shop):
        assert books.check_books() == 0


def test_two_merges_at_once(shop: Shop, run_parallel: Parallel) -> None:
    """Into each other, or into two others: one of them is made."""
    for _round in range(2):
        into, gone, third = made(shop, "Ada"), made(shop, "Bob"), made(shop, "Eve")
        orders = {customer: shop.order(customer) for customer in (into, gone)}
        pairs = [(into, gone), (gone, into), (third, gone), (into, gone)]
        replies = run_parallel(lambda index, pairs=pairs: merge(shop, *pairs[index]), len(pairs))
        states = {customer: read(shop, customer)["merged_into"] for customer in (into, gone, third)}
        good = [pair for pair, reply in zip(pairs, replies, strict=True) if reply.status == 200]
        assert good
        assert {gone: into for into, gone in good} == {one: to for one, to in states.items() if to}
        codes = {reply.code for reply in replies if reply.status != 200}
        assert codes <= {"customer_merged", "customer_merge_chained", "customer_merge_busy"}
        for customer, order in orders.items():
            assert shop.read(order)["customer"] == (states[customer] or customer)


def test_undone_once_and_while_orders_come(shop: Shop, run_parallel: Parallel) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    old = shop.order(gone)
    assert merge(shop, into, gone).status == 200
    line = [{"service": shop.services["notarization"]}]
    body = {"customer": into, "branch": shop.branches["registon"], "lines": line}
    replies = run_parallel(lambda index: undo(shop, gone) if index < 3 else shop.post("/orders", body), 6)
    assert {reply.code for reply in replies[:3]} <= {None, "customer_not_merged", "customer_merge_busy"}
    assert sum(reply.status == 200 for reply in replies[:3]) == 1
    assert [reply.status for reply in replies[3:]] == [201] * 3
    assert (shop.owes(gone), shop.owes(into)) == ((PRICE, 0), (3 * PRICE, 0))
    assert shop.read(old)["customer"] == gone


def test_undone_while_both_are_paid_for(shop: Shop, run_parallel: Parallel) -> None:
    """Payments, and credit of the one used for the other, at the same moment: each is whole on one side, or refused."""
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    credit = shop.pay(PRICE, gone, excess="credit")
    theirs, own = shop.order(gone), shop.order(into)
    assert merge(shop, into, gone).status == 200
    across = {"allocations": [{"order": own["id"], "amount": {"amount": "1.00", "currency": "UZS"}}]}
    acts: list[Callable[[], Reply]] = [
        lambda: undo(shop, gone),
        lambda: shop.post("/payments", shop.payment(300, None, theirs)),
        lambda: shop.post("/payments", shop.payment(500, None, own)),
        lambda: shop.post("/payments", shop.payment(700, into, theirs, method="card")),
        lambda: shop.post(f"/payments/{credit['id']}/allocations", across),
    ]
    replies = run_parallel(lambda index: acts[index](), len(acts))
    undone, *paid, used = replies
    codes = {"settlement_changed", "allocation_other_customer", "customer_merge_mixed", "customer_merge_busy"}
    assert all(reply.status in (200, 201) or reply.code in codes for reply in replies), replies
    assert not (undone.status == used.status == 200)
    with in_shop(shop):
        torn = Allocation.objects.filter(
            payment__customer_id__in=[decode("cus", one) for one in (into, gone)]
        )
        assert not torn.exclude(payment__customer_id=F("receivable__customer_id")).exists()
        assert books.check_books() == 0
    owed = [reply.status == 201 for reply in paid]
    assert shop.read(theirs)["customer"] == (gone if undone.status == 200 else into)
    assert minor(shop.read(theirs)["outstanding"]) == PRICE - 300 * owed[0]
    assert minor(shop.read(own)["outstanding"]) == PRICE - 500 * owed[1] - 100 * (used.status == 200)
