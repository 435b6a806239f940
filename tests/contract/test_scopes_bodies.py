"""What a body names, what is counted together, exported, expanded or sent on: within the caller's scope too."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from backend.business.orders.api.views import OrderResource
from backend.kernel.permissions import CATALOGUE
from tests.contract.calls import CALLS, Sent
from tests.contract.calls.core import pdf
from tests.contract.scoping import BRANCH, CUSTOMER, OWN, Scene, Side
from tests.contract.test_authorization import Unchanged, access
from tests.contract.undoing import rolled_back
from tests.contract.world import World, registered

NAME = {"en": "A name"}
AMOUNT = {"amount": "100.00", "currency": "UZS"}


@pytest.fixture(scope="module")
def scene(centre: World) -> Iterator[Scene]:
    """Both sides in the centre; gone with the module."""
    with rolled_back(centre.info):
        world = World(centre.info, centre.token, centre.email)
        world.ids = dict(centre.ids)
        yield Scene(world)


@pytest.fixture(autouse=True)
def undone(scene: Scene) -> Iterator[None]:
    """What a test does is taken back; the sides stay."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    scene.forget()


def _lines(world: World) -> list[dict[str, Any]]:
    return [{"service": world.ids["notarization"]}]


def _rule(world: World, side: Side) -> dict[str, Any]:
    return {**world.value(CALLS["price_rules_create"].good.json), "branch": side.branch, "rank": 7}


Body = Callable[[World, Side], dict[str, Any]]

#: Every operation that makes a row of a branch or a customer, with a body that names a side: (scopes, body).
CREATES: dict[str, tuple[tuple[str, ...], Body]] = {
    "customers_create": ((BRANCH,), lambda w, s: {"name": "New One", "branch": s.branch}),
    "quotes_create": (
        (BRANCH, CUSTOMER),
        lambda w, s: {"lines": _lines(w), "customer": s.customer, "branch": s.branch},
    ),
    "quote_requests_create": (
        (BRANCH, CUSTOMER),
        lambda w, s: {"lines": _lines(w), "customer": s.customer, "branch": s.branch},
    ),
    "orders_create": (
        (BRANCH, CUSTOMER),
        lambda w, s: {"lines": _lines(w), "customer": s.customer, "branch": s.branch},
    ),
    "payments_create": (
        (BRANCH, CUSTOMER),
        lambda w, s: {
            "method": w.ids["card"],
            "amount": AMOUNT,
            "customer": s.customer,
            "branch": s.branch,
            "allocations": [{"order": s.ids["orders"]}],
        },
    ),
    "price_rules_create": ((BRANCH,), _rule),
    "holidays_create": ((BRANCH,), lambda w, s: {"day": "2032-06-06", "names": NAME, "branch": s.branch}),
    "journal_entries_create": (
        (BRANCH,),
        lambda w, s: {**w.entry("10.00", "10.00"), "branch": s.branch},
    ),
    "branches_create": ((BRANCH,), lambda w, s: {"code": "below", "name": NAME, "parent": s.branch}),
    "loyalty_redemptions_create": ((BRANCH, CUSTOMER), lambda w, s: {"customer": s.customer, "points": 1}),
    "privacy_requests_create": (
        (BRANCH, CUSTOMER),
        lambda w, s: {"kind": "erasure", "customer": s.customer},
    ),
    "consents_create": (
        (BRANCH, CUSTOMER),
        lambda w, s: {"customer": s.customer, "purpose": "post", "number": 1, "granted": True},
    ),
    "invitations_create": (
        (BRANCH, CUSTOMER),
        lambda w, s: {"email": "new@invited.example", "name": "New", "customer": s.customer},
    ),
    "scope_sets_create": ((BRANCH,), lambda w, s: {"code": "new", "name": NAME, "branches": [s.branch]}),
}
#: These make rows of the caller's own, which name no side.
NAMELESS = {"files_create", "uploads_create", "users_create"}


