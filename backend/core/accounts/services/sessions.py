"""Signing in, renewing, signing out."""

from __future__ import annotations

import hmac
import uuid
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import F

from backend.core.accounts import errors, rights, throttle, tokens
from backend.core.accounts.models import Session, User, UserKind, UserStatus
from backend.core.accounts.services.ending import end
from backend.core.accounts.services.users import SERVICE_PREFIX, normal_email, service_digest
from backend.core.accounts.types import TokenPair
from backend.kernel import clock, context, db, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.permissions import Principal

GRACE = timedelta(seconds=10)
"""For so long after a renewal the token before it still answers, with the same successor; see adr/0005."""

_decoy: list[str] = []


def sign_in(*, password: str, email: str | None = None, phone: str | None = None) -> TokenPair:
    """Opens a session for an e-mail address or a telephone number with its password.

    Raises InvalidCredentials, the same and as slowly for an unknown account, a wrong password, a user
    without one, a suspended user; LoginThrottled after several failures in a row, of unknown names too.
    Emits nothing. Opens its own transactions, as a failure is to be kept: call it outside of one.
    """
    facts = context.current()
    email = normal_email(email)
    identifier = email or phone or ""
    throttle.check(identifier, facts.ip)
    user = (
        User.objects.filter(**({"email": email} if email else {"phone": phone})).first()
        if identifier
        else None
    )
    now = clock.now()
    right = _password_fits(user, password)
    open_ = (
        user is not None
        and user.status == UserStatus.ACTIVE
        and not (user.locked_until is not None and user.locked_until > now)
    )
    if user is None or not right or not open_:
        throttle.failed(identifier, facts.ip)
        if user is not None and not right:
            _count_failure(user.id, now)
        raise errors.InvalidCredentials()
    throttle.succeeded(identifier)
    return issue_session_for(user=user)


def sign_in_service(*, user_id: uuid.UUID, secret: str) -> TokenPair:
    """Opens a session for a service account with its secret.

    Raises InvalidCredentials for every kind of failure, LoginThrottled for an address with too many. The
    account is never locked: its secret cannot be guessed, and a stranger must not stop the bot.
    """
    facts = context.current()
    user = User.objects.filter(pk=user_id, kind=UserKind.SERVICE, status=UserStatus.ACTIVE).first()
    kept = user.password if user is not None else SERVICE_PREFIX
    if not hmac.compare_digest(kept.encode(), service_digest(secret).encode()) or user is None:
        throttle.check("", facts.ip)
        throttle.failed(f"service:{user_id}", facts.ip)
        raise errors.InvalidCredentials()
    return issue_session_for(user=user)


def issue_session_for(*, user: User | uuid.UUID, at: datetime | None = None) -> TokenPair:
    """Opens a session for a user whose identity the caller has made sure of (a password, Telegram).

    Raises ResourceNotFound for an unknown user and InvalidCredentials for a suspended one. Locks the user.
    """
    now = at or clock.now()
    facts = context.current()
    tenant = tenancy.current()
    user_id = user.id if isinstance(user, User) else user
    with db.transaction():
        # The lock orders this against a suspension: either it is seen here, or it ends this session too.
        found = db.lock(User, [user_id])
        if not found:
            raise ResourceNotFound()
        account = found[0]
        if account.status != UserStatus.ACTIVE:
            raise errors.InvalidCredentials()
        session = Session.objects.create(
            user_id=user_id,
            rotated_at=now,
            created_at=now,
            last_used_at=now,
            expires_at=now + tokens.REFRESH_LIFETIME,
            ip=facts.ip or None,
            user_agent=facts.user_agent,
        )
        User.objects.filter(pk=user_id).update(last_login_at=now, failed_logins=0, locked_until=None)
    return _pair(tenant, session, account)


def refresh_session(*, refresh_token: str, at: datetime | None = None) -> TokenPair:
    """Renews a session: a new access token, and the refresh token of the next generation.

    A token of an earlier generation ends the session, except the one just before within GRACE seconds of
    its renewal (two tabs, a lost answer), which gets the very same successor as the first caller did.
    Raises TokenInvalid, TokenExpired, SessionEnded, RefreshReused. Locks the session. Opens its own
    transaction, as the end of a session is to be kept: call it outside of one.
    """
    tenant = tenancy.current()
    user_id, session_id, generation = tokens.read_refresh(tenant, refresh_token)
    now = at or clock.now()
    reused = False
    with db.transaction():
        found = db.lock(Session, [session_id])
        session = found[0] if found and found[0].user_id == user_id else None
        if session is None or not session.alive(now):
            raise errors.SessionEnded()
        account = User.objects.get(pk=user_id)
        if account.status != UserStatus.ACTIVE:
            raise errors.SessionEnded()
        if generation == session.generation:
            session.generation += 1
            session.rotated_at = session.last_used_at = now
            session.expires_at = now + tokens.REFRESH_LIFETIME
            session.save(update_fields=["generation", "rotated_at", "last_used_at", "expires_at"])
            rights.forget_user(user_id)  # What is kept knows the old end of the session.
        elif generation == session.generation - 1 and now - session.rotated_at <= GRACE:
            pass
        elif generation < session.generation:
            end(Session.objects.filter(pk=session_id), "refresh_reused", now)
            rights.forget_user(user_id)
            reused = True
        else:
            # Ahead of the row: the tenant was restored to a time before this renewal.
            raise errors.SessionEnded()
    if reused:
        raise errors.RefreshReused()
    return _pair(tenant, session, account)


def revoke_session(*, principal: Principal) -> None:
    """Ends the session that the caller's access token belongs to. A retry changes nothing."""
    if principal.session_id is None or principal.user_id is None:
        return
    with db.transaction():
        end(Session.objects.filter(pk=principal.session_id), "signed_out", clock.now())
        rights.forget_user(principal.user_id)


def revoke_by_refresh_token(*, refresh_token: str) -> None:
    """Ends the session of a refresh token, of any generation; silently where the token is not good.

    Source: RFC 7009, 2.2: a client can do nothing about an invalid token, so it is no error.
    """
    try:
        user_id, session_id, _ = tokens.read_refresh(tenancy.current(), refresh_token)
    except (errors.TokenInvalid, errors.TokenExpired):
        return
    with db.transaction():
        end(Session.objects.filter(pk=session_id, user_id=user_id), "signed_out", clock.now())
        rights.forget_user(user_id)


# -- parts ------------------------------------------------------------------------------------------------


def _pair(tenant: tenancy.TenantInfo, session: Session, user: User) -> TokenPair:
    return tokens.issue(
        tenant,
        user_id=user.id,
        kind=user.kind,
        session_id=session.id,
        generation=session.generation,
        rotated_at=session.rotated_at,
        expires_at=session.expires_at,
    )


def _password_fits(user: User | None, password: str) -> bool:
    if user is None or user.kind == UserKind.SERVICE or not user.has_usable_password():
        # The same work as for a wrong password, so that the time tells nothing.
        if not _decoy:
            _decoy.append(make_password("a password that nobody has"))
        check_password(password, _decoy[0])
        return False
    return check_password(password, user.password)


def _count_failure(user_id: uuid.UUID, now: datetime) -> None:
    with db.transaction():
        User.objects.filter(pk=user_id).update(failed_logins=F("failed_logins") + 1)
        failures = User.objects.values_list("failed_logins", flat=True).get(pk=user_id)
        wait = throttle.wait_after(failures)
        if wait:
            User.objects.filter(pk=user_id).update(locked_until=now + wait)
