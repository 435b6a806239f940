"""A duplicate is merged with all that names it, and comes back to the row."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from backend.business.customers.merging import MOST
from backend.business.customers.models import Customer
from backend.business.customers.types import UNDO_WITHIN
from backend.core.accounts import facade as accounts
from backend.core.accounts.models import Assignment, Invitation, ScopeSet
from backend.kernel import clock
from backend.kernel.ids import decode, encode
from backend.kernel.tenancy import tenant_context
from backend.wiring import books
from tests.business.payments.shop import COPY, PRICE, Shop, refused, shop
from tests.support import documents
from tests.support.client import Api, Reply

__all__ = ["shop"]

Parallel = Callable[..., list[Any]]


def merge(shop: Shop, into: str, duplicate: str, *, by: Api | None = None) -> Reply:
    """A merge is asked for."""
    return shop.post(f"/customers/{into}/merge", {"duplicate": duplicate}, by=by)


def undo(shop: Shop, duplicate: str, *, by: Api | None = None) -> Reply:
    """Taking a merge back is asked for."""
    return shop.post(f"/customers/{duplicate}/undo-merge", {}, by=by)


def made(shop: Shop, name: str, *contacts: tuple[str, str], verified: bool = False, **more: Any) -> str:
    """A customer of a branch, with contacts that it has shown to be its own or not."""
    body = {"name": name, "branch": shop.branches["registon"], "force": True, **more}
    body["contacts"] = [{"kind": kind, "value": value} for kind, value in contacts]
    customer = str(shop.done("/customers", body)["id"])
    if verified:
        with tenant_context(shop.info):
            row = Customer.objects.get(pk=decode("cus", customer))
            Customer.objects.filter(pk=row.pk).update(
                contacts=[{**c, "verified": True} for c in row.contacts]
            )
    return customer


def read(shop: Shop, customer: str) -> Any:
    """A customer as the owner sees it."""
    reply = shop.owner.get(f"/customers/{customer}")
    assert reply.status == 200, reply
    return reply.json


def telephone() -> tuple[str, str]:
    """A number that nobody has."""
    return ("phone", f"+99890{uuid.uuid4().int % 10**7:07d}")


def listed(shop: Shop, path: str, customer: str) -> set[str]:
    """The rows of a list that name a customer."""
    return {row["id"] for row in shop.owner.get(path, query={"customer": customer}).json["data"]}


@contextmanager
def in_shop(shop: Shop) -> Iterator[None]:
    """The business's tables, read."""
    with tenant_context(shop.info):
        yield


NAMED = ("orders_order", "payments_payment", "payments_receivable", "pricing_quote", "files_file", "privacy_consent",
         "privacy_request", "accounts_user", "accounts_invitation", "accounts_assignment")  # fmt: skip
"""Tables whose rows name a customer; loyalty's name an account."""


def named(shop: Shop, customer: str) -> dict[str, set[uuid.UUID]]:
    """The keys of all rows that name a customer, by table."""
    key = decode("cus", customer)
    with in_shop(shop), connection.cursor() as cursor:
        found = {}
        for table in NAMED:
            cursor.execute(f"SELECT id FROM {table} WHERE customer_id = %s", [key])
            found[table] = {row[0] for row in cursor.fetchall()}
        for table in ("loyalty_lot", "loyalty_redemption"):
            cursor.execute(
                f"SELECT r.id FROM {table} r JOIN loyalty_account a ON a.id = r.account_id WHERE a.customer_id = %s",
                [key],
            )
            found[table] = {row[0] for row in cursor.fetchall()}
    return found


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
    assert merged["allowed_actions"] == [name for name in merged["allowed_actions"] if name != "update"]
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


# -- refusals ------------------------------------------------------------------------------------------------


