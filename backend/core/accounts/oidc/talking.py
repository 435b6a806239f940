"""What is said to a provider: discovery, keys, the exchange of a code. No transaction is open meanwhile."""

from __future__ import annotations

import json
import logging
import time
from base64 import b64encode
from http.client import HTTPException
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.core.cache import cache

from backend.core.accounts.errors import OidcRefused, OidcUnavailable
from backend.core.accounts.oidc.providers import Provider
from backend.kernel.outgoing import (
    AddressRefused,
    addresses_of,
    client_tls,
    exchange,
    parse_url,
    resolve,
)

logger = logging.getLogger(__name__)

TIMEOUT = 8.0
MOST = 256 * 1024
KEPT_SECONDS = 3600


def discovered(provider: Provider) -> dict[str, Any]:
    """The provider's metadata, kept for an hour. Raises OidcUnavailable, and OidcRefused for another issuer.

    Source: OpenID Connect Discovery 1.0, 4.3: the issuer in the document must be the one that was asked.
    """
    key = f"oidc-metadata:{provider.issuer}"
    kept = cache.get(key)
    if isinstance(kept, dict):
        return kept
    url = provider.issuer.rstrip("/") + "/.well-known/openid-configuration"
    found = _json("GET", url)
    if found.get("issuer") != provider.issuer:
        raise OidcRefused(reason="issuer")
    cache.set(key, found, timeout=KEPT_SECONDS)
    return found


def keys_of(provider: Provider, *, fresh: bool = False) -> list[dict[str, Any]]:
    """The provider's signing keys (RFC 7517), kept for an hour unless `fresh`. Raises OidcUnavailable."""
    key = f"oidc-keys:{provider.issuer}"
    kept = None if fresh else cache.get(key)
    if isinstance(kept, list):
        return kept
    found = _json("GET", str(discovered(provider).get("jwks_uri", ""))).get("keys")
    if not isinstance(found, list):
        raise OidcUnavailable()
    cache.set(key, found, timeout=KEPT_SECONDS)
    return found


def exchanged(
    provider: Provider, *, secret: str, code: str, redirect_uri: str, verifier: str
) -> dict[str, Any]:
    """The token answer for a code. Raises OidcUnavailable, and OidcRefused where the provider refuses the code.

    Source: RFC 6749, 4.1.3 and 2.3.1; the client is named in the way that the provider says it takes.
    """
    metadata = discovered(provider)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "code_verifier": verifier,
    }
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    ways = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    if secret and "client_secret_basic" in ways:
        pair = f"{quote(provider.client_id, safe='')}:{quote(secret, safe='')}"
        headers["Authorization"] = "Basic " + b64encode(pair.encode()).decode()
    else:
        form["client_id"] = provider.client_id
        if secret:
            form["client_secret"] = secret
    return _json("POST", str(metadata.get("token_endpoint", "")), urlencode(form).encode(), headers)


def _json(
    method: str, url: str, body: bytes | None = None, headers: dict[str, str] | None = None
) -> dict[str, Any]:
    """One request, and its JSON object."""
    loopback = settings.ALLOW_LOOPBACK_WEBHOOKS
    try:
        target = parse_url(url, allow_loopback=loopback)
        address = addresses_of(target, resolver=resolve, allow_loopback=loopback)[0]
        status, _headers, content = exchange(
            method,
            target,
            address,
            body,
            {"Accept": "application/json", **(headers or {})},
            time.monotonic() + TIMEOUT,
            client_tls(),
            MOST,
        )
    except (AddressRefused, OSError, HTTPException) as error:
        logger.warning("the provider at %s was not reached: %s", url, error)
        raise OidcUnavailable() from error
    if 400 <= status < 500 and method == "POST":
        raise OidcRefused(reason="code")
    try:
        found = json.loads(content)
    except ValueError as error:
        raise OidcUnavailable() from error
    if status != 200 or not isinstance(found, dict):
        raise OidcUnavailable()
    return found
