"""What the Python client sends again, when, and with which key: against a server that answers as it is told."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from standardwebhooks import Webhook

from guildhall import (
    Conflict,
    Guildhall,
    PreconditionFailed,
    RateLimited,
    ServerFault,
    Unauthorized,
    WebhookInvalid,
    models,
    verify_webhook,
)
from guildhall.stream import events_of
from guildhall.transport import RetryTransport

Answer = tuple[int, dict[str, str], bytes] | None
"""Status, headers and body; None cuts the connection."""
CUT: Answer = None
SECRET = "whsec_" + "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ORDER = models.OrderCreate(customer="cus_01h455vb4pex5vsknk084sn02q")


def problem(status: int, code: str, **headers: str) -> Answer:
    body = {
        "type": "about:blank", "title": "", "status": status, "detail": "no", "code": code, "request_id": "req",
        "errors": [{"pointer": "/lines", "code": "missing", "detail": "…"}],
    }  # fmt: skip
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return status, {"Content-Type": "application/problem+json", **sent}, json.dumps(body).encode()


def ok(body: Any, status: int = 200) -> Answer:
    return status, {"Content-Type": "application/json"}, json.dumps(body).encode()


PAGE = ok({"data": [], "next_cursor": None})


@dataclass
class Seen:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """Answers in turn, and remembers what it was asked and how long the client slept."""

    url: str = ""
    answers: list[Answer] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    def told(self, *answers: Answer) -> None:
        self.answers = list(answers)

    def client(self, attempts: int = 4) -> Guildhall:
        """A client that writes down its pauses and does not wait."""
        transport = RetryTransport(
            httpx.HTTPTransport(), attempts=attempts, sleep=self.slept.append, draw=lambda: 1.0
        )
        api = Guildhall(self.url, tenant="one", attempts=1, transport=transport)
        self.opened.append(api)
        return api

    opened: list[Guildhall] = field(default_factory=list)

    def of(self, header: str) -> list[str | None]:
        return [one.headers.get(header) for one in self.seen]


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on a free port."""
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            told.seen.append(Seen(self.command, self.path, headers, body))
            answer = told.answers.pop(0) if told.answers else problem(500, "no_answer_left")
            if answer is None:
                self.close_connection = True
                return
            status, sent, content = answer
            self.send_response(status)
            for name, value in sent.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PATCH = do_DELETE = answer  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            """Silent."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{listening.server_address[1]}"
    thread = threading.Thread(target=listening.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield told
    for api in told.opened:
        api.close()
    listening.shutdown()
    listening.server_close()


def place(api: Guildhall, **given: Any) -> None:
    """Places an order; what the fake answers is no order, so only its sending counts."""
    with contextlib.suppress(KeyError):
        api.orders.create(body=ORDER, **given)


def test_a_post_is_sent_again_with_the_same_key_and_body_after_what_retry_after_says(server: Server) -> None:
    server.told(
        problem(503, "database_busy", Retry_After="7"), CUT, problem(409, "request_in_flight"), ok({}, 201)
    )
    place(server.client())
    assert len(server.seen) == 4
    assert len(set(server.of("idempotency-key"))) == 1
    assert len(server.of("idempotency-key")[0] or "") == 36
    assert {one.body for one in server.seen} == {json.dumps(ORDER.to_dict(), separators=(",", ":")).encode()}
    assert server.slept == [7.0, 1.0, 2.0]


def test_retry_after_may_be_a_date(server: Server) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    server.told(problem(503, "database_busy", Retry_After=moment), PAGE)
    server.client().orders.list()
    assert 25 < server.slept[0] <= 30


def test_two_calls_have_two_keys_and_a_given_key_is_kept(server: Server) -> None:
    server.told(ok({}, 201), ok({}, 201), ok({}, 201))
    api = server.client()
    place(api)
    place(api)
    place(api, idempotency_key="mine")
    keys = server.of("idempotency-key")
    assert len(set(keys)) == 3
    assert keys[2] == "mine"


def test_a_get_is_sent_again_at_most_as_often_as_is_said(server: Server) -> None:
    server.told(CUT, problem(502, "x"), problem(504, "x"), PAGE)
    with pytest.raises(ServerFault):
        server.client(attempts=3).orders.list()
    assert (len(server.seen), server.slept) == (3, [0.5, 1.0])


@pytest.mark.parametrize(
    "send",
    [
        lambda api: api.branches.update("brn_x", body=models.BranchUpdate()),
        lambda api: api.branches.delete("brn_x"),
        lambda api: api.auth.sign_in(body=models.SignInRequest(email="a@b.example", password="p")),
        lambda api: api.sign_in("a@b.example", "p"),
    ],
    ids=["patch", "delete", "sign-in by operation", "sign-in"],
)
def test_what_is_not_safe_is_not_sent_again(server: Server, send: Callable[[Guildhall], Any]) -> None:
    server.told(problem(503, "database_busy"), CUT)
    api = server.client()
    with pytest.raises(ServerFault):
        send(api)
    with pytest.raises(httpx.TransportError):
        send(api)
    assert (len(server.seen), server.slept) == (2, [])
    assert set(server.of("idempotency-key")) == {None}


def test_what_was_never_sent_is_sent_again(server: Server) -> None:
    refusals = iter([httpx.ConnectError("refused"), httpx.ConnectTimeout("slow")])

    class Refusing(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            for refusal in refusals:
                raise refusal
            return super().handle_request(request)

    slept: list[float] = []
    transport = RetryTransport(Refusing(), sleep=slept.append)
    server.told((204, {}, b""))
    with Guildhall(server.url, tenant="one", attempts=1, transport=transport) as api:
        api.branches.delete("brn_x")
    assert (len(server.seen), len(slept)) == (1, 2)


def test_a_refusal_is_not_sent_again_and_says_all(server: Server) -> None:
    server.told(problem(409, "quote_expired"), problem(412, "version_stale"))
    api = server.client()
    with pytest.raises(Conflict) as refused:
        api.orders.create(body=ORDER)
    with pytest.raises(PreconditionFailed):
        api.branches.update("brn_x", body=models.BranchUpdate(), if_match='"1"')
    error = refused.value
    assert (error.status, error.code, error.detail, error.request_id) == (409, "quote_expired", "no", "req")
    assert [(one.pointer, one.code) for one in error.fields] == [("/lines", "missing")]
    assert (len(server.seen), server.slept) == (2, [])
    assert server.of("if-match")[1] == '"1"'


def test_a_wait_of_hours_is_the_callers(server: Server) -> None:
    server.told(problem(429, "rate_limited", Retry_After="3600"))
    with pytest.raises(RateLimited) as refused:
        server.client().orders.list()
    assert refused.value.retry_after == 3600
    assert server.slept == []


def test_a_401_renews_the_session_once_and_the_key_stays(server: Server) -> None:
    server.told(
        problem(401, "token_expired"), ok({"access_token": "new", "refresh_token": "r2"}), ok({}, 201)
    )
    api = server.client()
    api.use_tokens("old", "r1")
    place(api)
    assert server.of("authorization") == ["Bearer old", None, "Bearer new"]
    assert server.seen[1].path == "/api/v1/auth/tokens/refresh"
    assert json.loads(server.seen[1].body) == {"refresh_token": "r1"}
    keys = server.of("idempotency-key")
    assert keys[0] == keys[2]
    assert keys[1] is None
    assert set(server.of("x-tenant")) == {"one"}
    assert (api.auth_state.access, api.auth_state.refresh) == ("new", "r2")


def test_a_second_401_is_not_tried_again(server: Server) -> None:
    expired = problem(401, "token_expired")
    server.told(expired, ok({"access_token": "new", "refresh_token": "r2"}), expired)
    api = server.client()
    api.use_tokens("old", "r1")
    with pytest.raises(Unauthorized):
        api.me.retrieve()
    assert len(server.seen) == 3


def test_a_session_that_has_ended_is_asked_for_once(server: Server) -> None:
    server.told(*[problem(401, "token_expired")] * 3)
    api = server.client()
    api.use_tokens("old", "r1")
    for _ in range(2):
        with pytest.raises(Unauthorized):
            api.me.retrieve()
    assert [one.path for one in server.seen] == ["/api/v1/me", "/api/v1/auth/tokens/refresh", "/api/v1/me"]


def test_threads_renew_a_session_once() -> None:
    lock, renewals = threading.Lock(), 0
    barrier = threading.Barrier(8)

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal renewals
        if request.url.path.endswith("/refresh"):
            with lock:
                renewals += 1
            return httpx.Response(200, json={"access_token": "new", "refresh_token": "r2"})
        if request.headers["Authorization"] == "Bearer new":
            return httpx.Response(200, json={"data": [], "next_cursor": None})
        barrier.wait(10)
        return httpx.Response(401, json={"code": "token_expired"})

    with Guildhall("http://one.test", tenant="one", transport=httpx.MockTransport(answer)) as api:
        api.use_tokens("old", "r1")
        statuses: list[int] = []
        threads = [
            threading.Thread(target=lambda: statuses.append(api.request("GET", "/api/v1/orders").status_code))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert (renewals, statuses) == (1, [200] * 8)


def test_a_refusal_that_is_no_problem_document_is_an_error_all_the_same(server: Server) -> None:
    server.told((500, {"Content-Type": "text/html"}, b"<h1>no</h1>"), (599, {}, b""))
    api = server.client()
    with pytest.raises(ServerFault, match="<h1>no</h1>") as refused:
        api.orders.list()
    assert refused.value.code == "unknown"
    with pytest.raises(ServerFault):
        api.orders.list()


def test_lists_are_separated_by_commas(server: Server) -> None:
    server.told(PAGE)
    server.client().orders.list(state_group=["open", "completed"], limit=5, count=False)
    assert server.seen[0].path == "/api/v1/orders?limit=5&count=false&state_group=open%2Ccompleted"


def test_a_stream_goes_on_from_the_last_event_after_a_break(server: Server) -> None:
    def event(identity: str) -> Answer:
        text = f': hello\n\nid: {identity}\nevent: order.placed\ndata: {{"sequence":\ndata: 1}}\n\n'
        return 200, {"Content-Type": "text/event-stream"}, text.encode()

    server.told(event("evt_1"), CUT, event("evt_2"), problem(403, "permission_denied"))
    api = server.client(attempts=1)
    slept: list[float] = []
    stream = events_of(
        api.http, f"{server.url}/api/v1/stream", "evt_0", "order.placed", None, sleep=slept.append
    )
    found = [next(stream), next(stream)]
    assert [(one.id, one.type, one.data) for one in found] == [
        ("evt_1", "order.placed", {"sequence": 1}),
        ("evt_2", "order.placed", {"sequence": 1}),
    ]
    with pytest.raises(Exception, match="permission_denied"):
        next(stream)
    assert server.of("last-event-id") == ["evt_0", "evt_1", "evt_1", "evt_2"]
    assert {one.path for one in server.seen} == {"/api/v1/stream?topics=order.placed"}
    # The pause grows while nothing comes, and starts anew with an event.
    assert slept == [0.5, 1.0, 0.5]


def test_a_webhook_is_verified() -> None:
    body, headers = webhook()
    raw = body.encode()
    assert verify_webhook(raw, headers, SECRET)["type"] == "order.placed"
    rotated = headers | {"Webhook-Signature": f"v1,AAAA v1a,x {headers['Webhook-Signature']}"}
    assert verify_webhook(raw, rotated, SECRET)["type"] == "order.placed"
    other = "whsec_" + "QW5vdGhlciBzZWNyZXQgb2YgZW5vdWdoIGJ5dGVz"
    for refused in (
        (raw + b" ", headers, SECRET),
        (raw, headers | {"Webhook-Id": "other"}, SECRET),
        (raw, headers | {"Webhook-Timestamp": "1"}, SECRET),
        (raw, headers | {"Webhook-Timestamp": "soon"}, SECRET),
        (raw, headers | {"Webhook-Signature": "v1,AAAA"}, SECRET),
        (raw, headers | {"Webhook-Signature": "v1,"}, SECRET),
        (raw, headers, other),
        (raw, headers, "whsec_!"),
        (raw, {}, SECRET),
    ):
        with pytest.raises(WebhookInvalid):
            verify_webhook(*refused)
    with pytest.raises(WebhookInvalid, match="too old"):
        verify_webhook(raw, headers, SECRET, now=time.time() + 301)


def webhook() -> tuple[str, dict[str, str]]:
    """A message and its headers, signed by the reference implementation."""
    body = json.dumps({"type": "order.placed", "timestamp": "2026-01-02T03:04:05Z", "data": {"number": "Ё"}})
    moment = datetime.now(UTC)
    return body, {
        "Webhook-Id": "msg_1",
        "Webhook-Timestamp": str(int(moment.timestamp())),
        "Webhook-Signature": Webhook(SECRET).sign("msg_1", moment, body),
    }


def test_typescript_does_the_same(node: Callable[..., str]) -> None:
    body, headers = webhook()
    sent = {name.lower(): value for name, value in headers.items()}
    node("retries.test.js", webhook={"body": body, "headers": sent, "secret": SECRET})
