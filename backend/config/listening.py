"""The live stream's application: Server-Sent Events and WebSocket. `backend.config.stream` serves it.

One business's events, to whoever holds
`events.event.view` over all of it. Resumed by the last event's id, without a gap or a repetition.

Browsers cannot set headers on a WebSocket, so the token may come as a subprotocol: offer
`guildhall.v1` and `bearer.<token>`; tokens in URLs are refused, as they end up in logs.

Browsers are told what the API tells them (`kernel.api.security`). They ask nobody before a page opens a
WebSocket, so there the origin is looked at here.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import orjson
from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.db import OperationalError
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from backend.core.accounts.facade import authenticate_token
from backend.kernel import context, ids, tenancy
from backend.kernel.addresses import client_address
from backend.kernel.api import problems, query, security
from backend.kernel.api.middleware import negotiate
from backend.kernel.db import DatabaseBusy
from backend.kernel.errors import DomainError, Forbidden, TooMany
from backend.kernel.events.errors import EventTopicUnknown
from backend.kernel.events.hub import Channel, Hub, StreamEnded
from backend.kernel.events.permissions import VIEW
from backend.kernel.events.reading import position_after
from backend.kernel.events.types import REGISTRY, Recorded
from backend.kernel.permissions import PermissionDenied
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.kernel.tenancy.middleware import tenant_of_request

HEARTBEAT = 15.0
"""Seconds: proxies close what is silent for a minute."""
RECHECK = 60.0
"""Seconds between two looks at whether the token and the business are still good."""
RETRY_MILLISECONDS = 2000
MOST_LISTENERS = 500
SUBPROTOCOL = "guildhall.v1"


class StreamFull(TooMany):
    """The business has as many listeners as one server takes."""

    code = "stream_full"
    message = _("Too many listeners. Try again later.")


class OriginRefused(Forbidden):
    """A page opened a WebSocket whose origin's scripts may not read the business's answers."""

    code = "origin_refused"
    message = _("Pages of {origin} may not read what this business sends.")


@dataclass(frozen=True, slots=True)
class Session:
    """An admitted listener: whose events, from where on, and which."""

    tenant: TenantInfo
    position: int | None
    """The last position seen, None to begin now."""
    types: frozenset[str] | None
    recheck: Callable[[], None]

    def wants(self, event: Recorded) -> bool:
        """Whether the listener asked for events of this type."""
        return self.types is None or event.type in self.types


def _token(connection: HTTPConnection) -> str:
    scheme, _sep, value = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and value.strip():
        return value.strip()
    for offered in connection.scope.get("subprotocols") or ():
        if offered.startswith("bearer."):
            return str(offered.removeprefix("bearer."))
    raise problems.NotAuthenticated()


def _types(topics: str | None) -> frozenset[str] | None:
    if topics is None:
        return None
    known = {name for name, _version in REGISTRY}
    chosen: set[str] = set()
    for topic in topics.split(","):
        hits = {
            name
            for name in known
            if topic in ("*", name) or (topic.endswith(".*") and name.startswith(topic[:-1]))
        }
        if not hits:
            raise EventTopicUnknown(topic=topic[:100], pointer="?topics")
        chosen |= hits
    return frozenset(chosen)


def _position(text: str | None) -> int | None:
    if text is None:
        return None
    if text.isascii() and text.isdigit() and len(text) <= 18:
        return int(text)
    try:
        event_id = ids.decode("evt", text)
    except ids.InvalidId:
        raise query.problem("after", "id_invalid", _("An id of the form evt_… is expected.")) from None
    return position_after(event_id)


def _asked(scope: Scope) -> ASGIRequest:
    """The request as the API's functions read it: method, path, headers, addresses. It has no body."""
    return ASGIRequest({"method": "GET", **scope}, io.BytesIO())


def _refuse_foreign_page(asked: ASGIRequest, tenant: TenantInfo) -> None:
    # A program sends no origin; a page of the host itself needs no leave.
    origin = asked.headers.get("Origin")
    if not origin or urlsplit(origin).netloc.lower() == asked.headers.get("Host", "").lower():
        return
    if not security.allowed(origin, tenant):
        raise OriginRefused(origin=origin[:200])


