"""What answers tell browsers: security headers, CORS by exact origins, no cookies, rates."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from backend.core.accounts import facade as accounts
from backend.core.accounts import policy
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel.api import security
from tests.core.test_accounts_api import PASSWORD, person

SHOP = "https://shop.example.com"
EVIL = "https://evil.example.com"
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}


@pytest.fixture
def owner(api: Any, commits: Any) -> Any:
    roles = accounts.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    client = api.signed_in(
        accounts.issue_session_for(person(assignments=[Grant(roles["owner"])]).id).access_token
    )
    with commits():
        assert client.patch("/security/policy", json={"cors_origins": [SHOP]}).status == 200
    yield client
    policy.forget()


HARD = {
    "Content-Security-Policy": security.STRICT,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize("path", ["/me", "/no-such-thing", "/auth/sign-in", "/health", "/errors"])
def test_every_answer_is_hardened(api: Any, path: str) -> None:
    reply = api.get(path)
    assert {name: reply.headers.get(name) for name in HARD} == HARD
    assert "Strict-Transport-Security" not in reply.headers


def test_an_unknown_business_is_refused_with_the_same_headers() -> None:
    answer = Client().get("/api/v1/me", headers={"X-Tenant": "nobody-here"})
    assert {name: answer.headers.get(name) for name in HARD} == HARD


def test_a_secure_connection_stays_so(api: Any) -> None:
    reply = api.get("/me", headers={"X-Forwarded-Proto": "https"})
    assert reply.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"


def test_pages_run_only_what_this_server_serves() -> None:
    answer = Client().get("/api/docs")
    found = answer if answer.status_code == 200 else Client().get("/docs")
    rules = found.headers["Content-Security-Policy"]
    assert "default-src 'none'" in rules
    assert "http" not in rules
    assert "frame-ancestors 'none'" in rules


def test_an_allowed_origin_reads_the_answer_and_another_does_not(owner: Any) -> None:
    reply = owner.get("/me", headers={"Origin": SHOP})
    assert reply.headers["Access-Control-Allow-Origin"] == SHOP
    assert "ETag" in reply.headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in reply.headers
    for origin in (
        EVIL,
        "null",
        "https://shop.example.com.evil.example",
        "http://shop.example.com",
        SHOP + ":444",
    ):
        reply = owner.get("/me", headers={"Origin": origin})
        assert "Access-Control-Allow-Origin" not in reply.headers
    assert "Origin" in owner.get("/me").headers["Vary"].split(", ")


def test_refusals_too_can_be_read_by_an_allowed_origin(owner: Any, api: Any) -> None:
    reply = api.get("/me", headers={"Origin": SHOP})
    assert (reply.status, reply.headers["Access-Control-Allow-Origin"]) == (401, SHOP)


@pytest.mark.parametrize(("origin", "allowed"), [(SHOP, True), (EVIL, False)])
def test_a_preflight_is_answered_without_a_token(
    owner: Any, tenant: Any, settings: Any, origin: str, allowed: bool
) -> None:
    host = f"{tenant.slug}.{settings.TENANCY['BASE_DOMAIN']}"
    answer = Client().options("/api/v1/orders", headers={"Host": host, "Origin": origin, **PREFLIGHT})
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers.get("Access-Control-Allow-Origin") == (origin if allowed else None)
    assert ("Access-Control-Allow-Methods" in answer.headers) is allowed
    if allowed:
        assert "idempotency-key" in answer.headers["Access-Control-Allow-Headers"]
        assert "*" not in answer.headers["Access-Control-Allow-Headers"]
    assert {"Origin", "Access-Control-Request-Method"} <= set(answer.headers["Vary"].split(", "))


def test_where_no_business_is_named_the_request_itself_decides(owner: Any, tenant: Any) -> None:
    preflight = Client().options("/api/v1/me", headers={"Origin": EVIL, **PREFLIGHT})
    assert (preflight.status_code, preflight.headers["Access-Control-Allow-Origin"]) == (204, EVIL)
    assert "Access-Control-Allow-Credentials" not in preflight.headers
    assert "Access-Control-Allow-Origin" not in owner.get("/me", headers={"Origin": EVIL}).headers


def test_another_business_does_not_share_its_origins(owner: Any, other_tenant: Any, api_for: Any) -> None:
    reply = api_for(other_tenant).get("/me", headers={"Origin": SHOP})
    assert "Access-Control-Allow-Origin" not in reply.headers


def test_a_warm_request_with_an_origin_costs_no_statement_more(owner: Any, queries: Any) -> None:
    owner.get("/me", headers={"Origin": SHOP})
    with queries() as plain:
        owner.get("/me")
    with queries() as crossed:
        owner.get("/me", headers={"Origin": SHOP})
    assert len(crossed) == len(plain)


def test_no_cookie_is_set_and_none_signs_in(owner: Any, api: Any) -> None:
    user = person()
    signed = api.post("/auth/tokens", json={"email": user.email, "password": PASSWORD})
    assert signed.status == 201, signed
    assert not signed.response.cookies
    token = signed.json["access_token"]
    for name in ("access_token", "sessionid", "Authorization"):
        reply = api.get("/me", headers={"Cookie": f"{name}={token}"})
        assert reply.status == 401


def test_rates_are_told_and_a_full_window_is_refused(owner: Any, settings: Any) -> None:
    settings.THROTTLE_RATES = {"default": (2, 1000)}
    first = owner.get("/me")
    assert first.headers["RateLimit-Policy"] == '"default";q=2;w=1000'
    assert first.headers["RateLimit"].startswith('"default";r=1;t=')
    owner.get("/me")
    refused = owner.get("/me")
    assert (refused.status, refused.code) == (429, "rate_limited")
    assert 0 < int(refused.headers["Retry-After"]) <= 1000
    assert refused.headers["RateLimit"].startswith('"default";r=0;t=')


def test_each_class_has_a_window_of_its_own(owner: Any, settings: Any) -> None:
    settings.THROTTLE_RATES = {"default": (1000, 1000), "export": (1, 1000)}
    assert owner.get("/audit-log/export").status == 200
    assert owner.get("/audit-log/export").status == 429
    assert owner.get("/audit-log").status == 200
