"""The operator's own people, apart from those of businesses: in the public schema, with roles of their own."""

from __future__ import annotations

from backend.core.accounts.api.views import PermissionResource, RoleResource, UserResource, create_operator


class PlatformUserResource(UserResource):
    """Operators, with their roles. They are users of no business."""

    plural = "platform_users"
    path = "users"
    platform = True
    services = {**UserResource.services, "create": create_operator}


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


__all__ = ["PlatformPermissionResource", "PlatformRoleResource", "PlatformUserResource"]
