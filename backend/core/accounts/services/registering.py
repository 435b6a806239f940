"""Registering by oneself, and proving a mailbox."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib.auth.hashers import make_password
from django.db.models import Q
from django.utils.translation import get_language

from backend.core.accounts import errors, links, mails, throttle
from backend.core.accounts.events import UserRegistered, UserUpdated
from backend.core.accounts.models import MailKind, Role, User, UserKind, UserStatus
from backend.core.accounts.policy import current
from backend.core.accounts.selectors import user_info
from backend.core.accounts.services.rules import check_password_rules
from backend.core.accounts.services.users import assign_role, normal_email
from backend.core.accounts.types import UserInfo
from backend.kernel import clock, context, db, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import Principal

CUSTOMER_ROLE = "customer"
"""The role that a registered user holds over its own customer, unless the policy names another."""

_welcome: list[Callable[[UserInfo], uuid.UUID]] = []


def register_welcome(run: Callable[[UserInfo], uuid.UUID]) -> None:
    """Names the function that makes (or finds) the customer of a user whose mailbox was just proved.

    It runs in the transaction of the proof, and returns the customer's id.
    """
    _welcome[:] = [run]


def register(*, name: str, email: str, password: str, locale: str | None = None) -> None:
    """Registers a stranger: a mail with a link goes to the address, and using it opens the account.

    Whether there is a user with the address already is not told: then its owner gets a mail that says so.
    Raises RegistrationClosed, Invalid for the password, LoginThrottled for too many from one address. Emits
    nothing yet. Opens its own transaction: call it outside of one. A retry sends another mail.
    """
    if not current().registration.open:
        raise errors.RegistrationClosed()
    address = normal_email(email) or ""
    locale = locale or get_language() or "en"
    throttle.check(f"register:{address}", context.current().ip)
    throttle.failed(f"register:{address}", context.current().ip)
    fresh = User(kind=UserKind.CUSTOMER, status=UserStatus.INVITED, name=name, email=address, locale=locale)
    check_password_rules(password, fresh)
    # Hashed in any case, so that the time tells nothing.
    fresh.password = make_password(password)
    with db.transaction():
        db.advisory_lock("accounts.register", address)
        known = User.objects.filter(email=address).first()
        if known is None:
            now = clock.now()
            fresh.created_at = fresh.updated_at = fresh.password_changed_at = now
            fresh.save(force_insert=True)
            mails.enqueue(MailKind.EMAIL_VERIFICATION, address, subject_id=fresh.pk, locale=locale)
        elif known.status == UserStatus.INVITED and known.email_verified_at is None:
            # The latest words count, as nobody has proved the address: else a stranger could block it.
            known.save_versioned(name=name, password=fresh.password, locale=locale)
            mails.enqueue(MailKind.EMAIL_VERIFICATION, address, subject_id=known.pk, locale=locale)
        else:
            mails.enqueue(MailKind.ALREADY_REGISTERED, address, subject_id=known.pk, locale=known.locale)


def request_verification(*, principal: Principal) -> None:
    """Sends the caller a mail to prove the own address; nothing where it is proved or there is none.

    Raises LoginThrottled for too many, ResourceNotFound for a principal without a user.
    """
    user = User.objects.filter(pk=principal.user_id).first() if principal.user_id else None
    if user is None:
        raise ResourceNotFound()
    if user.email is None or user.email_verified_at is not None:
        return
    throttle.check(f"verify:{user.pk}", context.current().ip)
    throttle.failed(f"verify:{user.pk}", context.current().ip)
    with db.transaction():
        mails.enqueue(MailKind.EMAIL_VERIFICATION, user.email, subject_id=user.pk, locale=user.locale)


def verify_email(*, token: str) -> None:
    """Takes the proof of a mailbox; opens the account of somebody who registered. The link works once.

    Raises AuthLinkInvalid. Emits user.registered or user.updated. Locks the user. A retry finds the link used.
    """
    tenant = tenancy.current()
    user_id, stamp = links.user_of(tenant, links.VERIFICATION, token)
    with db.transaction():
        found = db.lock(User, [user_id])
        if not found or not links.fits(tenant, links.VERIFICATION, found[0], stamp):
            raise errors.AuthLinkInvalid(pointer="/token")
        user = found[0]
        if user.email_verified_at is not None or user.status == UserStatus.DELETED:
            raise errors.AuthLinkInvalid(pointer="/token")
        opened = user.status == UserStatus.INVITED
        user.save_versioned(
            email_verified_at=clock.now(), status=UserStatus.ACTIVE if opened else user.status
        )
        if opened:
            open_account(user)
        else:
            emit(
                UserUpdated(user=user.pk, status=user.status, changed=["email_verified_at"]),
                subject_id=user.pk,
                object_version=user.version,
            )


def open_account(user: User) -> None:
    """Gives a user whose mailbox is proved its customer and role. Needs an open transaction.

    Emits user.registered, and what making a customer emits.
    """
    role = current().registration.role or CUSTOMER_ROLE
    if _welcome:
        customer_id = _welcome[0](user_info(user))
        user.save_versioned(customer_id=customer_id)
        if Role.objects.filter(code=role).exists():
            assign_role(principal=None, user_id=user.pk, role=role, scope="customer", customer_id=customer_id)
            user.refresh_from_db()
    emit(
        UserRegistered(user=user.pk, name=user.name, customer=user.customer_id),
        subject_id=user.pk,
        object_version=user.version,
    )


def prune_unproved() -> int:
    """Deletes registrations whose address nobody proved within a week; returns how many."""
    before = clock.now() - 2 * links.VERIFICATION.lifetime
    stale = User.objects.filter(
        Q(assignments=None), status=UserStatus.INVITED, email_verified_at=None, created_at__lt=before
    )
    count, _rows = stale.delete()
    return count
