"""`allowed_actions` says what the caller may do with a row now, and costs no statements a row.

What is named there succeeds, or is refused for its body alone; what is not named is refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from backend.core.accounts import facade as accounts
from backend.core.accounts.errors import NotWhileImpersonating
from backend.core.accounts.models import Assignment
from backend.kernel.api import routes
from backend.kernel.ids import decode
from backend.kernel.permissions import CATALOGUE
from tests.contract.calls import CALLS, Sent
from tests.contract.calls.business import merged
from tests.contract.calls.core import pdf
from tests.contract.scoping import BRANCH, CUSTOMER, Scene, Side
from tests.contract.undoing import rolled_back
from tests.contract.watch import contract, counted
from tests.contract.world import World, registered

#: What refers to a row, or what a user holds, is asked when the thing is done: a list would pay a query a row.
WHEN_DONE = {
    "catalog_entry_in_use",
    "customer_in_use",
    "ledger_account_in_use",
    "branch_in_use",
    "role_in_use",
    "scope_set_in_use",
    "permission_escalation",
    "last_owner",
    "transition_guard_failed",
    "erasure_held",
    "erasure_blocked",
    "reversal_too_early",
    "verifier_is_recorder",
}
#: Refusals of a body that stands for nothing here, by the operation; whether it is allowed is another question.
OF_THE_BODY = {
    "reference_not_found",
    "hand_over_same_branch",
    "branch_closed",
    "file_of_another_customer",
    "amount_not_positive",
    "customer_merge_self",
}
#: Done where there is nothing to do, these change nothing and are no error: a button for it would mislead all the same.
CHANGES_NOTHING = {
    ("customers", "remove_identity"),
    ("privacy_requests", "preview"),
    ("users", "reset_second_factors"),
    ("users", "revoke_sessions"),
    ("users", "unlock"),
}
#: Named by nothing that the contract's calls can do to any row: what the caller has no rows of, or is judged elsewhere.
ELSEWHERE = {"me", "me_api_keys", "organization", "security_policy", "oauth_applications"}
#: Operations at a row that its `allowed_actions` name by their transitions, or not at all.
UNSAID = {
    "orders_transition",
    "orders_hand_over",
    "orders_decide_hand_over",
    "payments_transition",
    "privacy_requests_transition",
    "platform_tenants_transition",
    "platform_tenants_send_password_reset",
    "platform_tenants_change_user",
    "platform_tenants_recover_user",
    "quotes_open",
}


@pytest.fixture(scope="module")
def scene(centre: World) -> Iterator[Scene]:
    """Both sides in the centre, and rows in further states; gone with the module."""
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


def shows_actions() -> list[str]:
    """The stems of the business's resources whose rows tell what is allowed."""
    found = []
    for name, operation in sorted(contract().operations.items()):
        if not name.endswith("_retrieve") or name.startswith("platform_"):
            continue
        content = contract().resolve(operation["responses"]["200"]).get("content", {})
        schema = contract().resolve(content.get("application/json", {}).get("schema", {}))
        if "allowed_actions" in schema.get("properties", {}):
            found.append(name.removesuffix("_retrieve"))
    return found


def rows_of(scene: Scene, stem: str) -> list[str]:
    """Ids of rows of a resource: the business's own, both sides', and such as are in other states."""
    world = scene.world
    ids = [side.ids[stem] for side in (scene.near, scene.far) if stem in side.ids]
    resource = registered()[f"{stem}_retrieve"][0]
    known = world.ids.get(resource.plural) or world.ids.get(resource.prefix)
    if known is not None:
        ids.append(known)
    return [*ids, *STATES.get(stem, lambda _scene: [])(scene)]


def _orders(scene: Scene) -> list[str]:
    moved = {}
    for name, moves in {"cancelled": ["cancel"], "asked": ["request_payment"]}.items():
        moved[name] = scene.world.made("orders_create")
        for move in moves:
            json = {"transition": move, "reason": "asked"}
            scene.world.good("orders_transition", id=moved[name], json=json)
    return list(moved.values())


