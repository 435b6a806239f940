"""API keys over HTTP: their rights, their ends, and who may make them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache

from backend.core.accounts import credentials, facade, tasks, throttle
from backend.core.accounts.models import ApiKey
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import clock
from backend.kernel.ids import decode, encode
from backend.kernel.tenancy import tenant_context
from tests.core.test_accounts_api import person


@pytest.fixture
def roles(tenant: Any) -> Any:
    return facade.seed_roles(
        [
            RoleSpec("owner", {"en": "Owner"}, ("*",)),
            RoleSpec("people", {"en": "People"}, ("accounts.user.view", "accounts.role.view")),
            RoleSpec("keeper", {"en": "Keeper"}, ("accounts.api_key.manage",)),
        ]
    )


@pytest.fixture
def signed_in(api: Any, roles: Any) -> Any:
    def make(role: str) -> Any:
        user = person(roles[role])
        client = api.signed_in(facade.issue_session_for(user.id).access_token)
        client.user = user
        return client

    return make


@pytest.fixture
def owner(signed_in: Any) -> Any:
    return signed_in("owner")


def minted(client: Any, **body: Any) -> Any:
    made = client.post("/me/api-keys", json={"name": "laptop", **body})
    assert made.status == 201, made.json
    return made.json


def service(role: Any) -> Any:
    return facade.create_service_account(principal=None, name="robot", assignments=[Grant(role)]).user_id


def test_a_key_acts_with_its_owners_rights_cut_to_its_scopes(owner: Any, api: Any) -> None:
    wide, narrow = minted(owner), minted(owner, scopes=["accounts.user.*"])
    assert api.get("/roles", token=wide["key"]).status == 200
    assert api.get("/users", token=narrow["key"]).status == 200
    assert api.get("/roles", token=narrow["key"]).code == "permission_denied"


def test_a_pattern_gives_nothing_that_the_owner_has_not(signed_in: Any, api: Any) -> None:
    key = minted(signed_in("people"), scopes=["accounts.*"])["key"]
    assert api.get("/users", token=key).status == 200
    assert api.get("/api-keys", token=key).code == "permission_denied"


def test_only_a_digest_is_kept_and_the_secret_is_shown_once(owner: Any) -> None:
    made = minted(owner)
    row = ApiKey.objects.get(pk=decode("key", made["api_key"]["id"]))
    assert made["key"] not in (row.digest, row.hint)
    assert made["key"].startswith(row.hint)
    assert row.digest == credentials.digest_of(made["key"])
    listed = owner.get("/me/api-keys")
    assert made["key"] not in listed.body.decode()
    assert [item["hint"] for item in listed.json["data"]] == [row.hint]


def test_keys_are_never_alike_and_carry_their_business(tenant: Any, other_tenant: Any) -> None:
    keys = {credentials.make_key() for _ in range(200)}
    assert len(keys) == 200
    with tenant_context(other_tenant):
        assert credentials.make_key()[-26:] not in {key[-26:] for key in keys}


def test_a_key_of_another_business_is_refused(owner: Any, api_for: Any, other_tenant: Any) -> None:
    key = minted(owner)["key"]
    assert api_for(other_tenant).get("/users", token=key).code == "token_invalid"
    forged = key[:-26] + encode("ten", other_tenant.id)[4:]
    assert api_for(other_tenant).get("/users", token=forged).code == "token_invalid"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda key: key[:-1],
        lambda key: key + "0",
        lambda key: key[:10] + ("a" if key[10] != "a" else "b") + key[11:],
        lambda key: key.upper(),
        lambda key: "gh_live_",
        lambda key: "gh_live_" + "0" * 5000,
    ],
)
def test_a_text_that_is_no_key_is_refused_without_a_query(
    tenant: Any, owner: Any, spoil: Any, queries: Any
) -> None:
    key = spoil(minted(owner)["key"])
    with queries() as seen, pytest.raises(Exception) as refused:
        credentials.principal_of_key(key)
    assert type(refused.value).__name__ == "TokenInvalid"
    assert len(seen) == 0


def test_a_warm_key_costs_no_query(owner: Any, queries: Any) -> None:
    key = minted(owner)["key"]
    first = credentials.principal_of_key(key)
    with queries() as seen:
        again = credentials.principal_of_key(key)
    assert len(seen) == 0
    assert again == first
    assert again.session_id is None
    assert again.credential_id is not None


def test_a_revoked_key_ends_at_once(owner: Any, api: Any, commits: Any) -> None:
    made = minted(owner)
    assert api.get("/users", token=made["key"]).status == 200
    with commits():
        assert owner.delete(f"/me/api-keys/{made['api_key']['id']}").status == 204
    assert api.get("/users", token=made["key"]).code == "token_invalid"
    assert owner.post(f"/me/api-keys/{made['api_key']['id']}/rotate", json={}).code == "api_key_revoked"


def test_rotation_leaves_the_old_secret_its_grace(owner: Any, api: Any, commits: Any) -> None:
    made = minted(owner)
    path = f"/me/api-keys/{made['api_key']['id']}/rotate"
    assert api.get("/users", token=made["key"]).status == 200
    with commits():
        rotated = owner.post(path, json={"grace_hours": 2})
    assert rotated.status == 200
    assert rotated.json["key"] != made["key"]
    assert api.get("/users", token=made["key"]).status == 200
    now = clock.now()
    with clock.use(lambda: now + timedelta(hours=2)):
        with pytest.raises(Exception) as ended:
            credentials.principal_of_key(made["key"])
        assert type(ended.value).__name__ == "TokenExpired"
        assert credentials.principal_of_key(rotated.json["key"]).allows("accounts.user.view")
    with commits():
        last = owner.post(path, json={"grace_hours": 0})
    assert api.get("/users", token=made["key"]).code == "token_invalid"
    assert api.get("/users", token=rotated.json["key"]).code == "token_invalid"
    assert api.get("/users", token=last.json["key"]).status == 200


def test_a_key_expires(owner: Any) -> None:
    now = clock.now()
    key = minted(owner, expires_at=(now + timedelta(minutes=5)).isoformat().replace("+00:00", "Z"))["key"]
    credentials.principal_of_key(key)
    with clock.use(lambda: now + timedelta(minutes=5)), pytest.raises(Exception) as ended:
        credentials.principal_of_key(key)
    assert type(ended.value).__name__ == "TokenExpired"


def test_a_key_works_from_its_networks_only(owner: Any, api: Any) -> None:
    away, here = minted(owner, networks=["203.0.113.0/24"]), minted(owner, networks=["127.0.0.0/8"])
    assert api.get("/users", token=away["key"]).code == "network_not_allowed"
    assert api.get("/users", token=here["key"]).status == 200


def test_a_suspended_users_key_does_not_work(owner: Any, api: Any, roles: Any, commits: Any) -> None:
    robot = service(roles["people"])
    made = owner.post("/api-keys", json={"name": "sync", "user": encode("usr", robot)})
    assert made.status == 201
    assert api.get("/users", token=made.json["key"]).status == 200
    with commits():
        facade.update_user(principal=None, id=robot, status="suspended")
    assert api.get("/users", token=made.json["key"]).code == "session_ended"


def test_a_role_that_is_taken_away_is_taken_from_the_key(signed_in: Any, api: Any, commits: Any) -> None:
    client = signed_in("people")
    key = minted(client)["key"]
    assert api.get("/users", token=key).status == 200
    with commits():
        facade.update_user(principal=None, id=client.user.id, assignments=[])
    assert api.get("/users", token=key).code == "permission_denied"


def test_a_key_makes_no_keys_and_touches_no_account(owner: Any, api: Any, roles: Any) -> None:
    made = minted(owner, scopes=["accounts.api_key.manage", "accounts.user.view"])
    robot = encode("usr", service(roles["people"]))
    for method, path, body in [
        ("post", "/me/api-keys", {"name": "wider"}),
        ("post", "/api-keys", {"name": "wider", "user": robot}),
        ("patch", "/me", {"email": "thief@example.com"}),
        ("get", "/me/sessions", None),
        ("post", "/me/sessions/revoke-others", None),
        ("post", f"/me/api-keys/{made['api_key']['id']}/rotate", {}),
        ("post", f"/api-keys/{made['api_key']['id']}/rotate", {}),
    ]:
        given = {"json": body} if body is not None else {}
        answer = getattr(api, method)(path, token=made["key"], **given)
        assert answer.code == "credential_restricted", (path, answer.json)
    assert ApiKey.objects.count() == 1


def test_staff_give_keys_no_more_than_they_hold(signed_in: Any, roles: Any) -> None:
    keeper = signed_in("keeper")
    robot = encode("usr", service(roles["people"]))
    assert keeper.post("/api-keys", json={"name": "x", "user": robot}).code == "permission_escalation"
    cut = keeper.post("/api-keys", json={"name": "x", "user": robot, "scopes": ["accounts.api_key.*"]})
    assert cut.status == 201


def test_a_persons_key_is_made_by_that_person(owner: Any, signed_in: Any) -> None:
    other = encode("usr", signed_in("people").user.id)
    assert owner.post("/api-keys", json={"name": "x", "user": other}).code == "reference_not_found"
    assert ApiKey.objects.count() == 0


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"scopes": ["nothing.here.*"]}, "permission_unknown"),
        ({"networks": ["10.0.0.1/8"]}, "invalid"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "invalid"),
        ({"scopes": "orders.*"}, "request_invalid"),
        ({"name": ""}, "request_invalid"),
    ],
)
def test_nonsense_makes_no_key(owner: Any, body: Any, code: str) -> None:
    assert owner.post("/me/api-keys", json={"name": "x", **body}).code == code
    assert ApiKey.objects.count() == 0


def test_others_keys_are_not_ones_own(owner: Any, signed_in: Any) -> None:
    made = minted(owner)
    other = signed_in("people")
    assert other.get("/me/api-keys").json["data"] == []
    assert other.delete(f"/me/api-keys/{made['api_key']['id']}").status == 404
    assert other.get("/api-keys").code == "permission_denied"
    assert len(owner.get("/api-keys").json["data"]) == 1


def test_the_last_use_is_written_off_the_request(owner: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Any] = []
    monkeypatch.setattr(tasks.mark_key_used, "delay", lambda *args: sent.append(args))
    made = minted(owner)
    key_id = decode("key", made["api_key"]["id"])
    credentials.principal_of_key(made["key"])
    credentials.principal_of_key(made["key"])
    assert len(sent) == 1
    assert ApiKey.objects.get(pk=key_id).last_used_at is None
    tasks.mark_key_used(*sent[0])
    row = ApiKey.objects.get(pk=key_id)
    assert row.last_used_at is not None
    assert row.version == 1


def test_unknown_keys_are_counted_for_their_address(
    owner: Any, api: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = [name for name, _most in throttle._sources("127.0.0.1")]
    cache.delete_many(counted)
    monkeypatch.setattr(throttle, "ADDRESS_ATTEMPTS", 3)
    good = minted(owner)["key"]
    codes = [api.get("/users", token=credentials.make_key()).code for _ in range(5)]
    cache.delete_many(counted)
    assert codes == ["token_invalid"] * 3 + ["login_throttled"] * 2
    assert api.get("/users", token=good).status == 200
