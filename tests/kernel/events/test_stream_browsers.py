"""What the live stream tells browsers: the API's security headers, and CORS by each business's exact origins.

The application is driven in this process, message by message, as an ASGI server drives it.
"""

from __future__ import annotations

import asyncio
import contextvars
import json
from collections.abc import Awaitable, Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import OperationalError, connections

from backend.config import listening
from backend.core.accounts.policy import forget
from backend.kernel.api import security
from tests.business.organizations.people import sign_in

SHOP, EVIL = "https://shop.example.com", "https://evil.example.com"
PREFLIGHT = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "last-event-id"}
HARD = {
    name.lower(): value
    for name, value in security.hardening("/api/v1/stream", "text/event-stream", secure=False).items()
}


class Answer:
    """Of one request or handshake: the first message that says how it ends, and what is read of it."""

    def __init__(self, first: dict[str, Any], body: bytes) -> None:
        self.kind = first["type"]
        self.status = first.get("status", 0)
        self.headers = {name.decode(): value.decode() for name, value in first.get("headers", ())}
        self.body = body

    @property
    def read_by(self) -> str | None:
        """The origin whose scripts may read it."""
        return self.headers.get("access-control-allow-origin")

    @property
    def code(self) -> str:
        """Of a refusal."""
        return str(json.loads(self.body)["code"])


Ask = Callable[..., Awaitable[Answer]]


async def ask(
    headers: dict[str, str],
    *,
    method: str = "GET",
    path: str = "/api/v1/stream",
    scheme: str = "http",
    protocols: tuple[str, ...] = (),
) -> Answer:
    """One request, or one handshake where protocols are offered; it leaves after the first bytes."""
    sent: list[dict[str, Any]] = []
    enough = asyncio.Event()
    scope: dict[str, Any] = {
        "type": "websocket" if protocols else "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "scheme": scheme,
        "headers": [
            (name.lower().encode(), value.encode())
            for name, value in {"Host": "testserver", **headers}.items()
        ],
        "server": ("testserver", 80),
        "client": ("127.0.0.1", 1),
    }
    if protocols:
        scope |= {"subprotocols": list(protocols), "extensions": {"websocket.http.response": {}}}
        opening = [{"type": "websocket.connect"}]
    else:
        scope["method"] = method
        opening = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        if opening:
            return opening.pop()
        await enough.wait()
        return {"type": "websocket.disconnect" if protocols else "http.disconnect", "code": 1001}

    async def send(message: Any) -> None:
        sent.append(message)
        if message["type"] == "websocket.accept" or message.get("body"):
            enough.set()

    await asyncio.wait_for(listening.application(scope, receive, send), 20)
    return Answer(sent[0], b"".join(message.get("body", b"") for message in sent))


def served(script: Callable[[], Awaitable[None]]) -> None:
    """Runs a script while the application is up."""

    async def run() -> None:
        app = listening._starlette
        async with app.router.lifespan_context(app):
            await script()

    # As in a process of its own, where no tenant is entered.
    contextvars.Context().run(lambda: asyncio.run(run()))


