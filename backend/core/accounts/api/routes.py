"""The URLs of accounts."""

from __future__ import annotations

from backend.core.accounts.api.policy import SecurityPolicyResource
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
    *routes(PlatformAuthResource, PlatformMeResource, under="platform"),
]
