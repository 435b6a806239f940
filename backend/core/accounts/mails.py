"""Mails of accounts: queued with the change that they tell of, sent by a task afterwards.

A mail is claimed for LEASE, sent with no transaction open, and marked. A worker that dies in between lets the
claim run out: the mail may then come twice (with the same Message-ID), and is never lost.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from html import escape
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _

from backend.core.accounts import errors, links, policy, ports, rights
from backend.core.accounts.models import (
    Assignment,
    Invitation,
    Mail,
    MailKind,
    Role,
    ScopeKind,
    User,
    UserKind,
    UserStatus,
)
from backend.core.accounts.services import guards
from backend.kernel import clock, db, tenancy
from backend.kernel.events import retention, signals
from backend.kernel.i18n import direction
from backend.kernel.ids import encode

logger = logging.getLogger(__name__)

TOPIC = signals.topic("accounts.mail", task="backend.core.accounts.tasks.send_mails")
LEASE = timedelta(minutes=2)
BATCH = 10
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))
"""Pauses after failures; after the last the mail is given up."""
KEPT = timedelta(days=30)
SENDS = 5
WINDOW = timedelta(minutes=15)
"""Mails of a kind that one address may be sent by others in a window; see `check_pace`."""

Words = tuple[str, str, str, str]
"""Subject, text, the button's words and the link; the last two empty where there is none."""


def enqueue(kind: MailKind, address: str, *, subject_id: uuid.UUID | None = None, locale: str = "en") -> None:
    """Queues a mail in the open transaction, and wakes a worker when it commits."""
    db.require_transaction()
    now = clock.now()
    Mail.objects.create(
        kind=kind, address=address, subject_id=subject_id, locale=locale, created_at=now, next_attempt_at=now
    )
    signals.raise_signal(TOPIC)
    signals.wake_on_commit(TOPIC)


def notify_holders(kind: MailKind, *, permission: str, subject_id: uuid.UUID) -> int:
    """Queues a notice to everybody of the staff who holds a permission over the whole business; returns how many.

    What it says comes from `ports.register_notice`, in the moment of sending. Needs an open transaction.
    """
    patterns = guards.patterns_of(list(Role.objects.values_list("id", flat=True)))
    roles = [role_id for role_id, own in patterns.items() if permission in rights.expand_known(own)]
    given = Assignment.objects.filter(role_id__in=roles, scope=ScopeKind.BUSINESS)
    people = User.objects.filter(
        status=UserStatus.ACTIVE, kind=UserKind.STAFF, email__isnull=False, pk__in=given.values("user_id")
    )
    addresses = list(people.order_by("id").values_list("email", "locale"))
    for address, locale in addresses:
        enqueue(kind, str(address), subject_id=subject_id, locale=locale)
    return len(addresses)


def check_pace(kind: MailKind, address: str) -> None:
    """Raises MailPaused where others had several mails of a kind sent to an address just now.

    Needs the transaction that queues the next. Locks the address, so that many at once are counted too.
    """
    db.advisory_lock("accounts.mail-to", address)
    now = clock.now()
    lately = list(
        Mail.objects.filter(address=address, kind=kind, created_at__gt=now - WINDOW)
        .order_by("-created_at")
        .values_list("created_at", flat=True)[:SENDS]
    )
    if len(lately) == SENDS:
        left = int((lately[-1] + WINDOW - now).total_seconds()) + 1
        raise errors.MailPaused(seconds=left, retry_after=left)


def send_due() -> int:
    """Sends what is due in the schema that runs; returns how many were sent. May run any number of times at once."""
    signals.awake(TOPIC)
    sent = 0
    while batch := _claim():
        for mail in batch:
            sent += _send(mail)
    return sent


def _claim() -> list[Mail]:
    now = clock.now()
    with db.transaction():
        db.advisory_lock(TOPIC)
        signals.clear(TOPIC)
        due = list(
            Mail.objects.select_for_update(skip_locked=True)
            .filter(next_attempt_at__lte=now)
            .order_by("next_attempt_at", "id")[:BATCH]
        )
        Mail.objects.filter(pk__in=[mail.pk for mail in due]).update(next_attempt_at=now + LEASE)
        following = (
            Mail.objects.filter(next_attempt_at__isnull=False)
            .order_by("next_attempt_at")
            .values_list("next_attempt_at", flat=True)
            .first()
        )
        if following is not None:
            signals.raise_signal(TOPIC, max(following, signals.lease()))
    return due


