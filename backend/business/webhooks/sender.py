"""One POST to one checked address: no redirects, no proxies, 15 seconds for all of it.

Runs outside any transaction, in a thread, and touches no database.
"""

from __future__ import annotations

import http.client
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from backend.kernel.outgoing import (
    AddressRefused,
    Resolver,
    addresses_of,
    client_tls,
    exchange,
    parse_url,
    resolve,
)

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
        status, answer_headers, content = exchange(
            "POST", target, address, body, headers, began + timeout, tls or client_tls(), MAX_BODY
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
