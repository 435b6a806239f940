"""Applications, consents and tokens."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, ClassVar
from urllib.parse import urlencode, urlsplit

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from oauthlib.oauth2 import OAuth2Error  # type: ignore[import-untyped]

from backend.core.accounts import rights
from backend.core.accounts.models import OAuthApplication, OAuthGrant, User, UserKind, UserStatus
from backend.core.accounts.oauth import scopes as known
from backend.core.accounts.oauth import tokens
from backend.core.accounts.oauth.server import Server, application_of, revoke
from backend.core.accounts.permissions import MANAGE_APPLICATIONS
from backend.core.accounts.services import guards
from backend.kernel import clock, db
from backend.kernel.errors import (
    Conflict,
    FieldProblem,
    Invalid,
    ReferenceNotFound,
    ResourceNotFound,
    Unauthorized,
)
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

_HERE = "https://authorization.invalid/"
"""oauthlib wants the address of its endpoint, to see that it is TLS's; that is the proxy's matter here."""
_MEMBERS: Mapping[str, Mapping[str, Any]] = {
    "error": {"type": "string", "description": "The code of RFC 6749, 4.1.2.1 and 5.2, or of RFC 7009."},
    "error_description": {"type": "string", "description": "For the application's developer, in English."},
}


class OAuthRequestInvalid(Conflict):
    """The application's request was refused; `error` is the code of RFC 6749.

    The protocol's own endpoints answer 400 to it, as that RFC has it; to the consent screen it is a refusal of a
    request that fits the contract.
    """

    code = "oauth_request_invalid"
    message = _("The application's request is not right ({error}).")
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = _MEMBERS


class OAuthClientInvalid(Unauthorized):
    """The application did not prove who it is; `error` is `invalid_client`."""

    code = "oauth_client_invalid"
    message = _("The application did not prove who it is.")
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = _MEMBERS


class OAuthScopeUnknown(Conflict):
    """There is no such scope."""

    code = "oauth_scope_unknown"
    message = _("There is no scope {scope}.")


class OAuthApplicationPublic(Conflict):
    """The program keeps no secret, so there is none to change."""

    code = "oauth_application_public"
    message = _("This application has no secret.")


_DESCRIPTIONS = {
    "invalid_grant": "The code, its verifier or redirect URI, or the refresh token is wrong, used already, or over.",
    "invalid_client": "The client id or its secret is wrong.",
    "unauthorized_client": "The application may not use this grant. Client credentials need a service account "
    "(service_user) and a secret.",
    "unsupported_grant_type": "authorization_code, refresh_token and client_credentials are possible.",
    "invalid_scope": "A scope is unknown, or the application or its user may not have it.",
}
"""What is said where the library says nothing. It tells a stranger no more than the error's name does."""


def _refusal(error: str, description: str, status: int = 400) -> OAuthRequestInvalid | OAuthClientInvalid:
    kind = OAuthClientInvalid if status == 401 else OAuthRequestInvalid
    return kind(error=error, error_description=description or _DESCRIPTIONS.get(error, error))


# -- the protocol -----------------------------------------------------------------------------------------


def issue_token(*, form: Mapping[str, str], authorization: str = "") -> dict[str, Any]:
    """Answers the token endpoint: a code, a refresh token or client credentials become an access token.

    Raises OAuthRequestInvalid and OAuthClientInvalid. Locks the grant. Opens its own transaction, as the end
    of a grant whose code or refresh token came back is kept: call it outside of one. A retry with a code or a
    refresh token that was used ends the grant.
    """
    if not form.get("grant_type"):
        raise _refusal("invalid_request", "Missing grant_type parameter.")  # oauthlib calls it unsupported.
    with db.transaction():
        _headers, body, status = Server().create_token_response(
            _HERE, "POST", urlencode(form), {"Authorization": authorization}
        )
    answer: dict[str, Any] = json.loads(body)
    if status != 200:
        raise _refusal(answer["error"], answer.get("error_description", ""), status)
    return {"refresh_token": None, **answer}


def revoke_token(*, form: Mapping[str, str], authorization: str = "") -> None:
    """Ends the grant of a token (RFC 7009); one that is not known, or another application's, is no error.

    Raises OAuthRequestInvalid and OAuthClientInvalid. Locks the grant. A retry changes nothing.
    """
    with db.transaction():
        _headers, body, status = Server().create_revocation_response(
            _HERE, "POST", urlencode(form), {"Authorization": authorization}
        )
    if status != 200:
        answer = json.loads(body)
        raise _refusal(answer["error"], answer.get("error_description", ""), status)