def _send(mail: Mail) -> bool:
    words = _words(mail)
    if words is None:
        _mark(mail, next_attempt_at=None, error="nothing to send any more")
        return False
    try:
        _message(mail, words).send()
    except (SMTPException, OSError) as error:
        count = mail.attempts + 1
        pause = PAUSES[count - 1] if count <= len(PAUSES) else None
        _mark(mail, next_attempt_at=clock.now() + pause if pause else None, error=str(error)[:500])
        logger.warning("mail %s was not sent (attempt %s): %s", encode("mai", mail.pk), count, error)
        return False
    _mark(mail, next_attempt_at=None, sent_at=clock.now(), error="")
    return True


def _mark(mail: Mail, **changes: object) -> None:
    with db.transaction():
        Mail.objects.filter(pk=mail.pk).update(attempts=F("attempts") + 1, **changes)
        if changes["next_attempt_at"] is not None:
            signals.raise_signal(TOPIC, changes["next_attempt_at"])  # type: ignore[arg-type]  # A time.


def _message(mail: Mail, words: Words) -> EmailMultiAlternatives:
    subject, text, button, link = words
    plain = text + (f"\n\n{button}: {link}" if link else "") + "\n"
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n"))
    if link:
        paragraphs += f'<p><a href="{escape(link)}">{escape(button)}</a></p><p>{escape(link)}</p>'
    html = (
        f'<!doctype html><html lang="{mail.locale}" dir="{direction(mail.locale)}">'
        f'<meta charset="utf-8"><body>{paragraphs}</body></html>'
    )
    message = EmailMultiAlternatives(subject, plain, settings.DEFAULT_FROM_EMAIL, [mail.address])
    message.attach_alternative(html, "text/html")
    domain = settings.TENANCY["BASE_DOMAIN"]
    message.extra_headers["Message-ID"] = f"<{encode('mai', mail.pk)}@{domain}>"
    return message


# -- what they say ----------------------------------------------------------------------------------------


def _link(path: str, token: str) -> str:
    base = policy.current().registration.link_base or f"https://{tenancy.current().host}"
    return f"{base}/{path}?token={token}"


def _words(mail: Mail) -> Words | None:
    """What the mail says, in its reader's language; None where its occasion is gone."""
    with translation.override(mail.locale):
        return _SAY[MailKind(mail.kind)](mail, tenancy.current().name)


def _addressee(mail: Mail) -> User | None:
    if mail.subject_id is None:
        return None
    return User.objects.filter(pk=mail.subject_id, email=mail.address).first()


def _said(text: str, user: User | None = None) -> str:
    """The text under its greeting; by name only where the mailbox is proved.

    A name is free text of whoever gave it: else anybody could have us write to any address.
    """
    if user is not None and user.email_verified_at is not None:
        return _("Hello {name},").format(name=user.name) + "\n\n" + text
    return _("Hello,") + "\n\n" + text


def _verification(mail: Mail, business: str) -> Words | None:
    if mail.subject_id is None:
        return None
    user = User.objects.filter(pk=mail.subject_id, status=UserStatus.ACTIVE).first()
    if user is None or (user.email == mail.address and user.email_verified_at is not None):
        return None
    subject = _("Confirm your e-mail address at {business}").format(business=business)
    if User.objects.filter(email=mail.address).exclude(pk=user.pk).exists():
        return (
            subject,
            _said(
                _(
                    "somebody, perhaps you, gave this address for another account. There is an account with it "
                    "already, so nothing was changed."
                )
            ),
            "",
            "",
        )
    return (
        subject,
        _said(
            _(
                "please confirm that this is your e-mail address. The link is good for 3 days, for whoever is signed "
                "in to the account. If you did not give this address, there is nothing to do."
            )
        ),
        _("Confirm the address"),
        _link("verify-email", links.for_address(tenancy.current(), user, mail.address)),
    )


def _registration(mail: Mail, business: str) -> Words | None:
    if mail.subject_id is not None:
        return None
    return (
        _("Open your account at {business}").format(business=business),
        _said(
            _(
                "somebody, perhaps you, registers with this address. Choose a name and a password to open the "
                "account. The link is good for 3 days and works once. If it was not you, there is nothing to do."
            )
        ),
        _("Open the account"),
        _link("register", links.for_registration(tenancy.current(), mail)),
    )


