"""The URLs of accounts."""

from __future__ import annotations

from backend.core.accounts.api.keys import ApiKeyResource, OwnApiKeyResource
from backend.core.accounts.api.oauth import ApplicationResource, OAuthResource, OwnGrantResource
from backend.core.accounts.api.oidc import IdentityResource, OidcResource
from backend.core.accounts.api.operators import RESOURCES
from backend.core.accounts.api.people import (
    AccessResource,
    InvitationResource,
    OwnAccountResource,
    PlatformAccessResource,
    PlatformOwnAccountResource,
)
from backend.core.accounts.api.policy import SecurityPolicyResource
from backend.core.accounts.api.scope_sets import ScopeSetResource
from backend.core.accounts.api.second_factors import (
    OwnSecondFactorResource,
    PlatformOwnSecondFactorResource,
    PlatformSecondFactorSignInResource,
    SecondFactorSignInResource,
    UserSecondFactorResource,
)
from backend.core.accounts.api.sessions import (
    OwnSessionResource,
    PlatformOwnSessionResource,
    UserSessionResource,
)
from backend.core.accounts.api.views import (
    AuthResource,
    MeResource,
    PermissionResource,
    PlatformAuthResource,
    PlatformMeResource,
    RoleResource,
    UserResource,
)
from backend.kernel.api.routes import routes

urlpatterns = [
    *routes(AuthResource, MeResource, UserResource, RoleResource, PermissionResource, SecurityPolicyResource),
    *routes(ScopeSetResource),
    *routes(ApiKeyResource, OwnApiKeyResource),
    *routes(OAuthResource, ApplicationResource, OwnGrantResource),
    *routes(OidcResource, IdentityResource),
    *routes(AccessResource, OwnAccountResource, InvitationResource),
    *routes(PlatformAccessResource, PlatformOwnAccountResource, under="platform"),
    *routes(SecondFactorSignInResource, OwnSecondFactorResource, UserSecondFactorResource),
    *routes(OwnSessionResource, UserSessionResource),
    *routes(
        PlatformSecondFactorSignInResource,
        PlatformOwnSecondFactorResource,
        PlatformOwnSessionResource,
        under="platform",
    ),
    *routes(PlatformAuthResource, PlatformMeResource, under="platform"),
    *routes(*RESOURCES, under="platform"),
]