def code_of(operation_id: str) -> str:
    """The permission that decides."""
    return "pricing.quote.create" if operation_id == "quotes_create" else str(access(operation_id))


def test_every_creation_that_can_be_narrow_is_here(scene: Scene) -> None:
    makers = {
        name
        for name, (_resource, operation) in registered().items()
        if operation.name == "create"
        and not name.startswith("platform_")
        and not (code_of(name) in CATALOGUE and CATALOGUE[code_of(name)].whole)
    }
    assert makers - NAMELESS - {"roles_create"} == set(CREATES)


@pytest.mark.parametrize("scope", [BRANCH, CUSTOMER])
def test_creating_for_the_other_side(scope: str, scene: Scene) -> None:
    world, wrong = scene.world, []
    tokens = {name: scene.alone(scope, code_of(name)) for name in CREATES}
    for name, (scopes, body) in CREATES.items():
        with Unchanged(world):
            reply = world.send(name, Sent(json=body(world, scene.far)), token=tokens[name])
            if reply.status not in (403, 404, 409):
                wrong.append(f"{name} for the far side: {reply}")
        with transaction.atomic():
            reply = world.send(name, Sent(json=body(world, scene.near)), token=tokens[name])
            transaction.set_rollback(True)
        if (200 <= reply.status < 300) != (scope in scopes):
            wrong.append(f"{name} for the near side: {reply}")
    assert wrong == []


def test_what_a_body_names_of_the_other_side(scene: Scene) -> None:
    """References to rows of the far side, in operations on the near side's own rows."""
    world, near, far = scene.world, scene.near, scene.far
    everything = {code for code, item in CATALOGUE.items() if item.group != "platform"}
    token = scene.token(BRANCH, everything)
    whole = near.token
    credit = world.made(
        "payments_create",
        token=whole,
        json={
            "method": world.ids["cash"],
            "amount": AMOUNT,
            "customer": near.customer,
            "branch": near.branch,
            "excess": "credit",
        },
    )
    loose = world.made("files_create", token=far.token, data=pdf("loose.pdf"))
    walk_in = world.made("orders_create", json={"branch": near.branch, "lines": _lines(world)})
    base = {"customer": near.customer, "branch": near.branch}
    paid = {"method": world.ids["card"], "amount": AMOUNT, **base}
    order = {"allocations": [{"order": far.ids["orders"]}]}
    attempts: list[tuple[str, str | None, dict[str, Any]]] = [
        ("orders_create", None, {**base, "quote": far.ids["quotes"]}),
        ("orders_create", None, {**base, "lines": _lines(world), "files": [loose]}),
        (
            "orders_create",
            None,
            {**base, "lines": _lines(world), "redemption": far.ids["loyalty_redemptions"]},
        ),
        ("orders_create", None, {"lines": _lines(world), "branch": near.branch, "customer": far.customer}),
        ("orders_add_files", near.ids["orders"], {"files": [loose]}),
        ("orders_attach_customer", walk_in, {"customer": far.customer}),
        ("quotes_create", None, {"branch": near.branch, "lines": [{**_lines(world)[0], "files": [loose]}]}),
        (
            "quote_requests_create",
            None,
            {"branch": near.branch, "lines": [{**_lines(world)[0], "files": [loose]}]},
        ),
        ("payments_create", None, {**paid, **order}),
        ("payments_create", None, {**paid, "proofs": [loose]}),
        ("payments_add_proofs", near.ids["payments"], {"files": [loose]}),
        ("payments_allocate", credit, order),
        ("customers_update", near.customer, {"branch": far.branch}),
        ("branches_update", near.branch, {"parent": far.branch}),
        ("price_rules_update", near.ids["price_rules"], {"branch": far.branch}),
        ("users_create", None, _person(scene, far)),
        ("users_update", near.ids["users"], {"assignments": _person(scene, far)["assignments"]}),
        ("scope_sets_update", near.ids["scope_sets"], {"branches": [near.branch, far.branch]}),
    ]
    wrong = []
    with Unchanged(world):
        for name, identity, json in attempts:
            reply = world.send(name, Sent(json=json, id=identity), token=token)
            if reply.status not in (403, 404, 409):
                wrong.append(f"{name} {json}: {reply}")
            shown = reply.body.decode()
            if any(told in shown for told in ("of far", "far Karimov", "loose.pdf")):
                wrong.append(f"{name} tells of the far side: {shown}")
    assert wrong == []


