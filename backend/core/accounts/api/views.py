"""Resources of accounts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.core.accounts import errors, selectors, services
from backend.core.accounts import permissions as p
from backend.core.accounts.api.filters import RoleFilters, UserFilters
from backend.core.accounts.api.serializers import (
    DeletionPreviewRead,
    ExpiredPasswordIn,
    MeRead,
    MeUpdate,
    PermissionGroupRead,
    RefreshRequest,
    RoleCreate,
    RoleRead,
    RoleUpdate,
    SignInRequest,
    TokenPairRead,
    UserCreate,
    UserRead,
    UserUpdate,
)
from backend.core.accounts.errors import MailPaused
from backend.core.accounts.types import Grant
from backend.kernel.api import AUTHENTICATED, PUBLIC, Answer, Resource, action
from backend.kernel.api.actions import Access
from backend.kernel.errors import Invalid, ReferenceNotFound
from backend.kernel.holds import DataHeld
from backend.kernel.limits import LimitReached

_REFERENCES = [ReferenceNotFound, errors.ScopeIncomplete, errors.PermissionEscalation]
_TAKEN = [
    errors.EmailTaken,
    errors.PhoneTaken,
    errors.TelegramTaken,
    LimitReached,
    errors.NotWhileImpersonating,
]


class AuthResource(Resource):
    """Signing in and out."""

    plural = "auth"
    tag = "auth"
    throttle = {"sign_in": "sign_in", "change_expired_password": "sign_in"}
    while_read_only = ("sign_in", "refresh", "sign_out", "change_expired_password")

    # No idempotency keys: their record would keep tokens. A second sign-in is just another session, and a
    # renewal that is repeated at once answers alike by itself. Not atomic: a failure is to be kept.

    @action(
        "tokens",
        detail=False,
        permission=PUBLIC,
        request=SignInRequest,
        response=TokenPairRead,
        status=201,
        idempotency="none",
        atomic=False,
        errors=[
            errors.InvalidCredentials,
            errors.LoginThrottled,
            errors.SecondFactorRequired,
            errors.PasswordExpired,
            errors.NetworkNotAllowed,
        ],
    )
    def sign_in(self, data: dict[str, Any]) -> Any:
        """Opens a session by e-mail address or telephone number and password, or by a service account's secret."""
        grant = data.get("grant")
        if grant is not None:
            return services.sign_in_service(user_id=grant["client_id"], secret=grant["secret"])
        return services.sign_in(
            email=data.get("email"), phone=data.get("phone"), password=data.get("password", "")
        )

    @action(
        "expired-passwords",
        detail=False,
        permission=PUBLIC,
        request=ExpiredPasswordIn,
        status=204,
        idempotency="none",
        atomic=False,
        errors=[errors.TokenInvalid, errors.TokenExpired, Invalid],
    )
    def change_expired_password(self, data: dict[str, Any]) -> None:
        """Replaces a password that has become too old. Sign in with the new one afterwards."""
        services.change_expired_password(**data)

    @action(
        "tokens/refresh",
        detail=False,
        permission=PUBLIC,
        request=RefreshRequest,
        response=TokenPairRead,
        idempotency="none",
        atomic=False,
        errors=[
            errors.TokenInvalid,
            errors.TokenExpired,
            errors.SessionEnded,
            errors.RefreshReused,
            errors.NetworkNotAllowed,
        ],
    )
    def refresh(self, data: dict[str, Any]) -> Any:
        """Renews a session. A refresh token is good once; using an old one again ends the session.

        Only the one just before, within 10 seconds (two tabs, a lost answer), gets the same successor again.
        """
        return services.refresh_session(refresh_token=data["refresh_token"])

    @action(
        "tokens/revoke",
        detail=False,
        permission=PUBLIC,
        request=RefreshRequest,
        status=204,
        idempotency="none",
    )
    def sign_out(self, data: dict[str, Any]) -> None:
        """Ends the session of a refresh token at once, its access tokens included.

        A token that is not known is no error (RFC 7009).
        """
        services.revoke_by_refresh_token(refresh_token=data["refresh_token"])


class PlatformAuthResource(AuthResource):
    """Signing in and out of operators."""

    plural = "platform_auth"
    path = "auth"
    platform = True


class MeResource(Resource):
    """The caller's own user."""

    plural = "me"
    tag = "auth"
    singleton = True
    read = MeRead
    one = staticmethod(selectors.me)
    writes = {"update": MeUpdate}
    services = {"update": services.update_me}
    permissions = {"retrieve": AUTHENTICATED, "update": AUTHENTICATED}


class PlatformMeResource(MeResource):
    """The operator's own user."""

    plural = "platform_me"
    path = "me"
    platform = True


def _with_grants(data: dict[str, Any]) -> dict[str, Any]:
    if data.get("assignments") is not None:
        data["assignments"] = [Grant(**assignment) for assignment in data["assignments"]]
    return data


