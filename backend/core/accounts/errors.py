"""Refusals of accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from backend.kernel.api.problems import TokenInvalid as TokenInvalid  # Raised by authentication.
from backend.kernel.errors import Conflict, Forbidden, TooMany, Unauthorized, Unavailable
from backend.kernel.permissions import NetworkNotAllowed as NetworkNotAllowed
from backend.kernel.permissions import SecondFactorEnrolmentRequired as SecondFactorEnrolmentRequired
from backend.kernel.permissions import SecondFactorRequired as SecondFactorRequired


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
    """Nobody suspends or deletes themselves, or resets the own second factors."""

    code = "own_account"
    message = _("You cannot do this to your own account.")


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


class RoleTooDeep(Conflict):
    """A role would inherit over more steps than rights are read: what lies beyond would silently be lost."""

    code = "role_too_deep"
    message = _("Roles inherit over at most {maximum} steps.")


class RolePredefined(Conflict):
    """A predefined role keeps its code, its permissions and its parent."""

    code = "role_predefined"
    message = _("A predefined role cannot be changed so. Make a role of your own that inherits from it.")


class RoleInUse(Conflict):
    """The role is assigned, or another role inherits from it."""

    code = "role_in_use"
    message = _("The role is in use.")


class ScopeIncomplete(Conflict):
    """The scope of an assignment lacks its branch, customer or set, or has one too many."""

    code = "scope_incomplete"
    message = _(
        "A branch scope names a branch, a customer scope a customer, a set scope a set, and the others none."
    )


class ScopeSetCodeTaken(Conflict):
    """Another scope set has this code."""

    code = "scope_set_code_taken"
    message = _("There is already a scope set with the code {scope_set}.")


class ScopeSetInUse(Conflict):
    """A role is assigned over the scope set."""

    code = "scope_set_in_use"
    message = _("The scope set is in use.")


class AuthLinkInvalid(Conflict):
    """The link of a mail was used, is over, was replaced by a later one, or was altered."""

    code = "auth_link_invalid"
    message = _("This link is not valid any more. Ask for a new one.")


class PasswordWrong(Conflict):
    """The current password is not this one."""

    code = "password_wrong"
    message = _("The current password is not right.")


class PasswordExpired(Forbidden):
    """The sign-in was right, and the password is older than the business's rules let it be."""

    code = "password_expired"
    message = _("Your password is too old here. Choose a new one.")
    members: ClassVar[Mapping[str, Mapping[str, Any]]] = {
        "challenge": {
            "type": "string",
            "description": "For `POST /auth/expired-passwords`, good for five minutes.",
        },
    }


class PasswordRequired(Forbidden):
    """Who asks must prove it again: with the password, or by signing in anew."""

    code = "password_required"
    message = _("Confirm with your password that it is you, or sign in again.")


class RegistrationClosed(Forbidden):
    """The business lets nobody register by themselves."""

    code = "registration_closed"
    message = _("Registration is not open here.")


class InvitationEnded(Conflict):
    """The invitation was accepted or revoked already, or its time is over."""

    code = "invitation_ended"
    message = _("This invitation has ended: it is {state}.")


class InvitationNeedsEmail(Conflict):
    """An invitation is sent by mail."""

    code = "invitation_needs_email"
    message = _("An invitation needs an e-mail address.")


class MailPaused(TooMany):
    """Several mails of this kind went to the address just now."""

    code = "mail_paused"
    message = _("Several mails went to this address just now. Try again in {seconds} seconds.")


class NotWhileImpersonating(Forbidden):
    """What only the user may do: not an operator who acts for the user."""

    code = "not_while_impersonating"
    message = _("This cannot be done while acting for somebody else.")


class UserNotActive(Conflict):
    """The user cannot sign in, so nobody can act for the user."""

    code = "user_not_active"
    message = _("This user is not active: {status}.")


class UserDeleted(Conflict):
    """A deleted user stays so."""

    code = "user_deleted"
    message = _("This user was deleted.")


class SecondFactorInvalid(Forbidden):
    """The code is wrong, over, or was used before."""

    code = "second_factor_invalid"
    message = _("This code is not right, or it was used already.")


class SecondFactorMissing(Conflict):
    """The user has no such second factor, or none that was begun."""

    code = "second_factor_missing"
    message = _("There is no such second factor.")


class SecondFactorExists(Conflict):
    """The user has a second factor of this kind; it is removed first."""

    code = "second_factor_exists"
    message = _("There is a second factor of this kind already. Remove it first.")


class SecondFactorNeeded(Conflict):
    """The last second factor of a user whose role demands one is not removed."""

    code = "second_factor_needed"
    message = _("Your role needs a second factor. Set up another one first.")


class TelegramNotLinked(Conflict):
    """The user has no Telegram account to send a code to."""

    code = "telegram_not_linked"
    message = _("There is no Telegram account to send a code to.")


class TelegramUnreachable(Unavailable):
    """The code could not be sent; nothing changed."""

    code = "telegram_unreachable"
    message = _("The code could not be sent by Telegram. Try again, or use another way.")


class OidcProviderUnknown(Conflict):
    """The business names no provider of this code."""

    code = "oidc_provider_unknown"
    message = _("There is no sign-in provider {provider} here.")


class OidcRedirectUnknown(Conflict):
    """The address to come back to is not among those of the provider, compared character by character."""

    code = "oidc_redirect_unknown"
    message = _("This redirect address is not registered.")


class OidcStateInvalid(Conflict):
    """The state is over, was used, was altered, or was begun in another browser."""

    code = "oidc_state_invalid"
    message = _("This sign-in is not valid any more. Begin it again.")


class OidcRefused(Conflict):
    """What the provider sent does not prove anything; `reason` names the check that failed."""

    code = "oidc_refused"
    message = _("The provider's answer was not accepted: {reason}.")


class OidcUnavailable(Unavailable):
    """The provider does not answer, or not as one does."""

    code = "oidc_unavailable"
    message = _("The sign-in provider cannot be reached. Try again.")


class OidcNoUser(Forbidden):
    """Nobody here belongs to this person at the provider, and the rules make nobody of it."""

    code = "oidc_no_user"
    message = _("There is no account here for this sign-in.")


class OidcTaken(Conflict):
    """This person at the provider is linked to another user."""

    code = "oidc_taken"
    message = _("This account at the provider belongs to another user.")
