"""Access and refresh tokens: JSON Web Tokens that are good in one tenant only.

The key is HKDF(secret key, tenant), so a token of another tenant fails its signature; `aud` and `ten` name
the tenant as well and are checked against the resolved one. The time comes from the kernel's clock.
"""

from __future__ import annotations

import hashlib
import hmac
import uuid
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import jwt
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import ExpiredTokenError, TokenBackendError, TokenError
from rest_framework_simplejwt.tokens import Token
from rest_framework_simplejwt.utils import datetime_from_epoch

from backend.core.accounts.errors import TokenExpired, TokenInvalid
from backend.core.accounts.types import TokenPair
from backend.kernel import clock
from backend.kernel.ids import InvalidId, decode, encode
from backend.kernel.tenancy import TenantInfo

ACCESS_LIFETIME = timedelta(minutes=10)
REFRESH_LIFETIME = timedelta(days=30)
CHALLENGE_LIFETIME = timedelta(minutes=5)
ISSUER = "guildhall"
ALGORITHM = "HS256"
KNOWN = 4096
"""So many access tokens whose signature and claims were found good are known by their digest: only time ends them."""
_known: dict[bytes, tuple[float, uuid.UUID, uuid.UUID]] = {}
MAX_LENGTH = 4096
"""A token longer than this is not one of ours, and is not parsed."""


@lru_cache(maxsize=4096)
def _key(secret: str, tenant_id: uuid.UUID) -> str:
    derivation = HKDF(
        algorithm=hashes.SHA256(), length=32, salt=None, info=b"guildhall/tokens/v1/" + tenant_id.bytes
    )
    return derivation.derive(secret.encode()).hex()


class TenantBackend(TokenBackend):
    """Signs with one tenant's key; verifies with it and with those of the retired secrets."""

    def __init__(self, tenant_id: uuid.UUID) -> None:
        super().__init__(
            ALGORITHM,
            signing_key=_key(settings.SECRET_KEY, tenant_id),
            audience=encode("ten", tenant_id),
            issuer=ISSUER,
        )
        self.keys = [
            _key(secret, tenant_id) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        ]

    def decode(self, token: Any, verify: bool = True) -> dict[str, Any]:
        """The payload. Raises TokenBackendError. `exp` is the token's own matter, by the kernel's clock."""
        for key in self.keys:
            try:
                payload: dict[str, Any] = jwt.decode(
                    token,
                    key,
                    algorithms=[ALGORITHM],
                    audience=self.audience,
                    issuer=self.issuer,
                    options={
                        "require": ["exp", "iat", "sub", "aud", "iss", "jti"],
                        "verify_exp": False,
                        "verify_iat": False,
                        "verify_nbf": False,
                    },
                )
            except jwt.InvalidSignatureError:
                continue
            except jwt.InvalidTokenError as error:
                raise TokenBackendError("invalid") from error
            return payload
        raise TokenBackendError("no key fits the signature")


@lru_cache(maxsize=4096)
def _backend(secrets: tuple[str, ...], tenant_id: uuid.UUID) -> TenantBackend:
    return TenantBackend(tenant_id)


def backend_for(tenant: TenantInfo) -> TenantBackend:
    """The signer of a tenant's tokens; kept, as deriving a key costs more than using it."""
    return _backend((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS), tenant.id)


class TenantToken(Token):
    """A token of one tenant. Raises TokenError for a text that is not one."""

    lifetime = timedelta()

    def __init__(self, tenant: TenantInfo, token: str | None = None) -> None:
        self.tenant = tenant
        super().__init__(token)  # type: ignore[arg-type]

    @property
    def current_time(self) -> datetime:
        """The kernel's time; the library would ask the system."""
        return clock.now()

    @current_time.setter
    def current_time(self, _value: datetime) -> None:
        """Ignores the library's own reading of the clock."""

    def get_token_backend(self) -> TokenBackend:
        """The tenant's signer."""
        return backend_for(self.tenant)

    def check_exp(self, claim: str = "exp", current_time: datetime | None = None) -> None:
        """Raises ExpiredTokenError (the library raises its general error) where the time is over."""
        if datetime_from_epoch(self.payload[claim]) <= (current_time or self.current_time):
            raise ExpiredTokenError("expired")

    def verify(self) -> None:
        """The library's checks, and that the claim `ten` names the tenant. Raises TokenError."""
        super().verify()
        if self.payload.get("ten") != encode("ten", self.tenant.id):
            raise TokenError("of another tenant")

    def id(self, claim: str, prefix: str) -> uuid.UUID:
        """The id in a claim. Raises TokenError."""
        try:
            return decode(prefix, self.payload.get(claim))
        except InvalidId as error:
            raise TokenError("a claim is not an id") from error


class AccessToken(TenantToken):
    """Ten minutes of access."""

    token_type = "access"  # noqa: S105
    lifetime = ACCESS_LIFETIME


class RefreshToken(TenantToken):
    """One renewal of a session, from one generation to the next."""

    token_type = "refresh"  # noqa: S105
    lifetime = REFRESH_LIFETIME


