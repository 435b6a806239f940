"""The identity's bad input over HTTP: each kind has a code, and changes nothing.

What is not here: forged and exchanged tokens in `test_accounts_tokens`, codes of second factors that come again in
`test_accounts_sessions_factors`, ten thousand guesses in `test_accounts_sessions_guessing` and `…_spraying`.
"""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest

from backend.core.accounts import facade, links, tokens
from backend.core.accounts.models import Assignment, Invitation, Role, Session, User
from backend.core.accounts.services import invitations, sessions
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import clock, tenancy
from backend.kernel.ids import encode
from tests.core.test_accounts_api import PASSWORD, person

ROLES = [
    RoleSpec("owner", {"en": "Owner"}, ("*",)),
    RoleSpec("clerk", {"en": "Clerk"}, ("accounts.user.view",)),
]


@pytest.fixture
def roles(tenant: Any) -> Any:
    return facade.seed_roles(ROLES)


@pytest.fixture
def owner(api: Any, roles: Any) -> Any:
    user = person(roles["owner"])
    client = api.signed_in(facade.issue_session_for(user.id).access_token)
    client.user = user
    return client


def refused(reply: Any, status: int, code: str, pointer: str | None = None) -> None:
    assert (reply.status, reply.code) == (status, code), reply
    if pointer is not None:
        assert [problem["pointer"] for problem in reply.json["errors"]] == [pointer]


# -- tokens -----------------------------------------------------------------------------------------------


def test_tokens_that_are_not_good(owner: Any, api: Any, other_tenant: Any) -> None:
    pair = facade.issue_session_for(owner.user.id)
    head, body, signature = pair.access_token.split(".")
    with tenancy.tenant_context(other_tenant):
        foreign = facade.issue_session_for(person().id).access_token
    assert api.get("/me", token=pair.access_token).status == 200
    for token in (
        "x",
        f"{head}.{body}",
        f"{head}.{body}.{signature[::-1]}",
        f"{head}.{body[:-4]}AAAA.{signature}",
        "eyJhbGciOiJub25lIn0." + body + ".",
        foreign,
        pair.refresh_token,
        "gh_live_" + "a" * 42 + "_" + "0" * 26,
        "gh_oat_x_y",
        "x" * 5_000,
    ):
        refused(api.get("/me", token=token), 401, "token_invalid")
    refused(api.get("/me"), 401, "not_authenticated")
    later = clock.now() + tokens.ACCESS_LIFETIME
    with clock.use(lambda: later):
        refused(api.get("/me", token=pair.access_token), 401, "token_expired")
    for body_ in ({"refresh_token": pair.access_token}, {"refresh_token": foreign}, {"refresh_token": "x"}):
        refused(api.post("/auth/tokens/refresh", json=body_), 401, "token_invalid")


def test_a_refresh_token_that_comes_back_ends_its_session(owner: Any, api: Any, commits: Any) -> None:
    pair = facade.issue_session_for(owner.user.id)
    now = clock.now()
    renewed = api.post("/auth/tokens/refresh", json={"refresh_token": pair.refresh_token})
    assert renewed.status == 200, renewed
    with clock.use(lambda: now + sessions.GRACE + timedelta(seconds=1)), commits():
        again = api.post("/auth/tokens/refresh", json={"refresh_token": pair.refresh_token})
        refused(again, 401, "refresh_reused")
        refused(api.get("/me", token=renewed.json["access_token"]), 401, "session_ended")
        new = api.post("/auth/tokens/refresh", json={"refresh_token": renewed.json["refresh_token"]})
        refused(new, 401, "session_ended")


@pytest.mark.parametrize("seconds", [-300, -30, 30, 300])
def test_the_clocks_of_two_servers_may_differ(owner: Any, api: Any, seconds: int) -> None:
    there = clock.now() + timedelta(seconds=seconds)
    with clock.use(lambda: there):
        pair = facade.issue_session_for(owner.user.id)
    # Nothing remembers the tokens here: they are read, as on the server that did not make them.
    tokens._known.clear()
    assert api.get("/me", token=pair.access_token).status == 200
    assert api.post("/auth/tokens/refresh", json={"refresh_token": pair.refresh_token}).status == 200


# -- links ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "how",
    ["altered", "cut", "signature", "foreign", "another invitation", "a reset", "a token", "old", "nothing"],
)
def test_a_tampered_invitation_opens_nothing(
    owner: Any, api: Any, roles: Any, other_tenant: Any, how: str
) -> None:
    here = tenancy.current()
    principal = facade.principal_of_user(owner.user.id)
    made = [
        invitations.create_invitation(
            principal=principal,
            email=f"invited{n}@example.com",
            name="I",
            assignments=[Grant(roles["clerk"])],
        )
        for n in range(2)
    ]
    good, other = (links.for_invitation(here, row) for row in made)
    parts = good.split(".")
    token = {
        "altered": f"{parts[0]}.{parts[1][:-2]}AA.{parts[2]}",
        "cut": good[:-5],
        "signature": ".".join([*parts[:2], other.split(".")[2]]),
        "foreign": links.for_invitation(other_tenant, made[0]),
        "another invitation": ".".join([parts[0], other.split(".")[1], parts[2]]),
        "a reset": links.for_reset(here, User.objects.get(pk=owner.user.id)),
        "a token": owner.token,
        "old": good,
        "nothing": "x",
    }[how]
    if how == "old":
        invitations.resend_invitation(principal=principal, id=made[0].pk)
    body = {"token": token, "password": PASSWORD}
    refused(api.post("/invitations/accept", json=body), 409, "auth_link_invalid")
    refused(api.post("/invitations/show", json={"token": token}), 409, "auth_link_invalid")
    assert not User.objects.filter(email__startswith="invited").exists()
    assert [invitations.state_of(row) for row in Invitation.objects.all()] == ["open", "open"]


