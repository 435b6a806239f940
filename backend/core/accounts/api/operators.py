"""The operator's own people, apart from those of businesses: in the public schema, with roles of their own.

Each resource is a business's with the same services, so operators have every way in and out that staff has.
"""

from __future__ import annotations

from backend.core.accounts.api.people import InvitationResource, OwnAccountResource
from backend.core.accounts.api.policy import SecurityPolicyResource
from backend.core.accounts.api.second_factors import UserSecondFactorResource
from backend.core.accounts.api.sessions import UserSessionResource
from backend.core.accounts.api.views import PermissionResource, RoleResource, UserResource, create_operator
from backend.kernel.api import Resource


class PlatformUserResource(UserResource):
    """Operators, with their roles. They are users of no business."""

    plural = "platform_users"
    path = "users"
    platform = True
    services = {**UserResource.services, "create": create_operator}


class PlatformUserSessionResource(UserSessionResource):
    """Operators' open sessions."""

    plural = "platform_users"
    path = "users"
    platform = True


class PlatformUserSecondFactorResource(UserSecondFactorResource):
    """Help for operators who cannot get in. Where none is left who could give it, `reset_operator` does."""

    plural = "platform_users"
    path = "users"
    platform = True


class PlatformOwnPasswordResource(Resource):
    """The operator's own password, and what preferences may hold."""

    plural = "platform_me_account"
    path = "me"
    tag = "auth"
    platform = True

    change_password = OwnAccountResource.change_password
    preferences_schema = OwnAccountResource.preferences_schema


class PlatformInvitationResource(InvitationResource):
    """Invitations of operators."""

    plural = "platform_invitations"
    path = "invitations"
    platform = True


class PlatformSecurityPolicyResource(SecurityPolicyResource):
    """The operator's rules of security: for operators, and for the operator's own logs."""

    plural = "platform_security_policy"
    platform = True


class PlatformRoleResource(RoleResource):
    """Roles of operators."""

    plural = "platform_roles"
    path = "roles"
    platform = True


class PlatformPermissionResource(PermissionResource):
    """The catalogue of permissions that operators may hold."""

    plural = "platform_permissions"
    path = "permissions"
    platform = True


RESOURCES: tuple[type[Resource], ...] = (
    PlatformUserResource,
    PlatformUserSessionResource,
    PlatformUserSecondFactorResource,
    PlatformOwnPasswordResource,
    PlatformInvitationResource,
    PlatformSecurityPolicyResource,
    PlatformRoleResource,
    PlatformPermissionResource,
)
"""What is served under `/platform`, beside signing in."""
