"""The operator's routes of businesses."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from backend.core.accounts import facade as accounts
from backend.core.accounts import mails
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import clock, tenancy
from backend.kernel.ids import decode, encode
from backend.kernel.tenancy import TenantInfo, tenant_context
from backend.platform.tenants import pool, services
from backend.platform.tenants.models import Tenant

BODY = {
    "slug": "samarkand",
    "name": "Samarkand Translations",
    "country": "UZ",
    "currency": "UZS",
    "languages": ["uz", "ru", "en"],
    "timezone": "Asia/Samarkand",
}


@pytest.fixture
def signed_in(public: TenantInfo, api_for: Callable[..., Any]) -> Callable[..., Any]:
    """A client of the operator's routes, signed in with a role of these permissions."""

    def make(*permissions: str) -> Any:
        roles = accounts.seed_roles([RoleSpec(f"r{len(permissions)}", {"en": "Role"}, permissions)])
        user = accounts.create_user(
            principal=None,
            name="Operator",
            kind="operator",
            email=f"{uuid.uuid4().hex}@example.com",
            password="correct horse battery",
            assignments=[Grant(role) for role in roles.values()] if permissions else [],
        )
        return api_for(None).signed_in(accounts.issue_session_for(user).access_token)

    return make


@pytest.fixture
def operator(signed_in: Callable[..., Any]) -> Any:
    """An operator who may do everything with businesses."""
    return signed_in("platform.tenant.*")


def test_a_business_is_made_with_its_owner(operator: Any, api_for: Callable[..., Any]) -> None:
    owner = {"name": "Ulugh Beg", "email": "ulugh@example.com", "password": "a long enough secret"}
    made = operator.post("/platform/tenants", json={**BODY, "owner": owner})
    assert made.status == 201, made
    body = made.json
    assert body["host"] == "samarkand.guildhall.localhost"
    assert (body["status"], body["languages"], body["version"]) == ("active", ["uz", "ru", "en"], 1)
    own = ["update", "remove_override", "set_override"]
    assert body["allowed_actions"] == [*own, "suspend", "schedule_deletion"]
    assert "password" not in str(body)

    info = Tenant.objects.get(pk=decode("ten", body["id"])).info()
    opened = api_for(info).post("/auth/tokens", json={"email": owner["email"], "password": owner["password"]})
    assert opened.status == 201, opened
    me = api_for(info).get("/me", token=opened.json["access_token"])
    assert "accounts.user.manage" in me.json["permissions"]
    # The owner's token is nobody's at the operator.
    refused = api_for(None).get("/platform/tenants", token=opened.json["access_token"])
    assert refused.status == 401, refused

    shown = operator.get(f"/platform/tenants/{body['id']}")
    assert shown.status == 200
    assert shown.json == body
    listed = operator.get("/platform/tenants", query={"q": "samark"})
    assert [row["id"] for row in listed.json["data"]] == [body["id"]]


def test_an_owner_without_a_password_gets_a_mail(
    operator: Any, api_for: Callable[..., Any], mailoutbox: list[Any]
) -> None:
    """Nobody but the owner ever sees a password."""
    owner = {"name": "Ulugh Beg", "email": "ulugh@example.com"}
    made = operator.post("/platform/tenants", json={**BODY, "owner": owner})
    assert (made.status, made.json["owner_mailed_to"]) == (201, "ulugh@example.com"), made
    assert operator.get(f"/platform/tenants/{made.json['id']}").json["owner_mailed_to"] is None
    info = Tenant.objects.get(pk=decode("ten", made.json["id"])).info()
    with tenant_context(info):
        mails.send_due()
    (mail,) = mailoutbox
    assert mail.to == ["ulugh@example.com"]
    assert "hisob ochildi" in mail.body, "in the business's language"
    token = re.search(r"https://samarkand\.guildhall\.localhost/reset-password\?token=(\S+)", mail.body)
    assert token is not None, mail.body
    stranger = api_for(info)
    body = {"token": token[1], "new_password": "seven green umbrellas"}
    later = clock.now() + timedelta(days=2)
    with clock.use(lambda: later):
        assert stranger.post("/auth/password-resets/confirm", json=body).status == 204
    opened = stranger.post("/auth/tokens", json={"email": owner["email"], "password": body["new_password"]})
    assert opened.status == 201, opened
    assert (
        "accounts.user.manage" in stranger.get("/me", token=opened.json["access_token"]).json["permissions"]
    )


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "password_too_short"),
        ("1234567890", "password_too_common"),
        ("ulugh@example", "password_too_similar"),
    ],
)
def test_an_owners_password_is_held_to_the_rules(operator: Any, password: str, code: str) -> None:
    owner = {"name": "Ulugh Beg", "email": "ulugh@example.com", "password": password}
    refused = operator.post("/platform/tenants", json={**BODY, "owner": owner})
    assert refused.status == 409, refused
    assert [(p["pointer"], p["code"]) for p in refused.json["errors"]] == [("/owner/password", code)]
    assert not Tenant.objects.filter(slug=BODY["slug"]).exists()


