"""Second factors: completing a sign-in, and enrolling, verifying and removing one's own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.core.accounts import errors, services
from backend.core.accounts import permissions as p
from backend.core.accounts.api.serializers import LASTING, TokenPairRead, UserRead
from backend.kernel.api import AUTHENTICATED, PUBLIC, Answer, Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, Write

METHODS = ["totp", "telegram", "recovery"]
_CODE = "Six digits; or a recovery code, which works once."
_FAILURES = [errors.SecondFactorInvalid, errors.LoginThrottled]


class ChallengeIn(Write):
    """A sign-in that waits for its second factor."""

    challenge = f.Text(max_length=4096, help_text="Of the refusal `second_factor_required`.")


class SecondFactorIn(ChallengeIn):
    """The second factor of a sign-in."""

    method = f.Choice(METHODS, enum="SecondFactorMethod")
    code = f.Text(max_length=40, help_text=_CODE)


class SecondFactorSignInResource(Resource):
    """The second half of a sign-in."""

    plural = "auth"
    tag = "auth"
    throttle = {"second_factor": "sign_in", "second_factor_code": "sign_in"}
    while_read_only = ("second_factor", "second_factor_code")

    # No idempotency keys, not atomic: as for the first half.

    @action(
        "second-factor",
        detail=False,
        permission=PUBLIC,
        request=SecondFactorIn,
        response=TokenPairRead,
        status=201,
        idempotency="none",
        atomic=False,
        errors=[
            errors.TokenInvalid,
            errors.TokenExpired,
            errors.PasswordExpired,
            errors.NetworkNotAllowed,
            *_FAILURES,
        ],
    )
    def second_factor(self, data: dict[str, Any]) -> Any:
        """Opens the session of a challenge with a code of a second factor. A code works once."""
        return services.complete_sign_in(**data)

    @action(
        "second-factor/codes",
        detail=False,
        permission=PUBLIC,
        request=ChallengeIn,
        status=202,
        idempotency="none",
        atomic=False,
        errors=[
            errors.TokenInvalid,
            errors.TokenExpired,
            errors.SecondFactorMissing,
            errors.LoginThrottled,
            errors.TelegramUnreachable,
        ],
    )
    def second_factor_code(self, data: dict[str, Any]) -> Any:
        """Sends the user of a challenge a code by Telegram, good for five minutes."""
        services.send_challenge_code(**data)
        return Answer(None, status=202)


class PlatformSecondFactorSignInResource(SecondFactorSignInResource):
    """The second half of an operator's sign-in."""

    plural = "platform_auth"
    path = "auth"
    platform = True


class LastingMethodRead(Read):
    """A second factor of the user."""

    method = f.Choice(LASTING, enum="LastingSecondFactor")
    confirmed_at = f.DateTime()


class SecondFactorsRead(Read):
    """The user's second factors."""

    methods = f.ListOf(LastingMethodRead())
    recovery_codes_left = f.Int()
    required_by_role = f.Bool(source="required", help_text="A role of the user demands a second factor.")


class EnrolIn(Write):
    """Which second factor to begin."""

    method = f.Choice(LASTING, enum="LastingSecondFactor")
    password = f.Text(
        max_length=256,
        required=False,
        help_text="For the first one, unless the session was opened in the last ten minutes.",
    )


class EnrolmentRead(Read):
    """What the user needs to confirm the second factor."""

    method = f.Choice(LASTING, enum="LastingSecondFactor")
    secret = f.Text(allow_null=True, help_text="For an authenticator app, in base 32; null for Telegram.")
    uri = f.Text(allow_null=True, help_text="The same as `otpauth://…`, to be shown as a QR code.")


class ConfirmIn(Write):
    """The first code of a second factor that was begun."""

    method = f.Choice(LASTING, enum="LastingSecondFactor")
    code = f.Text(max_length=40)


class NewRecoveryCodesRead(Read):
    """Recovery codes, shown this once."""

    recovery_codes = f.ListOf(
        f.Text(), help_text="Ten, each good once; empty where the user has some already."
    )


class VerifyIn(Write):
    """A code of one of the user's second factors."""

    method = f.Choice(METHODS, enum="SecondFactorMethod")
    code = f.Text(max_length=40, help_text=_CODE)


class RemoveIn(Write):
    """Which second factor to remove, and the password unless a second factor was just verified."""

    method = f.Choice(LASTING, enum="LastingSecondFactor")
    password = f.Text(max_length=256, required=False)


class RenewIn(Write):
    """The password, unless a second factor was verified in the last ten minutes."""

    password = f.Text(max_length=256, required=False)


_OWN = [errors.NotWhileImpersonating]
_AUTHORIZED = [
    *_OWN,
    errors.SecondFactorMissing,
    errors.SecondFactorRequired,
    errors.PasswordRequired,
    errors.PasswordWrong,
    errors.LoginThrottled,
]