@pytest.fixture
def headers(live_api: Any, live_tenant: Any, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A listener's headers, in a business that names SHOP."""
    # The server's threads end with the server: each gives its connection back after a call.
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    owner = sign_in(live_api, "*")
    assert owner.patch("/security/policy", json={"cors_origins": [SHOP]}).status == 200
    forget()
    return {"Authorization": f"Bearer {owner.token}", "X-Tenant": live_tenant.slug}


def test_a_server_that_has_no_place_left_says_so_by_either_way(
    headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    token = headers["Authorization"].removeprefix("Bearer ")
    by_socket: dict[str, Any] = {
        "path": "/api/v1/stream/ws",
        "scheme": "ws",
        "protocols": (listening.SUBPROTOCOL, f"bearer.{token}"),
    }

    async def script() -> None:
        for way, admitted in (({}, "http.response.start"), (by_socket, "websocket.accept")):
            monkeypatch.setattr(listening, "MOST_LISTENERS", 0)
            full = await ask(headers, **way)
            assert (full.status, full.code, full.headers["retry-after"]) == (429, "stream_full", "30")
            # Whoever was refused holds no place: the next is the first again.
            monkeypatch.setattr(listening, "MOST_LISTENERS", 1)
            found = await ask(headers, **way)
            assert found.kind == admitted

    served(script)


def test_browsers_are_told_what_the_api_tells_them(headers: dict[str, str], live_tenant: Any) -> None:
    own_host = f"{live_tenant.slug}.{settings.TENANCY['BASE_DOMAIN']}"
    named = {"X-Tenant": live_tenant.slug}

    async def script() -> None:
        # What is shown, and what is refused: the business's origins read both, others neither.
        for origin, given, status, read in (
            (SHOP, headers, 200, True),
            (EVIL, headers, 200, False),
            ("null", headers, 200, False),
            (SHOP + ":444", headers, 200, False),
            (SHOP, named, 401, True),
            (EVIL, named, 401, False),
            (SHOP, {"X-Tenant": "nobody"}, 404, False),
            (SHOP, {}, 400, False),
        ):
            found = await ask({**given, "Origin": origin})
            assert found.status == status, (origin, found.body)
            assert {name: found.headers.get(name) for name in HARD} == HARD
            assert found.read_by == (origin if read else None), (origin, status)
            assert ("access-control-expose-headers" in found.headers) is read
            assert "access-control-allow-credentials" not in found.headers
        # A cache is told so where no origin was sent, too; so are other paths and methods.
        for answer, status in (
            (await ask(headers), 200),
            (await ask({}, path="/api/v1/nothing"), 404),
            (await ask(headers, method="POST"), 405),
            (await ask({**headers, "Origin": SHOP}, method="OPTIONS"), 405),
        ):
            assert answer.status == status
            assert {name: answer.headers.get(name) for name in HARD} == HARD
            assert "Origin" in answer.headers["vary"]
            assert "strict-transport-security" not in answer.headers
        for secured in (await ask({"X-Forwarded-Proto": "https"}), await ask({}, scheme="https")):
            assert secured.headers["strict-transport-security"] == security.HSTS
        # A preflight has no token and no X-Tenant: the host decides, or the request that follows.
        for origin, host, passes in (
            (SHOP, own_host, True),
            (EVIL, own_host, False),
            (EVIL, "testserver", True),
        ):
            asked = {"Origin": origin, "Host": host, **PREFLIGHT}
            answer = await ask(asked, method="OPTIONS")
            assert (answer.status, answer.body) == (204, b"")
            assert answer.read_by == (origin if passes else None)
            assert ("last-event-id" in answer.headers.get("access-control-allow-headers", "")) is passes
            assert answer.headers.get("access-control-allow-methods") == ("GET, HEAD" if passes else None)
            assert {name: answer.headers.get(name) for name in HARD} == HARD | {
                "content-security-policy": security.STRICT
            }
        unknown = await ask({"Origin": SHOP, "Host": "nobody.example", **PREFLIGHT}, method="OPTIONS")
        assert (unknown.status, unknown.read_by) == (405, None)

    served(script)


def test_without_a_database_no_origin_reads(headers: dict[str, str]) -> None:
    async def script() -> None:
        asked = {**headers, "Origin": SHOP}
        with patch.object(security, "allowed", side_effect=OperationalError("away")):
            shown = await ask(asked)
            assert (shown.status, shown.read_by) == (200, None)
        away = OperationalError("away")
        with (
            patch.object(security, "tenant_of_request", side_effect=away),
            patch.object(listening, "tenant_of_request", side_effect=away),
        ):
            told = await ask({**asked, **PREFLIGHT}, method="OPTIONS")
        assert (told.status, told.code, told.read_by) == (503, "database_busy", None)

    served(script)


def test_a_page_elsewhere_opens_no_websocket(headers: dict[str, str], live_tenant: Any) -> None:
    """No browser asks before it opens one, nor keeps what comes from the page: the server looks itself."""
    token = headers.pop("Authorization").removeprefix("Bearer ")
    own_host = f"{live_tenant.slug}.{settings.TENANCY['BASE_DOMAIN']}"

    async def handshake(**more: str) -> Answer:
        protocols = (listening.SUBPROTOCOL, f"bearer.{token}")
        return await ask({**headers, **more}, path="/api/v1/stream/ws", scheme="ws", protocols=protocols)

    async def script() -> None:
        for passes in ({}, {"Origin": SHOP}, {"Origin": f"https://{own_host}", "Host": own_host}):
            assert (await handshake(**passes)).kind == "websocket.accept", passes
        for origin in (EVIL, "null", f"{SHOP}.evil.example", f"https://{own_host}"):
            refused = await handshake(Origin=origin)
            assert (refused.kind, refused.status) == ("websocket.http.response.start", 403)
            assert refused.code == "origin_refused"

    served(script)