def _person(scene: Scene, side: Side) -> dict[str, Any]:
    role = scene.world.ids["rol"]
    return {
        "name": "New",
        "email": "new@person.example",
        "assignments": [{"role": role, "scope": "branch", "branch": side.branch}],
    }


def test_bulk_is_judged_line_by_line(scene: Scene) -> None:
    world = scene.world
    everything = {code for code, item in CATALOGUE.items() if item.group != "platform"}
    token = scene.token(BRANCH, everything)
    wrong = []
    changes = {
        "customers_bulk": ("customers", {"name": "Renamed"}),
        "orders_bulk": ("orders", {"comment": "Changed"}),
        "price_rules_bulk": ("price_rules", {"name": "Changed"}),
    }
    assert set(changes) | {"products_bulk"} == {
        name for name in registered() if name.endswith("_bulk") and not name.startswith("platform_")
    }
    for name, (stem, data) in changes.items():
        for action in set(registered()[name][0].bulk) - {"create"}:
            line = {"action": action, "id": scene.far.ids[stem]}
            if action == "update":
                line["data"] = data
            with Unchanged(world):
                reply = world.send(name, Sent(json={"operations": [line]}), token=token)
                if reply.status != 207 or {one["status"] for one in reply.json["results"]} - {403, 404}:
                    wrong.append(f"{name} {action}: {reply}")
    product = world.made("products_create")
    line = {"action": "update", "id": product, "data": {"name": NAME}}
    with Unchanged(world):
        reply = world.send("products_bulk", Sent(json={"operations": [line]}), token=token)
        assert {one["status"] for one in reply.json["results"]} == {403}
    assert wrong == []


def test_totals_are_of_what_the_caller_sees(scene: Scene) -> None:
    world, near, far = scene.world, scene.near, scene.far
    # One customer owes in both branches.
    world.made(
        "orders_create",
        json={"lines": _lines(world), "customer": near.customer, "branch": far.branch},
    )
    for scope in (BRANCH, CUSTOMER):
        token = scene.alone(scope, "payments.payment.view")
        sees = scene.token(scope, ["payments.receivable.view"])
        rows = world.send(
            "receivables_list", Sent(query={"customer": near.customer, "limit": "100"}), token=sees
        ).json["data"]
        assert len(rows) == (1 if scope == BRANCH else 2)
        balance = world.send("payments_balance", Sent(query={"customer": near.customer}), token=token).json
        assert Decimal(balance["outstanding"]["amount"]) == sum(
            Decimal(row["outstanding"]["amount"]) for row in rows
        )
        other = world.send("payments_balance", Sent(query={"customer": far.customer}), token=token)
        # Of what is out of reach there is nothing: no debt and no credit, and no word of whose it would be.
        assert other.status == 200, other
        assert {Decimal(other.json[of]["amount"]) for of in ("outstanding", "credit")} == {0}, other
        for name, code in (
            ("loyalty_lots_balance", "loyalty.account.view"),
            ("consents_standing", "privacy.request.create"),
        ):
            token = scene.alone(scope, code)
            there = world.send(name, Sent(query={"customer": far.customer}), token=token)
            if name == "consents_standing":
                assert (there.status, there.json) == (200, {"data": []}), there
            else:
                assert (there.status, there.code) == (409, "reference_not_found"), there
            here = world.send(name, Sent(query={"customer": near.customer}), token=token)
            assert here.status == 200, (name, here)
            assert here.json != {"data": []}, name


