"""OAuth 2: codes with PKCE, renewals, client credentials, and what misbehaving applications get."""

from __future__ import annotations

import base64
import hashlib
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from backend.core.accounts import credentials, facade
from backend.core.accounts.errors import TokenExpired
from backend.core.accounts.models import OAuthApplication, OAuthGrant
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel import clock
from backend.kernel.ids import encode
from backend.kernel.permissions import CATALOGUE
from tests.core.test_accounts_api import person

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
    assert refused.json["error_description"]
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


def test_a_token_of_any_earlier_renewal_ends_all(owner: Any, api: Any) -> None:
    """A thief who comes late is noticed too; who merely knows the grant ends nothing."""
    app = registered(owner)
    first = exchange(api, app, code_of(owner, app)).json["refresh_token"]
    text = first
    for _ in range(3):
        text = refresh(api, app, text).json["refresh_token"]
    invented = first[:-128] + "0" * 128
    forged = first[:-64] + "0" * 64
    for other in (invented, forged, first[:-65]):
        assert refresh(api, app, other).json["error"] == "invalid_grant"
    text = refresh(api, app, text).json["refresh_token"]
    assert refresh(api, app, first).json["error"] == "invalid_grant"
    assert refresh(api, app, text).json["error"] == "invalid_grant"


def test_a_renewal_may_ask_for_less_and_not_for_more(owner: Any, api: Any) -> None:
    app = registered(owner, scopes=["staff:read", "orders:read"])
    got = exchange(api, app, code_of(owner, app, scope="staff:read orders:read")).json
    less = refresh(api, app, got["refresh_token"], scope="orders:read").json
    assert api.get("/users", token=less["access_token"]).code == "permission_denied"
    more = refresh(api, app, less["refresh_token"], scope="staff:write")
    assert more.json["error"] == "invalid_scope"


def test_an_application_asks_for_single_permissions_and_gets_no_sensitive_one_unasked(
    owner: Any, api: Any, commits: Any
) -> None:
    named = ["staff:read", "accounts.session.view"]
    app = registered(owner, scopes=["staff:read", "accounts.session.*", "accounts.session.view"])
    shown = owner.get("/oauth/authorization", query=asked(app, scope=" ".join(named))).json["permissions"]
    assert (shown[0]["code"], shown[0]["sensitive"]) == ("accounts.session.view", True)
    assert shown[0]["label"] == str(CATALOGUE["accounts.session.view"].label)
    assert {row["code"]: row["sensitive"] for row in shown[1:]} == {
        "accounts.user.view": False,
        "accounts.role.view": False,
    }
    plain = exchange(api, app, code_of(owner, app, scope="staff:read")).json
    assert set(credentials.principal_of_application(plain["access_token"]).grants) == {
        "accounts.user.view",
        "accounts.role.view",
    }
    # Narrower than a scope of the application, in other words; the pattern leaves the sensitive one out.
    got = exchange(api, app, code_of(owner, app, scope="accounts.user.view accounts.session.*")).json
    assert set(credentials.principal_of_application(got["access_token"]).grants) == {
        "accounts.user.view",
        "accounts.session.revoke",
    }
    less = refresh(api, app, got["refresh_token"], scope="accounts.session.revoke").json
    assert set(credentials.principal_of_application(less["access_token"]).grants) == {
        "accounts.session.revoke"
    }
    more = refresh(api, app, less["refresh_token"], scope="accounts.session.view")
    assert more.json["error"] == "invalid_scope"
    # What the application may no longer ask for opens nothing, whatever the token was granted.
    path = f"/oauth/applications/{app['client_id']}"
    with commits():
        assert owner.patch(path, json={"scopes": ["accounts.user.view"]}).status == 200
    assert set(credentials.principal_of_application(plain["access_token"]).grants) == {"accounts.user.view"}


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
        {"scope": "accounts.session.view"},
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