def test_refusals_of_making(operator: Any, alpha: TenantInfo) -> None:
    if not services._packs:
        services.register_packs(lambda: {"translation"})
    before = Tenant.objects.count()
    cases = [
        ({"slug": "alpha"}, 409, "tenant_slug_taken"),
        ({"slug": "api"}, 409, "tenant_slug_reserved"),
        ({"slug": "Not A Label"}, 400, "request_invalid"),
        ({"slug": "-edge"}, 400, "request_invalid"),
        ({"slug": "ten-1"}, 409, "tenant_slug_reserved"),
        ({"country": "XX"}, 409, "values_refused"),
        ({"languages": ["en", "en"]}, 400, "request_invalid"),
        ({"pack": "bakery"}, 409, "reference_not_found"),
        ({"currency": "XXX1"}, 400, "request_invalid"),
        ({"languages": []}, 400, "request_invalid"),
        ({"timezone": "Mars/Base"}, 409, "values_refused"),
        ({"unknown": 1}, 400, "request_invalid"),
        ({"owner": {"name": "A", "email": "no", "password": "a long enough secret"}}, 400, "request_invalid"),
    ]
    for change, status, code in cases:
        answer = operator.post("/platform/tenants", json={**BODY, **change})
        assert (answer.status, answer.code) == (status, code), (change, answer)
    assert Tenant.objects.count() == before


def test_a_key_makes_one_business(operator: Any) -> None:
    headers = {"Idempotency-Key": "make-samarkand"}
    first = operator.post("/platform/tenants", json=BODY, headers=headers)
    again = operator.post("/platform/tenants", json=BODY, headers=headers)
    assert (first.status, again.status) == (201, 201), (first, again)
    assert first.json["id"] == again.json["id"]
    other = operator.post("/platform/tenants", json={**BODY, "name": "Other"}, headers=headers)
    assert other.status == 422


def test_change_and_lost_update(operator: Any, alpha: TenantInfo) -> None:
    path = f"/platform/tenants/{encode('ten', alpha.id)}"
    changed = operator.patch(path, json={"name": "Alpha Two"}, headers={"If-Match": '"1"'})
    assert changed.status == 200, changed
    assert (changed.json["name"], changed.json["version"]) == ("Alpha Two", 2)
    assert operator.patch(path, json={"name": "X"}, headers={"If-Match": '"1"'}).status == 412
    assert operator.patch(path, json={"currency": "USD"}).status == 400
    assert operator.patch(path, json={"slug": "platform"}).code == "tenant_slug_reserved"


def test_a_taken_slug_is_refused_on_change(operator: Any, alpha: TenantInfo, beta: TenantInfo) -> None:
    answer = operator.patch(f"/platform/tenants/{encode('ten', alpha.id)}", json={"slug": "beta"})
    assert (answer.status, answer.code) == (409, "tenant_slug_taken")


