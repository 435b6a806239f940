"""Which tenant a request runs in, and the refusals."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from backend.kernel import tenancy
from backend.kernel.ids import encode
from backend.kernel.tenancy import TenantInfo
from backend.kernel.tenancy.middleware import TenantMiddleware

BASE = settings.TENANCY["BASE_DOMAIN"]


def view(request: HttpRequest) -> HttpResponse:
    """Says where it runs."""
    tenant = tenancy.current_or_none()
    return HttpResponse(tenant.schema if tenant else "none")


def ask(path: str = "/api/v1/things", host: str = "testserver", name: str | None = None) -> HttpResponse:
    """One request through the middleware."""
    headers = {"Host": host}
    if name is not None:
        headers["X-Tenant"] = name
    return TenantMiddleware(view)(RequestFactory().get(path, headers=headers))


def refused(answer: HttpResponse, status: int, code: str) -> None:
    """The answer is this problem."""
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert json.loads(answer.content)["code"] == code


@pytest.fixture(autouse=True)
def none_entered(database: str) -> Iterator[None]:
    """The middleware leaves nothing entered."""
    yield
    assert tenancy.current_or_none() is None


def test_found(alpha: TenantInfo) -> None:
    schema = alpha.schema.encode()
    assert ask(name="alpha").content == schema
    assert ask(name=encode("ten", alpha.id)).content == schema
    assert ask(host=f"alpha.{BASE}").content == schema
    assert ask(host=f"ALPHA.{BASE}:8000").content == schema
    assert ask(host=f"alpha.{BASE}", name="alpha").content == schema


def test_contradiction(alpha: TenantInfo, beta: TenantInfo) -> None:
    refused(ask(host=f"alpha.{BASE}", name="beta"), 400, "tenant_mismatch")
    refused(ask(host=settings.TENANCY["PLATFORM_HOST"], name="alpha"), 400, "tenant_mismatch")
    refused(ask(path="/api/v1/platform/tenants", name="alpha"), 400, "tenant_mismatch")


def test_unknown(alpha: TenantInfo) -> None:
    refused(ask(name="nobody"), 404, "tenant_unknown")
    refused(ask(host=f"nobody.{BASE}"), 404, "tenant_unknown")
    refused(ask(host="evil.example"), 404, "tenant_unknown")
    refused(ask(host=f"alpha.{BASE}", name="nobody"), 404, "tenant_unknown")
    refused(ask(host="evil.example", name="alpha"), 404, "tenant_unknown")
    refused(ask(host="evil host/..%00"), 404, "tenant_unknown")


def test_required_on_the_api_host() -> None:
    refused(ask(), 400, "tenant_required")
    assert ask(path="/api/v1/openapi.json").content == b"none"
    assert ask(path="/api/docs").content == b"none"


def test_the_operator_runs_in_public(alpha: TenantInfo) -> None:
    assert ask(path="/api/v1/platform/tenants").content == b"public"
    assert ask(host=settings.TENANCY["PLATFORM_HOST"]).content == b"public"
    refused(ask(path="/api/v1/platform/tenants", host=f"alpha.{BASE}"), 404, "tenant_unknown")
    refused(ask(path="/api/v1/platformish"), 400, "tenant_required")


def test_a_closed_business_is_refused(make_tenant: Any) -> None:
    info = make_tenant(status="suspended")
    refused(ask(name=info.slug), 403, "tenant_closed")


def test_warm_requests_cost_no_query(alpha: TenantInfo, queries: Any) -> None:
    for _ in range(3):
        ask(name="alpha")
        ask(host=f"alpha.{BASE}")
        with queries() as seen:
            ask(name="alpha")
            ask(host=f"alpha.{BASE}")
        if not seen:
            break  # Otherwise a subscription to changes began just then, which forgets every answer.
    assert seen == []


def test_an_error_leaves_the_tenant(alpha: TenantInfo) -> None:
    def broken(request: HttpRequest) -> HttpResponse:
        assert tenancy.current() == alpha
        raise KeyError

    with pytest.raises(KeyError):
        TenantMiddleware(broken)(
            RequestFactory().get("/api/v1/x", headers={"Host": "testserver", "X-Tenant": "alpha"})
        )


def test_a_dead_database_is_a_problem_document(alpha: TenantInfo, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db.utils import OperationalError

    def away(*_: object) -> None:
        raise OperationalError("connection refused")

    tenancy.forget_tenant(None)
    monkeypatch.setattr(type(connections["default"]), "connect", away)
    connections.close_all()
    answer = ask(name="alpha")
    assert answer.status_code == 503
    assert answer["Content-Type"] == "application/problem+json"
