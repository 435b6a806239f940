"""What listens while the demo works: a webhook receiver and a reader of the live stream."""

from __future__ import annotations

import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError

from guildhall import Guildhall


class Receiver:
    """A webhook receiver on a free loopback port: every message is verified by `standardwebhooks`."""

    def __init__(self) -> None:
        self.secret = ""
        self.messages: list[dict[str, Any]] = []
        self.ids: Counter[str] = Counter()
        self.refused = 0
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                try:
                    message = Webhook(receiver.secret).verify(body, dict(self.headers.items()))
                except WebhookVerificationError:
                    receiver.refused += 1
                    self.send_response(400)
                    self.end_headers()
                    return
                receiver.ids[self.headers["webhook-id"]] += 1
                receiver.messages.append(message)
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                """The narrator speaks, not the server."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/hooks"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stops listening."""
        self.server.shutdown()
        self.server.server_close()


class StreamReader:
    """Reads the live stream in a thread, from an event on."""

    def __init__(self, api: Guildhall, after: str | None) -> None:
        self.ids: list[str] = []
        self.types: Counter[str] = Counter()
        self._api = api
        self._after = after
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for event in self._api.stream(after=self._after):
            self.ids.append(event.id)
            self.types[event.type] += 1