def _payments(scene: Scene) -> list[str]:
    rejected = scene.world.card_payment()
    scene.world.good("payments_transition", id=rejected)
    return [rejected]


def _files(scene: Scene) -> list[str]:
    return [scene.world.made("files_create", data=pdf("loose.pdf"), token=scene.near.token)]


def _redemptions(scene: Scene) -> list[str]:
    given_back = scene.near.ids["loyalty_redemptions"]
    again = scene.world.made(
        "loyalty_redemptions_create", json={"customer": scene.near.customer, "points": 1}
    )
    scene.world.good("loyalty_redemptions_cancel", id=again)
    return [again, given_back]


def _invitations(scene: Scene) -> list[str]:
    revoked = scene.world.made("invitations_create", json={"email": "no@invited.example", "name": "No"})
    scene.world.good("invitations_revoke", id=revoked)
    return [revoked]


def _users(scene: Scene) -> list[str]:
    deleted = scene.world.made("users_create", json={"name": "Gone", "email": "gone@person.example"})
    scene.world.good("users_delete", id=deleted)
    return [deleted, scene.near.maker]


def _documents(scene: Scene) -> list[str]:
    published = scene.world.made("legal_documents_create")
    scene.world.good("legal_documents_publish", id=published)
    return [published]


def _entries(scene: Scene) -> list[str]:
    reversed_ = scene.world.made("journal_entries_create")
    opposite = scene.world.good("journal_entries_reverse", id=reversed_).json["id"]
    return [reversed_, opposite]


def _requests(scene: Scene) -> list[str]:
    json = {"kind": "erasure", "customer": scene.near.customer}
    asked = scene.world.made("privacy_requests_create", json=json)
    ended = scene.world.made(
        "privacy_requests_create", json={"kind": "export", "customer": scene.far.customer}
    )
    scene.world.good("privacy_requests_transition", id=ended)
    return [asked, ended]


def _roles(scene: Scene) -> list[str]:
    return [row["id"] for row in scene.world.good("roles_list").json["data"] if row["predefined"]][:1]


def _alerts(scene: Scene) -> list[str]:
    scene.world.good("security_alerts_acknowledge", id=scene.far.ids["security_alerts"])
    return []


def _customers(scene: Scene) -> list[str]:
    return [merged(scene.world)]


def _quote_requests(scene: Scene) -> list[str]:
    cancelled = scene.world.waiting_quote()
    scene.world.good("quote_requests_cancel", id=cancelled)
    return [scene.world.waiting_quote(), cancelled]


STATES: dict[str, Any] = {
    "quote_requests": _quote_requests,
    "customers": _customers,
    "orders": _orders,
    "payments": _payments,
    "files": _files,
    "loyalty_redemptions": _redemptions,
    "invitations": _invitations,
    "users": _users,
    "legal_documents": _documents,
    "journal_entries": _entries,
    "privacy_requests": _requests,
    "roles": _roles,
    "security_alerts": _alerts,
}


def attempt(scene: Scene, stem: str, name: str, identity: str, token: str) -> Any:
    """What comes of an action, taken back at once."""
    world = scene.world
    with transaction.atomic():
        operation = f"{stem}_{name}"
        if operation in CALLS:
            good = CALLS[operation].good
            sent = Sent(json=world.value(good.json), data=world.value(good.data), id=identity)
        else:
            operation = f"{stem}_transition"
            sent = Sent(json={"transition": name, "reason": "asked"}, id=identity)
        reply = world.send(operation, sent, token=token)
        transaction.set_rollback(True)
    return reply


def callers(scene: Scene) -> dict[str, str]:
    """People who see everything and may do: everything; things of the near side; of its customer; nothing."""
    everything = {code for code, item in CATALOGUE.items() if item.group != "platform"}
    views = {code for code in everything if code.endswith(".view")}
    # Who may only make redemptions, requests or invitations sees them by that: these see theirs alone.
    return {
        "everything": scene.world.token,
        "branch": scene.token(BRANCH, everything, views),
        "customer": scene.token(CUSTOMER, everything, views),
        "nothing": scene.token(BRANCH, views, views),
    }


