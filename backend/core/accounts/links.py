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
from backend.core.accounts.models import Invitation, User
from backend.core.accounts.tokens import MAX_LENGTH, TenantToken, backend_for
from backend.kernel import clock
from backend.kernel.ids import encode
from backend.kernel.tenancy import TenantInfo


class LinkToken(TenantToken):
    """The token of a link; `purpose` is a claim, so one kind of link never passes for another."""

    token_type = "link"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a link is for, whom it names, and for how long it is good."""

    name: str
    prefix: str
    lifetime: timedelta


VERIFICATION = Purpose("email_verification", "usr", timedelta(days=3))
RESET = Purpose("password_reset", "usr", timedelta(hours=1))
INVITATION = Purpose("invitation", "inv", timedelta(days=30))
"""An invitation's own end (`expires_at`) comes before this."""


def _stamp(tenant: TenantInfo, purpose: Purpose, *parts: object) -> str:
    key = str(backend_for(tenant).signing_key).encode()
    text = "\0".join(["link", purpose.name, *(str(part) for part in parts)])
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:32]


def _user_state(purpose: Purpose, user: User) -> tuple[object, ...]:
    if purpose is RESET:
        return (user.pk, user.email, user.password, user.status)
    return (user.pk, user.email, user.email_verified_at)


def _make(
    tenant: TenantInfo, purpose: Purpose, subject: uuid.UUID, stamp: str, at: datetime, ends: datetime
) -> str:
    token = LinkToken(tenant)
    token["sub"] = encode(purpose.prefix, subject)
    token["ten"] = encode("ten", tenant.id)
    token["pur"] = purpose.name
    token["stp"] = stamp
    token.set_iat(at_time=at)
    token.set_exp(from_time=ends, lifetime=timedelta())
    return str(token)


def _read(tenant: TenantInfo, purpose: Purpose, text: str) -> tuple[uuid.UUID, str]:
    if len(text) > MAX_LENGTH:
        raise AuthLinkInvalid()
    try:
        token = LinkToken(tenant, text)
        subject = token.id("sub", purpose.prefix)
    except TokenError as error:
        raise AuthLinkInvalid() from error
    stamp: Any = token.get("stp")
    if token.get("pur") != purpose.name or not isinstance(stamp, str):
        raise AuthLinkInvalid()
    return subject, stamp


def for_user(tenant: TenantInfo, purpose: Purpose, user: User, at: datetime | None = None) -> str:
    """A link's token for a user as the row is now."""
    now = at or clock.now()
    stamp = _stamp(tenant, purpose, *_user_state(purpose, user))
    return _make(tenant, purpose, user.pk, stamp, now, now + purpose.lifetime)


def user_of(tenant: TenantInfo, purpose: Purpose, text: str) -> tuple[uuid.UUID, str]:
    """The user that a link names and its stamp, which `fits` compares under the user's lock.

    Raises AuthLinkInvalid, the same for a foreign, altered, expired or unknown one.
    """
    return _read(tenant, purpose, text)


def fits(tenant: TenantInfo, purpose: Purpose, user: User, stamp: str) -> bool:
    """Whether a link was made for the state that the user is in now."""
    return hmac.compare_digest(stamp, _stamp(tenant, purpose, *_user_state(purpose, user)))


def for_invitation(tenant: TenantInfo, invitation: Invitation) -> str:
    """A link's token for an invitation: of its generation, until its end."""
    stamp = _stamp(tenant, INVITATION, invitation.pk, invitation.generation)
    return _make(tenant, INVITATION, invitation.pk, stamp, clock.now(), invitation.expires_at)


def invitation_of(tenant: TenantInfo, text: str) -> tuple[uuid.UUID, str]:
    """The invitation that a link names and its stamp. Raises AuthLinkInvalid."""
    return _read(tenant, INVITATION, text)


def fits_invitation(tenant: TenantInfo, invitation: Invitation, stamp: str) -> bool:
    """Whether the link is the invitation's latest."""
    return hmac.compare_digest(stamp, _stamp(tenant, INVITATION, invitation.pk, invitation.generation))