def admit(connection: HTTPConnection) -> Session:
    """The session of a request; blocking, for a thread. Raises the same refusals as the API."""
    asked = _asked(connection.scope)
    tenant = tenant_of_request(asked)
    if tenant is None or tenant is PUBLIC:
        raise problems.RouteNotFound()
    if connection.scope["type"] == "websocket":
        _refuse_foreign_page(asked, tenant)
    token = _token(connection)
    # What roles give can depend on where their holder is.
    address = client_address(asked.META, settings.TRUSTED_PROXIES)
    facts = context.RequestContext(actor_kind="anonymous", ip=address)

    def check() -> None:
        again = tenant_of_request(asked)
        if again is None or again.id != tenant.id:
            raise problems.RouteNotFound()
        with tenant_context(tenant), context.request_context(facts):
            if not authenticate_token(token, tenant).require(VIEW).everything:
                raise PermissionDenied(permission=VIEW.code)

    check()
    given = QueryDict(connection.url.query)
    query.check_names(given, ("after", "topics"))
    with tenant_context(tenant):
        return Session(
            tenant=tenant,
            position=_position(connection.headers.get("last-event-id") or given.get("after")),
            types=_types(given.get("topics")),
            recheck=check,
        )


async def _admitted(connection: HTTPConnection) -> Session:
    hub: Hub = connection.app.state.hub
    # PUBLIC stands for "nobody yet": finding the tenant and the token enters the right schemas itself.
    try:
        return await hub.in_tenant(PUBLIC, lambda: admit(connection))
    except OperationalError as error:
        # A listener tries again by itself; it is told that this is worth it.
        raise DatabaseBusy(retry_after=2) from error


@contextlib.asynccontextmanager
async def _place(hub: Hub, session: Session) -> AsyncIterator[Channel]:
    """A listener's place at its business's channel. Raises StreamFull where this server has no more of them."""
    async with hub.listen(session.tenant) as channel:
        if channel.listeners > MOST_LISTENERS:
            raise StreamFull(retry_after=30)
        yield channel


def _frame(event: Recorded) -> bytes:
    # The body is one line of JSON, as orjson writes it.
    return f"id: {ids.encode('evt', event.id)}\nevent: {event.type}\ndata: {event.body}\n\n".encode()


async def _events(
    hub: Hub, session: Session, channel: Channel
) -> AsyncGenerator[tuple[list[Recorded], Recorded | None], None]:
    """Batches of what the listener wants, with the last event that was looked at; an empty batch is a beat.

    Ends where the token, the business or its past is no longer good: the client connects again, and is told.
    """
    position = channel.head if session.position is None else session.position
    checked = time.monotonic()
    while True:
        try:
            found = await channel.after(position, HEARTBEAT)
        except StreamEnded:
            return
        if found:
            position = found[-1].position or position
        yield [event for event in found if session.wants(event)], found[-1] if found else None
        if time.monotonic() - checked >= RECHECK:
            checked = time.monotonic()
            try:
                await hub.in_tenant(PUBLIC, session.recheck)
            except (DomainError, OperationalError):
                return


async def stream(request: Request) -> Response:
    """`GET /api/v1/stream`."""
    hub: Hub = request.app.state.hub
    try:
        session = await _admitted(request)
        stack = contextlib.AsyncExitStack()
        channel = await stack.enter_async_context(_place(hub, session))
    except DomainError as error:
        return _problem(request, error)

    async def send() -> AsyncIterator[bytes]:
        async with stack:
            yield f"retry: {RETRY_MILLISECONDS}\n\n".encode()
            async with contextlib.aclosing(_events(hub, session, channel)) as batches:
                async for wanted, last in batches:
                    frames = b"".join(_frame(event) for event in wanted)
                    if last is None:
                        frames = b": heartbeat\n\n"
                    elif not wanted or wanted[-1].id != last.id:
                        # An id without data dispatches nothing, but a client resumes behind what was left out.
                        frames += f"id: {ids.encode('evt', last.id)}\n\n".encode()
                    yield frames

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no", "Request-Id": request.state.request_id}
    return StreamingResponse(send(), media_type="text/event-stream", headers=headers)


