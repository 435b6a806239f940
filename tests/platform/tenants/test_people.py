"""The operator acts for people of a business; and operators themselves."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import clock
from backend.kernel.ids import decode, encode
from backend.kernel.permissions import system_principal
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.platform.tenants import lifecycle
from backend.platform.tenants.models import Impersonation
from tests.support.client import Api

SECRET = "a long enough secret"


def claims(token: str) -> dict[str, Any]:
    part = token.split(".")[1]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found


def person(info: TenantInfo, *permissions: str, kind: str = "staff", **given: Any) -> Any:
    """A user of a business."""
    with tenant_context(info):
        code = f"r{uuid.uuid4().hex[:8]}"
        grants = []
        if permissions:
            role = accounts.seed_roles([RoleSpec(code, {"en": "Role"}, permissions)])[code]
            grants = [Grant(role)]
        return accounts.create_user(
            principal=None,
            name=given.pop("name", "Zulfiya"),
            kind=kind,
            email=given.pop("email", f"{code}@people.example"),
            password=SECRET,
            assignments=grants,
            **given,
        )


def begin(client: Api, info: TenantInfo, someone: Any, **given: Any) -> Any:
    body = {
        "tenant": encode("ten", info.id),
        "user": encode("usr", someone.id),
        "reason": "ticket 7",
        **given,
    }
    return client.post("/platform/impersonations", json=body)


def audit(info: TenantInfo, table: str) -> list[tuple[Any, ...]]:
    with tenant_context(info), connection.cursor() as cursor:
        cursor.execute(
            'SELECT actor_id, actor_kind, impersonator_id FROM audit_entry WHERE "table" = %s ORDER BY id',
            [table],
        )
        return cursor.fetchall()


def test_an_operator_acts_as_a_user_and_is_named_everywhere(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any]
) -> None:
    info = make_tenant()
    user = person(info, "accounts.*", "organizations.*")
    boss = operator("platform.tenant.impersonate")
    started = begin(boss, info, user, minutes=15)
    assert started.status == 201, started
    body = started.json
    assert (body["state"], body["user_name"], body["operator"]) == (
        "active",
        "Zulfiya",
        encode("usr", boss.user_id),
    )
    # The operator began it, whoever it is about.
    assert audit(info, "accounts_user")[-1] == (boss.user_id, "operator", None)
    token = body["access_token"]
    assert claims(token)["act"] == {"sub": encode("usr", boss.user_id)}
    assert claims(token)["sub"] == encode("usr", user.id)
    assert claims(token)["ten"] == encode("ten", info.id)

    api = Api(info, token)
    me = api.get("/me").json
    assert me["id"] == encode("usr", user.id)
    assert me["impersonation"] == {
        "operator": encode("usr", boss.user_id),
        "reason": "ticket 7",
        "expires_at": body["expires_at"],
    }
    assert "organizations.branch.manage" in me["permissions"]
    assert api.post("/branches", json={"code": "b", "name": {"en": "B"}}).status == 201
    rows = audit(info, "organizations_branch")
    assert rows == [(user.id, "staff", boss.user_id)]
    # What the user does is the user's own.
    with tenant_context(info):
        own = Api(info, accounts.issue_session_for(user.id).access_token)
    assert own.get("/me").json["impersonation"] is None
    assert own.post("/branches", json={"code": "c", "name": {"en": "C"}}).status == 201
    assert audit(info, "organizations_branch")[1] == (user.id, "staff", None)
    # The token is the business's alone.
    assert Api(None, token).get("/platform/me").status == 401


def test_it_ends_at_its_time_whatever_is_renewed(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any]
) -> None:
    info = make_tenant()
    user = person(info, "accounts.*")
    boss = operator("platform.tenant.impersonate")
    start = clock.now().replace(microsecond=0)
    with clock.use(lambda: start):
        body = begin(boss, info, user, minutes=15).json
    end = start + timedelta(minutes=15)
    assert claims(body["refresh_token"])["exp"] == int(end.timestamp())
    refresh, access = body["refresh_token"], body["access_token"]
    for minutes in (9, 14):
        with clock.use(lambda minutes=minutes: start + timedelta(minutes=minutes)):
            pair = Api(info).post("/auth/tokens/refresh", json={"refresh_token": refresh})
            assert pair.status == 200, pair
            refresh, access = pair.json["refresh_token"], pair.json["access_token"]
            assert claims(access)["act"] == {"sub": encode("usr", boss.user_id)}
            for token in (refresh, access):
                assert claims(token)["exp"] <= int(end.timestamp())
            assert Api(info, access).get("/me").status == 200
    with clock.use(lambda: end):
        assert Api(info, access).get("/me").status == 401
        assert Api(info).post("/auth/tokens/refresh", json={"refresh_token": refresh}).status == 401
        with tenant_context(PUBLIC):
            assert Impersonation.objects.get(pk=decode("imp", body["id"])).state == "expired"


def test_it_is_ended_at_once(make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any]) -> None:
    info = make_tenant()
    user = person(info, "accounts.*")
    boss, other = operator("platform.tenant.impersonate"), operator("platform.tenant.impersonate")
    body = begin(boss, info, user).json
    api = Api(info, body["access_token"])
    assert api.get("/me").status == 200
    path = f"/platform/impersonations/{body['id']}"
    assert other.get(path).json["state"] == "active"
    ended = other.post(f"{path}/end")
    assert (ended.status, ended.json["state"]) == (200, "ended")
    assert ended.json["ended_by"] == encode("usr", other.user_id)
    assert api.get("/me").status == 401
    assert Api(info).post("/auth/tokens/refresh", json={"refresh_token": body["refresh_token"]}).status == 401
    # A second time changes nothing, and the user's own sessions live on.
    assert boss.post(f"{path}/end").json["ended_by"] == encode("usr", other.user_id)
    listed = boss.get("/platform/impersonations", query={"tenant": encode("ten", info.id)}).json["data"]
    assert [row["id"] for row in listed] == [body["id"]]
    assert "access_token" not in listed[0]


@pytest.mark.parametrize("how", ["suspended", "deleted", "permission"])
def test_it_ends_with_the_operator(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any], how: str
) -> None:
    """Neither the access token nor the renewal outlives the operator's right, and the list says so."""
    from backend.core.accounts import services

    info = make_tenant()
    user = person(info, "accounts.*")
    boss = operator("platform.tenant.impersonate")
    body = begin(boss, info, user).json
    api = Api(info, body["access_token"])
    assert api.get("/me").status == 200
    with tenant_context(PUBLIC):
        if how == "deleted":
            services.delete_user(principal=None, id=boss.user_id)
        elif how == "suspended":
            services.update_user(principal=None, id=boss.user_id, status="suspended")
        else:
            services.update_user(principal=None, id=boss.user_id, assignments=[])
    assert (api.get("/me").status, api.get("/me").code) == (401, "session_ended")
    renewed = Api(info).post("/auth/tokens/refresh", json={"refresh_token": body["refresh_token"]})
    assert (renewed.status, renewed.code) == (401, "session_ended")
    other = operator("platform.tenant.impersonate")
    path = f"/platform/impersonations/{body['id']}"
    for row in (
        other.get(path).json,
        *other.get("/platform/impersonations", query={"tenant": encode("ten", info.id)}).json["data"],
    ):
        assert (row["state"], row["ended_at"], row["allowed_actions"]) == ("ended", None, ["end"])
    if how == "suspended":
        # With the operator its tokens are good again, and the list says that; ended by somebody it stays.
        with tenant_context(PUBLIC):
            services.update_user(principal=None, id=boss.user_id, status="active")
        assert (api.get("/me").status, other.get(path).json["state"]) == (200, "active")
    closed = other.post(f"{path}/end").json
    assert (closed["state"], closed["ended_by"]) == ("ended", encode("usr", other.user_id))
    assert api.get("/me").status == 401


