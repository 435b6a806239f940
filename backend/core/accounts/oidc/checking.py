"""Checking an ID token. Source: OpenID Connect Core 1.0, 3.1.3.7."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Any

import jwt

from backend.core.accounts.errors import OidcRefused
from backend.core.accounts.oidc import talking
from backend.core.accounts.oidc.providers import Provider
from backend.kernel import clock

ALGORITHMS = {
    "RS256": "sha256",
    "RS384": "sha384",
    "RS512": "sha512",
    "PS256": "sha256",
    "ES256": "sha256",
    "ES384": "sha384",
    "EdDSA": "sha512",
}
"""Asymmetric ones only: with HMAC whoever knows the client's secret, or a public key, could sign."""
LEEWAY = 60
"""Seconds that the provider's clock may differ from ours."""


def claims_of(provider: Provider, id_token: Any, *, nonce: str, access_token: str | None) -> dict[str, Any]:
    """The claims of an ID token that is for us, of this sign-in, and signed by the provider.

    Raises OidcRefused naming what is wrong, and OidcUnavailable where the keys cannot be had.
    """
    if not isinstance(id_token, str) or len(id_token) > 16_384:
        raise OidcRefused(reason="id_token")
    try:
        header = jwt.get_unverified_header(id_token)
    except jwt.InvalidTokenError as error:
        raise OidcRefused(reason="id_token") from error
    algorithm = header.get("alg")
    if algorithm not in ALGORITHMS:
        raise OidcRefused(reason="alg")
    key = _key(provider, header.get("kid"), algorithm)
    try:
        claims: dict[str, Any] = jwt.decode(
            id_token,
            key,
            algorithms=[algorithm],
            audience=provider.client_id,
            issuer=provider.issuer,
            options={
                "require": ["iss", "sub", "aud", "exp", "iat"],
                # By our own clock below.
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
            },
        )
    except jwt.InvalidAudienceError as error:
        raise OidcRefused(reason="aud") from error
    except jwt.InvalidIssuerError as error:
        raise OidcRefused(reason="iss") from error
    except jwt.InvalidTokenError as error:
        raise OidcRefused(reason="signature") from error
    _times(claims)
    audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    if (len(audience) > 1 or "azp" in claims) and claims.get("azp") != provider.client_id:
        raise OidcRefused(reason="azp")
    if not hmac.compare_digest(str(claims.get("nonce", "")), nonce):
        raise OidcRefused(reason="nonce")
    if "at_hash" in claims and access_token is not None:
        digest = hashlib.new(ALGORITHMS[algorithm], access_token.encode()).digest()
        half = base64.urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()
        if not hmac.compare_digest(str(claims["at_hash"]), half):
            raise OidcRefused(reason="at_hash")
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
        raise OidcRefused(reason="sub")
    return claims


def _times(claims: dict[str, Any]) -> None:
    now = clock.now().timestamp()
    try:
        ends, made = float(claims["exp"]), float(claims["iat"])
        begins = float(claims.get("nbf", made))
    except (TypeError, ValueError) as error:
        raise OidcRefused(reason="exp") from error
    if ends <= now - LEEWAY:
        raise OidcRefused(reason="exp")
    if max(made, begins) > now + LEEWAY:
        raise OidcRefused(reason="iat")


def _key(provider: Provider, kid: Any, algorithm: str) -> Any:
    """The provider's key of a name; its keys are read once more where it is not among those that are kept."""
    for fresh in (False, True):
        fitting = [
            row
            for row in talking.keys_of(provider, fresh=fresh)
            if isinstance(row, dict)
            and (kid is None or row.get("kid") == kid)
            and row.get("use", "sig") == "sig"
            and row.get("alg", algorithm) == algorithm
            and row.get("kty") in ("RSA", "EC", "OKP")
        ]
        if len(fitting) == 1 or (kid is not None and fitting):
            try:
                return jwt.PyJWK(fitting[0], algorithm).key
            except jwt.PyJWTError as error:
                raise OidcRefused(reason="key") from error
    raise OidcRefused(reason="kid")
