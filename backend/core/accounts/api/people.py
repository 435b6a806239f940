"""Registering, invitations, forgotten passwords, mailboxes and preferences over HTTP."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.core.accounts import errors as e
from backend.core.accounts import permissions as p
from backend.core.accounts import profiles, services
from backend.core.accounts.api.filters import InvitationFilters
from backend.core.accounts.api.serializers import AssignmentIn, TokenPairRead
from backend.core.accounts.services import invitations
from backend.core.accounts.types import Grant
from backend.kernel.api import AUTHENTICATED, PUBLIC, Answer, Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.actions import Access
from backend.kernel.api.serializers import Read, RecordRead, Write
from backend.kernel.errors import Invalid, ReferenceNotFound
from backend.kernel.i18n import LANGUAGES
from backend.kernel.limits import LimitReached

_TOKEN = "The `token` of the link in the mail."  # noqa: S105
_PASSWORD = "As the business's rules demand; at most 256 characters."  # noqa: S105
STATES = ["open", "accepted", "revoked", "expired"]


class MailboxIn(Write):
    """An e-mail address."""

    email = f.Email()


class PasswordResetIn(Write):
    """A link's token and the new password."""

    token = f.Text(max_length=4096, help_text=_TOKEN)
    new_password = f.Text(max_length=256, help_text=_PASSWORD)


class LinkIn(Write):
    """A link's token."""

    token = f.Text(max_length=4096, help_text=_TOKEN)


class RegistrationIn(Write):
    """The address of somebody who registers."""

    email = f.Email()
    locale = f.Language(required=False, help_text="Of the mail, and of the account.")


class RegistrationConfirm(Write):
    """What opens the account of somebody who registers."""

    token = f.Text(max_length=4096, help_text=_TOKEN)
    name = f.Text(max_length=200)
    password = f.Text(max_length=256, help_text=_PASSWORD)
    locale = f.Language(required=False, help_text="That of the registration where it is left out.")


class OwnMailboxIn(Write):
    """Another address of one's own, and the proof of who asks."""

    email = f.Email()
    password = f.Text(
        max_length=256,
        required=False,
        help_text="Needed unless the session has verified a second factor in the last ten minutes.",
    )


class PasswordChangeIn(Write):
    """The current password and the new one."""

    current_password = f.Text(max_length=256)
    new_password = f.Text(max_length=256, help_text=_PASSWORD)


class PreferencesSchemaRead(Read):
    """What preferences may hold."""

    schema = f.Json(help_text="A JSON Schema (2020-12).")


class AccessResource(Resource):
    """Registering, forgotten passwords, and proving a mailbox."""

    plural = "access"
    path = "auth"
    tag = "auth"
    throttle = dict.fromkeys(
        ("register", "confirm_registration", "request_password_reset", "reset_password"), "sign_in"
    )
    while_read_only = ("request_password_reset", "reset_password")

    # Not atomic: attempts are to be counted although they are refused. No idempotency keys: their record
    # would keep passwords and tokens, and each of these may be repeated.

    @action(
        "registrations",
        detail=False,
        permission=PUBLIC,
        request=RegistrationIn,
        status=202,
        idempotency="none",
        atomic=False,
        errors=[e.RegistrationClosed, e.LoginThrottled],
    )
    def register(self, data: dict[str, Any]) -> Any:
        """Registers a customer. A link goes to the address; the name and password given with it open the account.

        The answer is the same where the address has an account already: then the mail says so.
        """
        services.register(**data)
        return Answer(None, status=202)

    @action(
        "password-resets",
        detail=False,
        permission=PUBLIC,
        request=MailboxIn,
        status=202,
        idempotency="none",
        atomic=False,
        errors=[e.LoginThrottled],
    )
    def request_password_reset(self, data: dict[str, Any]) -> Any:
        """Sends a link to choose a new password. The answer is the same for any address, known or not."""
        services.request_password_reset(email=data["email"])
        return Answer(None, status=202)

    @action(
        "password-resets/confirm",
        detail=False,
        permission=PUBLIC,
        request=PasswordResetIn,
        status=204,
        idempotency="none",
        atomic=False,
        errors=[e.AuthLinkInvalid, Invalid],
    )
    def reset_password(self, data: dict[str, Any]) -> None:
        """Sets a new password by the link of a mail, and ends all sessions. The link works once, for an hour."""
        services.reset_password(**data)

    @action(
        "registrations/confirm",
        detail=False,
        permission=PUBLIC,
        request=RegistrationConfirm,
        status=204,
        idempotency="none",
        atomic=False,
        errors=[e.RegistrationClosed, e.AuthLinkInvalid, e.EmailTaken, Invalid],
    )
    def confirm_registration(self, data: dict[str, Any]) -> None:
        """Opens the account of somebody who registered, by the link of the mail. The link works once, for 3 days."""
        services.confirm_registration(**data)


