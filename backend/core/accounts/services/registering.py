"""Registering by oneself: an address is asked for, and its mailbox opens the account.

Nothing but a mail exists until the link is used: no user, no password, no name. So there is nothing that a
stranger could put under somebody else's address, and nothing that would keep anybody from it. See adr/0012.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib.auth.hashers import make_password
from django.utils.translation import get_language

from backend.core.accounts import errors, links, mails, throttle
from backend.core.accounts.events import UserRegistered
from backend.core.accounts.models import Mail, MailKind, Role, User, UserKind, UserStatus
from backend.core.accounts.policy import current
from backend.core.accounts.selectors import user_info
from backend.core.accounts.services.rules import check_password_rules
from backend.core.accounts.services.users import Unique, assign_role, drop_unproved, normal_email
from backend.core.accounts.types import UserInfo
from backend.kernel import clock, context, db, tenancy
from backend.kernel.events import emit

CUSTOMER_ROLE = "customer"
"""The role that a registered user holds over its own customer, unless the policy names another."""

_welcome: list[Callable[[UserInfo], uuid.UUID]] = []


def register_welcome(run: Callable[[UserInfo], uuid.UUID]) -> None:
    """Names the function that makes (or finds) the customer of a user whose mailbox was just proved.

    It runs in the transaction of the proof, and returns the customer's id.
    """
    _welcome[:] = [run]


def register(*, email: str, locale: str | None = None) -> None:
    """Sends a stranger a link that opens an account for the address; name and password are given there.

    Whether there is a user with the address already is not told: then its owner gets a mail that says so.
    Raises RegistrationClosed, LoginThrottled for too many from one address. Emits nothing. Opens its own
    transaction: call it outside of one. A retry sends another mail.
    """
    if not current().registration.open:
        raise errors.RegistrationClosed()
    address = normal_email(email) or ""
    throttle.check(f"register:{address}", context.current().ip)
    throttle.failed(f"register:{address}", context.current().ip)
    with db.transaction():
        known = User.objects.filter(email=address).exclude(status=UserStatus.INVITED).first()
        if known is None:
            mails.enqueue(MailKind.REGISTRATION, address, locale=locale or get_language() or "en")
        else:
            mails.enqueue(MailKind.ALREADY_REGISTERED, address, subject_id=known.pk, locale=known.locale)


def confirm_registration(*, token: str, name: str, password: str, locale: str | None = None) -> User:
    """Opens the account of whom a registration's link came to, with the name and password chosen now.

    Raises AuthLinkInvalid, RegistrationClosed where it was closed meanwhile, Invalid for the password, EmailTaken.
    Emits user.registered, and what making a customer emits. Locks the address. Opens its own transaction. A
    retry finds the link used.
    """
    tenant = tenancy.current()
    mail_id, stamp = links.registration_of(tenant, token)
    sent = Mail.objects.filter(pk=mail_id).first()
    if sent is None or not links.fits_registration(tenant, sent, stamp):
        raise errors.AuthLinkInvalid(pointer="/token")
    if not current().registration.open:
        raise errors.RegistrationClosed()
    now = clock.now()
    user = User(
        kind=UserKind.CUSTOMER,
        name=name,
        email=sent.address,
        email_verified_at=now,
        password_changed_at=now,
        locale=locale or sent.locale,
        timezone=tenant.timezone,
        created_at=now,
        updated_at=now,
    )
    check_password_rules(password, user)
    # Hashing takes long by design: before the transaction, so that no lock waits for it.
    user.password = make_password(password)
    with db.transaction():
        db.advisory_lock("accounts.register", sent.address)
        # Read again under the lock: of two who use the link at once the second finds it used.
        again = Mail.objects.filter(pk=mail_id).first()
        if again is None or not links.fits_registration(tenant, again, stamp):
            raise errors.AuthLinkInvalid(pointer="/token")
        drop_unproved(sent.address)
        with Unique():
            user.save(force_insert=True)
        Mail.objects.filter(pk=mail_id).update(subject_id=user.pk)
        open_account(user)
    return user


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
    """Deletes users that releases before made of registrations whose address nobody proved; returns how many."""
    unproved = User.objects.filter(assignments=None, status=UserStatus.INVITED, email_verified_at=None)
    count, _rows = unproved.delete()
    return count
