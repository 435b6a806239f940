"""A small HTTP-like client over Django's test client."""

from __future__ import annotations

import json as jsonlib
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.test import Client

from backend.kernel.tenancy import TenantInfo
from tests.contract.watch import watched

PREFIX = "/api/v1"


class Reply:
    """An answer: `status`, `headers`, `body` (bytes) and `json` (None where the body is not JSON)."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = response.headers

    @cached_property
    def body(self) -> bytes:
        """The bytes, of a streamed answer too."""
        if getattr(self.response, "streaming", False):
            return b"".join(self.response)  # type: ignore[arg-type]
        return self.response.content

    @cached_property
    def json(self) -> Any:
        """The parsed body."""
        if "json" not in self.headers.get("Content-Type", ""):
            return None
        return jsonlib.loads(self.body)

    @property
    def code(self) -> str | None:
        """The stable code of a refusal."""
        return self.json.get("code") if isinstance(self.json, dict) and self.status >= 400 else None

    def __repr__(self) -> str:
        return f"<Reply {self.status} {self.body[:2000]!r}>"


class Api:
    """Calls the API of one tenant: `api.post("/orders", json={…}, token=…)` gives a `Reply`.

    A path that does not begin with `/api/` is taken under `/api/v1`. `tenant=None` sends no X-Tenant header
    (the operator's routes). A server's fault is raised in the test, not answered as 500; an answer that the
    contract does not document raises ContractBroken.
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
    ) -> Reply:
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
        elif isinstance(data, Mapping):
            return Reply(watched("POST", lambda: self.client.post(path, data=data, **options)))
        elif data is not None:
            options["data"] = data
            options["content_type"] = content_type or "application/octet-stream"
        return Reply(watched(method, lambda: self.client.generic(method, path, **options)))

    def get(self, path: str, **options: Any) -> Reply:
        """GET."""
        return self.call("GET", path, **options)

    def post(self, path: str, **options: Any) -> Reply:
        """POST."""
        return self.call("POST", path, **options)

    def patch(self, path: str, **options: Any) -> Reply:
        """PATCH."""
        return self.call("PATCH", path, **options)

    def put(self, path: str, **options: Any) -> Reply:
        """PUT."""
        return self.call("PUT", path, **options)

    def delete(self, path: str, **options: Any) -> Reply:
        """DELETE."""
        return self.call("DELETE", path, **options)
