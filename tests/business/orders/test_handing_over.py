"""Orders go from branch to branch: at once or by asking, with their files and what they earn, and one at a time."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from backend.business.ledger import facade as ledger
from backend.business.organizations.models import Branch
from backend.core.accounts import facade as accounts
from backend.core.files.models import File
from backend.kernel.ids import decode, encode, new_id
from backend.kernel.models import Event
from backend.kernel.tenancy import tenant_context
from tests.business.payments.shop import COPY, PRICE, Shop, minor, refused, uzs
from tests.contract.calls.core import pdf
from tests.support.client import Api, Reply

AT_ONCE = 8


def manager_of(shop: Shop, *branches: str) -> Api:
    """A client of a branch manager of these branches."""
    with tenant_context(shop.info):
        user = accounts.create_user(principal=None, name="Manager", email=f"{new_id().hex}@example.com")
        for branch in branches:
            accounts.assign_role(
                principal=None,
                user_id=user.pk,
                role="branch_manager",
                scope="branch",
                branch_id=decode("brn", shop.branches[branch]),
            )
        return Api(shop.info, accounts.issue_session_for(user.pk).access_token)


@pytest.fixture(scope="module")
def there(shop: Shop) -> Api:
    """The manager of Siyob."""
    return manager_of(shop, "siyob")


def path(order: Any, more: str = "") -> str:
    return f"/orders/{order['id']}/hand-over{more}"


def to(shop: Shop, branch: str = "siyob", reason: str = "They have the notary today") -> dict[str, str]:
    return {"branch": shop.branches[branch], "reason": reason}


def offered(shop: Shop, customer: str | None = None) -> Any:
    """An order of Registon that Siyob is asked to take."""
    order = shop.order(customer)
    told = shop.done(path(order), to(shop), by=shop.manager)
    assert told["status"] == "offered"
    return order


def events_of(shop: Shop, order: Any) -> list[str]:
    with tenant_context(shop.info):
        rows = Event.objects.filter(subject_id=decode("ord", order["id"])).order_by("pk")
        return [kind for kind in rows.values_list("type", flat=True) if "hand" in kind]


def steps(order: Any, by: Api) -> list[tuple[str, Any]]:
    rows = by.get(f"/orders/{order['id']}/timeline").json["data"]
    return [(row["title"], row["data"].get("reason")) for row in rows if row["kind"] == "hand_over"]


def test_a_branch_is_asked_and_takes_the_order(shop: Shop, there: Api) -> None:
    order = offered(shop)
    assert shop.read(order)["branch"] == shop.branches["registon"]
    assert there.get(f"/orders/{order['id']}").status == 404
    mine = shop.manager.get(f"/orders/{order['id']}").json
    assert mine["hand_over"]["branch"] == shop.branches["siyob"]
    assert "hand_over" not in mine["allowed_actions"]
    assert "decide_hand_over" in mine["allowed_actions"]
    (asked,) = [
        row
        for row in there.get("/orders/hand-overs", query={"direction": "incoming"}).json["data"]
        if row["id"] == order["id"]
    ]
    assert (asked["number"], asked["from_branch"]) == (order["number"], shop.branches["registon"])
    assert (asked["to_branch"], asked["reason"]) == (shop.branches["siyob"], "They have the notary today")
    assert asked["decisions"] == ["accept", "decline"]
    assert [line["code"] for line in asked["lines"]] == ["notarization"]
    # Whoever is asked learns what is to be done, not for whom and for how much.
    assert not {"customer", "total", "paid", "comment"} & set(asked)
    done = shop.done(path(order, "/decisions"), {"decision": "accept"}, by=there)
    assert (done["status"], done["decisions"]) == ("handed_over", [])
    taken = there.get(f"/orders/{order['id']}").json
    assert (taken["branch"], taken["hand_over"], taken["number"]) == (
        shop.branches["siyob"], None, order["number"],
    )  # fmt: skip
    assert "hand_over" in taken["allowed_actions"]
    assert shop.manager.get(f"/orders/{order['id']}").status == 404
    assert steps(order, there) == [
        ("offer_hand_over", "They have the notary today"),
        ("hand_over", "They have the notary today"),
    ]
    assert events_of(shop, order) == ["order.hand_over_offered", "order.handed_over"]


def test_who_holds_both_branches_hands_over_at_once(shop: Shop) -> None:
    both = manager_of(shop, "registon", "siyob")
    for by in (both, shop.owner):
        order = shop.order(None)
        told = shop.done(path(order), to(shop), by=by)
        assert (told["status"], told["from_branch"]) == ("handed_over", shop.branches["registon"])
        assert shop.read(order)["branch"] == shop.branches["siyob"]
        assert events_of(shop, order) == ["order.handed_over"]
        back = shop.done(path(order), to(shop, "registon", "The notary is back"), by=by)
        assert back["to_branch"] == shop.branches["registon"]


def test_an_offer_is_declined_or_withdrawn_and_the_order_stays(shop: Shop, there: Api) -> None:
    order = offered(shop)
    told = shop.done(path(order, "/decisions"), {"decision": "decline", "reason": "Full"}, by=there)
    assert (told["status"], told["reason"]) == ("declined", "Full")
    told = shop.done(path(order), to(shop), by=shop.manager)
    told = shop.done(path(order, "/decisions"), {"decision": "withdraw"}, by=shop.manager)
    assert told["status"] == "withdrawn"
    found = shop.read(order)
    assert (found["branch"], found["hand_over"]) == (shop.branches["registon"], None)
    assert [name for name, _ in steps(order, shop.manager)] == [
        "offer_hand_over", "decline_hand_over", "offer_hand_over", "withdraw_hand_over",
    ]  # fmt: skip
    assert events_of(shop, order)[1::2] == ["order.hand_over_ended"] * 2
    assert order["id"] not in {row["id"] for row in there.get("/orders/hand-overs").json["data"]}


def test_who_may_not(shop: Shop, there: Api) -> None:
    order, other = offered(shop), shop.order(None, branch="siyob")
    answer = path(order, "/decisions")
    portal = shop.portal(shop.customer())
    with shop.nothing_changes():
        # The clerk sees the order, and has not the permission; Siyob's clerk has neither.
        refused(shop.post(path(order), to(shop), by=shop.clerk), 403, "permission_denied")
        refused(shop.post(answer, {"decision": "accept"}, by=shop.siyob), 403, "permission_denied")
        refused(shop.post(path(order), to(shop), by=portal), 403, "permission_denied")
        refused(shop.post(path(other), to(shop, "registon"), by=shop.manager), 404, "not_found")
        refused(
            shop.post(path(other, "/decisions"), {"decision": "accept"}, by=shop.manager), 404, "not_found"
        )
        # Each side decides its own part.
        refused(shop.post(answer, {"decision": "accept"}, by=shop.manager), 403, "permission_denied")
        refused(shop.post(answer, {"decision": "decline"}, by=shop.manager), 403, "permission_denied")
        refused(shop.post(answer, {"decision": "withdraw"}, by=there), 403, "permission_denied")
        assert shop.clerk.get("/orders/hand-overs").status == 403


def test_what_is_refused(shop: Shop, there: Api) -> None:
    order = shop.order(None)
    closed = shop.move(shop.order(None), "cancel")
    pending = offered(shop)
    with tenant_context(shop.info):
        shut = Branch.objects.create(
            code=uuid.uuid4().hex[:8], names={"en": "Shut"}, timezone="UTC", active=False
        )
    with shop.nothing_changes():
        refused(shop.post(path(order), to(shop, "registon")), 409, "hand_over_same_branch", "/branch")
        nowhere = {"branch": encode("brn", new_id()), "reason": "x"}
        refused(shop.post(path(order), nowhere), 409, "reference_not_found", "/branch")
        shut_one = {"branch": encode("brn", shut.pk), "reason": "x"}
        refused(shop.post(path(order), shut_one), 409, "branch_closed", "/branch")
        refused(shop.post(path(closed), to(shop)), 409, "order_closed")
        refused(shop.post(path(pending), to(shop), by=shop.manager), 409, "hand_over_pending")
        refused(shop.post(path(pending), to(shop)), 409, "hand_over_pending")
        refused(shop.post(path(order, "/decisions"), {"decision": "accept"}), 409, "hand_over_not_pending")
        for body in ({**to(shop), "reason": ""}, {"branch": shop.branches["siyob"]}, {**to(shop), "x": 1}):
            refused(shop.post(path(order), body), 400, "request_invalid")
        refused(
            shop.post(path(pending, "/decisions"), {"decision": "keep"}, by=there), 400, "request_invalid"
        )
        for address, body in ((path(order), to(shop)), (path(pending, "/decisions"), {"decision": "accept"})):
            stale = shop.owner.post(
                address, json=body, headers={"If-Match": '"99"', "Idempotency-Key": new_id().hex}
            )
            refused(stale, 412, "version_mismatch")


def test_a_finished_order_is_no_longer_offered(shop: Shop, there: Api) -> None:
    order = offered(shop)
    shop.move(order, "cancel", by=shop.manager)
    refused(shop.post(path(order, "/decisions"), {"decision": "accept"}, by=there), 404, "not_found")
    found = shop.read(order)
    assert (found["state_group"], found["hand_over"]) == ("cancelled", None)
    assert events_of(shop, order) == ["order.hand_over_offered", "order.hand_over_ended"]


def test_a_branch_that_is_asked_is_not_deleted(shop: Shop) -> None:
    made = shop.done("/branches", {"code": uuid.uuid4().hex[:8], "name": {"en": "New"}})
    order = shop.order(None)
    shop.done(path(order), {"branch": made["id"], "reason": "x"}, by=shop.manager)
    refused(shop.owner.delete(f"/branches/{made['id']}"), 409, "branch_in_use")
    shop.done(path(order, "/decisions"), {"decision": "withdraw"}, by=shop.manager)
    assert shop.owner.delete(f"/branches/{made['id']}").status == 204


def test_the_customer_learns_where_the_order_is_and_no_more(shop: Shop, there: Api) -> None:
    customer = shop.customer()
    portal = shop.portal(customer)
    order = offered(shop, customer)
    assert portal.get(f"/orders/{order['id']}").json["hand_over"] is None
    assert steps(order, portal) == []
    shop.done(path(order, "/decisions"), {"decision": "accept"}, by=there)
    assert portal.get(f"/orders/{order['id']}").json["branch"] == shop.branches["siyob"]
    assert steps(order, portal) == [("hand_over", None)]


# -- files and money -----------------------------------------------------------------------------------------


def test_files_go_along(shop: Shop, there: Api) -> None:
    file = shop.owner.call("POST", "/files", data=pdf("passport.pdf")).json
    order = shop.order(None, files=[file["id"]])
    assert there.get(f"/files/{file['id']}").status == 404
    shop.done(path(order), to(shop), by=shop.owner)
    assert there.get(f"/files/{file['id']}").status == 200
    assert shop.manager.get(f"/files/{file['id']}").status == 404
    with tenant_context(shop.info):
        assert File.objects.get(pk=decode("fil", file["id"])).branch_id == decode(
            "brn", shop.branches["siyob"]
        )


def by_branch(shop: Shop, code: str) -> dict[str, int]:
    """The closing balances of an account in the books of both branches and of the business."""
    found = {}
    for name, branch in (*shop.branches.items(), ("all", None)):
        query = {"branch": branch} if branch else {}
        lines = shop.accountant.get("/reports/trial-balance", query=query).json["lines"]
        found[name] = sum(minor(line["closing"]) for line in lines if line["code"] == code)
    return found


def moved_by_branch(shop: Shop, act: Callable[[], Any]) -> dict[str, dict[str, int]]:
    """By how much the accounts of an order's way move in each branch's books."""
    codes = {"cash": ledger.CASH, "advances": ledger.CUSTOMER_ADVANCES, "claims": ledger.ACCOUNTS_RECEIVABLE,
             "between": ledger.BRANCH_SETTLEMENTS, "revenue": ledger.REVENUE_CERTIFICATION}  # fmt: skip
    before = {name: by_branch(shop, code) for name, code in codes.items()}
    act()
    result: dict[str, dict[str, int]] = {}
    for name, code in codes.items():
        after = by_branch(shop, code)
        result[name] = {k: after[k] - before[name][k] for k in after if after[k] != before[name][k]}
    return result


def test_what_is_booked_stays_and_what_is_earned_goes_along(shop: Shop, there: Api) -> None:
    customer = shop.customer()
    order = shop.order(customer)
    paid = shop.pay(PRICE, customer, order, by=shop.clerk)
    shop.settle()

    with shop.moved() as books:
        shop.done(path(order), to(shop), by=shop.owner)
    assert books == {}
    assert shop.read(paid)["branch"] == shop.branches["registon"]
    entries = shop.accountant.get("/journal-entries", query={"subject": paid["id"]}).json["data"]
    assert [entry["branch"] for entry in entries] == [shop.branches["registon"]]
    owed = shop.owner.get("/receivables", query={"order": order["id"]}).json["data"]
    assert [row["branch"] for row in owed] == [shop.branches["siyob"]]

    moved = moved_by_branch(shop, lambda: shop.move(order, "start", "mark_ready", "complete", by=there))
    assert moved["revenue"] == {"siyob": -PRICE, "all": -PRICE}
    assert moved["cash"] == moved["claims"] == {}
    # The advance leaves the books of the branch that took it; from now on that one owes the other.
    assert moved["advances"] == {"registon": PRICE, "all": PRICE}
    assert moved["between"] == {"registon": -PRICE, "siyob": PRICE}
    assert shop.accountant.get("/reports/balance-sheet").json["balanced"] is True


def test_a_claim_that_another_branch_is_paid_for(shop: Shop) -> None:
    """Part is paid before, part after, part by credit, all in Registon; Siyob did the work."""
    customer, here = shop.customer(), {"branch": shop.branches["registon"]}
    rest = COPY - 3000
    paid = shop.pay(rest, customer, excess="credit", **here)
    order = shop.order(customer, service="certified_copy")
    shop.pay(1000, customer, (order, 1000), by=shop.clerk)
    shop.done(path(order), to(shop), by=shop.owner)
    moved = moved_by_branch(shop, lambda: shop.move(order, "start", "complete", by=shop.siyob))
    assert moved["advances"] == {"registon": 1000, "all": 1000}
    assert moved["claims"] == {"siyob": COPY - 1000, "all": COPY - 1000}
    assert moved["between"] == {"registon": -1000, "siyob": 1000}

    moved = moved_by_branch(shop, lambda: shop.pay(2000, customer, (order, 2000), **here))
    assert moved["cash"] == {"registon": 2000, "all": 2000}
    assert moved["claims"] == {"siyob": -2000, "all": -2000}
    assert moved["between"] == {"registon": -2000, "siyob": 2000}
    assert moved["advances"] == {}

    body = {"allocations": [{"order": order["id"]}]}
    moved = moved_by_branch(shop, lambda: shop.done(f"/payments/{paid['id']}/allocations", body))
    assert moved["advances"] == {"registon": rest, "all": rest}
    assert moved["claims"] == {"siyob": -rest, "all": -rest}
    assert moved["between"] == {"registon": -rest, "siyob": rest}
    assert (shop.owes(customer), minor(shop.read(order)["outstanding"])) == ((0, 0), 0)
    assert by_branch(shop, ledger.BRANCH_SETTLEMENTS)["all"] == 0
    assert shop.accountant.get("/reports/balance-sheet").json["balanced"] is True


def test_an_earned_claim_stays_in_the_books_where_it_stands(shop: Shop) -> None:
    from backend.business.payments import facade as payments
    from backend.business.payments.models import Receivable
    from backend.kernel import db

    customer = shop.customer()
    order = shop.complete(shop.order(customer, service="certified_copy"))
    with tenant_context(shop.info):
        target = decode("brn", shop.branches["siyob"])
        with db.transaction():
            payments.move_receivable(
                subject_type="order", subject_id=decode("ord", order["id"]), branch_id=target
            )
        row = Receivable.objects.get(subject_id=decode("ord", order["id"]))
        assert (row.state, row.branch_id) == ("earned", decode("brn", shop.branches["registon"]))


# -- eight at once -------------------------------------------------------------------------------------------


def answers(replies: list[Reply]) -> Counter[tuple[int, str | None]]:
    return Counter((reply.status, reply.code) for reply in replies)


def test_an_offer_has_one_answer(shop: Shop, there: Api, run_parallel: Callable[..., list[Any]]) -> None:
    order = offered(shop)
    ways = [({"decision": "accept"}, there), ({"decision": "decline"}, there),
            ({"decision": "withdraw"}, shop.manager), ({"decision": "accept"}, there)]  # fmt: skip
    replies = run_parallel(
        lambda n: shop.post(path(order, "/decisions"), ways[n % 4][0], by=ways[n % 4][1]), AT_ONCE
    )
    found = answers(replies)
    assert found.pop((200, None)) == 1
    assert set(found) <= {(409, "hand_over_not_pending"), (404, "not_found"), (409, "order_moved")}
    (done,) = [reply.json["status"] for reply in replies if reply.status == 200]
    where = shop.read(order)["branch"]
    assert where == shop.branches["siyob" if done == "handed_over" else "registon"]
    assert len(events_of(shop, order)) == 2


def test_an_order_is_handed_over_once(shop: Shop, run_parallel: Callable[..., list[Any]]) -> None:
    order = shop.order(None)
    replies = run_parallel(lambda _: shop.post(path(order), to(shop)), AT_ONCE)
    found = answers(replies)
    assert found.pop((200, None)) == 1
    assert set(found) <= {(409, "hand_over_same_branch"), (409, "order_moved")}
    assert events_of(shop, order) == ["order.handed_over"]


def test_changes_of_the_old_branch_come_before_or_not_at_all(
    shop: Shop, run_parallel: Callable[..., list[Any]]
) -> None:
    order = shop.order(None)

    def act(n: int) -> Reply:
        if n == 0:
            return shop.post(path(order), to(shop), by=shop.owner)
        return shop.clerk.patch(f"/orders/{order['id']}", json={"comment": f"No {n}"})

    replies = run_parallel(act, AT_ONCE)
    assert replies[0].status == 200
    assert set(answers(replies[1:])) <= {(200, None), (404, "not_found"), (409, "order_moved")}
    with tenant_context(shop.info):
        rows = Event.objects.filter(subject_id=decode("ord", order["id"])).order_by("object_version")
        kinds = list(rows.values_list("type", flat=True))
    assert kinds[-1] == "order.handed_over"


# -- the list ------------------------------------------------------------------------------------------------


def test_offers_are_listed_by_direction_in_as_many_statements(shop: Shop, there: Api, queries: Any) -> None:
    first = offered(shop)

    def asked(by: Api, **query: str) -> list[str]:
        reply = by.get("/orders/hand-overs", query=query)
        assert reply.status == 200, reply
        return [row["id"] for row in reply.json["data"]]

    asked(there)
    with queries() as one:
        asked(there, limit="1")
    more = [offered(shop) for _ in range(3)]
    with queries() as many:
        found = asked(there, direction="incoming", limit="100")
    assert {order["id"] for order in (first, *more)} <= set(found)
    assert len(many) == len(one) <= 3
    assert asked(there, direction="outgoing") == []
    assert set(found) <= set(asked(shop.manager, direction="outgoing"))
    assert not set(found) & set(asked(shop.manager, direction="incoming"))
    assert uzs(PRICE)["amount"] not in there.get("/orders/hand-overs").body.decode()


@pytest.fixture(autouse=True)
def _no_open_offers(shop: Shop) -> Iterator[None]:
    """Offers that a test leaves open are withdrawn: branches and lists are the module's."""
    yield
    for row in shop.owner.get("/orders/hand-overs", query={"limit": "100"}).json["data"]:
        shop.done(f"/orders/{row['id']}/hand-over/decisions", {"decision": "withdraw"})
