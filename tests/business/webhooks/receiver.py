"""A real webhook receiver on loopback: answers by a script, keeps what it got."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook


@dataclass
class Call:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """The server's address, its calls, and what it answers: a status, or (status, headers, body)."""

    url: str
    calls: list[Call] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)
    usual: Any = 200
    delay: float = 0.0
    act: Callable[[Call], None] | None = None

    def verified(self, secret: str) -> list[Any]:
        """Every call's body, once the reference library has verified its signature.

        Raises WebhookVerificationError.
        """
        return [Webhook(secret).verify(call.body, call.headers) for call in self.calls]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    receiver: Receiver


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        receiver = self.server.receiver
        body = self.rfile.read(int(self.headers["Content-Length"]))
        call = Call(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        receiver.calls.append(call)
        if receiver.act is not None:
            receiver.act(call)
        answer = receiver.answers.pop(0) if receiver.answers else receiver.usual
        status, headers, text = answer if isinstance(answer, tuple) else (answer, {}, b"thank you")
        time.sleep(receiver.delay)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@contextmanager
def receiving(path: str = "/hook") -> Iterator[Receiver]:
    """A receiver for the length of a block."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.receiver = Receiver(f"http://127.0.0.1:{server.server_address[1]}{path}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