def test_the_list_says_what_the_business_says(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any]
) -> None:
    """A session that the business ended, a user whom it suspended, and at last a business that lets nobody in."""
    from backend.core.accounts import services

    info = make_tenant()
    boss = operator("platform.tenant.impersonate")
    users = [person(info, "accounts.*") for _ in range(3)]
    begun = [begin(boss, info, user).json for user in users]

    def good() -> list[bool]:
        """Whose tokens are let in; the list says the same."""
        found = [Api(info, one["access_token"]).get("/me").status == 200 for one in begun]
        listed = boss.get("/platform/impersonations", query={"tenant": encode("ten", info.id)}).json["data"]
        states = {row["id"]: row["state"] for row in listed}
        assert [states[one["id"]] for one in begun] == ["active" if let_in else "ended" for let_in in found]
        return found

    assert good() == [True, True, True]
    with tenant_context(info):
        accounts.end_sessions_of(user_id=users[0].id, reason="user_suspended")
        services.update_user(principal=None, id=users[1].id, status="suspended")
    assert good() == [False, False, True]
    with tenant_context(PUBLIC):
        lifecycle.transition_tenant(
            principal=system_principal(None, "public"), tenant_id=info.id, transition="suspend"
        )
    assert good() == [False, False, False]


def test_what_only_the_user_may_do(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any]
) -> None:
    info = make_tenant()
    user, other = person(info, "*"), person(info, name="Other")
    with tenant_context(info):
        own = Api(info, accounts.issue_session_for(user.id).access_token)
        bot = encode("usr", accounts.create_service_account(principal=None, name="Integration").user_id)
        role = encode("rol", accounts.role_id("owner"))  # type: ignore[arg-type]
    made = own.post(
        "/roles", json={"code": "mine", "name": {"en": "Mine"}, "permissions": ["accounts.user.view"]}
    ).json["id"]
    invited = own.post("/invitations", json={"email": "guest@people.example", "name": "Guest"}).json["id"]
    hook = own.post(
        "/webhook-endpoints", json={"url": "https://hook.example.com/", "event_types": ["*"]}
    ).json["id"]
    someone = f"/users/{encode('usr', other.id)}"
    api = Api(info, begin(operator("platform.tenant.impersonate"), info, user).json["access_token"])
    calls = [
        ("POST", "/me/password", {"current_password": SECRET, "new_password": "another long secret"}),
        ("PATCH", f"/users/{encode('usr', user.id)}", {"email": "mine@operator.example"}),
        ("PATCH", f"/users/{encode('usr', other.id)}", {"phone": "+998901234567"}),
        ("POST", "/users", {"name": "Door", "email": "door@operator.example", "password": SECRET}),
        # A user without a password has one by the mail of a reset, or by Telegram.
        ("POST", "/users", {"name": "Door", "email": "door@operator.example"}),
        ("POST", "/users", {"name": "Door", "telegram_id": 77, "assignments": [{"role": role}]}),
        ("PATCH", someone, {"telegram_id": 77}),
        ("PATCH", someone, {"assignments": [{"role": role}]}),
        ("PATCH", someone, {"status": "suspended"}),
        ("POST", f"{someone}/second-factors/reset", None),
        ("POST", f"/users/{encode('usr', user.id)}/second-factors/reset", None),
        ("POST", "/invitations", {"email": "door@operator.example", "name": "Door"}),
        ("POST", f"/invitations/{invited}/resend", None),
        ("PATCH", f"/roles/{made}", {"permissions": ["*"]}),
        ("PATCH", "/security/policy", {"registration": {"open": True}}),
        ("POST", "/me/api-keys", {"name": "Door"}),
        ("POST", "/api-keys", {"name": "Door", "user": bot}),
        ("POST", "/me/second-factors/enrolments", {"method": "totp"}),
        ("POST", "/me/identities", {"code": "c", "state": "s", "binding": "b"}),
        ("POST", "/webhook-endpoints", {"url": "https://door.example.com/", "event_types": ["*"]}),
        ("PATCH", f"/webhook-endpoints/{hook}", {"url": "https://door.example.com/"}),
        ("POST", f"/webhook-endpoints/{hook}/rotate-secret", {}),
    ]
    for method, path, body in calls:
        reply = api.call(method, path, json=body)
        assert (reply.status, reply.code) == (403, "not_while_impersonating"), (path, reply)
    from backend.core.accounts import services
    from backend.core.accounts.errors import NotWhileImpersonating

    principal = accounts.authenticate_token(api.token or "", info)
    with tenant_context(info):
        account = accounts.create_service_account(principal=None, name="Bot")
        for act in (
            lambda: services.create_service_account(principal=principal, name="Spy"),
            lambda: services.rotate_service_secret(principal=principal, user_id=account.user_id),
        ):
            with pytest.raises(NotWhileImpersonating):
                act()
    # Nor is a button shown for it.
    for path, action in (
        (f"/webhook-endpoints/{hook}", "rotate_secret"),
        (f"/invitations/{invited}", "resend"),
        (someone, "reset_second_factors"),
    ):
        assert action in own.get(path).json["allowed_actions"], path
        shown = api.get(path).json["allowed_actions"]
        assert shown, path
        assert action not in shown, path
    # What is not about signing in is done.
    assert api.patch(someone, json={"name": "Else"}).status == 200
    assert api.patch(f"/roles/{made}", json={"name": {"en": "Ours"}}).status == 200
    with tenant_context(info):
        assert accounts.user_by_email("door@operator.example") is None


