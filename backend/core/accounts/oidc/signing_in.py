"""The two ends of a sign-in: the way to the provider, and what comes back."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from rest_framework_simplejwt.exceptions import TokenError

from backend.core.accounts import errors, throttle
from backend.core.accounts.models import (
    Identity,
    SecurityPolicy,
    SignInMethod,
    User,
    UserKind,
    UserStatus,
)
from backend.core.accounts.oidc import checking, providers, talking
from backend.core.accounts.oidc.providers import Provider
from backend.core.accounts.policy import current
from backend.core.accounts.services.registering import open_account
from backend.core.accounts.services.sessions import pass_first_factor
from backend.core.accounts.services.users import drop_unproved, normal_email
from backend.core.accounts.tokens import MAX_LENGTH, TenantToken, backend_for
from backend.core.accounts.types import TokenPair
from backend.kernel import clock, context, crypto, db, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

LIFETIME = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Started:
    """Where the browser goes, and what the front end keeps for the way back."""

    authorization_url: str
    state: str
    binding: str


class StateToken(TenantToken):
    """What travels through the browser: which provider, and marks that nobody else can make."""

    token_type = "oidc"  # noqa: S105
    lifetime = LIFETIME


def _derived(what: str, jti: str, binding: str) -> str:
    """A secret of one sign-in, made again on the way back: the server keeps none, the browser sees none."""
    key = str(backend_for(tenancy.current()).signing_key).encode()
    digest = hmac.new(key, f"oidc\0{what}\0{jti}\0{binding}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def shown_providers() -> list[dict[str, Any]]:
    """The providers as a sign-in page shows them."""
    return [{"code": row.code, "label": row.label} for row in providers.parse(current().oidc).values()]


def start(*, provider: str, redirect_uri: str) -> Started:
    """Begins a sign-in. The front end keeps `binding`, sends the browser to the address, and comes back to `finish`.

    Raises OidcProviderUnknown, OidcRedirectUnknown, OidcUnavailable, OidcRefused. Calls the provider: outside
    of any transaction. A retry begins another.
    """
    found = providers.find(current().oidc, provider)
    if redirect_uri not in found.redirect_uris:
        raise errors.OidcRedirectUnknown(pointer="/redirect_uri")
    metadata = talking.discovered(found)
    tenant = tenancy.current()
    binding = secrets.token_urlsafe(32)
    state = StateToken(tenant)
    state["ten"] = encode("ten", tenant.id)
    state["sub"] = found.code
    state["uri"] = redirect_uri
    state["bnd"] = hashlib.sha256(binding.encode()).hexdigest()
    jti = str(state["jti"])
    verifier = _derived("verifier", jti, binding)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    query = {
        "response_type": "code",
        "client_id": found.client_id,
        "redirect_uri": redirect_uri,
        "scope": " ".join(found.scopes),
        "state": str(state),
        "nonce": _derived("nonce", jti, binding),
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    endpoint = str(metadata.get("authorization_endpoint", ""))
    if not endpoint.startswith(("https://", "http://")):
        raise errors.OidcUnavailable()
    glue = "&" if "?" in endpoint else "?"
    return Started(f"{endpoint}{glue}{urlencode(query)}", str(state), binding)


def finish(*, code: str, state: str, binding: str) -> TokenPair:
    """Ends a sign-in with what the provider sent back; the user is found, or made where the rules say so.

    Raises OidcStateInvalid, OidcRefused, OidcUnavailable, OidcNoUser, SecondFactorRequired, InvalidCredentials
    for a suspended user, NetworkNotAllowed, LoginThrottled. Calls the provider: outside of any transaction. A
    retry is refused: code and state are good once.
    """
    address = context.current().ip
    throttle.check("", address)
    try:
        found, claims = _proved(code, state, binding)
    except (errors.OidcStateInvalid, errors.OidcRefused):
        throttle.failed("oidc", address)
        raise
    return pass_first_factor(user=_user_of(found, claims), method=SignInMethod.OIDC)


def link(*, principal: Principal, code: str, state: str, binding: str) -> Identity:
    """Links the caller to the person at a provider who signed in there just now.

    Raises OidcStateInvalid, OidcRefused, OidcUnavailable, OidcTaken for somebody else's, NotWhileImpersonating,
    ResourceNotFound for a principal without a user. A retry is refused: code and state are good once.
    """
    if principal.user_id is None or principal.kind == UserKind.SERVICE:
        raise ResourceNotFound()
    if principal.impersonator_id is not None:
        raise errors.NotWhileImpersonating()
    found, claims = _proved(code, state, binding)
    with db.transaction():
        return _identify(principal.user_id, found.issuer, claims["sub"])


def unlink(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Cuts one's own link to a provider. Raises ResourceNotFound and NotWhileImpersonating."""
    if principal.user_id is None:
        raise ResourceNotFound()
    if principal.impersonator_id is not None:
        raise errors.NotWhileImpersonating()
    with db.transaction():
        if not Identity.objects.filter(pk=id, user_id=principal.user_id).delete()[0]:
            raise ResourceNotFound()


