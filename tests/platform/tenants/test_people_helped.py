"""The operator sees the people of a business, and helps them to a new password."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from typing import Any

from django.db import connection

from backend.core.accounts import facade as accounts
from backend.kernel import tenancy
from backend.kernel.ids import encode
from backend.kernel.tenancy import TenantInfo, tenant_context
from tests.platform.tenants.test_people import SECRET, audit, person
from tests.support.client import Api


def test_the_users_of_a_business(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any]
) -> None:
    info, elsewhere = make_tenant(), make_tenant()
    names = [f"Person {index}" for index in range(5)]
    for name in names:
        person(info, "accounts.user.view", name=name)
    person(elsewhere, name="Stranger")
    boss = operator("platform.tenant_user.view")
    path = f"/platform/tenants/{encode('ten', info.id)}/users"
    first = boss.get(path, query={"limit": "3"}).json
    rest = boss.get(path, query={"limit": "3", "cursor": first["next_cursor"]}).json
    shown = [row["name"] for row in first["data"] + rest["data"]]
    assert shown == [*names[::-1], "Ledger"]  # The books' own account came first.
    assert rest["next_cursor"] is None
    assert len(first["data"][0]["roles"]) == 1
    assert "password" not in json.dumps(first)
    found = boss.get(path, query={"q": "person 3"}).json["data"]
    assert [row["name"] for row in found] == ["Person 3"]
    assert operator("platform.tenant.view").get(path).code == "permission_denied"
    assert boss.get(f"/platform/tenants/{encode('ten', uuid.uuid4())}/users").status == 404
    # A cursor is good in one business only.
    other = f"/platform/tenants/{encode('ten', elsewhere.id)}/users"
    assert boss.get(other, query={"cursor": first["next_cursor"]}).code == "cursor_unknown"
    assert [row["name"] for row in boss.get(other).json["data"]] == ["Stranger", "Ledger"]


def test_a_user_is_sent_to_choose_a_new_password(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any], mailoutbox: Any
) -> None:
    from backend.core.accounts import mails

    info = make_tenant()
    user = person(info, email="forgot@people.example")
    boss = operator("platform.tenant_user.manage")
    path = f"/platform/tenants/{encode('ten', info.id)}/password-resets"
    sent = boss.post(path, json={"user": encode("usr", user.id)})
    assert (sent.status, sent.body) == (202, b"")
    with tenant_context(tenancy.resolve_id(info.id)):  # type: ignore[arg-type]
        mails.send_due()
    assert [mail.to for mail in mailoutbox] == [["forgot@people.example"]]
    assert SECRET not in mailoutbox[0].body
    for missing in (uuid.uuid4(), person(info, email=None, phone="+998901112233").id):
        reply = boss.post(path, json={"user": encode("usr", missing)})
        assert (reply.status, reply.code) == (409, "reference_not_found")
    assert (
        operator("platform.tenant_user.view").post(path, json={"user": encode("usr", user.id)}).status == 403
    )


def test_who_waits_after_wrong_passwords_is_let_in_at_once(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any]
) -> None:
    info = make_tenant()
    user = person(info, email="typist@people.example")
    given = {"email": "typist@people.example", "password": SECRET}
    for _ in range(6):
        Api(info).post("/auth/tokens", json={**given, "password": "wrong"})
    assert Api(info).post("/auth/tokens", json=given).code == "login_throttled"
    path = f"/platform/tenants/{encode('ten', info.id)}/users/recoveries"
    back = operator("platform.tenant_user.manage").post(
        path, json={"user": encode("usr", user.id), "reason": "Called from the desk."}
    )
    assert back.status == 200, back
    assert Api(info).post("/auth/tokens", json=given).status == 201


def test_an_operator_helps_a_user_whom_nobody_there_can(
    make_tenant: Callable[..., TenantInfo], operator: Callable[..., Any], mailoutbox: Any
) -> None:
    from backend.core.accounts import mails
    from backend.core.accounts.models import Session, User

    info = make_tenant()
    user = person(info, "*", email="lost@people.example")
    with tenant_context(info):
        factors = {
            "recovery": ["x"],
            "failures": 9,
            "totp": {"secret": "x", "confirmed_at": "2026-01-01T00:00:00Z"},
        }
        User.objects.filter(pk=user.id).update(second_factors=factors, failed_logins=7)
        accounts.issue_session_for(user.id)
    boss = operator("platform.tenant_user.manage", "platform.tenant_user.view")
    place = f"/platform/tenants/{encode('ten', info.id)}/users"
    someone = {"user": encode("usr", user.id), "reason": "Lost the telephone, ticket 8."}

    back = boss.post(f"{place}/recoveries", json={**someone, "second_factors": True})
    assert back.status == 200, back
    assert back.json["allowed_actions"] == ["send_password_reset", "change_user", "recover_user"]
    with tenant_context(info):
        found = User.objects.get(pk=user.id)
        assert (found.second_factors, found.failed_logins) == ({}, 0)
        assert not Session.objects.filter(user_id=user.id, revoked_at=None).exists()
    told = audit(info, "accounts_user")
    assert set(told[-2:]) == {(boss.user_id, "operator", None)}

    changes = {"email": "new@people.example", "name": "Zulfiya K.", "timezone": "Asia/Tashkent"}
    changed = boss.post(f"{place}/changes", json={**someone, **changes})
    assert changed.status == 200, changed
    assert (changed.json["name"], changed.json["email"]) == ("Zulfiya K.", "new@people.example")
    with tenant_context(info), connection.cursor() as cursor:
        mails.send_due()
        cursor.execute("SELECT after -> 'changed' FROM audit_entry WHERE action = 'auth.helped' ORDER BY id")
        said = [json.loads(row[0]) for row in cursor.fetchall()]
    assert said == [["failures", "second_factors"], ["email", "name", "timezone"]]
    assert [mail.to for mail in mailoutbox] == [["lost@people.example"]]  # The mailbox before is told.

    # The business's rules hold for operators too.
    last = boss.post(f"{place}/changes", json={**someone, "status": "suspended"})
    assert (last.status, last.code) == (409, "last_owner")
    assert boss.post(f"{place}/changes", json={**someone, "assignments": []}).status == 400
    assert boss.post(f"{place}/recoveries", json={"user": someone["user"]}).status == 400
    with tenant_context(info):
        bot = accounts.create_service_account(principal=None, name="Bot").user_id
    for path in ("changes", "recoveries"):
        for nobody in (bot, uuid.uuid4()):
            reply = boss.post(f"{place}/{path}", json={**someone, "user": encode("usr", nobody)})
            assert (reply.status, reply.code) == (409, "reference_not_found")
        assert operator("platform.tenant_user.view").post(f"{place}/{path}", json=someone).status == 403