def test_refusals(make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any]) -> None:
    info = make_tenant()
    user = person(info)
    boss = operator("platform.tenant.impersonate")
    with tenant_context(info):
        bot = accounts.create_service_account(principal=None, name="Bot").user_id
        gone = person(info, name="Gone")
        accounts.update_user(principal=None, id=gone.id, status="suspended")
    cases = [
        ({"user": encode("usr", uuid.uuid4())}, 409, "reference_not_found", "/user"),
        ({"user": encode("usr", bot)}, 409, "reference_not_found", "/user"),
        ({"user": encode("usr", gone.id)}, 409, "user_not_active", "/user"),
        ({"tenant": encode("ten", uuid.uuid4())}, 409, "reference_not_found", "/tenant"),
        ({"minutes": 61}, 400, "request_invalid", "/minutes"),
        ({"minutes": 0}, 400, "request_invalid", "/minutes"),
        ({"reason": ""}, 400, "request_invalid", "/reason"),
    ]
    for change, status, code, pointer in cases:
        reply = begin(boss, info, user, **change)
        assert (reply.status, reply.code) == (status, code), (change, reply)
        assert reply.json["errors"][0]["pointer"] == pointer
    assert begin(operator("platform.tenant.view"), info, user).code == "permission_denied"
    assert begin(operator(), info, user).code == "permission_denied"
    with tenant_context(PUBLIC):
        lifecycle.transition_tenant(
            principal=system_principal(None, "public"), tenant_id=info.id, transition="suspend"
        )
    assert begin(boss, info, user).code == "tenant_not_open"