def offered(stem: str) -> set[str]:
    """What the rows of a resource can name besides transitions."""
    return set(registered()[f"{stem}_retrieve"][0].nameable())


def needs_more(stem: str, name: str) -> bool:
    """Whether an action takes a permission that is not one to view."""
    found = registered().get(f"{stem}_{name}")
    return found is not None and not str(found[1].permission).endswith(".view")


def worth_asking(scene: Scene, stem: str, identity: str, who: str) -> bool:
    """Whether another caller's answer tells something new of a row: narrow rights where there are two sides."""
    near, far = scene.near.ids.get(stem), scene.far.ids.get(stem)
    if who == "branch":
        return identity in (near, far)
    if who == "customer":
        return identity == near
    return who == "everything" or identity == near or near is None


def test_what_is_named_is_possible_and_what_is_not_is_refused(scene: Scene) -> None:
    assert set(ELSEWHERE) < set(shows_actions())
    people = callers(scene)
    wrong: list[str] = []
    for stem in shows_actions():
        if stem in ELSEWHERE:
            continue
        seen: dict[tuple[str, str], list[str]] = {}
        vocabulary: set[str] = set()
        for identity in rows_of(scene, stem):
            for who, token in people.items():
                if not worth_asking(scene, stem, identity, who):
                    continue
                reply = scene.world.send(f"{stem}_retrieve", Sent(id=identity), token=token)
                if reply.status in (403, 404):
                    continue
                seen[identity, who] = reply.json["allowed_actions"]
                vocabulary.update(reply.json["allowed_actions"])
        vocabulary |= offered(stem)
        for (identity, who), named in seen.items():
            for name in sorted(vocabulary):
                done = attempt(scene, stem, name, identity, people[who])
                if name in named:
                    if done.status >= 403 and done.code not in WHEN_DONE | OF_THE_BODY:
                        wrong.append(f"{stem} {name} is named to {who}: {done.status} {done.code}")
                elif done.status < 403 and (stem, name) not in CHANGES_NOTHING:
                    wrong.append(f"{stem} {name} is not named to {who}: {done.status}")
                elif who == "nothing" and needs_more(stem, name) and done.status != 403:
                    wrong.append(f"{stem} {name} is kept from {who} by its rights: {done.status} {done.code}")
    assert not wrong, "\n".join(wrong)


def test_every_row_with_an_address_says_what_may_be_done_with_it() -> None:
    """Of the operator too, and where rows are only listed."""
    silent = []
    for operation_id, (resource, operation) in sorted(registered().items()):
        schema = resource.read
        if schema is None or operation.response is not schema or "id" not in schema._declared_fields:
            continue
        if resource.at_a_row() and "allowed_actions" not in schema._declared_fields:
            silent.append(operation_id)
    assert silent == []


def test_what_an_impersonator_may_never_do_is_what_says_so() -> None:
    """An update is refused to him for some fields only, so it is named; any other such operation is not."""
    refused, kept = set(), set()
    for _, resource in routes.REGISTER:
        kept |= {(resource.plural, name) for name in resource.in_person}
        for operation in resource.at_a_row():
            if NotWhileImpersonating in operation.errors and operation.name in resource.nameable():
                refused.add((resource.plural, operation.name))
    conditional = {one for one in refused if one[1] == "update"}
    assert len(conditional) >= 4
    assert kept == refused - conditional


def test_what_is_done_at_one_path_is_named_by_the_rows_of_it() -> None:
    """Also where several resources share the path, and nothing besides `unlisted` is left out."""
    found = offered("users")
    assert {"update", "delete", "unlock", "reset_second_factors", "revoke_sessions"} <= found
    assert "sessions" not in found
    assert offered("api_keys") == {"delete", "rotate"}
    assert {"preview", "package"} <= offered("privacy_requests")
    unsaid = {
        operation_id
        for operation_id, (resource, operation) in registered().items()
        if operation.detail and operation.method != "GET" and operation.name in resource.unlisted
    }
    assert unsaid == UNSAID