def test_what_cannot_be_merged(shop: Shop) -> None:
    into, gone, third = made(shop, "Ada"), made(shop, "Bob"), made(shop, "Eve")
    agency = made(shop, "Agency", kind="agency")
    nobody = encode("cus", uuid.uuid4())
    with shop.nothing_changes():
        refused(merge(shop, into, into), 409, "customer_merge_self", "/duplicate")
        refused(merge(shop, into, nobody), 409, "reference_not_found", "/duplicate")
        refused(merge(shop, nobody, gone), 404, "not_found")
        refused(merge(shop, into, agency), 409, "customer_merge_kinds", "/duplicate")
        refused(undo(shop, gone), 409, "customer_not_merged")
        stale = {"If-Match": '"7"', "Idempotency-Key": uuid.uuid4().hex}
        reply = shop.owner.post(f"/customers/{into}/merge", json={"duplicate": gone}, headers=stale)
        refused(reply, 412, "version_mismatch")
        reply = shop.post(f"/customers/{into}/merge", {"duplicate": gone, "surprise": 1})
        assert reply.status == 400
    assert merge(shop, into, gone).status == 200
    refused(merge(shop, into, gone), 409, "customer_merged")
    refused(merge(shop, gone, third), 409, "customer_merged")
    refused(merge(shop, third, gone), 409, "customer_merged")
    refused(merge(shop, third, into), 409, "customer_merge_chained", "/duplicate")
    refused(shop.owner.delete(f"/customers/{into}"), 409, "customer_in_use")
    inactive = made(shop, "Off")
    shop.owner.patch(f"/customers/{inactive}", json={"active": False})
    refused(merge(shop, inactive, third), 409, "customer_inactive")
    # The other way round it is what a duplicate is for; and it comes back as it was.
    assert merge(shop, third, inactive).status == 200
    assert undo(shop, inactive).json["duplicate"]["state"] == "inactive"


def test_who_may_not_merge(shop: Shop) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    elsewhere = made(shop, "Far", branch=shop.branches["siyob"])
    with in_shop(shop):
        role = accounts.create_role(
            principal=None,
            code=uuid.uuid4().hex[:12],
            names={"en": "R"},
            permissions=["customers.customer.view", "customers.merge.manage"],
        )
        person = accounts.create_user(
            principal=None,
            name="Own",
            email=f"{uuid.uuid4().hex}@example.com",
            kind="customer",
            customer_id=decode("cus", into),
        )
        accounts.assign_role(
            principal=None,
            user_id=person.pk,
            role=role.code,
            scope="customer",
            customer_id=decode("cus", into),
        )
        accounts.assign_role(
            principal=None,
            user_id=person.pk,
            role=role.code,
            scope="customer",
            customer_id=decode("cus", gone),
        )
        customer = Api(shop.info, accounts.issue_session_for(person.pk).access_token)
        near = accounts.create_user(principal=None, name="Near", email=f"{uuid.uuid4().hex}@example.com")
        accounts.assign_role(
            principal=None,
            user_id=near.pk,
            role=role.code,
            scope="branch",
            branch_id=decode("brn", shop.branches["registon"]),
        )
        manager = Api(shop.info, accounts.issue_session_for(near.pk).access_token)
    with shop.nothing_changes():
        refused(merge(shop, into, gone, by=shop.clerk), 403, "permission_denied")
        # Not even with the right over both.
        refused(merge(shop, into, gone, by=customer), 403, "permission_denied")
        refused(merge(shop, into, elsewhere, by=manager), 409, "reference_not_found", "/duplicate")
        refused(merge(shop, elsewhere, gone, by=manager), 404, "not_found")
    # An order in a branch beyond the manager's goes along only with who may there.
    order = shop.order(gone, branch="siyob")
    refused(merge(shop, into, gone, by=manager), 403, "permission_denied")
    assert shop.read(order)["customer"] == gone
    assert merge(shop, into, gone).status == 200
    refused(undo(shop, gone, by=customer), 403, "permission_denied")
    assert undo(shop, gone).status == 200
    assert merge(shop, into, made(shop, "Other"), by=manager).status == 200


