"""OAuth 2: applications, consent, and the protocol's own endpoints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

import orjson
from django.http import HttpResponse

from backend.core.accounts import errors as e
from backend.core.accounts import permissions as p
from backend.core.accounts.api.keys import RotateIn
from backend.core.accounts.api.oauth_protocol import (
    NO_STORE,
    REFUSALS,
    IntrospectionIn,
    IntrospectionRead,
    OAuthTokenRead,
    RevocationIn,
    TokenIn,
    refusal_of,
)
from backend.core.accounts.api.permission_fields import OAuthScope, PermissionCode
from backend.core.accounts.oauth import scopes, services
from backend.core.accounts.oauth.services import OAuthApplicationPublic
from backend.kernel.api import AUTHENTICATED, PUBLIC, Answer, Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.parsers import FormParser, StrictJsonParser
from backend.kernel.api.serializers import Read, RecordRead, Write
from backend.kernel.errors import Invalid, ReferenceNotFound, VersionMismatch
from backend.kernel.permissions import CredentialRestricted

_SCOPES = (
    "Groups of permissions, such as `orders:read` (what may be viewed) and `orders:write` (all); permissions, such "
    "as `orders.order.create`; or patterns, such as `orders.order.*`. What is sensitive (`x-sensitive` of "
    "PermissionCode) is in no group and no pattern: it is named by its code."
)
_URIS = "Compared letter by letter; https, or http on the user's own machine."


class AuthorizationQuery(Write):
    """An authorization request (RFC 6749, 4.1.1; RFC 7636, 4.3)."""

    response_type = f.Text(max_length=50)
    client_id = f.Text(max_length=100)
    redirect_uri = f.Text(max_length=2000)
    scope = f.Text(max_length=1000, required=False)
    state = f.Text(max_length=1000, required=False)
    code_challenge = f.Text(max_length=128)
    code_challenge_method = f.Text(max_length=10, help_text="`S256`.")


class AuthorizationIn(AuthorizationQuery):
    """An authorization request with the user's answer."""

    approved = f.Bool()


class AskedPermissionRead(Read):
    """One of the permissions that an application asks for."""

    code = PermissionCode()
    label = f.Computed(  # type: ignore[assignment]  # a field's name
        lambda row, _ctx: str(row.label), f.Text(), help_text="In the caller's language."
    )
    sensitive = f.Bool(help_text="To be shown apart from the others: nobody grants it in passing.")


class AuthorizationRead(Read):
    """What a consent screen shows."""

    application = f.Id("oap", source="application.pk")
    name = f.Text(source="application.name")
    scopes = f.ListOf(OAuthScope())
    permissions = f.ListOf(
        AskedPermissionRead(),
        max_items=500,
        help_text="What the scopes stand for, the sensitive ones first. The user's own rights cut it further.",
    )
    redirect_uri = f.Text()


class RedirectRead(Read):
    """Where the user's browser goes next."""

    redirect_to = f.Text(max_length=4000)


class ApplicationRead(RecordRead):
    """A third party's program."""

    id = f.Id("oap", help_text="Its `client_id`.")
    name = f.Text()
    confidential = f.Computed(lambda row, _ctx: row.secret_digest is not None, f.Bool())
    redirect_uris = f.ListOf(f.Text(), max_items=10)
    scopes = f.ListOf(OAuthScope(), max_items=50)
    service_user = f.Id("usr", source="service_user_id", allow_null=True)
    previous_until = f.DateTime(
        source="previous_secret_until",
        allow_null=True,
        help_text="Until when the secret before a rotation works.",
    )


class RegisteredApplicationRead(Read):
    """An application with its secret."""

    client_id = f.Id("oap")
    client_secret = f.Text(allow_null=True, help_text="Shown this once; null for a public program.")
    application = ApplicationRead()


class ApplicationUpdate(Write):
    """Changes of an application."""

    name = f.Text(max_length=100)
    scopes = f.ListOf(OAuthScope(), min_items=1, max_items=50, unique=True, help_text=_SCOPES)
    redirect_uris = f.ListOf(f.Text(max_length=2000), max_items=10, unique=True, help_text=_URIS)