class OwnSecondFactorResource(Resource):
    """The caller's own second factors. A session that a role holds back for want of one may come here."""

    plural = "me_second_factors"
    path = "me/second-factors"
    tag = "auth"
    for_incomplete = True
    while_read_only = ("enrol", "confirm", "send_code", "verify", "remove", "renew_recovery_codes")

    @action("", method="GET", detail=False, permission=AUTHENTICATED, response=SecondFactorsRead)
    def overview(self, _data: dict[str, Any]) -> Any:
        """The caller's second factors."""
        return services.factors_of(self.principal)

    # No idempotency keys: their record would keep secrets. Not atomic: a failure is to be kept.

    @action(
        "enrolments",
        detail=False,
        permission=AUTHENTICATED,
        request=EnrolIn,
        response=EnrolmentRead,
        status=201,
        idempotency="none",
        atomic=False,
        errors=[
            *_OWN,
            errors.SecondFactorExists,
            errors.SecondFactorRequired,
            errors.PasswordRequired,
            errors.PasswordWrong,
            errors.TelegramNotLinked,
            errors.TelegramUnreachable,
            errors.LoginThrottled,
        ],
    )
    def enrol(self, data: dict[str, Any]) -> Any:
        """Begins a second factor: gives the secret for an app, or sends a code by Telegram."""
        return services.enrol(principal=self.principal, **data)

    @action(
        "confirmations",
        detail=False,
        permission=AUTHENTICATED,
        request=ConfirmIn,
        response=NewRecoveryCodesRead,
        idempotency="none",
        atomic=False,
        errors=[*_OWN, errors.SecondFactorMissing, *_FAILURES],
    )
    def confirm(self, data: dict[str, Any]) -> Any:
        """Completes a second factor with its first code. The first one brings recovery codes, shown this once."""
        return services.confirm(principal=self.principal, **data)

    @action(
        "codes",
        detail=False,
        permission=AUTHENTICATED,
        status=202,
        idempotency="none",
        atomic=False,
        errors=[*_OWN, errors.SecondFactorMissing, errors.LoginThrottled, errors.TelegramUnreachable],
    )
    def send_code(self, _data: dict[str, Any]) -> Any:
        """Sends the caller a code by Telegram, for a verification."""
        services.send_code(principal=self.principal)
        return Answer(None, status=202)

    @action(
        "verifications",
        detail=False,
        permission=AUTHENTICATED,
        request=VerifyIn,
        response=SecondFactorsRead,
        idempotency="none",
        atomic=False,
        errors=[*_OWN, errors.SecondFactorMissing, *_FAILURES],
    )
    def verify(self, data: dict[str, Any]) -> Any:
        """Verifies a second factor in this session: needed by some roles, and before changing second factors."""
        return services.verify(principal=self.principal, **data)

    @action(
        "removals",
        detail=False,
        permission=AUTHENTICATED,
        request=RemoveIn,
        status=204,
        idempotency="none",
        atomic=False,
        errors=[*_AUTHORIZED, errors.SecondFactorNeeded],
    )
    def remove(self, data: dict[str, Any]) -> None:
        """Removes a second factor; with the last one the recovery codes go."""
        services.remove(principal=self.principal, **data)

    @action(
        "recovery-codes",
        detail=False,
        permission=AUTHENTICATED,
        request=RenewIn,
        response=NewRecoveryCodesRead,
        status=201,
        idempotency="none",
        atomic=False,
        errors=_AUTHORIZED,
    )
    def renew_recovery_codes(self, data: dict[str, Any]) -> Any:
        """Ten new recovery codes, shown this once; the old ones are void."""
        return services.renew_recovery_codes(principal=self.principal, **data)


class PlatformOwnSecondFactorResource(OwnSecondFactorResource):
    """The operator's own second factors."""

    plural = "platform_me_second_factors"
    platform = True


class UserSecondFactorResource(Resource):
    """Help for users who cannot get in."""

    plural = "users"
    prefix = "usr"
    tag = "users"
    while_read_only = ("reset_second_factors", "unlock")
    in_person = ("reset_second_factors",)

    @action(
        "second-factors/reset",
        permission=p.MANAGE_USERS,
        response=UserRead,
        errors=[errors.PermissionEscalation, errors.OwnAccount, errors.NotWhileImpersonating],
    )
    def reset_second_factors(self, id: UUID, _data: dict[str, Any]) -> Any:
        """Takes all second factors of another user who lost them, and ends the user's sessions."""
        return services.reset_second_factors(principal=self.principal, id=id)

    @action("unlock", permission=p.MANAGE_USERS, response=UserRead, errors=[errors.PermissionEscalation])
    def unlock(self, id: UUID, _data: dict[str, Any]) -> Any:
        """Forgets a user's failed sign-ins and codes, so that the next attempt need not wait."""
        return services.unlock_user(principal=self.principal, id=id)
