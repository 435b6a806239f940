"""One's own e-mail address: proving it, and moving to another one."""

from __future__ import annotations

from backend.core.accounts import errors, links, mails, rights, throttle
from backend.core.accounts.events import UserUpdated
from backend.core.accounts.models import MailKind, User, UserKind
from backend.core.accounts.services import guards
from backend.core.accounts.services.second_factors import _unchanged, prove_caller
from backend.core.accounts.services.users import Unique, drop_unproved, normal_email
from backend.kernel import clock, context, db, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import Principal


def request_verification(*, principal: Principal) -> None:
    """Sends the caller a link to prove the own address; nothing where it is proved or there is none.

    Raises LoginThrottled for too many, ResourceNotFound for a principal without a user.
    """
    user = User.objects.filter(pk=principal.user_id).first() if principal.user_id else None
    if user is None:
        raise ResourceNotFound()
    if user.email is None or user.email_verified_at is not None:
        return
    _count(user)
    with db.transaction():
        mails.enqueue(MailKind.EMAIL_VERIFICATION, user.email, subject_id=user.pk, locale=user.locale)


def change_email(*, principal: Principal, email: str, password: str | None = None) -> None:
    """Sends a link to another address, which becomes the caller's own when the link is used there.

    The caller proves to be the user by the password, or by a second factor that was verified just now. Raises
    ResourceNotFound for a principal without a user or a service account, NotWhileImpersonating, PasswordRequired,
    SecondFactorRequired, PasswordWrong, LoginThrottled. Whether the address is somebody else's is told by the mail
    alone. Opens its own transaction, as a failure is counted. A retry sends another mail.
    """
    guards.refuse_impersonator(principal)
    proved = prove_caller(principal, password)
    address = normal_email(email) or ""
    user = User.objects.filter(pk=principal.user_id).first() if principal.user_id else None
    if user is None:
        raise ResourceNotFound()
    _unchanged(user, proved)
    if user.email == address and user.email_verified_at is not None:
        return
    _count(user)
    with db.transaction():
        mails.enqueue(MailKind.EMAIL_VERIFICATION, address, subject_id=user.pk, locale=user.locale)


def confirm_email(*, principal: Principal, token: str) -> User:
    """Takes the proof of a mailbox: the address that the link came to is the caller's from now on, and is proved.

    Only the user whom the link names can use it, signed in: who merely reads the mailbox hands over nothing by it.
    The address before is told. Raises ResourceNotFound for a principal without a user, NotWhileImpersonating,
    AuthLinkInvalid, EmailTaken. Emits user.updated. Locks the user. A retry finds the link used.
    """
    guards.refuse_impersonator(principal)
    if principal.user_id is None or principal.kind == UserKind.SERVICE:
        raise ResourceNotFound()
    tenant = tenancy.current()
    user_id, address, stamp = links.address_of(tenant, token)
    if user_id != principal.user_id:
        raise errors.AuthLinkInvalid(pointer="/token")
    with db.transaction():
        found = db.lock(User, [user_id])
        if not found or not links.fits_address(tenant, found[0], address, stamp):
            raise errors.AuthLinkInvalid(pointer="/token")
        user = found[0]
        before = user.email
        changed = ["email_verified_at"]
        if address != before:
            changed.insert(0, "email")
            drop_unproved(address)
        with Unique():
            user.save_versioned(email=address, email_verified_at=clock.now())
        if before is not None and before != address:
            mails.enqueue(MailKind.EMAIL_CHANGED, before, subject_id=user.pk, locale=user.locale)
        rights.forget_user(user.pk)
        emit(
            UserUpdated(user=user.pk, status=user.status, changed=changed),
            subject_id=user.pk,
            object_version=user.version,
        )
    return user


def _count(user: User) -> None:
    """Each asking counts, as each sends a mail to somebody who may not have asked."""
    identifier, ip = f"verify:{user.pk}", context.current().ip
    throttle.check(identifier, ip)
    throttle.failed(identifier, ip)
