"""What oauthlib asks of us: who an application is, and what stands behind a code or a token.

Sources: RFC 6749, RFC 7636 (only S256), RFC 7009, RFC 9700 (no implicit or password grant, refresh tokens
rotate, and one that comes back ends its grant).
"""

from __future__ import annotations

import base64
import binascii
from datetime import timedelta
from typing import Any
from urllib.parse import unquote_plus

from oauthlib.oauth2 import RequestValidator  # type: ignore[import-untyped]
from oauthlib.oauth2.rfc6749.endpoints import (  # type: ignore[import-untyped]
    AuthorizationEndpoint,
    IntrospectEndpoint,
    RevocationEndpoint,
    TokenEndpoint,
)
from oauthlib.oauth2.rfc6749.errors import (  # type: ignore[import-untyped]
    InvalidClientError,
    InvalidGrantError,
)
from oauthlib.oauth2.rfc6749.grant_types import (  # type: ignore[import-untyped]
    AuthorizationCodeGrant,
    ClientCredentialsGrant,
    RefreshTokenGrant,
)
from oauthlib.oauth2.rfc6749.tokens import BearerToken  # type: ignore[import-untyped]

from backend.core.accounts import rights
from backend.core.accounts.models import OAuthApplication, OAuthGrant, UserStatus
from backend.core.accounts.oauth import scopes as known
from backend.core.accounts.oauth import tokens
from backend.kernel import clock, db
from backend.kernel.ids import InvalidId, decode, encode

CODE_LIFETIME = timedelta(seconds=60)
ACCESS_LIFETIME = timedelta(hours=1)
REFRESH_LIFETIME = timedelta(days=30)


def application_of(client_id: str | None) -> OAuthApplication | None:
    """The application with a client id, None for another text."""
    try:
        key = decode("oap", client_id)
    except InvalidId:
        return None
    return OAuthApplication.objects.select_related("service_user").filter(pk=key).first()


