"""Signed links of one use: a short text in a mail that proves who reads that mailbox.

A link is a token of the tenant (see `tokens`) with a purpose, an end, and a stamp of the state that it was
made for. Using it changes that state, so it works once without a table of used links, and so does anything
else that makes it pointless: another password, another address, a later link.
"""

from __future__ import annotations

import hashlib
import hmac
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rest_framework_simplejwt.exceptions import TokenError

from backend.core.accounts.errors import AuthLinkInvalid
from backend.core.accounts.models import Invitation, Mail, User
from backend.core.accounts.tokens import MAX_LENGTH, TenantToken, backend_for
from backend.kernel import clock
from backend.kernel.ids import encode
from backend.kernel.tenancy import TenantInfo


class LinkToken(TenantToken):
    """The token of a link; `purpose` is a claim, so one kind of link never passes for another."""

    token_type = "link"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a link is for, which kind of row it names, and for how long it is good."""

    name: str
    prefix: str
    lifetime: timedelta


VERIFICATION = Purpose("email_verification", "usr", timedelta(days=3))
REGISTRATION = Purpose("registration", "mai", timedelta(days=3))
RESET = Purpose("password_reset", "usr", timedelta(hours=1))
FIRST_PASSWORD_LIFETIME = timedelta(days=3)
"""Of a link for a user who has no password yet and did not ask for the mail: it may wait to be read."""
INVITATION = Purpose("invitation", "inv", timedelta(days=30))
"""An invitation's own end (`expires_at`) comes before this."""


def _stamp(tenant: TenantInfo, purpose: Purpose, *parts: object) -> str:
    key = str(backend_for(tenant).signing_key).encode()
    text = "\0".join(["link", purpose.name, *(str(part) for part in parts)])
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:32]


def _reset_state(user: User) -> tuple[object, ...]:
    return (user.pk, user.email, user.password, user.status)


def _address_state(user: User, address: str) -> tuple[object, ...]:
    # The password too: a link that a thief had asked for is void once the user has chosen another.
    return (user.pk, user.email, user.email_verified_at, user.password, address)


def _registration_state(mail: Mail) -> tuple[object, ...]:
    return (mail.pk, mail.address, mail.subject_id)


def _make(
    tenant: TenantInfo,
    purpose: Purpose,
    subject: uuid.UUID,
    stamp: str,
    at: datetime,
    ends: datetime,
    **more: str,
) -> str:
    token = LinkToken(tenant)
    for name, value in more.items():
        token[name] = value
    token["sub"] = encode(purpose.prefix, subject)
    token["ten"] = encode("ten", tenant.id)
    token["pur"] = purpose.name
    token["stp"] = stamp
    token.set_iat(at_time=at)
    token.set_exp(from_time=ends, lifetime=timedelta())
    return str(token)


def _read(tenant: TenantInfo, purpose: Purpose, text: str) -> tuple[uuid.UUID, str, LinkToken]:
    if len(text) > MAX_LENGTH:
        raise AuthLinkInvalid(pointer="/token")
    try:
        token = LinkToken(tenant, text)
        subject = token.id("sub", purpose.prefix)
    except TokenError as error:
        raise AuthLinkInvalid(pointer="/token") from error
    stamp: Any = token.get("stp")
    if token.get("pur") != purpose.name or not isinstance(stamp, str):
        raise AuthLinkInvalid(pointer="/token")
    return subject, stamp, token


def for_reset(tenant: TenantInfo, user: User, at: datetime | None = None) -> str:
    """A link's token to choose a new password, for a user as the row is now."""
    now = at or clock.now()
    stamp = _stamp(tenant, RESET, *_reset_state(user))
    lifetime = RESET.lifetime if user.has_usable_password() else FIRST_PASSWORD_LIFETIME
    return _make(tenant, RESET, user.pk, stamp, now, now + lifetime)


def reset_of(tenant: TenantInfo, text: str) -> tuple[uuid.UUID, str]:
    """The user that a link names and its stamp, which `fits_reset` compares under the user's lock.

    Raises AuthLinkInvalid, the same for a foreign, altered, expired or unknown one.
    """
    return _read(tenant, RESET, text)[:2]


def fits_reset(tenant: TenantInfo, user: User, stamp: str) -> bool:
    """Whether a link was made for the state that the user is in now."""
    return hmac.compare_digest(stamp, _stamp(tenant, RESET, *_reset_state(user)))


def for_address(tenant: TenantInfo, user: User, address: str) -> str:
    """A link's token that makes an address the user's own, or proves the one that is."""
    now = clock.now()
    stamp = _stamp(tenant, VERIFICATION, *_address_state(user, address))
    return _make(tenant, VERIFICATION, user.pk, stamp, now, now + VERIFICATION.lifetime, eml=address)


def address_of(tenant: TenantInfo, text: str) -> tuple[uuid.UUID, str, str]:
    """The user and the address that a link names, and its stamp. Raises AuthLinkInvalid."""
    user_id, stamp, token = _read(tenant, VERIFICATION, text)
    return user_id, str(token.get("eml", "")), stamp


def fits_address(tenant: TenantInfo, user: User, address: str, stamp: str) -> bool:
    """Whether a link was made for this address and the state that the user is in now."""
    return hmac.compare_digest(stamp, _stamp(tenant, VERIFICATION, *_address_state(user, address)))


def for_registration(tenant: TenantInfo, mail: Mail) -> str:
    """A link's token that opens an account for a mail's address."""
    now = clock.now()
    stamp = _stamp(tenant, REGISTRATION, *_registration_state(mail))
    return _make(tenant, REGISTRATION, mail.pk, stamp, now, now + REGISTRATION.lifetime)


def registration_of(tenant: TenantInfo, text: str) -> tuple[uuid.UUID, str]:
    """The mail that a link came in and its stamp. Raises AuthLinkInvalid."""
    return _read(tenant, REGISTRATION, text)[:2]


def fits_registration(tenant: TenantInfo, mail: Mail, stamp: str) -> bool:
    """Whether nobody has used the link."""
    return hmac.compare_digest(stamp, _stamp(tenant, REGISTRATION, *_registration_state(mail)))


def for_invitation(tenant: TenantInfo, invitation: Invitation) -> str:
    """A link's token for an invitation: of its generation, until its end."""
    stamp = _stamp(tenant, INVITATION, invitation.pk, invitation.generation)
    return _make(tenant, INVITATION, invitation.pk, stamp, clock.now(), invitation.expires_at)


def invitation_of(tenant: TenantInfo, text: str) -> tuple[uuid.UUID, str]:
    """The invitation that a link names and its stamp. Raises AuthLinkInvalid."""
    return _read(tenant, INVITATION, text)[:2]


def fits_invitation(tenant: TenantInfo, invitation: Invitation, stamp: str) -> bool:
    """Whether the link is the invitation's latest."""
    return hmac.compare_digest(stamp, _stamp(tenant, INVITATION, invitation.pk, invitation.generation))