# -- parts ------------------------------------------------------------------------------------------------


def _proved(code: str, state: str, binding: str) -> tuple[Provider, dict[str, Any]]:
    if len(state) > MAX_LENGTH:
        raise errors.OidcStateInvalid(pointer="/state")
    try:
        token = StateToken(tenancy.current(), state)
    except TokenError as error:
        raise errors.OidcStateInvalid(pointer="/state") from error
    digest = hashlib.sha256(binding.encode()).hexdigest()
    if not hmac.compare_digest(str(token.get("bnd", "")), digest):
        # Somebody else's browser began this: taking it would sign the reader in as a stranger.
        raise errors.OidcStateInvalid(pointer="/binding")
    jti = str(token.get("jti", ""))
    if not cache.add(f"oidc-state:{jti}", 1, timeout=int(LIFETIME.total_seconds()) + 60) and cache.get(
        f"oidc-state:{jti}"
    ):
        raise errors.OidcStateInvalid(pointer="/state")
    found = providers.find(current().oidc, str(token.get("sub", "")))
    answer = talking.exchanged(
        found,
        secret=_secret(found),
        code=code,
        redirect_uri=str(token.get("uri", "")),
        verifier=_derived("verifier", jti, binding),
    )
    access = answer.get("access_token")
    claims = checking.claims_of(
        found,
        answer.get("id_token"),
        nonce=_derived("nonce", jti, binding),
        access_token=access if isinstance(access, str) else None,
    )
    return found, claims


def _secret(provider: Provider) -> str:
    if not provider.sealed_secret:
        return ""
    policy_id = SecurityPolicy.objects.values_list("pk", flat=True).get()
    return crypto.decrypt(provider.sealed_secret, context=providers.context_of(policy_id)).decode()


def _proved_email(provider: Provider, claims: Mapping[str, Any]) -> str | None:
    """The address that the provider has proved, where it is of a domain that the business takes."""
    email = claims.get("email")
    if claims.get("email_verified") is not True or not isinstance(email, str) or "@" not in email:
        return None
    address = normal_email(email)
    domains = {domain.lower() for domain in provider.domains}  # Rules of before may have capitals.
    if address is None or (domains and address.rpartition("@")[2] not in domains):
        return None
    return address


def _user_of(provider: Provider, claims: Mapping[str, Any]) -> User:
    """The user behind the claims: by issuer and subject; at the first time by its proved address."""
    now = clock.now()
    subject = str(claims["sub"])
    with db.transaction():
        db.advisory_lock("accounts.identity", f"{provider.issuer}\0{subject}")
        identity = (
            Identity.objects.select_related("user").filter(issuer=provider.issuer, subject=subject).first()
        )
        if identity is not None:
            Identity.objects.filter(pk=identity.pk).update(last_used_at=now)
            return identity.user
        address = _proved_email(provider, claims)
        drop_unproved(address)
        user = User.objects.filter(email=address).first() if address is not None else None
        if user is not None:
            usable = user.status == UserStatus.ACTIVE and user.kind != UserKind.SERVICE
            if not (provider.link_by_email and usable):
                raise errors.OidcNoUser()
        elif provider.creates == "customer" and address is not None and _may_grow():
            user = _made(address, claims, now)
        else:
            raise errors.OidcNoUser()
        _identify(user.pk, provider.issuer, subject)
        return user


def _may_grow() -> bool:
    # Signing in is open in a business that can only be read; becoming its customer is not.
    return not tenancy.is_public() and tenancy.current().access == "open"


def _made(address: str, claims: Mapping[str, Any], now: Any) -> User:
    name = claims.get("name")
    here = tenancy.current()
    user = User(
        kind=UserKind.CUSTOMER,
        status=UserStatus.ACTIVE,
        name=name[:200] if isinstance(name, str) and name.strip() else address,
        email=address,
        email_verified_at=now,
        locale=here.language,
        timezone=here.timezone,
        created_at=now,
        updated_at=now,
    )
    user.set_unusable_password()
    user.save(force_insert=True)
    open_account(user)
    return user


def _identify(user_id: uuid.UUID, issuer: str, subject: str) -> Identity:
    identity, made = Identity.objects.get_or_create(
        issuer=issuer, subject=subject, defaults={"user_id": user_id, "last_used_at": clock.now()}
    )
    if not made and identity.user_id != user_id:
        raise errors.OidcTaken()
    return identity
