"""Server-sent events, by hand: no generator reads a stream. Source: the HTML standard, 9.2."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from .errors import error_of


@dataclass(frozen=True)
class StreamEvent:
    """One event of the live stream: its id (to resume from), its type, and its body as webhooks carry it."""

    id: str
    type: str
    data: dict[str, Any]


def events_of(
    http: httpx.Client,
    url: str,
    after: str | None,
    topics: str | None,
    timeout: float | None,
    *,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[StreamEvent]:
    """Events of a stream, resumed from the last one after each break, with a pause of at most 15 s."""
    last, pause = after, 0.5
    while True:
        headers = {"Accept": "text/event-stream"}
        if last is not None:
            headers["Last-Event-ID"] = last
        params = {"topics": topics} if topics else {}
        try:
            with http.stream(
                "GET", url, headers=headers, params=params, timeout=httpx.Timeout(30.0, read=timeout or 60.0)
            ) as response:
                if response.status_code == 204:
                    return
                if response.status_code != 200:
                    response.read()
                    raise error_of(
                        response.status_code, response.content, response.headers.get("Retry-After")
                    )
                for item in parse(response.iter_lines()):
                    last, pause = item.id or last, 0.5
                    yield item
        except httpx.ReadTimeout:
            if timeout is not None:
                return
            continue
        except httpx.TransportError:
            pass
        # The server closed the connection, or it broke.
        sleep(pause)
        pause = min(pause * 2, 15.0)


def parse(lines: Iterator[str]) -> Iterator[StreamEvent]:
    """The events in the lines of a stream; comments (heartbeats) are passed over."""
    identity, kind = "", ""
    data: list[str] = []
    for line in lines:
        if not line:
            if data:
                yield StreamEvent(identity, kind, json.loads("\n".join(data)))
            kind, data = "", []
            continue
        if line.startswith(":"):
            continue
        name, _colon, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "id":
            identity = value
        elif name == "event":
            kind = value
        elif name == "data":
            data.append(value)
