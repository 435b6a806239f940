"""Passwords: their rules, changing them, and resetting a forgotten one by mail."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from backend.core.accounts import errors, links, mails, rights, throttle, tokens
from backend.core.accounts.events import UserUpdated
from backend.core.accounts.models import (
    MailKind,
    OAuthGrant,
    Session,
    SignInMethod,
    User,
    UserKind,
    UserStatus,
)
from backend.core.accounts.permissions import MANAGE_USERS
from backend.core.accounts.policy import current
from backend.core.accounts.selectors import users_for
from backend.core.accounts.services import second_factors
from backend.core.accounts.services.ending import end, end_grants
from backend.core.accounts.services.rules import check_password_rules
from backend.core.accounts.services.users import normal_email
from backend.kernel import clock, context, db, tenancy
from backend.kernel.errors import FieldProblem, Invalid, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import Principal


def change_password(*, principal: Principal, current_password: str, new_password: str) -> None:
    """Changes one's own password and ends one's other sessions.

    Raises ResourceNotFound for a principal without a user, NotWhileImpersonating, LoginThrottled after several
    wrong ones, PasswordWrong, Invalid. Emits user.updated, queues a mail. Locks the user. Opens its own
    transactions, as a failure is counted: call it outside of one. A retry finds the password changed.
    """
    if principal.user_id is None or principal.kind == UserKind.SERVICE:
        raise ResourceNotFound()
    if principal.impersonator_id is not None:
        raise errors.NotWhileImpersonating()
    identifier = f"password:{principal.user_id}"
    address = context.current().ip
    throttle.check(identifier, address)
    user = User.objects.filter(pk=principal.user_id).first()
    if user is None:
        raise ResourceNotFound()
    if not check_password(current_password, user.password):
        throttle.failed(identifier, address)
        raise errors.PasswordWrong(pointer="/current_password")
    throttle.succeeded(identifier)
    check_password_rules(new_password, user, "/new_password")
    hashed = make_password(new_password)
    with db.transaction():
        locked = db.lock(User, [user.pk])[0]
        if locked.password != user.password:
            # Changed by somebody else meanwhile: what was proved above no longer holds.
            raise errors.PasswordWrong(pointer="/current_password")
        _set(locked, hashed, keep_session=principal.session_id)


def request_password_reset(*, email: str) -> None:
    """Queues a mail with a link to choose a new password, where the address is an active user's.

    Asks for no user: the answer, and the time that it takes, are the same for any address. Raises
    LoginThrottled for too many from one address. A retry sends another mail; the earlier link stays good.
    """
    address = normal_email(email) or ""
    identifier = f"reset:{address}"
    ip = context.current().ip
    throttle.check(identifier, ip)
    # Each asking counts, as each may send a mail to somebody who did not ask.
    throttle.failed(identifier, ip)
    with db.transaction():
        mails.enqueue(MailKind.PASSWORD_RESET, address, locale=_language())


def request_reset_for(*, user_id: uuid.UUID) -> None:
    """The same on behalf of a user, for staff and operators who have been checked. Nobody sees a password.

    Raises ResourceNotFound for an unknown user and for one without an e-mail address, MailPaused for too many.
    """
    user = User.objects.filter(pk=user_id, status=UserStatus.ACTIVE).exclude(kind=UserKind.SERVICE).first()
    if user is None or user.email is None:
        raise ResourceNotFound()
    with db.transaction():
        mails.check_pace(MailKind.PASSWORD_RESET, user.email)
        mails.enqueue(MailKind.PASSWORD_RESET, user.email, locale=user.locale)


def send_reset_to_user(*, principal: Principal, id: uuid.UUID) -> None:
    """Staff sends a user the mail to choose a new password.

    Raises PermissionDenied, ResourceNotFound, and MailPaused where several went there just now.
    """
    principal.require(MANAGE_USERS)
    if not users_for(principal, MANAGE_USERS).filter(pk=id).exists():
        raise ResourceNotFound()
    request_reset_for(user_id=id)


def reset_password(*, token: str, new_password: str) -> None:
    """Sets the password of the user that a mail's link names; sessions and applications' grants end. It works once.

    The mailbox is proved with it, so the address counts as verified. Raises AuthLinkInvalid and Invalid. Emits
    user.updated, queues a mail. Locks the user. Opens its own transactions: call it outside of one. A retry
    finds the link used.
    """
    tenant = tenancy.current()
    user_id, stamp = links.reset_of(tenant, token)
    user = User.objects.filter(pk=user_id).first()
    if user is None or not links.fits_reset(tenant, user, stamp):
        raise errors.AuthLinkInvalid(pointer="/token")
    check_password_rules(new_password, user, "/new_password")
    hashed = make_password(new_password)
    with db.transaction():
        found = db.lock(User, [user_id])
        if not found or not links.fits_reset(tenant, found[0], stamp):
            raise errors.AuthLinkInvalid(pointer="/token")
        _set(found[0], hashed, verified_at=clock.now())
        # Who lost the account to somebody gets all of it back; a mere change leaves the applications.
        end_grants(OAuthGrant.objects.filter(user_id=user_id), clock.now())


def expired(user: User, now: datetime) -> errors.PasswordExpired | None:
    """The refusal of a password that is older than the rules let it be, with what changes it; None for another.

    One that nobody has changed is as old as its user.
    """
    days = current().password.max_age_days
    if days is None or now < (user.password_changed_at or user.created_at) + timedelta(days=days):
        return None
    challenge = tokens.issue_challenge(
        tenancy.current(),
        user_id=user.pk,
        method=SignInMethod.PASSWORD,
        state=second_factors.state_of(user),
        kind=tokens.ExpiredPasswordToken,
    )
    return errors.PasswordExpired(challenge=challenge)


def change_expired_password(*, challenge: str, new_password: str) -> None:
    """Replaces a password that was too old, with the challenge of the sign-in that it refused; all sessions end.

    Raises TokenInvalid (also where the password or the factors changed since), TokenExpired, and Invalid for a new
    password against the rules or the same one. Emits user.updated, queues a mail. Locks the user. A retry is
    refused: the challenge is good once.
    """
    user_id, _via, state = tokens.read_challenge(tenancy.current(), challenge, tokens.ExpiredPasswordToken)
    user = User.objects.filter(pk=user_id, status=UserStatus.ACTIVE).first()
    if user is None or second_factors.state_of(user) != state:
        raise errors.TokenInvalid()
    check_password_rules(new_password, user, "/new_password")
    if check_password(new_password, user.password):
        raise Invalid(
            [FieldProblem("/new_password", "password_used_before", _("This password was used before."))]
        )
    hashed = make_password(new_password)
    with db.transaction():
        found = db.lock(User, [user_id])
        if not found or not found[0].is_active or second_factors.state_of(found[0]) != state:
            raise errors.TokenInvalid()
        _set(found[0], hashed)


# -- parts ------------------------------------------------------------------------------------------------


def _set(
    user: User, hashed: str, *, keep_session: uuid.UUID | None = None, verified_at: datetime | None = None
) -> None:
    now = clock.now()
    history = current().password.history
    changes = {
        "password": hashed,
        "password_changed_at": now,
        "password_history": [user.password, *user.password_history][:history] if history else [],
        "failed_logins": 0,
        "locked_until": None,
    }
    if verified_at is not None and user.email_verified_at is None:
        changes["email_verified_at"] = verified_at
    user.save_versioned(**changes)
    sessions = Session.objects.filter(user_id=user.pk)
    end(sessions.exclude(pk=keep_session) if keep_session else sessions, "password_changed", now)
    rights.forget_user(user.pk)
    if user.email is not None:
        mails.enqueue(MailKind.PASSWORD_CHANGED, user.email, subject_id=user.pk, locale=user.locale)
    emit(
        UserUpdated(user=user.pk, status=user.status, changed=["password"]),
        subject_id=user.pk,
        object_version=user.version,
    )


def _language() -> str:
    return get_language() or "en"