def test_a_business_in_read_only_is_still_looked_into(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any]
) -> None:
    info = make_tenant()
    user = person(info, "accounts.*")
    with tenant_context(PUBLIC):
        lifecycle.transition_tenant(
            principal=system_principal(None, "public"),
            tenant_id=info.id,
            transition="suspend",
            mode="read_only",
        )
    token = begin(operator("platform.tenant.impersonate"), info, user).json["access_token"]
    assert Api(info, token).get("/me").status == 200
    assert Api(info, token).patch("/me", json={"name": "X"}).code == "tenant_read_only"


# -- operators --------------------------------------------------------------------------------------------


def test_operators_are_apart_from_the_users_of_businesses(
    public: TenantInfo, alpha: TenantInfo, commits: Callable[[], Any]
) -> None:
    roles = accounts.seed_roles([RoleSpec("chief", {"en": "Chief"}, ("*",))])
    chief = accounts.create_user(
        principal=None, name="Chief", kind="operator", email="chief@operator.example",
        assignments=[Grant(roles["chief"])],
    )  # fmt: skip
    api = Api(None, accounts.issue_session_for(chief).access_token)
    role = api.post(
        "/platform/roles",
        json={"code": "helper", "name": {"en": "Helper"}, "permissions": ["platform.tenant.view"]},
    )
    assert role.status == 201, role
    made = api.post(
        "/platform/users",
        json={
            "name": "Helper", "email": "helper@operator.example", "password": SECRET,
            "assignments": [{"role": role.json["id"]}],
        },
    )  # fmt: skip
    assert (made.status, made.json["kind"]) == (201, "operator"), made
    opened = Api(None).post(
        "/platform/auth/tokens", json={"email": "helper@operator.example", "password": SECRET}
    )
    helper = Api(None, opened.json["access_token"])
    assert helper.get("/platform/tenants").status == 200
    assert helper.post("/platform/tenants", json={}).status == 403
    assert helper.get("/platform/users").status == 403
    assert {row["kind"] for row in api.get("/platform/users").json["data"]} == {"operator"}
    # Nobody of theirs is anybody in a business, and the other way round.
    assert Api(alpha, opened.json["access_token"]).get("/me").status == 401
    with tenant_context(alpha):
        assert accounts.user_by_email("helper@operator.example") is None
        staff = person(alpha, "*")
        token = accounts.issue_session_for(staff.id).access_token
    assert Api(None, token).get("/platform/users").status == 401
    with commits():
        changed = api.patch(f"/platform/users/{made.json['id']}", json={"status": "suspended"})
    assert changed.json["status"] == "suspended"
    assert helper.get("/platform/tenants").status == 401
    groups = {group["code"] for group in api.get("/platform/permissions").json["data"]}
    assert "platform" in groups