@pytest.mark.parametrize("scope", [BRANCH, CUSTOMER, OWN])
def test_days_of_the_calendar_count_orders_within_reach(scope: str, scene: Scene) -> None:
    query = scene.world.value(CALLS["calendar_days"].good.query)
    everybody = scene.world.send("calendar_days", Sent(query=query)).json["data"]
    mine = scene.world.send(
        "calendar_days", Sent(query=query), token=scene.alone(scope, "orders.order.view")
    ).json["data"]
    due = [sum(day["due"] for branch in found for day in branch["days"]) for found in (everybody, mine)]
    assert due[0] >= 2, everybody
    assert due[1] == 1, mine
    assert scene.far.branch not in str(mine)


REPORTS = sorted(name for name in CALLS if name.startswith("reports_") or name == "ledger_accounts_tree")


@pytest.mark.parametrize("scope", [BRANCH, CUSTOMER])
def test_statements_are_of_the_callers_branches(scope: str, scene: Scene) -> None:
    token = scene.alone(scope, "ledger.report.view")
    for name in REPORTS:
        for query in ({}, {"branch": scene.far.branch}):
            reply = scene.world.send(name, Sent(query=query), token=token)
            assert (reply.status, reply.code) == (403, "permission_denied"), (name, query, reply)
        near = scene.world.send(name, Sent(query={"branch": scene.near.branch}), token=token)
        assert near.status == (200 if scope == BRANCH else 403), (name, near)
    if scope == BRANCH:
        lines = scene.world.send(
            "reports_trial_balance", Sent(query={"branch": scene.near.branch}), token=token
        ).json["lines"]
        # The entry that its maker posted there; those of the far side are as large.
        (cash,) = [line for line in lines if line["code"] == "1010"]
        assert Decimal(cash["credit"]["amount"]) + Decimal(cash["debit"]["amount"]) == Decimal(100), cash


@pytest.mark.parametrize("scope", [BRANCH, CUSTOMER, OWN])
def test_an_export_has_the_rows_of_the_permission_to_export(scope: str, scene: Scene) -> None:
    reply = scene.world.send("audit_log_export", Sent(), token=scene.alone(scope, "audit.entry.export"))
    assert reply.status == 200
    rows = list(csv.DictReader(io.StringIO(reply.body.decode())))
    assert {row["actor"] for row in rows} == ({scene.near.maker} if scope == OWN else set())
    chain = scene.world.send("audit_log_chain", Sent(), token=scene.alone(scope, "audit.entry.view"))
    assert (chain.status, chain.code) == (403, "permission_denied")


def test_expanding_shows_what_the_caller_may_see(scene: Scene) -> None:
    world = scene.world
    assert set(OrderResource.expand) == {"customer"}
    expanding = {
        name
        for name, (resource, operation) in registered().items()
        if resource.expand and operation.name in ("list", "retrieve")
    }
    assert expanding == {"orders_list", "orders_retrieve"}
    query = {"expand": "customer"}
    for codes, shown in (
        (["orders.order.view"], False),
        (["orders.order.view", "customers.customer.view"], True),
    ):
        token = scene.token(BRANCH, codes)
        row = world.send("orders_retrieve", Sent(id=scene.near.ids["orders"], query=query), token=token)
        assert ("near Karimov" in row.body.decode()) == shown
        page = world.send("orders_list", Sent(query=query), token=token)
        assert ("near Karimov" in page.body.decode()) == shown
        found = world.send("orders_list", Sent(query={"q": "Karimov"}), token=token)
        assert bool(found.json["data"]) == shown, "a search tells of a name that the caller may not see"


def test_notes_of_an_order_are_internal_to_who_may_see_them_there(scene: Scene) -> None:
    world = scene.world
    token = scene.token(CUSTOMER, ["orders.note.view"], ["orders.order.view"])
    for name in ("orders_notes", "orders_timeline"):
        near = world.send(name, Sent(id=scene.near.ids["orders"]), token=token)
        far = world.send(name, Sent(id=scene.far.ids["orders"]), token=token)
        assert "stamp" in near.body.decode(), name
        assert "stamp" not in far.body.decode(), name