class ApplicationCreate(Write):
    """A new application."""

    name = f.Text(max_length=100)
    scopes = f.ListOf(OAuthScope(), min_items=1, max_items=50, unique=True, help_text=_SCOPES)
    redirect_uris = f.ListOf(
        f.Text(max_length=2000), max_items=10, unique=True, required=False, help_text=_URIS
    )
    confidential = f.Bool(required=False, help_text="Whether it can keep a secret; true if not given.")
    service_user = f.Id(
        "usr", source="service_user_id", required=False, help_text="Whom it acts as by client credentials."
    )


class GrantRead(Read):
    """What the caller granted to an application."""

    id = f.Id("oag")
    application = f.Id("oap", source="application_id")
    name = f.Text(source="application.name")
    scopes = f.ListOf(OAuthScope())
    created_at = f.DateTime()
    allowed_actions = f.AllowedActions()


class OAuthScopeListRead(Read):
    """The scopes that there are."""

    scopes = f.ListOf(
        OAuthScope(),
        max_items=500,
        help_text="Groups, then permissions. Patterns of permissions are scopes too.",
    )


PROTOCOL = ("token", "revoke", "introspect")
"""The operations that applications call, with refusals of RFC 6749."""


class OAuthResource(Resource):
    """The endpoints that third parties' applications call, and the one for consent screens."""

    plural = "oauth"
    tag = "oauth"
    throttle: ClassVar[Mapping[str, str]] = dict.fromkeys(PROTOCOL, "sign_in")
    while_read_only = ("token", "revoke", "introspect")

    def get_authenticators(self) -> list[Any]:
        """None where `Authorization: Basic` is the application's, at the protocol's own endpoints."""
        request = getattr(self, "request", None)  # None while the contract is written.
        header = request.headers.get("Authorization", "") if request is not None else ""
        own = self.request_operation_name() in PROTOCOL
        return [] if own and header.lower().startswith("basic ") else super().get_authenticators()

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override]  # Rendered already.
        """Refusals of the protocol's endpoints are its own; what RFC 6749 knows nothing of is a problem document."""
        own = self.request_operation_name() in PROTOCOL
        return (refusal_of(exc, self.request) if own else None) or super().handle_exception(exc)

    def _authorization(self) -> str:
        return str(self.request.headers.get("Authorization", ""))

    @action(
        "token",
        detail=False,
        permission=PUBLIC,
        request=TokenIn,
        response=OAuthTokenRead,
        idempotency="none",
        atomic=False,
        parsers=[FormParser, StrictJsonParser],
        refusals=REFUSALS,
    )
    def token(self, data: dict[str, Any]) -> Any:
        """Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials.

        An application shows its secret by `Authorization: Basic` or in the body. Values that fit the schema and
        are not right are 400 `invalid_grant` or `invalid_scope`, or 401 `invalid_client` (RFC 6749, 5.2).
        """
        answer = services.issue_token(form=data, authorization=self._authorization())
        return Answer(answer, headers=NO_STORE)

    @action(
        "revoke",
        detail=False,
        permission=PUBLIC,
        request=RevocationIn,
        idempotency="none",
        atomic=False,
        parsers=[FormParser, StrictJsonParser],
        refusals=REFUSALS,
    )
    def revoke(self, data: dict[str, Any]) -> Any:
        """Ends what a token stands for, at once (RFC 7009). One that is not known is no error."""
        services.revoke_token(form=data, authorization=self._authorization())
        return Answer(None, status=200)

    @action(
        "introspect",
        detail=False,
        permission=PUBLIC,
        request=IntrospectionIn,
        response=IntrospectionRead,
        idempotency="none",
        parsers=[FormParser, StrictJsonParser],
        refusals=REFUSALS,
    )
    def introspect(self, data: dict[str, Any]) -> Any:
        """Tells an application what its own token stands for (RFC 7662). Programs without a secret may not ask.

        Of a token that is over, unknown or another application's it tells only that it is not active.
        """
        answer = services.introspect_token(form=data, authorization=self._authorization())
        return HttpResponse(orjson.dumps(answer), content_type="application/json", headers=NO_STORE)

    @action(
        "authorization",
        detail=False,
        method="GET",
        permission=AUTHENTICATED,
        query=AuthorizationQuery,
        response=AuthorizationRead,
        errors=[services.OAuthRequestInvalid, CredentialRestricted, e.NotWhileImpersonating],
    )
    def authorization(self, data: dict[str, Any]) -> Any:
        """Checks an application's request for the consent screen. Where it is refused, send the user nowhere."""
        return services.authorization_request(principal=self.principal, asked=data)

    @action(
        "authorization",
        detail=False,
        permission=AUTHENTICATED,
        request=AuthorizationIn,
        response=RedirectRead,
        idempotency="none",
        errors=[services.OAuthRequestInvalid, CredentialRestricted, e.NotWhileImpersonating],
    )
    def authorize(self, data: dict[str, Any]) -> Any:
        """Grants or denies an application's request. Send the user to `redirect_to`."""
        approved = data.pop("approved")
        address = services.answer_authorization(principal=self.principal, approved=approved, asked=data)
        return Answer({"redirect_to": address}, headers=NO_STORE)

    @action("scopes", detail=False, method="GET", permission=PUBLIC, response=OAuthScopeListRead)
    def scopes(self, _data: dict[str, Any]) -> Any:
        """The scopes that applications may ask for, made from the catalogue of permissions."""
        return {"scopes": scopes.names()}