# -- guesses ----------------------------------------------------------------------------------------------


def test_a_hundred_wrong_passwords_over_http(owner: Any, api: Any) -> None:
    body = {"email": owner.user.email, "password": "wrong"}
    codes = [api.post("/auth/tokens", json=body).code for _ in range(100)]
    assert codes == ["invalid_credentials"] * 5 + ["login_throttled"] * 95
    answer = api.post("/auth/tokens", json={**body, "password": PASSWORD})
    refused(answer, 429, "login_throttled")
    assert 0 < int(answer.headers["Retry-After"]) <= 15
    assert Session.objects.filter(user_id=owner.user.id).count() == 1  # The one that was there.


# -- networks ---------------------------------------------------------------------------------------------

NONSENSE = [
    "203.0.113.7/24",
    "203.0.113.0/33",
    "203.0.113",
    "any",
    "",
    " ",
    "::1/129",
    "1.2.3.4/-1",
    "𝟏.0.0.0/8",
]


def test_nonsense_is_no_network_at_any_door(owner: Any) -> None:
    networks = [text for text in NONSENSE if text]
    doors = {
        "/security/policy": ("PATCH", {}),
        "/roles": ("POST", {"code": "r", "name": {"en": "R"}, "permissions": []}),
        "/me/api-keys": ("POST", {"name": "k"}),
    }
    for path, (method, more) in doors.items():
        reply = owner.call(method, path, json={**more, "networks": networks})
        assert (reply.status, reply.code) == (409, "invalid"), reply
        told = {problem["pointer"]: problem["code"] for problem in reply.json["errors"]}
        assert told == {f"/networks/{index}": "network_invalid" for index in range(len(networks))}, path
        assert owner.call(method, path, json={**more, "networks": [""]}).status == 400
    assert not Role.objects.filter(code="r").exists()


# -- rights -----------------------------------------------------------------------------------------------


def test_a_role_that_inherits_itself(owner: Any) -> None:
    def role(code: str, **more: Any) -> str:
        made = owner.post("/roles", json={"code": code, "name": {"en": code}, "permissions": [], **more})
        assert made.status == 201, made
        return str(made.json["id"])

    first = role("first")
    second = role("second", parent=first)
    third = role("third", parent=second)
    for parent in (first, second, third):
        refused(owner.patch(f"/roles/{first}", json={"parent": parent}), 409, "role_cycle", "/parent")
    assert Role.objects.get(code="first").parent_id is None


def test_an_assignment_to_a_branch_of_another_business(
    owner: Any, roles: Any, other_tenant: Any, api_for: Any
) -> None:
    with tenancy.tenant_context(other_tenant):
        theirs = person(assignments=[Grant(facade.seed_roles(ROLES)["owner"])])
        stranger = api_for(other_tenant).signed_in(facade.issue_session_for(theirs.id).access_token)
    branch = stranger.post("/branches", json={"code": uuid.uuid4().hex[:8], "name": {"en": "B"}})
    assert branch.status == 201, branch
    user = person()
    assignment = {"role": encode("rol", roles["clerk"]), "scope": "branch", "branch": branch.json["id"]}
    body = {"name": "N", "email": f"{uuid.uuid4().hex}@example.com", "assignments": [assignment]}
    pointer = "/assignments/0/branch"
    for reply in (
        owner.post("/users", json=body),
        owner.patch(f"/users/{encode('usr', user.id)}", json={"assignments": [assignment]}),
        owner.post("/invitations", json=body),
    ):
        refused(reply, 409, "reference_not_found", pointer)
    made = owner.post("/scope-sets", json={"code": "s", "name": {"en": "S"}, "branches": [branch.json["id"]]})
    refused(made, 409, "reference_not_found", "/branches/0")
    assert not Assignment.objects.filter(scope="branch").exists()
    assert not User.objects.filter(email=body["email"]).exists()
    # Nor a role or a customer of theirs.
    with tenancy.tenant_context(other_tenant):
        role = Role.objects.values_list("pk", flat=True).get(code="clerk")
    lent = {"role": encode("rol", role), "scope": "business"}
    refused(
        owner.post("/users", json={**body, "assignments": [lent]}),
        409,
        "reference_not_found",
        "/assignments/0/role",
    )


def test_the_last_owner_is_not_deleted(owner: Any, api: Any, roles: Any) -> None:
    robot = facade.create_service_account(principal=None, name="r", assignments=[Grant(roles["owner"])])
    client = api.signed_in(facade.issue_session_for(robot.user_id).access_token)
    path = f"/users/{encode('usr', owner.user.id)}"
    refused(owner.delete(path), 409, "own_account")
    refused(client.delete(path), 409, "last_owner")
    for change in ({"status": "suspended"}, {"assignments": []}):
        refused(client.patch(path, json=change), 409, "last_owner")
    assert owner.get("/me").status == 200
    second = person(roles["owner"])
    assert client.delete(path).status == 204
    refused(client.delete(f"/users/{encode('usr', second.id)}"), 409, "last_owner")
