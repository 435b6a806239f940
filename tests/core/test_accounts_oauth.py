"""OAuth 2: codes with PKCE, renewals, client credentials, and what misbehaving applications get."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from backend.core.accounts import credentials, facade, links
from backend.core.accounts.errors import TokenExpired
from backend.core.accounts.models import OAuthApplication, OAuthGrant, User
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import clock, tenancy
from backend.kernel.ids import encode
from tests.core.test_accounts_api import PASSWORD, person

BACK = "https://app.example.com/back?from=us"
VERIFIER = "v" * 50
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


@pytest.fixture
def roles(tenant: Any) -> Any:
    return facade.seed_roles(
        [
            RoleSpec("owner", {"en": "Owner"}, ("*",)),
            RoleSpec("people", {"en": "People"}, ("accounts.user.view", "accounts.role.view")),
        ]
    )


@pytest.fixture
def owner(api: Any, roles: Any) -> Any:
    return api.signed_in(facade.issue_session_for(person(roles["owner"]).id).access_token)


def registered(owner: Any, **body: Any) -> Any:
    made = owner.post(
        "/oauth/applications",
        json={"name": "Books", "scopes": ["staff:read"], "redirect_uris": [BACK], **body},
    )
    assert made.status == 201, made.json
    return made.json


def asked(app: Any, **changes: Any) -> dict[str, str]:
    request = {
        "response_type": "code",
        "client_id": app["client_id"],
        "redirect_uri": BACK,
        "scope": "staff:read",
        "state": "xyz",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        **changes,
    }
    return {name: value for name, value in request.items() if value is not None}


def code_of(client: Any, app: Any, **changes: Any) -> str:
    answer = client.post("/oauth/authorization", json={"approved": True, **asked(app, **changes)})
    assert answer.status == 200, answer.json
    told = parse_qs(urlsplit(answer.json["redirect_to"]).query)
    assert (told["state"], told["from"]) == (["xyz"], ["us"])
    return told["code"][0]


def token(api: Any, app: Any, **form: Any) -> Any:
    sent = {"client_id": app["client_id"], "client_secret": app["client_secret"] or "", **form}
    return api.post(
        "/oauth/token",
        data=urlencode({name: value for name, value in sent.items() if value is not None}).encode(),
        content_type="application/x-www-form-urlencoded",
    )


def exchange(api: Any, app: Any, code: str, **changes: Any) -> Any:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": BACK,
        "code_verifier": VERIFIER,
        **changes,
    }
    return token(api, app, **form)


def refresh(api: Any, app: Any, text: str, **form: Any) -> Any:
    return token(api, app, grant_type="refresh_token", refresh_token=text, **form)


def test_a_code_becomes_tokens_cut_to_the_scopes(owner: Any, api: Any) -> None:
    app = registered(owner)
    shown = owner.get("/oauth/authorization", query=asked(app))
    assert (shown.json["name"], shown.json["scopes"]) == ("Books", ["staff:read"])
    got = exchange(api, app, code_of(owner, app))
    assert got.status == 200, got.json
    assert (got.json["token_type"], got.json["expires_in"], got.json["scope"]) == (
        "Bearer",
        3600,
        "staff:read",
    )
    assert got.headers["Cache-Control"] == "no-store"
    assert api.get("/users", token=got.json["access_token"]).status == 200
    assert api.get("/api-keys", token=got.json["access_token"]).code == "permission_denied"
    assert (
        api.patch("/me", json={"name": "X"}, token=got.json["access_token"]).code == "credential_restricted"
    )


def test_nothing_in_the_table_opens_anything(owner: Any, api: Any) -> None:
    app = registered(owner)
    code = code_of(owner, app)
    got = exchange(api, app, code).json
    kept = str(list(OAuthGrant.objects.values())) + str(list(OAuthApplication.objects.values()))
    for secret in (code, got["access_token"], got["refresh_token"], app["client_secret"]):
        assert secret not in kept


def test_a_warm_token_costs_no_query(owner: Any, api: Any, queries: Any) -> None:
    app = registered(owner)
    access = exchange(api, app, code_of(owner, app)).json["access_token"]
    first = credentials.principal_of_application(access)
    with queries() as seen:
        assert credentials.principal_of_application(access) == first
    assert len(seen) == 0


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"code_verifier": "w" * 50}, "invalid_grant"),
        ({"code_verifier": None}, "invalid_request"),
        ({"redirect_uri": "https://app.example.com/back"}, "invalid_grant"),
        ({"code": "gh_oac_x_y"}, "invalid_grant"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"client_secret": "wrong"}, "invalid_client"),
        ({"client_secret": None}, "invalid_client"),
        ({"client_id": "oap_nobody"}, "invalid_client"),
    ],
)
def test_a_code_needs_all_that_it_was_asked_with(owner: Any, api: Any, changes: Any, error: str) -> None:
    app = registered(owner)
    refused = exchange(api, app, **{"code": code_of(owner, app), **changes})
    assert refused.status == (401 if error == "invalid_client" else 400), refused.json
    assert refused.json["error"] == error
    assert not OAuthGrant.objects.exclude(access_digest=None).exists()


def test_a_code_of_another_application_is_no_use(owner: Any, api: Any) -> None:
    mine, thief = registered(owner), registered(owner, name="Thief")
    refused = exchange(api, thief, code_of(owner, mine))
    assert refused.json["error"] == "invalid_grant"


def test_a_code_that_comes_back_ends_its_tokens(owner: Any, api: Any, commits: Any) -> None:
    app = registered(owner)
    code = code_of(owner, app)
    access = exchange(api, app, code).json["access_token"]
    assert api.get("/users", token=access).status == 200
    with commits():
        assert exchange(api, app, code).json["error"] == "invalid_grant"
    assert api.get("/users", token=access).code == "token_invalid"


def test_a_code_lives_a_minute(owner: Any, api: Any) -> None:
    app = registered(owner)
    code = code_of(owner, app)
    now = clock.now()
    with clock.use(lambda: now + timedelta(seconds=61)):
        assert exchange(api, app, code).json["error"] == "invalid_grant"


def test_refresh_tokens_rotate_and_a_used_one_ends_all(owner: Any, api: Any, commits: Any) -> None:
    app = registered(owner)
    first = exchange(api, app, code_of(owner, app)).json
    second = refresh(api, app, first["refresh_token"])
    assert second.status == 200, second.json
    assert api.get("/users", token=first["access_token"]).code == "token_invalid"
    assert api.get("/users", token=second.json["access_token"]).status == 200
    with commits():
        assert refresh(api, app, first["refresh_token"]).json["error"] == "invalid_grant"
    assert api.get("/users", token=second.json["access_token"]).code == "token_invalid"
    assert refresh(api, app, second.json["refresh_token"]).json["error"] == "invalid_grant"


def test_a_renewal_may_ask_for_less_and_not_for_more(owner: Any, api: Any) -> None:
    app = registered(owner, scopes=["staff:read", "orders:read"])
    got = exchange(api, app, code_of(owner, app, scope="staff:read orders:read")).json
    less = refresh(api, app, got["refresh_token"], scope="orders:read").json
    assert api.get("/users", token=less["access_token"]).code == "permission_denied"
    more = refresh(api, app, less["refresh_token"], scope="staff:write")
    assert more.json["error"] == "invalid_scope"


def test_an_access_token_ends_after_an_hour(owner: Any, api: Any) -> None:
    app = registered(owner)
    access = exchange(api, app, code_of(owner, app)).json["access_token"]
    now = clock.now()
    with clock.use(lambda: now + timedelta(hours=1)), pytest.raises(TokenExpired):
        credentials.principal_of_application(access)


def test_client_credentials_act_as_the_service_account(owner: Any, api: Any, roles: Any) -> None:
    robot = facade.create_service_account(
        principal=None, name="robot", assignments=[Grant(roles["people"])]
    ).user_id
    app = registered(owner, service_user=encode("usr", robot), redirect_uris=[])
    basic = base64.b64encode(f"{app['client_id']}:{app['client_secret']}".encode()).decode()
    got = api.post(
        "/oauth/token",
        data=b"grant_type=client_credentials&unknown=1",
        content_type="application/x-www-form-urlencoded",
        headers={"Authorization": f"Basic {basic}"},
    )
    assert got.status == 200, got.json
    assert got.json["refresh_token"] is None
    principal = credentials.principal_of_application(got.json["access_token"])
    assert (principal.kind, principal.user_id) == ("service", robot)
    assert set(principal.grants) == {"accounts.user.view", "accounts.role.view"}
    assert (
        token(api, registered(owner), grant_type="client_credentials").json["error"] == "unauthorized_client"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"redirect_uri": "https://evil.example.com/"},
        {"redirect_uri": BACK + "/"},
        {"client_id": "oap_nobody"},
        {"response_type": "token"},
        {"scope": "staff:write"},
        {"scope": "nothing:read"},
        {"code_challenge_method": "plain"},
    ],
)
def test_a_request_that_is_not_right_gets_no_code(owner: Any, changes: Any) -> None:
    request = asked(registered(owner), **changes)
    assert owner.get("/oauth/authorization", query=request).code == "oauth_request_invalid"
    assert (
        owner.post("/oauth/authorization", json={"approved": True, **request}).code == "oauth_request_invalid"
    )
    assert not OAuthGrant.objects.exists()


def test_a_user_may_say_no_and_take_back(owner: Any, api: Any, commits: Any) -> None:
    app = registered(owner)
    denied = owner.post("/oauth/authorization", json={"approved": False, **asked(app)})
    assert denied.json["redirect_to"] == BACK + "&error=access_denied&state=xyz"
    access = exchange(api, app, code_of(owner, app)).json["access_token"]
    assert api.get("/users", token=access).status == 200
    (held,) = owner.get("/me/applications").json["data"]
    with commits():
        assert owner.delete(f"/me/applications/{held['id']}").status == 204
    assert api.get("/users", token=access).code == "token_invalid"


def test_revocation_ends_the_grant_and_knows_no_strangers(owner: Any, api: Any, commits: Any) -> None:
    app, other = registered(owner), registered(owner, name="Other")
    got = exchange(api, app, code_of(owner, app)).json

    def revoke(who: Any, text: str) -> Any:
        form = {"client_id": who["client_id"], "client_secret": who["client_secret"], "token": text}
        with commits():
            return api.post("/oauth/revoke", json=form)

    assert revoke(other, got["refresh_token"]).status == 200
    assert revoke(app, "gh_ort_nothing").status == 200
    assert api.get("/users", token=got["access_token"]).status == 200
    assert revoke({**app, "client_secret": "wrong"}, got["refresh_token"]).json["error"] == "invalid_client"
    assert revoke(app, got["refresh_token"]).status == 200
    assert api.get("/users", token=got["access_token"]).code == "token_invalid"


def test_a_removed_application_ends_at_once(owner: Any, api: Any, commits: Any) -> None:
    app = registered(owner)
    access = exchange(api, app, code_of(owner, app)).json["access_token"]
    assert api.get("/users", token=access).status == 200
    with commits():
        assert owner.delete(f"/oauth/applications/{app['client_id']}").status == 204
    assert api.get("/users", token=access).code == "token_invalid"


def test_a_public_program_has_no_secret_and_needs_pkce(owner: Any, api: Any) -> None:
    app = registered(owner, confidential=False)
    assert app["client_secret"] is None
    assert exchange(api, app, code_of(owner, app)).status == 200
    assert exchange(api, app, code_of(owner, app), client_secret="x").json["error"] == "invalid_client"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"redirect_uris": ["http://app.example.com/"]}, "invalid"),
        ({"redirect_uris": ["https://app.example.com/#x"]}, "invalid"),
        ({"redirect_uris": ["javascript:alert(1)"]}, "invalid"),
        ({"redirect_uris": ["https://u:p@app.example.com/"]}, "invalid"),
        ({"scopes": ["everything"]}, "oauth_scope_unknown"),
        ({"scopes": ["platform:read"]}, "oauth_scope_unknown"),
    ],
)
def test_nonsense_registers_nothing(owner: Any, body: Any, code: str) -> None:
    assert (
        owner.post("/oauth/applications", json={"name": "x", "scopes": ["staff:read"], **body}).code == code
    )
    assert not OAuthApplication.objects.exists()


def test_another_business_does_not_know_the_token(
    owner: Any, api: Any, api_for: Any, other_tenant: Any
) -> None:
    app = registered(owner)
    access = exchange(api, app, code_of(owner, app)).json["access_token"]
    assert api_for(other_tenant).get("/users", token=access).code == "token_invalid"


def granted_by(user: Any, owner: Any, api: Any) -> Any:
    """What an application gets when a user says yes."""
    app = registered(owner)
    client = api.signed_in(facade.issue_session_for(user.id).access_token)
    return app, exchange(api, app, code_of(client, app)).json


def test_a_suspended_users_consent_does_not_come_back(owner: Any, api: Any, roles: Any, commits: Any) -> None:
    user = person(roles["people"])
    app, got = granted_by(user, owner, api)
    assert api.get("/users", token=got["access_token"]).status == 200
    for status in ("suspended", "active"):
        with commits():
            path = f"/users/{encode('usr', user.id)}"
            assert owner.patch(path, json={"status": status}).json["status"] == status
        assert api.get("/users", token=got["access_token"]).status == 401
        assert refresh(api, app, got["refresh_token"]).json["error"] == "invalid_grant"


def test_a_deletion_tells_of_consents_and_ends_them(owner: Any, api: Any, roles: Any, commits: Any) -> None:
    user = person(roles["people"])
    path = f"/users/{encode('usr', user.id)}"
    assert owner.get(f"{path}/deletion").json["applications"] == 0
    app, got = granted_by(user, owner, api)
    assert owner.get(f"{path}/deletion").json["applications"] == 1
    assert api.get("/users", token=got["access_token"]).status == 200
    with commits():
        assert owner.delete(path).status == 204
    assert not OAuthGrant.objects.filter(user_id=user.id, revoked_at=None).exists()
    assert api.get("/users", token=got["access_token"]).status == 401
    assert refresh(api, app, got["refresh_token"]).json["error"] == "invalid_grant"


def test_a_password_that_is_reset_ends_consents_and_one_that_is_changed_does_not(
    owner: Any, api: Any, roles: Any, commits: Any
) -> None:
    user = person(roles["people"])
    _app, got = granted_by(user, owner, api)
    client = api.signed_in(facade.issue_session_for(user.id).access_token)
    change = {"current_password": PASSWORD, "new_password": "a phrase of my own"}
    with commits():
        assert client.post("/me/password", json=change).status == 204
    assert api.get("/users", token=got["access_token"]).status == 200
    link = links.for_user(tenancy.current(), links.RESET, User.objects.get(pk=user.id))
    body = {"token": link, "new_password": "another phrase of mine"}
    with commits():
        assert api.post("/auth/password-resets/confirm", json=body).status == 204
    assert api.get("/users", token=got["access_token"]).code == "token_invalid"


def test_after_a_restore_no_application_is_in(owner: Any, api: Any, roles: Any, commits: Any) -> None:
    app, got = granted_by(person(roles["people"]), owner, api)
    with commits():
        facade.end_all_sessions(reason="restored")
    assert api.get("/users", token=got["access_token"]).status == 401
    assert refresh(api, app, got["refresh_token"]).json["error"] == "invalid_grant"


def introspected(api: Any, app: Any, text: str, **changes: Any) -> Any:
    form = {"client_id": app["client_id"], "client_secret": app["client_secret"] or "", "token": text}
    return api.post(
        "/oauth/introspect",
        data=urlencode({**form, **changes}).encode(),
        content_type="application/x-www-form-urlencoded",
    )


def test_an_application_asks_what_its_tokens_stand_for(owner: Any, api: Any, commits: Any) -> None:
    app, other = registered(owner, scopes=["staff:read", "orders:read"]), registered(owner, name="Other")
    got = exchange(api, app, code_of(owner, app, scope="staff:read orders:read")).json
    told = introspected(api, app, got["access_token"])
    assert told.headers["Cache-Control"] == "no-store"
    assert told.json["active"] is True
    assert (told.json["client_id"], told.json["token_type"]) == (app["client_id"], "Bearer")
    assert told.json["sub"] == owner.get("/me").json["id"]
    assert told.json["exp"] - told.json["iat"] == 3600
    assert "token_type" not in introspected(api, app, got["refresh_token"], token_type_hint="nonsense").json
    for text in (got["access_token"], got["refresh_token"]):
        assert introspected(api, app, text).json["scope"] == "staff:read orders:read"
        assert introspected(api, other, text).json == {"active": False}
    assert introspected(api, app, "gh_oat_nothing").json == {"active": False}
    path = f"/oauth/applications/{app['client_id']}"
    with commits():
        assert owner.patch(path, json={"scopes": ["orders:read"]}).status == 200
    assert introspected(api, app, got["access_token"]).json["scope"] == "orders:read"
    now = clock.now()
    with clock.use(lambda: now + timedelta(hours=1)):
        assert introspected(api, app, got["access_token"]).json == {"active": False}
        assert introspected(api, app, got["refresh_token"]).json["active"] is True
    second = refresh(api, app, got["refresh_token"]).json
    for text in (got["access_token"], got["refresh_token"]):
        assert introspected(api, app, text).json == {"active": False}
    assert introspected(api, app, second["access_token"]).json["active"] is True


def test_who_shows_no_secret_is_told_nothing(owner: Any, api: Any) -> None:
    app, public = registered(owner), registered(owner, confidential=False)
    access = exchange(api, public, code_of(owner, public)).json["access_token"]
    for reply in (
        introspected(api, public, access),
        introspected(api, app, access, client_secret="wrong"),
        introspected(api, app, access, client_id="oap_nobody"),
    ):
        assert (reply.status, reply.json["error"]) == (401, "invalid_client")


@pytest.mark.parametrize(
    ("sent", "status", "error"),
    [
        ({"data": b"grant_type=password&username=a&password=b"}, 400, "unsupported_grant_type"),
        ({"data": b""}, 400, "invalid_request"),
        ({"data": b"grant_type=authorization_code"}, 400, "invalid_request"),
        ({"data": b"grant_type=refresh_token&client_id=oap_x"}, 400, "invalid_request"),
        ({"data": b"grant_type=client_credentials"}, 401, "invalid_client"),
        ({"data": b"grant_type=client_credentials&grant_type=refresh_token"}, 400, "invalid_request"),
        ({"data": b"grant_type=client_credentials&client_id=" + b"x" * 101}, 400, "invalid_request"),
        ({"data": b"grant_type=client_credentials&client_id=%00"}, 400, "invalid_request"),
        ({"data": b"grant_type=client_credentials", "query": {"a": "b"}}, 400, "invalid_request"),
        ({"data": b"grant_type=client_credentials", "token": "nonsense"}, 401, "invalid_client"),
        ({"data": b"{", "content_type": "application/json"}, 400, "invalid_request"),
        ({"data": b"[]", "content_type": "application/json"}, 400, "invalid_request"),
    ],
)
def test_refusals_are_written_as_the_rfc_says(api: Any, sent: Any, status: int, error: str) -> None:
    sent = {"content_type": "application/x-www-form-urlencoded", **sent}
    reply = api.post("/oauth/token", headers={"Accept-Language": "ru"}, **sent)
    assert (reply.status, reply.headers["Content-Type"]) == (status, "application/json"), reply
    assert reply.json["error"] == error
    assert set(reply.json) == {"error", "error_description"}
    # RFC 6749, 5.2: %x20-21 / %x23-5B / %x5D-7E.
    assert re.fullmatch(r"[ !#-\[\]-~]*", reply.json["error_description"])
    assert reply.headers["Cache-Control"] == "no-store"
    assert ("WWW-Authenticate" in reply.headers) == (status == 401)


def test_what_the_rfc_knows_nothing_of_is_a_problem(api: Any) -> None:
    reply = api.post("/oauth/token", data=b"<a/>", content_type="text/xml")
    assert (reply.status, reply.code) == (415, "media_type_unsupported")
    api.tenant = None
    reply = api.post("/oauth/token", json={"grant_type": "refresh_token"})
    assert (reply.status, reply.headers["Content-Type"]) == (400, "application/problem+json")


def test_a_rotated_secret_leaves_the_old_one_its_grace(owner: Any, api: Any) -> None:
    app = registered(owner)
    got = exchange(api, app, code_of(owner, app)).json
    path = f"/oauth/applications/{app['client_id']}"
    made = owner.post(f"{path}/rotate-secret", json={"grace_hours": 2})
    assert made.status == 200, made.json
    assert made.headers["Cache-Control"] == "no-store"
    new = {**app, "client_secret": made.json["client_secret"]}
    assert new["client_secret"] != app["client_secret"]
    assert made.json["application"]["previous_until"] is not None
    assert new["client_secret"] not in str(list(OAuthApplication.objects.values()))
    # Tokens go on, and both secrets are good until the grace is over.
    assert api.get("/users", token=got["access_token"]).status == 200
    second = refresh(api, app, got["refresh_token"])
    third = refresh(api, new, second.json["refresh_token"])
    assert (second.status, third.status) == (200, 200)
    now = clock.now()
    with clock.use(lambda: now + timedelta(hours=2)):
        assert refresh(api, app, third.json["refresh_token"]).json["error"] == "invalid_client"
        assert refresh(api, new, third.json["refresh_token"]).status == 200


def test_a_secret_that_leaked_is_cut_at_once(owner: Any, api: Any) -> None:
    app = registered(owner)
    path = f"/oauth/applications/{app['client_id']}/rotate-secret"
    assert owner.post(path, json={"grace_hours": 5}).status == 200
    made = owner.post(path, json={"grace_hours": 0})
    assert made.json["application"]["previous_until"] is None
    asked_for = {"grant_type": "refresh_token", "refresh_token": "gh_ort_x_y"}
    assert token(api, app, **asked_for).json["error"] == "invalid_client"
    new = {**app, "client_secret": made.json["client_secret"]}
    assert token(api, new, **asked_for).json["error"] == "invalid_grant"
    refused = owner.post(path, json={}, headers={"If-Match": '"1"'})
    assert (refused.status, refused.code) == (412, "version_mismatch")
    public = registered(owner, confidential=False)
    refused = owner.post(f"/oauth/applications/{public['client_id']}/rotate-secret", json={})
    assert (refused.status, refused.code) == (409, "oauth_application_public")


# -- the metadata -----------------------------------------------------------------------------------------

WELL_KNOWN = "/.well-known/oauth-authorization-server"


def test_each_business_publishes_where_its_endpoints_are(tenant: Any, owner: Any) -> None:
    host = f"{tenant.slug}.{settings.TENANCY['BASE_DOMAIN']}"
    answer = Client().get(WELL_KNOWN, headers={"Host": host}, secure=True)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    told = answer.json()
    assert told["issuer"] == f"https://{host}"
    assert told["token_endpoint"] == f"https://{host}/api/v1/oauth/token"
    assert told["authorization_endpoint"] == f"https://{host}/oauth/authorize"
    assert told["code_challenge_methods_supported"] == ["S256"]
    assert told["response_types_supported"] == ["code"]
    assert set(told["grant_types_supported"]) == {
        "authorization_code",
        "refresh_token",
        "client_credentials",
    }
    assert told["introspection_endpoint_auth_methods_supported"] == [
        "client_secret_basic",
        "client_secret_post",
    ]
    assert told["scopes_supported"] == owner.get("/oauth/scopes").json["scopes"]
    # Every address that an application calls is there, and takes POST.
    for name in ("token", "revocation", "introspection"):
        path = told[f"{name}_endpoint"].removeprefix(told["issuer"])
        tried = Client().post(path, b"{}", content_type="application/json", headers={"Host": host})
        assert tried.status_code == 400, (name, tried.content)
        assert tried.json()["error"] == "invalid_request"


def test_the_consent_page_is_where_the_business_has_its_pages(tenant: Any, owner: Any, commits: Any) -> None:
    host = f"{tenant.slug}.{settings.TENANCY['BASE_DOMAIN']}"
    with commits():
        changed = owner.patch(
            "/security/policy", json={"registration": {"link_base": "https://app.example.com"}}
        )
        assert changed.status == 200
    told = Client().get(WELL_KNOWN, headers={"Host": host}, secure=True).json()
    assert told["authorization_endpoint"] == "https://app.example.com/oauth/authorize"
    assert told["issuer"] == f"https://{host}"


def test_a_host_that_is_no_business_publishes_none(tenant: Any) -> None:
    for host in (
        "testserver",
        settings.TENANCY["PLATFORM_HOST"],
        f"nobody.{settings.TENANCY['BASE_DOMAIN']}",
    ):
        answer = Client().get(WELL_KNOWN, headers={"Host": host})
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json"), host
    host = f"{tenant.slug}.{settings.TENANCY['BASE_DOMAIN']}"
    assert Client().post(WELL_KNOWN, headers={"Host": host}).status_code == 405