class ChallengeToken(TenantToken):
    """A password that was right, which waits for its second factor."""

    token_type = "challenge"  # noqa: S105
    lifetime = CHALLENGE_LIFETIME


class ExpiredPasswordToken(ChallengeToken):
    """A whole sign-in that was right, which waits for a new password: it opens no session."""

    token_type = "expired_password"  # noqa: S105


def _claims(token: TenantToken, *, user_id: uuid.UUID, session_id: uuid.UUID, kind: str) -> None:
    token["sub"] = encode("usr", user_id)
    token["ten"] = encode("ten", token.tenant.id)
    token["sid"] = encode("ses", session_id)
    token["kind"] = kind


def issue(
    tenant: TenantInfo,
    *,
    user_id: uuid.UUID,
    kind: str,
    session_id: uuid.UUID,
    generation: int,
    rotated_at: datetime,
    expires_at: datetime,
    absolute_expires_at: datetime | None = None,
    impersonator_id: uuid.UUID | None = None,
) -> TokenPair:
    """A pair of tokens for a generation of a session; neither outlives it.

    An impersonation's tokens name the operator in `act` (RFC 8693, 4.1).

    The refresh token is a function of its arguments alone: issued again for the same generation it is the
    same text, so two renewals that cross end with one and the same token. The access token is fresh.
    """
    access = AccessToken(tenant)
    refresh = RefreshToken(tenant)
    for token in (access, refresh):
        _claims(token, user_id=user_id, session_id=session_id, kind=kind)
        if impersonator_id is not None:
            token["act"] = {"sub": encode("usr", impersonator_id)}
    ends = min(access.current_time.replace(microsecond=0) + ACCESS_LIFETIME, expires_at)
    access.set_exp(from_time=ends, lifetime=timedelta())
    refresh["gen"] = generation
    refresh.set_iat(at_time=rotated_at)
    refresh.set_exp(from_time=expires_at, lifetime=timedelta())
    refresh["jti"] = hmac.new(
        str(backend_for(tenant).signing_key).encode(), f"{session_id}:{generation}".encode(), hashlib.sha256
    ).hexdigest()[:32]
    return TokenPair(
        access_token=str(access),
        refresh_token=str(refresh),
        expires_at=ends,
        refresh_expires_at=expires_at,
        absolute_expires_at=absolute_expires_at,
        user_id=user_id,
        session_id=session_id,
        kind=kind,
    )


def issue_challenge(
    tenant: TenantInfo,
    *,
    user_id: uuid.UUID,
    method: str,
    state: str,
    kind: type[ChallengeToken] = ChallengeToken,
) -> str:
    """A token that says: `method` has proved this user, whose credentials are in `state`, and the rest is open."""
    token = kind(tenant)
    token["sub"] = encode("usr", user_id)
    token["ten"] = encode("ten", tenant.id)
    token["via"] = method
    token["state"] = state
    return str(token)


def read_challenge(
    tenant: TenantInfo, text: str, kind: type[ChallengeToken] = ChallengeToken
) -> tuple[uuid.UUID, str, str]:
    """The user, the first method and the state of a challenge. Raises TokenInvalid and TokenExpired."""
    token = _read(kind, tenant, text)
    try:
        return token.id("sub", "usr"), str(token.get("via")), str(token.get("state"))
    except TokenError as error:
        raise TokenInvalid() from error


def _read(kind: type[TenantToken], tenant: TenantInfo, text: str) -> TenantToken:
    if len(text) > MAX_LENGTH:
        raise TokenInvalid()
    try:
        return kind(tenant, text)
    except ExpiredTokenError as error:
        raise TokenExpired() from error
    except TokenError as error:
        raise TokenInvalid() from error


def read_access(tenant: TenantInfo, text: str) -> tuple[uuid.UUID, uuid.UUID]:
    """The user and the session of an access token. Raises TokenInvalid and TokenExpired."""
    keys = "\0".join(backend_for(tenant).keys)
    place = hashlib.sha256(f"{keys}\0{text}".encode("utf-8", "surrogateescape")).digest()
    known = _known.get(place)
    if known is not None:
        if known[0] <= clock.now().timestamp():
            raise TokenExpired()
        return known[1:]
    token = _read(AccessToken, tenant, text)
    try:
        user_id, session_id = token.id("sub", "usr"), token.id("sid", "ses")
    except TokenError as error:
        raise TokenInvalid() from error
    if len(_known) >= KNOWN:
        _known.clear()
    _known[place] = float(token["exp"]), user_id, session_id
    return user_id, session_id


def read_refresh(tenant: TenantInfo, text: str) -> tuple[uuid.UUID, uuid.UUID, int]:
    """The user, the session and the generation of a refresh token. Raises TokenInvalid and TokenExpired."""
    token = _read(RefreshToken, tenant, text)
    generation = token.get("gen")
    if not isinstance(generation, int):
        raise TokenInvalid()
    try:
        return token.id("sub", "usr"), token.id("sid", "ses"), generation
    except TokenError as error:
        raise TokenInvalid() from error