def _reset(mail: Mail, business: str) -> Words | None:
    user = User.objects.filter(email=mail.address, status=UserStatus.ACTIVE).exclude(kind="service").first()
    if user is None:
        return None
    if not user.has_usable_password():
        return (
            _("Your account at {business}").format(business=business),
            _said(
                _(
                    "an account was opened for you. Choose a password to sign in with. The link is good for 3 days "
                    "and works once; after that, ask for a new password where you sign in."
                )
            ),
            _("Choose a password"),
            _link("reset-password", links.for_reset(tenancy.current(), user)),
        )
    return (
        _("Choose a new password at {business}").format(business=business),
        _said(
            _(
                "somebody asked for a new password of your account. The link is good for one hour "
                "and works once. If it was not you, there is nothing to do."
            ),
            user,
        ),
        _("Choose a new password"),
        _link("reset-password", links.for_reset(tenancy.current(), user)),
    )


def _changed(mail: Mail, business: str) -> Words | None:
    user = _addressee(mail)
    if user is None:
        return None
    return (
        _("Your password at {business} was changed").format(business=business),
        _said(
            _(
                "the password of your account was just changed, and all other sessions were ended. "
                "If it was not you, ask for a new password at once."
            ),
            user,
        ),
        "",
        "",
    )


def _moved(mail: Mail, business: str) -> Words | None:
    return (
        _("Your e-mail address at {business} was changed").format(business=business),
        _said(
            _(
                "your account was just moved from this address to another one. If it was not you, tell the "
                "business at once."
            )
        ),
        "",
        "",
    )


def _invitation(mail: Mail, business: str) -> Words | None:
    if mail.subject_id is None:
        return None
    invitation = Invitation.objects.filter(
        pk=mail.subject_id, accepted_at=None, revoked_at=None, expires_at__gt=clock.now()
    ).first()
    if invitation is None:
        return None
    subject = _("You are invited to {business}").format(business=business)
    text = _("you are invited to work with {business}. The link works once, until {until}.").format(
        business=business, until=_day(invitation.expires_at)
    )
    user = User.objects.filter(email=mail.address).exclude(status=UserStatus.INVITED).first()
    if user is not None and (user.kind != invitation.kind or user.status != UserStatus.ACTIVE):
        return (
            subject,
            _said(
                _(
                    "you are invited to work with {business}, and this address has an account already that the "
                    "invitation cannot be joined to. Ask who invited you to use another address."
                ).format(business=business)
            ),
            "",
            "",
        )
    if user is not None:
        text += " " + _("You have an account already: accept with its password.")
    return (
        subject,
        _said(text),
        _("Accept the invitation"),
        _link("accept-invitation", links.for_invitation(tenancy.current(), invitation)),
    )


def _registered(mail: Mail, business: str) -> Words | None:
    user = _addressee(mail)
    if user is None:
        return None
    return (
        _("You already have an account at {business}").format(business=business),
        _said(
            _(
                "somebody, perhaps you, tried to register with this address. You have an account "
                "already: sign in, or choose a new password."
            ),
            user,
        ),
        _("Choose a new password"),
        _link("reset-password", links.for_reset(tenancy.current(), user)),
    )


def _notice(mail: Mail, business: str) -> Words | None:
    """What a higher layer has to say to staff; only it knows what the subject is."""
    words = ports.notice(mail.kind, mail.subject_id) if mail.subject_id is not None else None
    return None if words is None else (words[0].format(business=business), _said(words[1]), "", "")


def _day(at: datetime) -> str:
    return at.date().isoformat()


_SAY: dict[MailKind, Callable[[Mail, str], Words | None]] = {
    MailKind.EMAIL_VERIFICATION: _verification,
    MailKind.PASSWORD_RESET: _reset,
    MailKind.PASSWORD_CHANGED: _changed,
    MailKind.INVITATION: _invitation,
    MailKind.ALREADY_REGISTERED: _registered,
    MailKind.REGISTRATION: _registration,
    MailKind.EMAIL_CHANGED: _moved,
    MailKind.WEBHOOK_DISABLED: _notice,
}


def prune(before: datetime) -> int:
    """Deletes mails that are sent or given up, once older than KEPT; called with the events' retention."""
    limit = min(before, clock.now() - KEPT)
    count, _rows = Mail.objects.filter(next_attempt_at=None, created_at__lt=limit).delete()
    return count


retention.PRUNERS.append(prune)