def introspect_token(*, form: Mapping[str, str], authorization: str = "") -> dict[str, Any]:
    """What a token of the asking application stands for (RFC 7662); `active` alone, False, for any other text.

    Raises OAuthRequestInvalid, and OAuthClientInvalid also for a program without a secret.
    """
    try:
        _headers, body, status = Server().create_introspect_response(
            _HERE, "POST", urlencode(form), {"Authorization": authorization}
        )
    except OAuth2Error as error:
        raise _refusal(error.error, error.description or "", error.status_code) from error
    answer: dict[str, Any] = json.loads(body)
    if status != 200:
        raise _refusal(answer["error"], answer.get("error_description", ""), status)
    return answer


def authorization_request(*, principal: Principal, asked: Mapping[str, str]) -> dict[str, Any]:
    """What a consent screen shows of an application's request: the application, scopes, where the user goes next.

    Raises OAuthRequestInvalid (the user must not be sent on then), CredentialRestricted, NotWhileImpersonating.
    """
    _check_person(principal)
    if asked.get("code_challenge_method") != "S256":
        raise _refusal("invalid_request", "code_challenge_method must be S256.")
    try:
        wanted, facts = Server().validate_authorization_request(f"{_HERE}?{urlencode(asked)}")
    except OAuth2Error as error:
        raise _refusal(error.error, error.description or "") from error
    application = application_of(facts["client_id"])
    assert application is not None  # It was validated just now.
    return {
        "application": application,
        "scopes": wanted,
        "permissions": known.described(wanted),
        "redirect_uri": facts["redirect_uri"],
    }


def answer_authorization(*, principal: Principal, approved: bool, asked: Mapping[str, str]) -> str:
    """The address that the user goes to with a code, or with `access_denied`.

    Raises what authorization_request raises. A retry makes another code.
    """
    shown = authorization_request(principal=principal, asked=asked)
    if not approved:
        back = {"error": "access_denied", **({"state": asked["state"]} if asked.get("state") else {})}
        joint = "&" if "?" in shown["redirect_uri"] else "?"
        return f"{shown['redirect_uri']}{joint}{urlencode(back)}"
    with db.transaction():
        headers, _body, _status = Server().create_authorization_response(
            f"{_HERE}?{urlencode(asked)}", scopes=shown["scopes"], credentials={"user": principal.user_id}
        )
    return str(headers["Location"])


def _check_person(principal: Principal) -> None:
    principal.require_session()
    guards.refuse_impersonator(principal)


# -- applications -----------------------------------------------------------------------------------------


def applications_for(principal: Principal) -> QuerySet[OAuthApplication]:
    """The applications of the business; none without the permission over all of it."""
    scope = principal.scope(MANAGE_APPLICATIONS)
    if scope is None or not scope.everything:
        return OAuthApplication.objects.none()
    return OAuthApplication.objects.all()


def create_application(
    *,
    principal: Principal,
    name: str,
    scopes: Sequence[str],
    redirect_uris: Sequence[str] = (),
    confidential: bool = True,
    service_user_id: uuid.UUID | None = None,
) -> tuple[OAuthApplication, str | None]:
    """Registers an application; the second value is its secret, told once, None for a public program.

    Raises OAuthScopeUnknown, Invalid for an address that is neither https nor this machine's own,
    ReferenceNotFound for what is no active service account, PermissionEscalation where it could do by itself what
    the caller cannot, CredentialRestricted, NotWhileImpersonating. A retry registers another one.
    """
    _check_person(principal)
    _check_scopes(scopes)
    _check_addresses(redirect_uris)
    if service_user_id is not None:
        if not User.objects.filter(
            pk=service_user_id, kind=UserKind.SERVICE, status=UserStatus.ACTIVE
        ).exists():
            raise ReferenceNotFound(
                reference=f"service {encode('usr', service_user_id)}", pointer="/service_user"
            )
        _check_reach(principal, service_user_id, scopes)
    secret = secrets.token_hex(32) if confidential else None
    with db.transaction():
        row = OAuthApplication(
            name=name,
            scopes=list(scopes),
            redirect_uris=list(redirect_uris),
            secret_digest=tokens.digest(secret) if secret else None,
            service_user_id=service_user_id,
            created_by_id=principal.user_id,
        )
        row.save(force_insert=True)
    return row, secret