def _create_user(**data: Any) -> Any:
    return services.create_user(**_with_grants(data))


def create_operator(**data: Any) -> Any:
    """Creates an operator: a user of the public schema. See `create_user`."""
    return services.create_user(kind="operator", **_with_grants(data))


def _update_user(*, id: UUID, **data: Any) -> Any:
    return services.update_user(id=id, **_with_grants(data))


class UserResource(Resource):
    """Users of the business, with their roles."""

    plural = "users"
    prefix = "usr"
    tag = "users"
    rows = staticmethod(selectors.users_for)
    read = UserRead
    writes = {"create": UserCreate, "update": UserUpdate}
    services = {"create": _create_user, "update": _update_user, "delete": services.delete_user}
    permissions = {
        "list": p.VIEW_USERS,
        "retrieve": p.VIEW_USERS,
        "create": p.MANAGE_USERS,
        "update": p.MANAGE_USERS,
        "delete": p.MANAGE_USERS,
    }
    filters = UserFilters
    sort = ("created_at", "name")
    search = ("name", "email", "phone")
    while_read_only = ("send_password_reset",)
    errors = {
        "create": [*_TAKEN, *_REFERENCES, errors.LoginNeedsAddress],
        "update": [
            *_TAKEN,
            *_REFERENCES,
            errors.LastOwner,
            errors.OwnAccount,
            errors.UserDeleted,
            errors.UserNotActive,
        ],
        "delete": [
            errors.PermissionEscalation,
            errors.LastOwner,
            errors.OwnAccount,
            errors.UserDeleted,
            DataHeld,
        ],
    }

    @action("deletion", method="GET", permission=p.MANAGE_USERS, response=DeletionPreviewRead)
    def deletion_preview(self, id: UUID, _data: dict[str, Any]) -> Any:
        """What deleting this user would erase, end and keep. Changes nothing."""
        return services.deletion_preview(principal=self.principal, id=id)

    @action("password-reset", permission=p.MANAGE_USERS, status=202, errors=[MailPaused])
    def send_password_reset(self, id: UUID, _data: dict[str, Any]) -> Any:
        """Sends the user a mail to choose a new password. Nobody gets to see one."""
        services.send_reset_to_user(principal=self.principal, id=id)
        return Answer(None, status=202)

    possible = {
        "send_password_reset": lambda row: (
            row.status == "active" and row.kind != "service" and row.email is not None
        )
    }

    def may(self, access: Access, row: Any) -> bool:
        """Over the users that a scope reaches; that a user holds more than the caller is judged when it is done."""
        scope = self.principal.scope(str(access))
        return scope is not None and selectors.covers_user(scope, self.principal, row)

    def allowed_actions(self, row: Any) -> list[str]:
        """Nothing is done to a deleted user, and nobody deletes the own account or takes its second factors."""
        names = [] if row.status == "deleted" else super().allowed_actions(row)
        own = ("delete", "reset_second_factors") if row.pk == self.principal.user_id else ()
        return [name for name in names if name not in own]


class RoleResource(Resource):
    """Roles: named sets of permissions, which inherit."""

    plural = "roles"
    prefix = "rol"
    tag = "roles"
    rows = staticmethod(selectors.roles_for)
    read = RoleRead
    writes = {"create": RoleCreate, "update": RoleUpdate}
    services = {
        "create": services.create_role,
        "update": services.update_role,
        "delete": services.delete_role,
    }
    permissions = {
        "list": p.VIEW_ROLES,
        "retrieve": p.VIEW_ROLES,
        "create": p.MANAGE_ROLES,
        "update": p.MANAGE_ROLES,
        "delete": p.MANAGE_ROLES,
    }
    filters = RoleFilters
    sort = ("created_at", "code")
    search = ("code",)
    errors = {
        "create": [
            errors.RoleCodeTaken,
            errors.RoleTooDeep,
            errors.PermissionUnknown,
            errors.PermissionEscalation,
            ReferenceNotFound,
        ],
        "update": [
            errors.RolePredefined,
            errors.RoleCycle,
            errors.NotWhileImpersonating,
            errors.PermissionUnknown,
            errors.PermissionEscalation,
            errors.LastOwner,
            ReferenceNotFound,
        ],
        "delete": [errors.RolePredefined, errors.RoleInUse],
    }

    # A predefined role is not deleted.
    possible = {"delete": lambda row: not row.predefined}


class PermissionResource(Resource):
    """The catalogue of permissions."""

    plural = "permissions"
    tag = "roles"

    @action("", method="GET", detail=False, permission=p.VIEW_ROLES, response=PermissionGroupRead, many=True)
    def catalogue(self, _data: dict[str, Any]) -> Any:
        """Every permission there is, by group, with its name in the caller's language."""
        return selectors.catalogue()