def _basic(header: str) -> tuple[str, str] | None:
    """Client id and secret of `Authorization: Basic` (RFC 6749, 2.3.1: each is form-encoded)."""
    scheme, _, value = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, separator, secret = base64.b64decode(value, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (unquote_plus(name), unquote_plus(secret)) if separator else None


def _proves(client: OAuthApplication, secret: str) -> bool:
    if tokens.fits(secret, client.secret_digest):
        return True
    until = client.previous_secret_until
    return until is not None and until > clock.now() and tokens.fits(secret, client.previous_secret_digest)


class Validator(RequestValidator):
    """The answers for one request, within a transaction; the grants that it looks at stay locked."""

    def client_authentication_required(self, request: Any, *_: Any, **__: Any) -> bool:
        """Always asked; a program without a secret passes by its id."""
        return True

    def authenticate_client(self, request: Any, *_: Any, **__: Any) -> bool:
        """By Basic or by the body, not by both; a public program has no secret to show."""
        basic = _basic(request.headers.get("Authorization", ""))
        if basic is not None and request.client_secret:
            return False
        client_id, secret = basic or (request.client_id, request.client_secret)
        client = application_of(client_id)
        if client is None or (basic is not None and request.client_id not in (None, client_id)):
            return False
        if client.secret_digest is None:
            if secret:
                return False
        elif not _proves(client, secret or ""):
            return False
        request.client, request.client_id = client, client.client_id
        return True

    def authenticate_client_id(self, client_id: str, request: Any, *_: Any, **__: Any) -> bool:
        """Never asked, as authentication is always required."""
        return False

    def validate_client_id(self, client_id: str, request: Any, *_: Any, **__: Any) -> bool:
        """Whether there is such an application."""
        request.client = application_of(client_id)
        return request.client is not None

    def validate_redirect_uri(
        self, client_id: str, redirect_uri: str, request: Any, *_: Any, **__: Any
    ) -> bool:
        """Letter by letter one of the application's."""
        return redirect_uri in request.client.redirect_uris

    def get_default_redirect_uri(self, client_id: str, request: Any, *_: Any, **__: Any) -> None:
        """There is none: it must be named."""

    def confirm_redirect_uri(
        self, client_id: str, code: str, redirect_uri: str, client: Any, request: Any, *_: Any, **__: Any
    ) -> bool:
        """The one that the code went to; another one is `invalid_grant` (RFC 6749, 5.2), which oauthlib confuses."""
        if request.grant.redirect_uri != redirect_uri:
            raise InvalidGrantError("redirect_uri is not that of the authorization request.", request=request)
        return True

    def validate_response_type(
        self, client_id: str, response_type: str, client: Any, request: Any, *_: Any, **__: Any
    ) -> bool:
        """Only codes."""
        return response_type == "code"

    def validate_grant_type(
        self, client_id: str, grant_type: str, client: Any, request: Any, *_: Any, **__: Any
    ) -> bool:
        """Client credentials need a secret and an active service account; the others a redirect URI."""
        if grant_type == "client_credentials":
            user = client.service_user
            if client.secret_digest is None or user is None or user.status != UserStatus.ACTIVE:
                return False
            request.user = user
            return True
        return grant_type in ("authorization_code", "refresh_token") and bool(client.redirect_uris)

    def validate_scopes(
        self, client_id: str, scopes: list[str], client: Any, request: Any, *_: Any, **__: Any
    ) -> bool:
        """Some, and none that the application may not ask for."""
        return bool(scopes) and known.within(scopes, client.scopes)

    def is_within_original_scope(
        self, request_scopes: list[str], refresh_token: str, request: Any, *_: Any, **__: Any
    ) -> bool:
        """Whether a renewal asks for less than was granted, in whatever words."""
        return known.within(request_scopes, request.grant.scopes)

    def get_default_scopes(self, client_id: str, request: Any, *_: Any, **__: Any) -> list[str]:
        """All that the application may ask for."""
        return list(request.client.scopes)

    def is_pkce_required(self, client_id: str, request: Any) -> bool:
        """Of every application (RFC 9700, 2.1.1)."""
        return True

    def get_code_challenge(self, code: str, request: Any) -> str:
        """The challenge that the code was asked with."""
        return str(request.grant.code_challenge)

    def get_code_challenge_method(self, code: str, request: Any) -> str:
        """There is but one; `consent` refuses others."""
        return "S256"

    def save_authorization_code(
        self, client_id: str, code: dict[str, Any], request: Any, *_: Any, **__: Any
    ) -> None:
        """Keeps the consent, and puts our own form of code in place of oauthlib's."""
        grant = OAuthGrant(
            application=request.client,
            user_id=request.user,
            scopes=list(request.scopes),
            redirect_uri=request.redirect_uri,
            code_challenge=request.code_challenge,
            code_expires_at=clock.now() + CODE_LIFETIME,
        )
        code["code"] = tokens.make(tokens.CODE, grant.pk)
        grant.code_digest = tokens.digest(code["code"])
        grant.save(force_insert=True)

    def _grant(self, kind: str, text: str, client: Any) -> OAuthGrant | None:
        key = tokens.grant_of(kind, text or "")
        found = db.lock(OAuthGrant, [key]) if key is not None else []
        if not found or found[0].application_id != client.pk:
            return None
        return found[0]

    def _good(self, grant: OAuthGrant, request: Any) -> bool:
        if grant.revoked_at is not None or grant.user.status != UserStatus.ACTIVE:
            return False
        request.grant, request.user, request.scopes = grant, grant.user, list(grant.scopes)
        return True

    def validate_code(self, client_id: str, code: str, client: Any, request: Any, *_: Any, **__: Any) -> bool:
        """A code works once; one that comes back ends what it gave (RFC 6749, 4.1.2)."""
        grant = self._grant(tokens.CODE, code, client)
        if grant is None or not tokens.fits(code, grant.code_digest):
            return False
        if grant.code_used_at is not None:
            revoke(grant)
            return False
        if grant.code_expires_at is None or grant.code_expires_at <= clock.now():
            return False
        return self._good(grant, request)

    def invalidate_authorization_code(
        self, client_id: str, code: str, request: Any, *_: Any, **__: Any
    ) -> None:
        """Saving the tokens has done it."""

    def validate_refresh_token(
        self, refresh_token: str, client: Any, request: Any, *_: Any, **__: Any
    ) -> bool:
        """The newest token of its grant; any one before it ends the grant, as one of two holders is a thief."""
        grant = self._grant(tokens.REFRESH, refresh_token, client)
        if grant is None:
            return False
        if not tokens.fits(refresh_token, grant.refresh_digest):
            # Tokens of releases before bear no mark: of those only the last one is known.
            if tokens.made_here(grant.pk, refresh_token) or tokens.fits(
                refresh_token, grant.previous_refresh_digest
            ):
                revoke(grant)
            return False
        ends = grant.refresh_expires_at
        if ends is None or ends <= clock.now():
            return False
        return self._good(grant, request)

    def get_original_scopes(self, refresh_token: str, request: Any, *_: Any, **__: Any) -> list[str]:
        """What the user granted."""
        return list(request.grant.scopes)

    def rotate_refresh_token(self, request: Any) -> bool:
        """Always."""
        return True

    def save_bearer_token(self, token: dict[str, Any], request: Any, *_: Any, **__: Any) -> None:
        """Keeps the digests, and puts our own form of tokens in place of oauthlib's."""
        now = clock.now()
        if request.grant_type == "client_credentials":
            grant = OAuthGrant(
                application=request.client, user=request.user, scopes=list(request.scopes), created_at=now
            )
        else:
            grant = request.grant
        if request.grant_type == "authorization_code":
            grant.code_used_at = now
        token["access_token"] = tokens.make(tokens.ACCESS, grant.pk)
        grant.access_digest = tokens.digest(token["access_token"])
        grant.access_scopes = list(request.scopes)
        grant.access_expires_at = now + ACCESS_LIFETIME
        if "refresh_token" in token:
            token["refresh_token"] = tokens.make(tokens.REFRESH, grant.pk)
            grant.previous_refresh_digest = grant.refresh_digest
            grant.refresh_digest = tokens.digest(token["refresh_token"])
            grant.refresh_expires_at = now + REFRESH_LIFETIME
        grant.save()

    def revoke_token(self, token: str, token_type_hint: str, request: Any, *_: Any, **__: Any) -> None:
        """Ends the whole grant of an access or refresh token of the application; another text is no error."""
        for kind in (tokens.REFRESH, tokens.ACCESS):
            grant = self._grant(kind, token, request.client)
            if grant is not None and (
                tokens.fits(token, grant.refresh_digest)
                or tokens.fits(token, grant.previous_refresh_digest)
                or tokens.fits(token, grant.access_digest)
            ):
                revoke(grant)

    def introspect_token(
        self, token: str, token_type_hint: str, request: Any, *_: Any, **__: Any
    ) -> dict[str, Any] | None:
        """What a token of the asking application stands for; None for one that is over, unknown or another's.

        Raises InvalidClientError for a program without a secret: whoever finds a token knows its client id too.
        """
        if request.client.secret_digest is None:
            raise InvalidClientError(request=request)
        now = clock.now()
        for kind in (tokens.ACCESS, tokens.REFRESH):
            key = tokens.grant_of(kind, token)
            if key is None:
                continue
            grant = (
                OAuthGrant.objects.select_related("user")
                .filter(pk=key, application_id=request.client.pk, revoked_at=None)
                .first()
            )
            if grant is None or grant.user.status != UserStatus.ACTIVE:
                return None
            access = kind == tokens.ACCESS
            kept, ends, scopes = (
                (grant.access_digest, grant.access_expires_at, grant.access_scopes)
                if access
                else (grant.refresh_digest, grant.refresh_expires_at, grant.scopes)
            )
            if not tokens.fits(token, kept) or ends is None or ends <= now:
                return None
            lifetime = ACCESS_LIFETIME if access else REFRESH_LIFETIME
            return {
                # A scope that was taken from the application opens nothing any more.
                "scope": " ".join(scope for scope in scopes if known.within([scope], request.client.scopes)),
                "client_id": request.client.client_id,
                "sub": encode("usr", grant.user_id),
                "exp": int(ends.timestamp()),
                "iat": int((ends - lifetime).timestamp()),
                **({"token_type": "Bearer"} if access else {}),
            }
        return None


def revoke(grant: OAuthGrant) -> None:
    """Ends a grant with all its tokens, at once."""
    if grant.revoked_at is None:
        grant.revoked_at = clock.now()
        grant.save(update_fields=["revoked_at"])
        rights.forget_user(grant.user_id)


class Server(AuthorizationEndpoint, TokenEndpoint, RevocationEndpoint, IntrospectEndpoint):
    """Codes with PKCE, renewals and client credentials; no implicit grant and no passwords."""

    def __init__(self) -> None:
        validator = Validator()
        codes = AuthorizationCodeGrant(validator)
        bearer = BearerToken(validator, expires_in=int(ACCESS_LIFETIME.total_seconds()))
        AuthorizationEndpoint.__init__(
            self, default_response_type="code", response_types={"code": codes}, default_token_type=bearer
        )
        TokenEndpoint.__init__(
            self,
            default_grant_type="authorization_code",
            grant_types={
                "authorization_code": codes,
                "refresh_token": RefreshTokenGrant(validator),
                "client_credentials": ClientCredentialsGrant(validator),
            },
            default_token_type=bearer,
        )
        RevocationEndpoint.__init__(self, validator)
        IntrospectEndpoint.__init__(self, validator)
