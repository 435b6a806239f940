"""What ends applications' grants; introspection, refusals as RFC 6749 writes them, rotation, the metadata."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client

from backend.core.accounts import facade, links
from backend.core.accounts.models import OAuthApplication, OAuthGrant, User
from backend.kernel import clock, tenancy
from backend.kernel.ids import encode
from tests.core.test_accounts_api import PASSWORD, person
from tests.core.test_accounts_oauth import (  # noqa: F401 - pytest finds its fixtures here
    code_of,
    exchange,
    owner,
    refresh,
    registered,
    roles,
    token,
)

# ruff: noqa: F811 - the fixtures are named as they are elsewhere


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
    link = links.for_reset(tenancy.current(), User.objects.get(pk=user.id))
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
    challenge = ("Bearer" if "token" in sent else "Basic") + ' realm="guildhall"' if status == 401 else None
    assert reply.headers.get("WWW-Authenticate") == challenge


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
            "/security/policy",
            json={
                "registration": {"link_base": "https://app.example.com"},
                "cors_origins": ["https://app.example.com"],
            },
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