async def socket(websocket: WebSocket) -> None:
    """`/api/v1/stream/ws`: the same bodies, one a text message."""
    hub: Hub = websocket.app.state.hub
    async with contextlib.AsyncExitStack() as stack:
        try:
            session = await _admitted(websocket)
            channel = await stack.enter_async_context(_place(hub, session))
        except DomainError as error:
            await _refuse(websocket, error)
            return
        offered = websocket.scope.get("subprotocols") or ()
        await websocket.accept(subprotocol=SUBPROTOCOL if SUBPROTOCOL in offered else None)
        sending = asyncio.create_task(_send_all(websocket, hub, session, channel))
        receiving = asyncio.create_task(_until_gone(websocket))
        done, waiting = await asyncio.wait({sending, receiving}, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        if sending in done and sending.exception() is None:
            await websocket.close(1008)


async def _send_all(websocket: WebSocket, hub: Hub, session: Session, channel: Channel) -> None:
    async with contextlib.aclosing(_events(hub, session, channel)) as batches:
        async for wanted, last in batches:
            for event in wanted:
                await websocket.send_text(event.body)
            if last is None:
                await websocket.send_text('{"type":"stream.heartbeat"}')


async def _until_gone(websocket: WebSocket) -> None:
    """Nothing is expected from a listener; what it sends is dropped until it leaves."""
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            message = await websocket.receive()
            if message["type"] == "websocket.disconnect":
                return


def _document(connection: HTTPConnection, error: DomainError) -> dict[str, Any]:
    language = negotiate(connection.headers.get("accept-language", "")) or "en"
    facts = context.RequestContext(request_id=connection.state.request_id)
    with context.request_context(facts), translation.override(language):
        return problems.document(error)


def _problem(connection: HTTPConnection, error: DomainError) -> Response:
    headers = {"Request-Id": connection.state.request_id, "Cache-Control": "no-store"}
    if error.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="guildhall"'
    if error.retry_after is not None:
        headers["Retry-After"] = str(error.retry_after)
    body = orjson.dumps(_document(connection, error))
    return Response(body, error.status, headers, media_type=problems.CONTENT_TYPE)


async def _refuse(websocket: WebSocket, error: DomainError) -> None:
    if "websocket.http.response" in websocket.scope.get("extensions", {}):
        await websocket.send_denial_response(_problem(websocket, error))
        return
    # A server that cannot refuse the handshake: say it inside, and close with 4000 and the status.
    await websocket.accept()
    await websocket.send_text(orjson.dumps(_document(websocket, error)).decode())
    await websocket.close(4000 + error.status, error.code)


async def _not_found(request: Request, _error: Exception) -> Response:
    return _problem(request, problems.RouteNotFound())


async def _method(request: Request, _error: Exception) -> Response:
    answer = _problem(request, problems.MethodNotAllowed(method=request.method))
    answer.headers["Allow"] = "GET, HEAD"
    return answer


async def _broken(request: Request, error: Exception) -> Response:
    with context.request_context(context.RequestContext(request_id=request.state.request_id)):
        answer = problems.failure(error)
    return Response(answer.content, 500, media_type=problems.CONTENT_TYPE)


@contextlib.asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    app.state.hub = Hub()
    await app.state.hub.start()
    try:
        yield
    finally:
        await app.state.hub.stop()


_starlette = Starlette(
    routes=[Route("/api/v1/stream", stream), WebSocketRoute("/api/v1/stream/ws", socket)],
    exception_handlers={404: _not_found, 405: _method, Exception: _broken},
    lifespan=_lifespan,
)


def _reading(asked: ASGIRequest) -> dict[str, str]:
    """What lets the origin's scripts read the answer; blocking. Where no business is served, nothing does."""
    try:
        return security.reading(asked.headers.get("Origin", ""), tenant_of_request(asked))
    except DomainError:
        return {}


def _for_browsers(asked: ASGIRequest, send: Send) -> Send:
    """`send`, with what every answer of the API tells browsers."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            told = security.hardening(asked.path, headers.get("content-type", ""), secure=asked.is_secure())
            if "Origin" in asked.headers:
                hub: Hub = _starlette.state.hub
                # Where the database is away no script reads the answer, which says the same.
                with contextlib.suppress(OperationalError):
                    told |= await hub.in_tenant(PUBLIC, lambda: _reading(asked))
            for name, value in told.items():
                headers.setdefault(name, value)
            headers.add_vary_header("Origin")
        await send(message)

    return sending


async def _preflight(asked: ASGIRequest) -> Response | None:
    """The answer to a browser that asks before a script's request; None where it is an ordinary request."""
    if not security.is_preflight(asked.method, asked.headers):
        return None
    hub: Hub = _starlette.state.hub
    told = await hub.in_tenant(PUBLIC, lambda: security.preflight(asked, "GET, HEAD"))
    return None if told is None else Response(status_code=204, headers=told)


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    asked = _asked(scope)
    send = _for_browsers(asked, send)
    try:
        answer = await _preflight(asked)
    except OperationalError:
        answer = _problem(HTTPConnection(scope), DatabaseBusy(retry_after=2))
    await (answer or _starlette)(scope, receive, send)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """The ASGI application: every request has an id before anything can go wrong with it."""
    if scope["type"] in ("http", "websocket"):
        scope.setdefault("state", {})["request_id"] = ids.encode("req", ids.new_id())
    # No tenant is entered on the event loop: a query there would be a fault, and raises NoTenant.
    if tenancy.current_or_none() is not None:
        raise RuntimeError("the stream server runs inside a tenant")
    await (_answer if scope["type"] == "http" else _starlette)(scope, receive, send)
