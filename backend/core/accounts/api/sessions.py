"""Open sessions, of oneself and of users."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.core.accounts import permissions as p
from backend.core.accounts import selectors, services
from backend.core.accounts.devices import device_of
from backend.kernel.api import AUTHENTICATED, Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, Write

SIGN_IN_METHODS = ["password", "secret", "telegram", "oidc", "invitation", "impersonation"]


class DeviceRead(Read):
    """A device, as it says itself."""

    kind = f.Choice(["desktop", "mobile", "tablet", "program", "unknown"], enum="DeviceKind")
    browser = f.Text(help_text="Empty where it is not known, like the other texts.")
    version = f.Text(help_text="The browser's.")
    system = f.Text()


class SessionRead(Read):
    """A sign-in that is good still."""

    id = f.Id("ses")
    current = f.Computed(
        lambda row, ctx: row.pk == ctx.principal.session_id, f.Bool(), help_text="The one that asks."
    )
    method = f.Choice(SIGN_IN_METHODS, enum="SignInMethod")
    device = f.Computed(lambda row, _ctx: device_of(row.user_agent), DeviceRead())
    user_agent = f.Text()
    ip = f.Text(allow_null=True)
    place = f.Text(help_text="Town and country of the address, `local` for a private one; empty if unknown.")
    last_device = f.Computed(
        lambda row, _ctx: device_of(row.last_user_agent or row.user_agent), DeviceRead(), help_text="At last."
    )
    last_user_agent = f.Computed(lambda row, _ctx: row.last_user_agent or row.user_agent, f.Text())
    last_ip = f.Computed(
        lambda row, _ctx: row.last_ip or row.ip,
        f.Text(allow_null=True),
        help_text="From where it was renewed at last; `ip` is where it began.",
    )
    last_place = f.Computed(lambda row, _ctx: row.last_place if row.last_ip else row.place, f.Text())
    second_factor_at = f.DateTime(allow_null=True, help_text="When a second factor was verified in it.")
    impersonator = f.Id("usr", source="impersonator_id", allow_null=True, help_text="The operator behind it.")
    created_at = f.DateTime()
    last_used_at = f.DateTime(help_text="Its last renewal.")
    expires_at = f.DateTime(help_text="When it ends unless it is renewed.")
    absolute_expires_at = f.DateTime(allow_null=True, help_text="When it ends even if it is renewed.")
    allowed_actions = f.AllowedActions()


class RevokedRead(Read):
    """What was ended."""

    revoked = f.Int(help_text="How many sessions.")


class RevokeIn(Write):
    """Which session to end; all where none is named."""

    session = f.Id("ses", required=False)


class OwnSessionResource(Resource):
    """The caller's own open sessions."""

    plural = "me_sessions"
    path = "me/sessions"
    prefix = "ses"
    tag = "auth"
    rows = staticmethod(selectors.own_sessions)
    read = SessionRead
    services = {"delete": services.revoke_own_session}
    permissions = {"list": AUTHENTICATED, "delete": AUTHENTICATED}
    sort = ("created_at",)
    while_read_only = ("delete", "revoke_others")

    def allowed_actions(self, row: Any) -> list[str]:
        """Ended here is one's own session; another user's, which users/{id}/sessions shows, at that user."""
        return super().allowed_actions(row) if row.user_id == self.principal.user_id else []

    @action("revoke-others", detail=False, permission=AUTHENTICATED, response=RevokedRead)
    def revoke_others(self, _data: dict[str, Any]) -> Any:
        """Ends all of the caller's sessions but this one, their access tokens at once."""
        return {"revoked": services.revoke_other_sessions(principal=self.principal)}


class PlatformOwnSessionResource(OwnSessionResource):
    """The operator's own open sessions."""

    plural = "platform_me_sessions"
    platform = True


class UserSessionResource(Resource):
    """Users' open sessions."""

    plural = "users"
    prefix = "usr"
    tag = "users"
    while_read_only = ("revoke_sessions",)

    @action("sessions", method="GET", permission=p.VIEW_SESSIONS, response=SessionRead, paginated=True)
    def sessions(self, id: UUID, _data: dict[str, Any]) -> Any:
        """A user's open sessions, newest first."""
        return services.sessions_of_user(principal=self.principal, user_id=id)

    @action("sessions/revoke", permission=p.END_SESSIONS, request=RevokeIn, response=RevokedRead)
    def revoke_sessions(self, id: UUID, data: dict[str, Any]) -> Any:
        """Ends a user's session, or all of them, their access tokens at once."""
        count = services.revoke_sessions_of(
            principal=self.principal, user_id=id, session_id=data.get("session")
        )
        return {"revoked": count}
