"""A small HTTP-like client over Django's test client."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.test import Client

from backend.kernel.tenancy import TenantInfo

PREFIX = "/api/v1"


class Api:
    """Calls the API of one tenant: `api.post("/orders", json={…}, token=…)` gives Django's response.

    A path that does not begin with `/api/` is taken under `/api/v1`. `tenant=None` sends no X-Tenant header
    (the operator's routes). A server's fault is raised in the test, not answered as 500.
    """

    def __init__(self, tenant: TenantInfo | None, token: str | None = None, host: str = "testserver") -> None:
        self.tenant = tenant
        self.token = token
        self.host = host
        self.client = Client(raise_request_exception=True)

    def signed_in(self, token: str) -> Api:
        """The same client with a token on every call."""
        return Api(self.tenant, token, self.host)

    def call(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        data: Any = None,
        content_type: str | None = None,
        token: str | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, Any] | None = None,
    ) -> HttpResponse:
        """One request. `json` is the body as a value, `data` as bytes (or a multipart mapping)."""
        if not path.startswith("/api/"):
            path = PREFIX + path
        sent = {"Host": self.host}
        if self.tenant is not None:
            sent["X-Tenant"] = self.tenant.slug
        if token or self.token:
            sent["Authorization"] = f"Bearer {token or self.token}"
        sent.update(headers or {})
        options: dict[str, Any] = {"headers": sent, "query_params": dict(query or {})}
        if json is not None:
            options["data"] = jsonlib.dumps(json)
            options["content_type"] = content_type or "application/json"
            return self.client.generic(method, path, **options)
        if isinstance(data, Mapping):
            return self.client.post(path, data=data, **options)
        if data is not None:
            options["data"] = data
            options["content_type"] = content_type or "application/octet-stream"
        return self.client.generic(method, path, **options)

    def get(self, path: str, **options: Any) -> HttpResponse:
        """GET."""
        return self.call("GET", path, **options)

    def post(self, path: str, **options: Any) -> HttpResponse:
        """POST."""
        return self.call("POST", path, **options)

    def patch(self, path: str, **options: Any) -> HttpResponse:
        """PATCH."""
        return self.call("PATCH", path, **options)

    def put(self, path: str, **options: Any) -> HttpResponse:
        """PUT."""
        return self.call("PUT", path, **options)

    def delete(self, path: str, **options: Any) -> HttpResponse:
        """DELETE."""
        return self.call("DELETE", path, **options)
