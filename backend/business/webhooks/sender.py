"""One POST to one checked address: no redirects, no proxies, 15 seconds for all of it.

Runs outside any transaction, in a thread, and touches no database.
"""

from __future__ import annotations

import http.client
import logging
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from backend.business.webhooks.addresses import (
    AddressRefused,
    Resolver,
    Target,
    addresses_of,
    parse_url,
    resolve,
)

logger = logging.getLogger(__name__)

TIMEOUT = 15.0
"""Seconds for a whole attempt: the name, the connection, the request and the answer."""
MAX_BODY = 16 * 1024
MAX_HEADERS = 50
_REDACTED = frozenset({"set-cookie", "authorization", "proxy-authorization", "www-authenticate", "cookie"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt. `status` is None where no answer came, and `error` says why."""

    status: int | None
    milliseconds: int
    error: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    address: str = ""
    retry_after: float | None = None
    """Seconds that the receiver asked for."""

    @property
    def ok(self) -> bool:
        """Whether the receiver took it: any 2xx."""
        return self.status is not None and 200 <= self.status < 300


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class _Connection(http.client.HTTPConnection):
    """A connection to an address that was checked, under the name that was asked for."""

    def __init__(self, target: Target, address: str, deadline: float, tls: ssl.SSLContext) -> None:
        super().__init__(target.host, target.port, timeout=max(0.05, deadline - time.monotonic()))
        self._target, self._address, self._tls = target, address, tls

    def connect(self) -> None:
        """Connects to the checked address; the certificate is checked against the name."""
        raw = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = raw
        if self._target.tls:
            # Kept before the handshake, so that the watchdog can end that too.
            secured = self._tls.wrap_socket(
                raw, server_hostname=self._target.host, do_handshake_on_connect=False
            )
            self.sock = secured
            secured.do_handshake()

    def cut(self) -> None:
        """Ends whatever the connection waits for."""
        if self.sock is not None:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                logger.debug("the connection was closed already")


def send(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    allow_loopback: bool = False,
    resolver: Resolver = resolve,
    timeout: float = TIMEOUT,
    tls: ssl.SSLContext | None = None,
) -> Outcome:
    """Posts `body` and says what came of it. Never raises for anything that a receiver can do."""
    began = time.monotonic()
    address = ""
    try:
        target = parse_url(url, allow_loopback=allow_loopback)
        addresses = addresses_of(target, resolver=resolver, allow_loopback=allow_loopback)
        address = addresses[0]
        status, answer_headers, content = _exchange(
            target, address, body, headers, began + timeout, tls or _tls()
        )
    except AddressRefused as error:
        return Outcome(None, _since(began), f"refused: {error}")
    except TimeoutError:
        return Outcome(None, _since(began), f"no answer within {timeout:g} s", address=address)
    except ssl.SSLCertVerificationError as error:
        return Outcome(None, _since(began), f"certificate: {error.verify_message}", address=address)
    except (OSError, http.client.HTTPException, ValueError) as error:
        text = f"{type(error).__name__}: {error}"[:300]
        return Outcome(None, _since(began), text, address=address)
    kept = {
        name.lower()[:100]: "[redacted]" if name.lower() in _REDACTED else value[:500]
        for name, value in answer_headers[:MAX_HEADERS]
    }
    return Outcome(
        status=status,
        milliseconds=_since(began),
        headers=kept,
        # PostgreSQL keeps no NUL in text.
        body=content.decode("utf-8", "replace").replace("\x00", "\N{REPLACEMENT CHARACTER}"),
        address=address,
        retry_after=_retry_after(kept.get("retry-after", "")),
    )


def _exchange(
    target: Target,
    address: str,
    body: bytes,
    headers: Mapping[str, str],
    deadline: float,
    tls: ssl.SSLContext,
) -> tuple[int, list[tuple[str, str]], bytes]:
    connection = _Connection(target, address, deadline, tls)
    expired = threading.Event()

    def end() -> None:
        expired.set()
        connection.cut()

    # A socket's time-out is for one read: a receiver that sends a byte a second would hold us for ever.
    watchdog = threading.Timer(max(0.05, deadline - time.monotonic()), end)
    watchdog.daemon = True
    watchdog.start()
    try:
        connection.request(
            "POST",
            target.path,
            body,
            {"Host": target.authority, "Accept-Encoding": "identity", "Connection": "close", **headers},
        )
        response = connection.getresponse()
        content = response.read(MAX_BODY)
        if expired.is_set():
            # To the parser a connection that was cut looks like one that ended.
            raise TimeoutError
        return response.status, response.getheaders(), content
    except (OSError, http.client.HTTPException) as error:
        if expired.is_set():
            raise TimeoutError from error
        raise
    finally:
        watchdog.cancel()
        connection.close()


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)


def _retry_after(text: str) -> float | None:
    """The seconds of a Retry-After header (RFC 9110, 10.2.3: a number or a date), or None."""
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) < 9:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    # A receiver's date is against the wall clock, whatever clock the caller runs under.
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