class ApplicationResource(Resource):
    """Third parties' programs that may ask users for access."""

    plural = "oauth_applications"
    path = "oauth/applications"
    prefix = "oap"
    tag = "oauth"
    rows = staticmethod(services.applications_for)
    read = ApplicationRead
    writes = {"update": ApplicationUpdate}
    services = {"update": services.update_application, "delete": services.delete_application}
    permissions = dict.fromkeys(("list", "retrieve", "update", "delete"), p.MANAGE_APPLICATIONS)
    sort = ("created_at", "name")
    search = ("name",)
    possible = {"rotate_secret": lambda row: row.secret_digest is not None}
    in_person = ("rotate_secret",)
    errors = {
        "update": [CredentialRestricted, e.PermissionEscalation, Invalid],
        "delete": [CredentialRestricted, VersionMismatch],
    }

    @action(
        "",
        detail=False,
        permission=p.MANAGE_APPLICATIONS,
        request=ApplicationCreate,
        response=RegisteredApplicationRead,
        status=201,
        idempotency="none",
        errors=[
            CredentialRestricted,
            e.NotWhileImpersonating,
            e.PermissionEscalation,
            ReferenceNotFound,
            Invalid,
        ],
    )
    def register(self, data: dict[str, Any]) -> Any:
        """Registers an application; its secret is in this answer only."""
        row, secret = _register(principal=self.principal, **data)
        return Answer(
            {"client_id": row.pk, "client_secret": secret, "application": row}, status=201, headers=NO_STORE
        )

    @action(
        "rotate-secret",
        permission=p.MANAGE_APPLICATIONS,
        request=RotateIn,
        response=RegisteredApplicationRead,
        idempotency="none",
        errors=[
            CredentialRestricted,
            e.NotWhileImpersonating,
            e.PermissionEscalation,
            OAuthApplicationPublic,
        ],
    )
    def rotate_secret(self, id: UUID, data: dict[str, Any]) -> Any:
        """Gives an application a new secret; the old one works for a while, so that each copy can change over.

        Its tokens go on.
        """
        row, secret = _rotate_secret(
            principal=self.principal, id=id, expected_version=self.expected_version, **data
        )
        return Answer({"client_id": row.pk, "client_secret": secret, "application": row}, headers=NO_STORE)


_register = services.create_application
_rotate_secret = services.rotate_secret


def _revoke_grant(*, principal: Any, id: UUID, expected_version: int | None = None) -> None:
    services.revoke_own_grant(principal=principal, id=id)


class OwnGrantResource(Resource):
    """The applications that the caller granted access to."""

    plural = "me_applications"
    path = "me/applications"
    prefix = "oag"
    tag = "oauth"
    rows = staticmethod(services.own_grants)
    read = GrantRead
    services = {"delete": _revoke_grant}
    permissions = {"list": AUTHENTICATED, "delete": AUTHENTICATED}
    while_read_only = ("delete",)
    sort = ("created_at",)