def update_application(
    *, principal: Principal, id: uuid.UUID, expected_version: int | None = None, **changes: Any
) -> OAuthApplication:
    """Changes name, scopes or redirect URIs; tokens keep no scope that is taken away.

    Raises ResourceNotFound, VersionMismatch and what create_application raises. Locks the application.
    """
    _check_person(principal)
    _check_scopes(changes.get("scopes", ()))
    _check_addresses(changes.get("redirect_uris", ()))
    with db.transaction():
        row = _locked(principal, id)
        row.check_version(expected_version)
        if "scopes" in changes and row.service_user_id is not None:
            _check_reach(principal, row.service_user_id, changes["scopes"])
        row.save_versioned(**changes)
        rights.forget_everyone()
    return row


def rotate_secret(
    *, principal: Principal, id: uuid.UUID, grace_hours: int = 24, expected_version: int | None = None
) -> tuple[OAuthApplication, str]:
    """Gives an application a new secret, told once; the old one answers for `grace_hours` more, not at all with 0.

    Its tokens go on. Raises ResourceNotFound, VersionMismatch, OAuthApplicationPublic for a program without a
    secret, PermissionEscalation, CredentialRestricted, NotWhileImpersonating. Locks the application. A retry rotates
    again, and ends the first answer's predecessor.
    """
    _check_person(principal)
    secret = secrets.token_hex(32)
    with db.transaction():
        row = _locked(principal, id)
        if row.secret_digest is None:
            raise OAuthApplicationPublic()
        row.check_version(expected_version)
        if row.service_user_id is not None:
            _check_reach(principal, row.service_user_id, row.scopes)
        row.save_versioned(
            previous_secret_digest=row.secret_digest if grace_hours else None,
            previous_secret_until=clock.now() + timedelta(hours=grace_hours) if grace_hours else None,
            secret_digest=tokens.digest(secret),
        )
    return row, secret


def delete_application(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Removes an application with all its tokens, at once. Raises ResourceNotFound, VersionMismatch."""
    principal.require_session()
    with db.transaction():
        row = _locked(principal, id)
        row.check_version(expected_version)
        row.delete()
        rights.forget_everyone()


def _locked(principal: Principal, id: uuid.UUID) -> OAuthApplication:
    found = db.lock(OAuthApplication, [id]) if applications_for(principal).filter(pk=id).exists() else []
    if not found:
        raise ResourceNotFound()
    return found[0]


def own_grants(principal: Principal) -> QuerySet[OAuthGrant]:
    """What the caller has granted to applications and is in force."""
    if principal.user_id is None:
        return OAuthGrant.objects.none()
    return OAuthGrant.objects.filter(
        user_id=principal.user_id, revoked_at=None, refresh_expires_at__gt=clock.now()
    ).select_related("application")


def revoke_own_grant(*, principal: Principal, id: uuid.UUID, expected_version: int | None = None) -> None:
    """Takes back what an application was granted, at once. Raises ResourceNotFound. Locks the grant."""
    with db.transaction():
        found = db.lock(OAuthGrant, [id]) if own_grants(principal).filter(pk=id).exists() else []
        if not found:
            raise ResourceNotFound()
        revoke(found[0])


def prune_grants() -> int:
    """Deletes grants a day after nothing of them works any more. Returns how many."""
    ended = clock.now() - timedelta(days=1)
    rows = OAuthGrant.objects.filter(created_at__lt=ended).exclude(access_expires_at__gt=ended)
    return rows.exclude(refresh_expires_at__gt=ended).delete()[0]


def _check_reach(principal: Principal, user_id: uuid.UUID, scopes: Sequence[str]) -> None:
    codes = known.codes_of(scopes)
    held = rights.grants_of(user_id)
    guards.require_held(principal, {code: scope for code, scope in held.items() if code in codes})


def _check_scopes(scopes: Sequence[str]) -> None:
    for index, scope in enumerate(scopes):
        if not known.is_known(scope):
            raise OAuthScopeUnknown(scope=scope, pointer=f"/scopes/{index}")


def _check_addresses(addresses: Sequence[str]) -> None:
    problems = []
    for index, text in enumerate(addresses):
        try:
            parts = urlsplit(text)
            host = parts.hostname or ""
        except ValueError:
            host = ""
        local = host in ("127.0.0.1", "::1", "localhost")
        if (
            not host
            or parts.scheme not in (("http", "https") if local else ("https",))
            or "#" in text
            or parts.username is not None
            or not text.isascii()
            or any(char.isspace() or char in '\\"<>' for char in text)
        ):
            problems.append(
                FieldProblem(
                    f"/redirect_uris/{index}",
                    "redirect_uri_invalid",
                    _(
                        "An https address without a fragment is expected; http only on the user's own machine."
                    ),
                )
            )
    if problems:
        raise Invalid(problems)