class PlatformAccessResource(Resource):
    """Forgotten passwords of operators."""

    plural = "platform_access"
    path = "auth"
    tag = "auth"
    platform = True
    throttle = dict.fromkeys(("request_password_reset", "reset_password"), "sign_in")

    request_password_reset = AccessResource.request_password_reset
    reset_password = AccessResource.reset_password


class OwnAccountResource(Resource):
    """What a user does with the own account."""

    plural = "me_account"
    path = "me"
    tag = "auth"
    while_read_only = ("change_password",)

    @action(
        "password",
        detail=False,
        permission=AUTHENTICATED,
        request=PasswordChangeIn,
        status=204,
        idempotency="none",
        atomic=False,
        errors=[e.PasswordWrong, e.NotWhileImpersonating, e.LoginThrottled, Invalid],
    )
    def change_password(self, data: dict[str, Any]) -> None:
        """Changes the own password and ends the other sessions."""
        services.change_password(principal=self.principal, **data)

    @action(
        "email-verification",
        detail=False,
        permission=AUTHENTICATED,
        status=202,
        idempotency="none",
        atomic=False,
        errors=[e.LoginThrottled],
    )
    def send_verification(self, _data: dict[str, Any]) -> Any:
        """Sends a link to prove the own e-mail address, unless it is proved."""
        services.request_verification(principal=self.principal)
        return Answer(None, status=202)

    @action(
        "email",
        detail=False,
        permission=AUTHENTICATED,
        request=OwnMailboxIn,
        status=202,
        idempotency="none",
        atomic=False,
        errors=[
            e.PasswordWrong,
            e.PasswordRequired,
            e.SecondFactorRequired,
            e.NotWhileImpersonating,
            e.LoginThrottled,
        ],
    )
    def change_email(self, data: dict[str, Any]) -> Any:
        """Sends a link to another address; using it makes that the own one. Until then nothing changes.

        The answer is the same where the address has an account already: then the mail says so.
        """
        services.change_email(principal=self.principal, **data)
        return Answer(None, status=202)

    @action(
        "email/confirm",
        detail=False,
        permission=AUTHENTICATED,
        request=LinkIn,
        status=204,
        idempotency="none",
        atomic=False,
        errors=[e.AuthLinkInvalid, e.EmailTaken, e.NotWhileImpersonating],
    )
    def confirm_email(self, data: dict[str, Any]) -> None:
        """Proves the mailbox by the link of a mail, and makes its address the own one. The address before is told."""
        services.confirm_email(principal=self.principal, **data)

    @action(
        "preferences/schema",
        method="GET",
        detail=False,
        permission=AUTHENTICATED,
        response=PreferencesSchemaRead,
    )
    def preferences_schema(self, _data: dict[str, Any]) -> Any:
        """The JSON Schema of `preferences` in /me."""
        return {"schema": profiles.SCHEMA}


class PlatformOwnAccountResource(Resource):
    """What an operator does with the own account."""

    plural = "platform_me_account"
    path = "me"
    tag = "auth"
    platform = True

    send_verification = OwnAccountResource.send_verification
    change_email = OwnAccountResource.change_email
    confirm_email = OwnAccountResource.confirm_email


# -- invitations ------------------------------------------------------------------------------------------


class InvitedRoleRead(Read):
    """A role that waits for the invited person."""

    role = f.Id("rol")
    scope = f.Text()
    branch = f.Id("brn", allow_null=True)
    customer = f.Id("cus", allow_null=True)
    scope_set = f.Id("scs", allow_null=True)


class InvitationRead(RecordRead):
    """An invitation. Its link is only in the mail."""

    id = f.Id("inv")
    state = f.Computed(lambda row, _ctx: invitations.state_of(row), f.Choice(STATES, enum="InvitationState"))
    kind = f.Text(help_text="What the person will be: staff, customer or operator.")
    email = f.Text(allow_null=True, help_text="Null once the person was deleted.")
    name = f.Text()
    locale = f.Choice(list(LANGUAGES), enum="Language")
    customer = f.Id("cus", source="customer_id", allow_null=True)
    assignments = f.ListOf(InvitedRoleRead(), source="grant_rows", max_items=50)
    invited_by = f.Id("usr", source="invited_by_id", allow_null=True)
    expires_at = f.DateTime()
    accepted_at = f.DateTime(allow_null=True)
    accepted_by = f.Id("usr", source="accepted_by_id", allow_null=True)
    revoked_at = f.DateTime(allow_null=True)


