"""The live stream, by its real server: resumption without gaps, refusals, and life without Valkey."""

from __future__ import annotations

import asyncio
import json
import os
import queue
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import pytest
from django.conf import settings

from backend.kernel.events import relay
from backend.kernel.ids import encode, new_id
from tests.business.organizations.people import sign_in
from tests.kernel.events.sample import say

ROOT = Path(__file__).resolve().parents[3]

SERVE = """
import sys
import backend.config.stream as stream
from django.conf import settings
from django.db import connections
for alias in connections:
    settings.DATABASES[alias]["NAME"] = connections[alias].settings_dict["NAME"] = sys.argv[1]
import tests.kernel.events.sample
import backend.config.listening as listening
listening.HEARTBEAT, listening.RECHECK = 0.5, 1.0
from granian.server.embed import Server
import asyncio
server = Server(stream.application, address="127.0.0.1", port=int(sys.argv[2]), interface="asgi")
asyncio.run(server.serve())
"""


class Follower:
    """A listener in a thread: what it got, frame by frame."""

    def __init__(self, url: str, headers: dict[str, str], params: dict[str, str] | None = None) -> None:
        self.frames: queue.Queue[dict[str, str]] = queue.Queue()
        self.status = 0
        self.problem: dict[str, Any] = {}
        self.headers: httpx.Headers = httpx.Headers()
        self._stop = threading.Event()
        self._opened = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(url, headers, params), daemon=True)
        self._thread.start()
        assert self._opened.wait(20)

    def _run(self, url: str, headers: dict[str, str], params: dict[str, str] | None) -> None:
        with (
            httpx.Client(timeout=20) as client,
            client.stream("GET", url, headers=headers, params=params) as answer,
        ):
            self.status, self.headers = answer.status_code, answer.headers
            if answer.status_code != 200:
                self.problem = json.loads(answer.read())
                self._opened.set()
                return
            frame: dict[str, str] = {}
            try:
                for line in answer.iter_lines():
                    if line:
                        name, _, value = line.partition(":")
                        frame[name or "comment"] = value.strip()
                        continue
                    if "retry" in frame:
                        self._opened.set()
                    self.frames.put(frame)
                    frame = {}
                    if self._stop.is_set():
                        return
            except httpx.HTTPError:
                return

    def events(self, count: int, seconds: float = 15.0) -> list[dict[str, str]]:
        """The next `count` events, whatever else comes between."""
        found: list[dict[str, str]] = []
        deadline = time.monotonic() + seconds
        while len(found) < count:
            try:
                frame = self.frames.get(timeout=max(0.01, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"{len(found)} of {count} events came in {seconds:g} s") from None
            if "data" in frame:
                found.append(frame)
        return found

    def close(self) -> None:
        """Leaves at the next frame."""
        self._stop.set()
        self._thread.join(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(**environment: str) -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, settings.DATABASES["default"]["NAME"], str(port)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 0.2).close()
                break
            except OSError:
                assert process.poll() is None, "the server did not start"
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/api/v1/stream"
    finally:
        process.kill()  # Listeners may be left, and it would wait for them.
        process.wait(10)


@pytest.fixture(scope="module", params=["valkey", "no valkey"])
def server(request: pytest.FixtureRequest, database: str) -> Iterator[str]:
    """The stream server, with Valkey and without."""
    dead = {} if request.param == "valkey" else {"REDIS_URL": "redis://127.0.0.1:1"}
    yield from serve(**dead)


@pytest.fixture(scope="module")
def plain(database: str) -> Iterator[str]:
    """The stream server."""
    yield from serve()


@pytest.fixture
def headers(live_api: Any, live_tenant: Any) -> dict[str, str]:
    """A listener's headers."""
    return {
        "Authorization": f"Bearer {sign_in(live_api, 'events.event.view').token}",
        "X-Tenant": live_tenant.slug,
    }


def numbers(frames: list[dict[str, str]]) -> list[int]:
    return [json.loads(frame["data"])["data"]["number"] for frame in frames]


@pytest.mark.slow
def test_events_come_live_and_are_resumed_without_gap_or_repetition(
    server: str, headers: dict[str, str]
) -> None:
    relay.run()
    first = Follower(server, headers)
    assert (first.status, first.headers["content-type"]) == (200, "text/event-stream; charset=utf-8")
    second = Follower(server, headers, {"topics": "sample.*"})
    subject = new_id()
    ids = [encode("evt", say(number, subject)) for number in range(3)]
    relay.run()
    got = first.events(3)
    assert [frame["id"] for frame in got] == ids
    assert [frame["event"] for frame in got] == ["sample.happened"] * 3
    assert numbers(got) == [0, 1, 2]
    assert [frame["id"] for frame in second.events(3)] == ids
    first.close()
    second.close()
    for number in range(3, 9):
        say(number, subject)
    relay.run()
    again = Follower(server, {**headers, "Last-Event-ID": ids[1]})
    say(9, subject)
    relay.run()
    assert numbers(again.events(8)) == [2, 3, 4, 5, 6, 7, 8, 9]
    again.close()
    by_position = Follower(server, headers, {"after": "0"})
    everything = by_position.events(10)
    assert numbers([frame for frame in everything if frame["event"] == "sample.happened"][:3]) == [0, 1, 2]
    by_position.close()


@pytest.mark.slow
def test_a_listener_that_comes_and_goes_misses_nothing_while_eight_threads_emit(
    plain: str, headers: dict[str, str], run_parallel: Callable[..., list[Any]]
) -> None:
    relay.run()
    start = Follower(plain, headers)
    marker = encode("evt", say(-1))
    relay.run()
    assert start.events(1)[0]["id"] == marker
    start.close()
    seen: list[str] = []
    done = threading.Event()

    def work(index: int) -> None:
        if index == 8:
            while not done.is_set():
                relay.run(1)
            relay.run()
        elif index == 9:
            last = marker
            while len(seen) < 160:
                follower = Follower(plain, {**headers, "Last-Event-ID": last})
                seen.extend(frame["id"] for frame in follower.events(min(37, 160 - len(seen)), 30))
                last = seen[-1]
                follower.close()
        else:
            said.extend(encode("evt", say(number)) for number in range(20))
            finished.append(index)
            if len(finished) == 8:
                done.set()

    said: list[str] = []
    finished: list[int] = []
    run_parallel(work, 10, seconds=120)
    assert len(seen) == len(set(seen)) == 160
    assert set(seen) == set(said)


@pytest.mark.slow
def test_what_is_filtered_out_is_passed_by_and_a_bad_token_ends_the_stream(
    plain: str, headers: dict[str, str], live_api: Any
) -> None:
    from backend.core.accounts.models import User

    relay.run()
    follower = Follower(plain, headers, {"topics": "webhook_endpoint.created"})
    passed = encode("evt", say(1))
    relay.run()
    deadline = time.monotonic() + 10
    while True:
        frame = follower.frames.get(timeout=max(0.01, deadline - time.monotonic()))
        if "id" in frame:
            break
    assert frame == {"id": passed}
    while "comment" not in frame:
        frame = follower.frames.get(timeout=10)
    # Every session of the business ends; the stream looks again within its time and closes.
    from backend.core.accounts.facade import end_all_sessions

    assert User.objects.exists()
    end_all_sessions(reason="test")
    follower._thread.join(15)
    assert not follower._thread.is_alive()
    assert Follower(plain, headers).status == 401


@pytest.mark.slow
def test_refusals_are_problem_documents(
    plain: str, headers: dict[str, str], live_api: Any, live_tenant: Any, make_tenant: Any
) -> None:
    bearer, tenant = {"Authorization": headers["Authorization"]}, {"X-Tenant": live_tenant.slug}
    weak = {"Authorization": f"Bearer {sign_in(live_api, 'webhooks.endpoint.view').token}"}
    own = {"Authorization": f"Bearer {sign_in(live_api, 'events.event.view', own=True).token}"}
    relay.run()
    unseen = encode("evt", new_id())
    for given, params, status, code in (
        (tenant, {}, 401, "not_authenticated"),
        ({**tenant, "Authorization": "Bearer x"}, {}, 401, "token_invalid"),
        ({**bearer, "X-Tenant": make_tenant().slug}, {}, 401, "token_invalid"),
        ({**bearer, "X-Tenant": "nobody"}, {}, 404, "tenant_unknown"),
        (bearer, {}, 400, "tenant_required"),
        ({**tenant, **weak}, {}, 403, "permission_denied"),
        ({**tenant, **own}, {}, 403, "permission_denied"),
        (headers, {"after": unseen}, 404, "event_cursor_unknown"),
        ({**headers, "Last-Event-ID": unseen}, {}, 404, "event_cursor_unknown"),
        (headers, {"after": "ord_x"}, 400, "request_invalid"),
        (headers, {"topics": "nothing.*"}, 400, "event_topic_unknown"),
        (headers, {"topics": ""}, 400, "event_topic_unknown"),
        (headers, {"token": "x"}, 400, "request_invalid"),
    ):
        refused = Follower(plain, given, params)
        assert (refused.status, refused.problem["code"]) == (status, code)
        assert refused.headers["content-type"] == "application/problem+json"
        assert refused.problem["request_id"] == refused.headers["request-id"]
    for answer, status, code in (
        (httpx.post(plain, headers=headers), 405, "method_not_allowed"),
        (httpx.get(plain + "/other", headers=headers), 404, "route_not_found"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.slow
def test_a_websocket_carries_the_same_bodies(plain: str, headers: dict[str, str], live_tenant: Any) -> None:
    relay.run()
    marker = encode("evt", say(0))
    relay.run()
    ids = [encode("evt", say(number)) for number in (1, 2)]
    relay.run()
    token = headers["Authorization"].removeprefix("Bearer ")

    async def listen() -> tuple[list[dict[str, Any]], str | None]:
        found: list[dict[str, Any]] = []
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(
                f"{plain}/ws?after={marker}&topics=sample.happened",
                protocols=("guildhall.v1", f"bearer.{token}"),
                headers={"X-Tenant": live_tenant.slug},
            ) as ws,
        ):
            while len(found) < 2:
                message = await ws.receive_json(timeout=10)
                if message["type"] != "stream.heartbeat":
                    found.append(message)
            return found, ws.protocol

    got, protocol = asyncio.run(listen())
    assert [message["id"] for message in got] == ids
    assert protocol == "guildhall.v1"

    async def refused() -> tuple[int | None, str]:
        async with aiohttp.ClientSession() as session:
            try:
                async with session.ws_connect(f"{plain}/ws", headers={"X-Tenant": live_tenant.slug}) as ws:
                    told = await ws.receive_json(timeout=10)
                    await ws.receive(timeout=10)
                    return ws.close_code, told["code"]
            except aiohttp.WSServerHandshakeError as error:
                return 4000 + error.status, "not_authenticated"

    assert asyncio.run(refused()) == (4401, "not_authenticated")
