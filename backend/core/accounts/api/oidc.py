"""Signing in at an OpenID Connect provider, over HTTP."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from backend.core.accounts import errors as e
from backend.core.accounts.api.serializers import TokenPairRead
from backend.core.accounts.models import Identity
from backend.core.accounts.oidc import signing_in
from backend.kernel.api import AUTHENTICATED, PUBLIC, Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, Write
from backend.kernel.permissions import Principal


class OidcButtonRead(Read):
    """A provider as a sign-in page shows it."""

    code = f.Text()
    label = f.Text()  # type: ignore[assignment]  # a field's name


class OidcStartIn(Write):
    """Where to sign in, and where to come back to."""

    provider = f.Text(max_length=40)
    redirect_uri = f.Text(max_length=500, help_text="One of the provider's, character by character.")


class OidcStartRead(Read):
    """Where the browser goes, and what the front end keeps until it comes back."""

    authorization_url = f.Text()
    state = f.Text(help_text="Comes back beside the code; good once, for 10 minutes.")
    binding = f.Text(help_text="Kept by the front end that began; never in an address.")


class OidcFinishIn(Write):
    """What came back, and what was kept."""

    code = f.Text(max_length=4096)
    state = f.Text(max_length=4096)
    binding = f.Text(max_length=100)


class LinkedIdentityRead(Read):
    """A link to a person at a provider."""

    id = f.Id("idn")
    issuer = f.Text()
    created_at = f.DateTime()
    last_used_at = f.DateTime(allow_null=True)
    allowed_actions = f.AllowedActions()


_PROOF = [e.OidcStateInvalid, e.OidcRefused, e.OidcUnavailable, e.OidcProviderUnknown]


class OidcResource(Resource):
    """Signing in at an OpenID Connect provider, which the business names in /security/policy."""

    plural = "oidc"
    path = "auth/oidc"
    tag = "auth"
    throttle = {"start": "sign_in", "finish": "sign_in"}
    while_read_only = ("start", "finish")

    # Not atomic: the provider is called, and no lock waits for it. No idempotency keys: their record would
    # keep tokens.

    @action("providers", method="GET", detail=False, permission=PUBLIC, response=OidcButtonRead, many=True)
    def providers(self, _data: dict[str, Any]) -> Any:
        """The providers that people may sign in at."""
        return signing_in.shown_providers()

    @action(
        "start",
        detail=False,
        permission=PUBLIC,
        request=OidcStartIn,
        response=OidcStartRead,
        idempotency="none",
        atomic=False,
        errors=[e.OidcProviderUnknown, e.OidcRedirectUnknown, e.OidcUnavailable, e.OidcRefused],
    )
    def start(self, data: dict[str, Any]) -> Any:
        """Begins a sign-in with PKCE: send the browser to `authorization_url`, and keep `binding`."""
        return signing_in.start(**data)

    @action(
        "finish",
        detail=False,
        permission=PUBLIC,
        request=OidcFinishIn,
        response=TokenPairRead,
        status=201,
        idempotency="none",
        atomic=False,
        errors=[
            *_PROOF,
            e.OidcNoUser,
            e.InvalidCredentials,
            e.SecondFactorRequired,
            e.LoginThrottled,
            e.NetworkNotAllowed,
        ],
    )
    def finish(self, data: dict[str, Any]) -> Any:
        """Ends a sign-in with the code that the provider sent back."""
        return signing_in.finish(**data)


def identities_for(principal: Principal) -> QuerySet[Identity]:
    """The caller's own links."""
    if principal.user_id is None:
        return Identity.objects.none()
    return Identity.objects.filter(user_id=principal.user_id)


class IdentityResource(Resource):
    """The caller's links to persons at OpenID Connect providers."""

    plural = "me_identities"
    path = "me/identities"
    prefix = "idn"
    tag = "auth"
    rows = staticmethod(identities_for)
    read = LinkedIdentityRead
    services = {"delete": signing_in.unlink}
    permissions = {"list": AUTHENTICATED, "delete": AUTHENTICATED}
    while_read_only = ("delete",)
    sort = ("created_at",)
    in_person = ("delete",)
    errors = {"delete": [e.NotWhileImpersonating]}

    @action(
        "",
        detail=False,
        permission=AUTHENTICATED,
        request=OidcFinishIn,
        response=LinkedIdentityRead,
        status=201,
        idempotency="none",
        atomic=False,
        errors=[*_PROOF, e.OidcTaken, e.NotWhileImpersonating],
    )
    def link(self, data: dict[str, Any]) -> Any:
        """Links the caller to the person who signed in at the provider just now (see /auth/oidc/start)."""
        return signing_in.link(principal=self.principal, **data)