def test_states(operator: Any, alpha: TenantInfo) -> None:
    path = f"/platform/tenants/{encode('ten', alpha.id)}"

    def go(name: str) -> Any:
        return operator.post(f"{path}/transitions", json={"name": name})

    assert go("activate").code == "tenant_transition_forbidden"
    suspended = go("suspend")
    assert (suspended.status, suspended.json["status"]) == (200, "suspended")
    assert suspended.json["access"] == "closed"
    assert suspended.json["allowed_actions"][3:] == ["activate", "suspend", "schedule_deletion"]
    assert go("activate").json["status"] == "active"
    assert go("cancel_deletion").code == "tenant_transition_forbidden"
    assert go("burn").status == 400


def test_rights(signed_in: Callable[..., Any], api_for: Callable[..., Any], alpha: TenantInfo) -> None:
    path = f"/platform/tenants/{encode('ten', alpha.id)}"
    assert api_for(None).get("/platform/tenants").status == 401
    nobody, viewer = signed_in(), signed_in("platform.tenant.view")
    assert nobody.get("/platform/tenants").status == 403
    assert viewer.get(path).json["allowed_actions"] == []
    for client in (nobody, viewer):
        assert client.post("/platform/tenants", json=BODY).status == 403
        assert client.patch(path, json={"name": "X"}).status == 403
        assert client.post(f"{path}/transitions", json={"name": "suspend"}).status == 403
    assert viewer.get("/platform/tenants/ten_01h455vb4pex5vsknk084sn02q").status == 404


def test_not_on_a_business_host(operator: Any, alpha: TenantInfo, api_for: Callable[..., Any]) -> None:
    assert api_for(alpha, operator.token).get("/platform/tenants").code == "tenant_mismatch"
    at_home = api_for(None, operator.token, host="alpha.guildhall.localhost")
    assert at_home.get("/platform/tenants").code == "tenant_unknown"
    # Nor are the business's routes served to the operator.
    with tenant_context(alpha):
        assert api_for(alpha, operator.token).get("/me").status == 401


def test_the_pool_is_asked_to_refill(
    operator: Any, commits: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.platform.tenants import tasks

    asked: list[str] = []
    monkeypatch.setattr(tasks.refill_pool, "delay", lambda: asked.append("refill"))
    with commits():
        assert operator.post("/platform/tenants", json=BODY).status == 201
    assert asked == ["refill"]


def test_the_task_refills_the_pool_in_public(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.platform.tenants import tasks

    monkeypatch.setattr(pool, "refill_pool", lambda: tenancy.schema_name())
    assert tasks.refill_pool.apply(throw=True).get() == "public"


def test_finding_businesses(operator: Any, alpha: TenantInfo, beta: TenantInfo) -> None:
    def found(**query: str) -> set[str]:
        reply = operator.get("/platform/tenants", query={"limit": "100", **query})
        assert reply.status == 200, reply
        return {row["slug"] for row in reply.json["data"]}

    both = {"alpha", "beta"}
    Tenant.objects.filter(pk=alpha.id).update(
        status="deletion_scheduled", purge_at="2031-01-01T00:00:00Z", pack="jewelry", name="Zargar Osiyo"
    )
    assert found(q="OSIYO") == {"alpha"}
    assert found(q="bet") == {"beta"}
    assert found(status="deletion_scheduled") == {"alpha"}
    assert found(status="deletion_scheduled,active") >= both
    assert "beta" not in found(pack="jewelry")
    assert found(purge_before="2031-01-02T00:00:00Z") == {"alpha"}
    assert found(purge_before="2030-01-02T00:00:00Z") == set()
    assert found(created_before="2020-01-01T00:00:00Z") == set()
    assert found(created_from="2020-01-01T00:00:00Z") >= both
    for bad in ({"status": "burnt"}, {"created_from": "yesterday"}, {"plan": "pln_x"}, {"colour": "red"}):
        assert operator.get("/platform/tenants", query=bad).status == 400, bad
    names = [
        row["name"]
        for row in operator.get("/platform/tenants", query={"sort": "name", "limit": "100"}).json["data"]
    ]
    assert names == sorted(names)