def test_holds_and_erasures_keep_customers_apart(shop: Shop) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    hold = shop.done("/privacy/requests", {"kind": "hold", "customer": into})
    refused(merge(shop, into, gone), 409, "data_held")
    refused(merge(shop, gone, into), 409, "data_held")
    shop.done(f"/privacy/requests/{hold['id']}/transitions", {"transition": "end"})
    asked = shop.done("/privacy/requests", {"kind": "erasure", "customer": gone})
    refused(merge(shop, into, gone), 409, "customer_erasure_open")
    shop.done(f"/privacy/requests/{asked['id']}/transitions", {"transition": "reject"})
    assert merge(shop, into, gone).status == 200
    hold = shop.done("/privacy/requests", {"kind": "hold", "customer": into})
    refused(undo(shop, gone), 409, "data_held")
    shop.done(f"/privacy/requests/{hold['id']}/transitions", {"transition": "end"})

    # Who is forgotten is forgotten as both, and no backup of before the merge brings one back.
    asked = shop.done("/privacy/requests", {"kind": "erasure", "customer": into})
    shop.done(f"/privacy/requests/{asked['id']}/transitions", {"transition": "approve"})
    for customer in (into, gone):
        assert (read(shop, customer)["name"], read(shop, customer)["contacts"]) == ("Erased customer", [])
    refused(undo(shop, gone), 409, "customer_erased")
    refused(merge(shop, made(shop, "Eve"), into), 409, "customer_erased")
    done = shop.owner.get("/privacy/requests", query={"customer": gone}).json["data"]
    assert [(row["kind"], row["state"]) for row in done] == [("erasure", "completed")]


def test_a_merge_is_taken_back_within_thirty_days(shop: Shop) -> None:
    into, gone, third = made(shop, "Ada"), made(shop, "Bob"), made(shop, "Eve")
    order = shop.order(gone)
    assert merge(shop, into, gone).status == 200
    with tenant_context(shop.info):
        late = Customer.objects.get(pk=decode("cus", gone)).undo_until
    assert late is not None
    with clock.use(lambda: late):
        owner = shop.fresh_owner()
        refused(undo(shop, gone, by=owner), 409, "customer_merge_expired")
        assert "undo_merge" not in owner.get(f"/customers/{gone}").json["allowed_actions"]
        # What can no longer be taken back is no chain: both are the third now.
        assert merge(shop, third, into, by=owner).status == 200
    assert {read(shop, one)["merged_into"] for one in (into, gone)} == {third}
    assert shop.read(order)["customer"] == third
    with clock.use(lambda: late + UNDO_WITHIN - timedelta(seconds=1)):
        assert undo(shop, into, by=shop.fresh_owner()).status == 200
    assert (read(shop, into)["merged_into"], read(shop, gone)["merged_into"]) == (None, into)
    assert shop.read(order)["customer"] == into


def test_money_and_points_that_were_used_for_both_are_not_torn_apart(shop: Shop) -> None:
    into, gone = made(shop, "Ada"), made(shop, "Bob")
    credit = shop.pay(PRICE, gone, excess="credit")
    shop.earn_points(gone, 1)
    assert merge(shop, into, gone).status == 200
    order = shop.order(into)
    shop.done(f"/payments/{credit['id']}/allocations", {"allocations": [{"order": order["id"]}]})
    with shop.nothing_changes():
        reply = undo(shop, gone)
        refused(reply, 409, "customer_merge_mixed")
    assert "payments" in reply.json["detail"]
    shop.move(order, "cancel")
    shop.settle()
    held = shop.done("/loyalty/redemptions", {"customer": into, "points": 2})
    refused(undo(shop, gone), 409, "customer_merge_mixed")
    shop.done(f"/loyalty/redemptions/{held['id']}/cancellation", {})
    assert undo(shop, gone).status == 200
    assert (shop.owes(gone), shop.points(gone)) == ((0, PRICE), (8, 0))
    assert (shop.owes(into), shop.points(into)) == ((0, 0), (0, 0))

    # Points that were set aside before the merge, and paid for an order after it.
    held = shop.done("/loyalty/redemptions", {"customer": gone, "points": 2})
    assert merge(shop, into, gone).status == 200
    shop.order(into, redemption=held["id"])
    refused(undo(shop, gone), 409, "customer_merge_mixed")


def test_too_many_contacts(shop: Shop) -> None:
    into = made(shop, "Ada", *[telephone() for _ in range(MOST["contacts"])])
    gone = made(shop, "Bob", telephone())
    refused(merge(shop, into, gone), 409, "customer_merge_too_large", "/duplicate")


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