class InvitationCreate(Write):
    """A person to invite."""

    email = f.Email()
    name = f.Text(max_length=200)
    locale = f.Language(
        required=False, help_text="Of the mail, and of the account; the business's first language by default."
    )
    customer = f.Id(
        "cus",
        source="customer_id",
        required=False,
        allow_null=True,
        help_text="Invites to this customer's account instead of the staff.",
    )
    assignments = f.ListOf(AssignmentIn(), max_items=50, required=False)
    expires_at = f.DateTime(required=False, help_text="At most 30 days ahead; a week where it is left out.")


class InvitationShown(Read):
    """What the page behind the link shows."""

    email = f.Text()
    name = f.Text()
    kind = f.Text()
    account_exists = f.Computed(
        lambda row, _ctx: invitations.account_with(row.email) is not None,
        f.Bool(help_text="The address has an account: the invitation is accepted with its password."),
    )
    expires_at = f.DateTime()


class InvitationAccept(Write):
    """An invited person's password."""

    token = f.Text(max_length=4096, help_text=_TOKEN)
    password = f.Text(
        max_length=256,
        help_text="Of the account that the address has; else a new one, as the business's rules demand.",
    )
    name = f.Text(max_length=200, required=False)


def _create_invitation(**data: Any) -> Any:
    grants = [Grant(**assignment) for assignment in data.pop("assignments", None) or ()]
    return invitations.create_invitation(assignments=grants, **data)


class InvitationResource(Resource):
    """Invitations to the staff, or to a customer's account."""

    plural = "invitations"
    prefix = "inv"
    tag = "users"
    rows = staticmethod(invitations.invitations_for)
    read = InvitationRead
    writes = {"create": InvitationCreate}
    services = {"create": _create_invitation}
    permissions = {"list": p.INVITE, "retrieve": p.INVITE, "create": p.INVITE}
    filters = InvitationFilters
    sort = ("created_at",)
    search = ("email", "name")
    while_read_only = ("show", "revoke")
    in_person = ("resend",)
    throttle = {"accept": "sign_in", "show": "sign_in"}
    errors = {
        "create": [
            e.EmailTaken,
            e.ScopeIncomplete,
            e.PermissionEscalation,
            e.InvitationNeedsEmail,
            e.MailPaused,
            LimitReached,
            e.NotWhileImpersonating,
            ReferenceNotFound,
        ]
    }

    @action(
        "resend",
        permission=p.INVITE,
        response=InvitationRead,
        errors=[e.InvitationEnded, e.NotWhileImpersonating, e.MailPaused, LimitReached],
    )
    def resend(self, id: UUID, _data: dict[str, Any]) -> Any:
        """Sends a new link, good for a week; the one before no longer works."""
        return invitations.resend_invitation(principal=self.principal, id=id)

    @action("revoke", permission=p.INVITE, response=InvitationRead, errors=[e.InvitationEnded])
    def revoke(self, id: UUID, _data: dict[str, Any]) -> Any:
        """Takes an invitation back: its link no longer works."""
        return invitations.revoke_invitation(principal=self.principal, id=id)

    @action(
        "show",
        detail=False,
        permission=PUBLIC,
        request=LinkIn,
        response=InvitationShown,
        idempotency="none",
        errors=[e.AuthLinkInvalid, e.InvitationEnded],
    )
    def show(self, data: dict[str, Any]) -> Any:
        """What a link invites to. Changes nothing."""
        return invitations.read_invitation(token=data["token"])

    @action(
        "accept",
        detail=False,
        permission=PUBLIC,
        request=InvitationAccept,
        response=TokenPairRead,
        status=201,
        idempotency="none",
        atomic=False,
        errors=[
            e.AuthLinkInvalid,
            e.InvitationEnded,
            e.EmailTaken,
            e.PasswordWrong,
            e.LoginThrottled,
            e.SecondFactorRequired,
            e.NetworkNotAllowed,
            e.PermissionEscalation,
            LimitReached,
            ReferenceNotFound,
            Invalid,
        ],
    )
    def accept(self, data: dict[str, Any]) -> Any:
        """Makes the invited user with the roles that wait, and signs it in. A link works once.

        Where the address has an account, that gets the roles; a second factor is asked for as at any sign-in.
        """
        return invitations.accept_invitation(**data)

    # Until it has ended, an invitation is sent again or revoked.
    possible = dict.fromkeys(
        ("resend", "revoke"), lambda row: invitations.state_of(row) not in ("accepted", "revoked")
    )

    def may(self, access: Access, row: Any) -> bool:
        """An invitation is seen by the right to invite: what is seen is within it."""
        return self.principal.allows(str(access))
