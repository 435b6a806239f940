"""Preferences, deletion, and who may add users, over HTTP."""

from __future__ import annotations

import uuid
from typing import Any

from backend.core.accounts import facade, policy, profiles
from backend.core.accounts.models import User
from backend.core.accounts.types import Grant
from backend.kernel import tenancy
from backend.kernel.errors import DomainError
from backend.kernel.ids import decode, encode
from tests.core.test_accounts_api import PASSWORD, person
from tests.core.test_accounts_people import ROLES, can_sign_in, customer, roles, signed_in

__all__ = ["roles", "signed_in"]


# -- preferences and deletion -----------------------------------------------------------------------------


def test_preferences_merge_and_are_held_to_their_schema(signed_in: Any) -> None:
    clerk = signed_in("clerk")
    first = clerk.patch(
        "/me", json={"preferences": {"theme": "dark", "hotkeys": {"orders.create": "Ctrl+N"}}}
    )
    assert first.status == 200, first.body
    second = clerk.patch(
        "/me", json={"preferences": {"layouts": {"orders": {"columns": ["number"]}}, "theme": None}}
    )
    assert second.json["preferences"] == {
        "hotkeys": {"orders.create": "Ctrl+N"},
        "layouts": {"orders": {"columns": ["number"]}},
    }
    begun = {"orders.create": {"customer": "Ada", "pages": 3}}
    kept = clerk.patch("/me", json={"preferences": {"drafts": begun}})
    assert kept.json["preferences"]["drafts"] == begun
    assert clerk.get("/me").json["preferences"]["drafts"] == begun, "on another device too"
    assert clerk.patch("/me", json={"preferences": {"front_end": {"blob": "x" * 40_000}}}).status == 200
    for value, pointer in (
        ({"theme": "pink"}, "/preferences/theme"),
        ({"colour": 1}, "/preferences/colour"),
        ({"hotkeys": {"A B": "x"}}, "/preferences/hotkeys/A B"),
        ({"hotkeys": {"a": ""}}, "/preferences/hotkeys/a"),
        ({"drafts": {f"f{n}": {} for n in range(21)}}, "/preferences/drafts"),
        ({"favourites": ["x"] * 101}, "/preferences/favourites"),
        ({"layouts": {"orders": {"blob": "x" * 30_000}}}, "/preferences"),
    ):
        refused = clerk.patch("/me", json={"preferences": value})
        assert (refused.status, refused.json["errors"][0]["pointer"]) == (409, pointer)
    schema = clerk.get("/me/preferences/schema").json["schema"]
    assert schema == profiles.SCHEMA


def test_a_deleted_user_is_forgotten_and_the_history_keeps_an_id(api: Any, signed_in: Any) -> None:
    owner, clerk = signed_in("owner"), signed_in("clerk")
    path = f"/users/{encode('usr', clerk.user.id)}"
    preview = owner.get(f"{path}/deletion")
    assert (preview.json["sessions"], preview.json["assignments"]) == (1, 1)
    assert owner.delete(path).status == 204
    assert clerk.get("/me").code == "session_ended"
    assert not can_sign_in(api, clerk.user.email, PASSWORD)
    shown = owner.get(path).json
    assert (shown["status"], shown["name"], shown["email"], shown["assignments"]) == (
        "deleted",
        "Deleted user",
        None,
        [],
    )
    assert owner.patch(path, json={"name": "Back"}).code == "user_deleted"
    assert owner.delete(path).code == "user_deleted"
    assert owner.delete(f"/users/{encode('usr', owner.user.id)}").code == "own_account"
    second = signed_in("owner")
    assert second.delete(f"/users/{encode('usr', owner.user.id)}").status == 204


def test_two_owners_who_delete_each_other_leave_one(live_tenant: Any, run_parallel: Any) -> None:
    from backend.core.accounts import services

    with tenancy.tenant_context(live_tenant):
        codes = facade.seed_roles(ROLES)
        pair = [facade.principal_of_user(person(assignments=[Grant(codes["owner"])]).id) for _ in range(2)]

    def remove(index: int) -> str:
        with tenancy.tenant_context(live_tenant):
            try:
                services.delete_user(principal=pair[index], id=pair[1 - index].user_id)
            except DomainError as error:
                return error.code
            return "deleted"

    assert sorted(run_parallel(remove, 2)) == ["deleted", "last_owner"]


def test_a_changed_policy_reaches_new_passwords(signed_in: Any, commits: Any) -> None:
    owner = signed_in("owner")
    with commits():
        owner.patch("/security/policy", json={"password": {"min_length": 30}})
    reply = owner.post("/users", json={"name": "B", "email": "b@example.com", "password": PASSWORD})
    assert reply.json["errors"][0]["code"] == "password_too_short"
    assert policy.current().password.min_length == 30


def test_a_right_over_a_customer_adds_no_staff(api: Any, signed_in: Any, roles: dict[str, uuid.UUID]) -> None:
    owner = signed_in("owner")
    agency = decode("cus", customer(api, owner, "Agency"))
    boss = person(kind="customer", customer_id=agency)
    facade.assign_role(principal=None, user_id=boss.id, role="hr", scope="customer", customer_id=agency)
    client = api.signed_in(facade.issue_session_for(boss.id).access_token)
    before = User.objects.count()
    refused = client.post("/users", json={"name": "Intruder", "email": "intruder@example.com"})
    assert (refused.status, refused.code) == (403, "permission_denied")
    assert User.objects.count() == before
