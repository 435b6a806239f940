"""The history of sign-ins, and what a user did."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.core.accounts import facade as accounts
from backend.core.accounts.permissions import VIEW_SESSIONS
from backend.core.audit import logins
from backend.core.audit.api.filters import NetworkFilter, _before, _since
from backend.core.audit.api.serializers import AuditEntryRead
from backend.core.audit.permissions import VIEW
from backend.kernel.api import AUTHENTICATED, Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.filters import ChoiceFilter, Filters, IdFilter, TimeFilter
from backend.kernel.api.serializers import Read


def _detail(name: str) -> Any:
    return lambda row, _ctx: (row.after or {}).get(name)


class LoginRead(Read):
    """A sign-in, an attempt, or the end of a session."""

    id = f.Id("aud")
    at = f.DateTime()
    outcome = f.Computed(
        lambda row, _ctx: logins.outcome_of(row), f.Choice(list(logins.OUTCOMES), enum="LoginOutcome")
    )
    user = f.Id("usr", source="row_id", allow_null=True, help_text="Null where the name is nobody's.")
    identifier = f.Computed(
        _detail("identifier"), f.Text(), allow_null=True, help_text="The name that was typed."
    )
    method = f.Computed(
        _detail("method"),
        f.Text(),
        allow_null=True,
        help_text="password, secret, telegram, oidc, totp, recovery …",
    )
    session = f.Computed(_detail("session"), f.Text(), allow_null=True)
    second_factor = f.Computed(_detail("second_factor"), f.Bool(), allow_null=True)
    ip = f.Text(allow_null=True)
    place = f.Computed(
        lambda row, _ctx: accounts.place_of(row.ip or ""),
        f.Text(),
        help_text="Town and country of the address, `local` for a private one; empty where unknown.",
    )
    device = f.Computed(
        lambda row, _ctx: accounts.device_name(row.user_agent or ""),
        f.Text(),
        help_text="Browser and system, such as `Firefox 128, Windows`; empty where unknown.",
    )
    user_agent = f.Text(allow_null=True)
    impersonator = f.Computed(
        _detail("impersonator"), f.Text(), allow_null=True, help_text="The operator who acts as the user."
    )
    reason = f.Computed(_detail("reason"), f.Text(), allow_null=True, help_text="Of an impersonation.")
    request_id = f.Text(allow_null=True)


def _outcome(rows: Any, _name: str, chosen: Any) -> Any:
    return rows.filter(action__in=[logins.OUTCOMES[name].code for name in chosen])


class OwnLoginFilters(Filters):
    """Sign-ins by outcome, address and time (half-open periods)."""

    outcome = ChoiceFilter(list(logins.OUTCOMES), enum="LoginOutcome", method=_outcome)
    ip = NetworkFilter()
    at_from = TimeFilter(method=_since)
    at_before = TimeFilter(method=_before)


class LoginFilters(OwnLoginFilters):
    """Sign-ins by user, outcome, address and time (half-open periods)."""

    user = IdFilter("usr", field_name="row_id")


class LoginResource(Resource):
    """Sign-ins and failed attempts of users, newest first."""

    plural = "security_logins"
    path = "security/logins"
    prefix = "aud"
    tag = "security"
    rows = staticmethod(logins.logins_for)
    read = LoginRead
    permissions = {"list": VIEW_SESSIONS}
    filters = LoginFilters


class PlatformLoginResource(LoginResource):
    """Sign-ins and failed attempts of operators, newest first."""

    plural = "platform_security_logins"
    platform = True


class OwnLoginResource(Resource):
    """The caller's own sign-ins and failed attempts, newest first."""

    plural = "me_logins"
    path = "me/logins"
    prefix = "aud"
    tag = "auth"
    rows = staticmethod(logins.own_logins)
    read = LoginRead
    permissions = {"list": AUTHENTICATED}
    filters = OwnLoginFilters


class PlatformOwnLoginResource(OwnLoginResource):
    """The operator's own sign-ins and failed attempts, newest first."""

    plural = "platform_me_logins"
    platform = True


class ActivityResource(Resource):
    """What users did."""

    plural = "users"
    prefix = "usr"
    tag = "users"

    @action("activity", method="GET", permission=VIEW, response=AuditEntryRead, paginated=True)
    def activity(self, id: UUID, _data: dict[str, Any]) -> Any:
        """What a user changed and did, and the user's sign-ins, newest first."""
        return logins.activity_of(self.principal, id)


class PlatformActivityResource(ActivityResource):
    """What operators did."""

    plural = "platform_users"
    path = "users"
    platform = True
