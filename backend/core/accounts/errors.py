"""Refusals of accounts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.api.problems import TokenInvalid as TokenInvalid  # Raised by authentication.
from backend.kernel.errors import Conflict, Forbidden, TooMany, Unauthorized


class InvalidCredentials(Unauthorized):
    """The sign-in failed. The same for an unknown account, a wrong secret and a suspended user."""

    code = "invalid_credentials"
    message = _("These credentials are not right.")


class LoginThrottled(TooMany):
    """Too many failed sign-ins with this account or from this address; the same for unknown accounts."""

    code = "login_throttled"
    message = _("Too many failed attempts. Try again in {seconds} seconds.")


class TokenExpired(Unauthorized):
    """The token's time is over; an access token is renewed with the refresh token."""

    code = "token_expired"
    message = _("The token has expired.")


class SessionEnded(Unauthorized):
    """The session was ended, or its user was suspended: sign in again."""

    code = "session_ended"
    message = _("This session has ended. Sign in again.")


class RefreshReused(Unauthorized):
    """A refresh token was used again after its successor: the whole session was ended."""

    code = "refresh_reused"
    message = _("This refresh token was used before, so the session was ended. Sign in again.")


class EmailTaken(Conflict):
    """Another user has this e-mail address."""

    code = "email_taken"
    message = _("There is already a user with this e-mail address.")


class PhoneTaken(Conflict):
    """Another user has this telephone number."""

    code = "phone_taken"
    message = _("There is already a user with this telephone number.")


class TelegramTaken(Conflict):
    """Another user has this Telegram account."""

    code = "telegram_taken"
    message = _("There is already a user with this Telegram account.")


class KindNotHere(Conflict):
    """Operators exist in the operator's schema only, and staff and customers in a business only."""

    code = "user_kind_not_here"
    message = _("A user of the kind {kind} cannot exist here.")


class LoginNeedsAddress(Conflict):
    """A user with a password needs an e-mail address or a telephone number to sign in with."""

    code = "login_needs_address"
    message = _("Give an e-mail address or a telephone number to sign in with.")


class LastOwner(Conflict):
    """The change would leave nobody who holds every permission."""

    code = "last_owner"
    message = _("At least one active owner must be left.")


class OwnAccount(Conflict):
    """Nobody suspends themselves."""

    code = "own_account"
    message = _("You cannot suspend your own account.")


class PermissionEscalation(Forbidden):
    """The caller would give, take or reach permissions that the caller does not hold."""

    code = "permission_escalation"
    message = _("This needs permissions that you do not hold yourself: {permissions}.")


class PermissionUnknown(Conflict):
    """The role names a permission that is not in the catalogue."""

    code = "permission_unknown"
    message = _("There is no permission {permission}.")


class RoleCodeTaken(Conflict):
    """Another role has this code."""

    code = "role_code_taken"
    message = _("There is already a role with the code {role}.")


class RoleCycle(Conflict):
    """A role would inherit from itself."""

    code = "role_cycle"
    message = _("A role cannot inherit from itself.")


class RolePredefined(Conflict):
    """A predefined role keeps its code, its permissions and its parent."""

    code = "role_predefined"
    message = _("A predefined role cannot be changed so. Make a role of your own that inherits from it.")


class RoleInUse(Conflict):
    """The role is assigned, or another role inherits from it."""

    code = "role_in_use"
    message = _("The role is in use.")


class ScopeIncomplete(Conflict):
    """The scope of an assignment lacks its branch or customer, or has one too many."""

    code = "scope_incomplete"
    message = _("A branch scope names a branch, a customer scope a customer, and the others neither.")
