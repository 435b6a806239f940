"""The way of a request: renewal of the session, retries.

Retried are requests that are safe to repeat (GET, or any with an `Idempotency-Key`) when the connection
fails, and on 429, 502, 503, 504, and 409 `request_in_flight`; any request when no connection came about.
Pauses double from half a second with full jitter, at most 20 s. `Retry-After` is honoured; one of more than
a minute is the caller's to wait for.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock

import httpx

RETRIED = frozenset({429, 502, 503, 504})
LONGEST_PAUSE = 20.0
LONGEST_RETRY_AFTER = 60.0
NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class RetryTransport(httpx.BaseTransport):
    """Sends a request, again where that is safe, at most `attempts` times in all."""

    def __init__(
        self,
        inner: httpx.BaseTransport,
        *,
        attempts: int = 4,
        sleep: Callable[[float], None] = time.sleep,
        draw: Callable[[], float] = random.random,
    ) -> None:
        self._inner = inner
        self._attempts = max(1, attempts)
        self._sleep = sleep
        self._draw = draw

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer. Raises httpx.TransportError when the last attempt had none."""
        request.read()
        for attempt in range(1, self._attempts):
            try:
                response = self._inner.handle_request(request)
            except httpx.TransportError as error:
                if not _repeatable(request) and not isinstance(error, NEVER_SENT):
                    raise
                self._sleep(self._backoff(attempt))
                continue
            if not _repeatable(request) or not _passing(response):
                return response
            wait = retry_after(response.headers.get("Retry-After"))
            if wait is not None and wait > LONGEST_RETRY_AFTER:
                return response
            response.close()
            self._sleep(self._backoff(attempt) if wait is None else wait)
        return self._inner.handle_request(request)

    def _backoff(self, attempt: int) -> float:
        return min(0.5 * float(2 ** (attempt - 1)), LONGEST_PAUSE) * self._draw()

    def close(self) -> None:
        """Closes the connections."""
        self._inner.close()


def retry_after(text: str | None) -> float | None:
    """The seconds that a `Retry-After` header asks for, as a number or a date; None where it says nothing."""
    if text is None:
        return None
    if text.strip().isdecimal():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _repeatable(request: httpx.Request) -> bool:
    return request.method in ("GET", "HEAD") or "Idempotency-Key" in request.headers


def _passing(response: httpx.Response) -> bool:
    if response.status_code in RETRIED:
        return True
    if response.status_code != 409:
        return False
    response.read()
    return b'"request_in_flight"' in response.content


class SessionAuth(httpx.Auth):
    """Carries the access token, and renews the session once when it has run out."""

    def __init__(self, refresh_url: str, headers: dict[str, str]) -> None:
        self.access: str | None = None
        self.refresh: str | None = None
        self._refresh_url = refresh_url
        self._headers = headers
        self._renewal = Lock()

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Sends the request; after a 401 renews and sends it once more."""
        used = self.access
        if used is None or "Authorization" in request.headers:
            yield request
            return
        request.headers["Authorization"] = f"Bearer {used}"
        response = yield request
        if response.status_code != 401 or self.refresh is None:
            return
        # A refresh token works once: of several threads the first renews, and the others use what it got.
        with self._renewal:
            if self.access == used:
                renewed = yield httpx.Request(
                    "POST", self._refresh_url, json={"refresh_token": self.refresh}, headers=self._headers
                )
                if renewed.status_code != 200:
                    if renewed.status_code == 401:
                        # Used up or ended: a second try would only say so again.
                        self.refresh = None
                    return
                renewed.read()
                body = renewed.json()
                self.access, self.refresh = body["access_token"], body["refresh_token"]
        request.headers["Authorization"] = f"Bearer {self.access}"
        yield request
