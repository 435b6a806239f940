"""The client itself."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

import httpx

from .calls import new_key
from .errors import error_of
from .generated.client import AuthenticatedClient
from .generated.types import Response
from .resources import Resources
from .stream import StreamEvent, events_of
from .transport import RetryTransport, SessionAuth


class Session(httpx.Client):
    """An HTTP client whose refusals are exceptions, before any generated code tries to parse them.

    Lists in a query are separated by commas, as the contract says (`explode: false`) and the generated code does not.
    """

    def request(self, *arguments: Any, **options: Any) -> httpx.Response:
        """The answer of a success. Raises GuildhallError for a refusal, httpx.TransportError for no answer."""
        if isinstance(params := options.get("params"), dict):
            options["params"] = {
                name: ",".join(map(str, value)) if isinstance(value, list) else value
                for name, value in params.items()
            }
        response = super().request(*arguments, **options)
        if response.status_code >= 400:
            raise error_of(response.status_code, response.content, response.headers.get("Retry-After"))
        return response


class Guildhall(Resources):
    """A client of one business, or of the operator with `tenant=None`. Threads may share it.

    `base_url` is the server's (without `/api/v1`), `stream_url` that of the live stream where it is another.
    `attempts` is how often a request that may be repeated is sent at most; `timeout` is in seconds.
    """

    def __init__(
        self,
        base_url: str,
        *,
        tenant: str | None = None,
        token: str | None = None,
        language: str | None = None,
        stream_url: str | None = None,
        timeout: float = 30.0,
        attempts: int = 4,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.stream_url = (stream_url or self.base_url).rstrip("/")
        self.tenant = tenant
        headers = {"Accept": "application/json", "User-Agent": "guildhall-python/0.1"}
        if tenant is not None:
            headers["X-Tenant"] = tenant
        if language is not None:
            headers["Accept-Language"] = language
        self._prefix = "/api/v1" if tenant is not None else "/api/v1/platform"
        self.auth_state = SessionAuth(f"{self.base_url}{self._prefix}/auth/tokens/refresh", headers)
        self.auth_state.access = token
        self.http = Session(
            base_url=self.base_url,
            headers=headers,
            timeout=timeout,
            auth=self.auth_state,
            transport=RetryTransport(transport or httpx.HTTPTransport(), attempts=attempts),
        )
        # The token goes with `auth_state`, which can renew it: the generated client's own is never used.
        self.client = AuthenticatedClient(
            base_url=self.base_url, token="", raise_on_unexpected_status=True
        ).set_httpx_client(self.http)
        super().__init__(self)

    def settle(self, response: Response[Any]) -> Any:
        """The parsed body of a success: refusals never come this far."""
        return response.parsed

    def request(self, method: str, path: str, **options: Any) -> httpx.Response:
        """One request to any path under the server; a POST gets an `Idempotency-Key`. Raises as `Session.request`."""
        if method.upper() == "POST":
            options["headers"] = {"Idempotency-Key": new_key(), **(options.get("headers") or {})}
        return self.http.request(method, path, **options)

    def sign_in(self, login: str, password: str) -> None:
        """Opens a session by e-mail address, or by telephone number with its country code."""
        kind = "email" if "@" in login else "phone"
        self._open({kind: login, "password": password})

    def sign_in_service(self, client_id: str, secret: str) -> None:
        """Opens a session of a service account."""
        self._open({"grant": {"kind": "service", "client_id": client_id, "secret": secret}})

    def use_tokens(self, access: str, refresh: str | None = None) -> None:
        """Uses tokens that were got elsewhere."""
        self.auth_state.access, self.auth_state.refresh = access, refresh

    def sign_out(self) -> None:
        """Ends the session. Does nothing where none is open."""
        if self.auth_state.refresh is not None:
            self.http.request(
                "POST",
                f"{self._prefix}/auth/tokens/revoke",
                json={"refresh_token": self.auth_state.refresh},
            )
        self.auth_state.access = self.auth_state.refresh = None

    def _open(self, body: dict[str, Any]) -> None:
        self.auth_state.access = self.auth_state.refresh = None
        # Without an Idempotency-Key: a sign-in is not repeated, or a slow server would see a guessed password twice.
        answer = self.http.request("POST", f"{self._prefix}/auth/tokens", json=body).json()
        self.use_tokens(answer["access_token"], answer["refresh_token"])

    def stream(
        self, *, after: str | None = None, topics: str | None = None, timeout: float | None = None
    ) -> Iterator[StreamEvent]:
        """The business's events as they happen, from `after` (an event's id) on; comes back after a break.

        Ends with the iterator. `timeout` ends it after so many seconds without anything, heartbeats included.
        """
        yield from events_of(self.http, f"{self.stream_url}/api/v1/stream", after, topics, timeout)

    def close(self) -> None:
        """Closes the connections."""
        self.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