def test_a_row_that_another_resource_shows_is_told_of_by_its_own(scene: Scene) -> None:
    """A user's sessions, which staff lists at the user, are not ended as one's own are."""
    world = scene.world
    shown = world.good("users_sessions", id=world.good("me_retrieve").json["id"]).json["data"]
    assert {tuple(row["allowed_actions"]) for row in shown} == {("delete",)}
    others = world.good("users_sessions", id=scene.near.maker).json["data"]
    assert {tuple(row["allowed_actions"]) for row in others} == {()}


LISTS = [
    ("customers", BRANCH),
    ("orders", BRANCH),
    ("payments", BRANCH),
    ("receivables", BRANCH),
    ("quotes", BRANCH),
    ("files", CUSTOMER),
    ("price_rules", BRANCH),
    ("users", BRANCH),
    ("scope_sets", BRANCH),
    ("privacy_requests", CUSTOMER),
    ("loyalty_lots", CUSTOMER),
    ("journal_entries", BRANCH),
    ("branches", BRANCH),
]
MANY = 30


def cost(scene: Scene, name: str, token: str, limit: int) -> tuple[int, int]:
    """The statements of a warm list, and its rows."""
    sent = Sent(query={"limit": str(limit)})
    scene.world.send(name, sent, token=token)
    with counted() as statements:
        reply = scene.world.send(name, sent, token=token)
    assert reply.status == 200, reply
    return len(statements), len(reply.json["data"])


def test_thirty_assignments_cost_what_one_costs(scene: Scene) -> None:
    """Scopes are in the principal: however many branches, customers and sets there are, lists ask as often."""
    everything = {code for code, item in CATALOGUE.items() if item.group != "platform"}
    one = scene.token(BRANCH, everything)
    many = scene.token(BRANCH, everything)
    user_id = Assignment.objects.order_by("-id").values_list("user_id", flat=True)[0]
    for index in range(MANY):
        role = scene.role(sorted(everything)[index + 1 :])
        kind = (BRANCH, CUSTOMER, "set")[index % 3]
        assignment = scene.grant(kind, role)
        assignment.user_id = user_id
        assignment.save(force_insert=True)
    many = str(accounts.issue_session_for(user_id).access_token)
    costs: dict[str, list[int]] = defaultdict(list)
    for stem, _scope in LISTS:
        for token in (one, many):
            costs[stem].append(cost(scene, f"{stem}_list", token, 100)[0])
    assert {stem: pair for stem, pair in costs.items() if pair[0] != pair[1]} == {}


def _many_customers(scene: Scene, side: Side) -> None:
    from backend.business.customers.models import Customer

    row = Customer.objects.get(pk=decode("cus", side.customer))
    Customer.objects.bulk_create(
        Customer(
            kind=row.kind,
            name=f"{row.name} {index}",
            class_code=row.class_code,
            language=row.language,
            branch_id=row.branch_id,
            created_by_id=row.created_by_id,
        )
        for index in range(MANY)
    )


def test_thirty_rows_cost_what_one_costs_with_what_is_allowed(scene: Scene) -> None:
    world, near = scene.world, scene.near
    _many_customers(scene, near)
    for index in range(MANY):
        world.made(
            "orders_create",
            token=near.token,
            json={
                "lines": [{"service": world.ids["notarization"]}],
                "customer": near.customer,
                "branch": near.branch,
            },
        )
        accounts.create_user(
            principal=None,
            name=f"Person {index}",
            kind="customer",
            email=f"p{index}@person.example",
            customer_id=decode("cus", near.customer),
        )
    everything = {code for code, item in CATALOGUE.items() if item.group != "platform"}
    for scope in (BRANCH, CUSTOMER):
        token = scene.token(scope, everything)
        for stem in ("customers", "orders", "receivables", "quotes", "users"):
            few, _ = cost(scene, f"{stem}_list", token, 1)
            many, rows = cost(scene, f"{stem}_list", token, 100)
            assert many <= few, (stem, scope, few, many)
            if (stem, scope) not in {("customers", CUSTOMER), ("users", BRANCH)}:
                assert rows >= MANY, (stem, scope, rows)
