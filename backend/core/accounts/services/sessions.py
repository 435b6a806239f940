"""Signing in, renewing, signing out."""

from __future__ import annotations

import hmac
import uuid
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db.models import F

from backend.core.accounts import errors, networks, places, policy, ports, rights, throttle, tokens
from backend.core.accounts.models import Session, SignInMethod, User, UserKind, UserStatus
from backend.core.accounts.policy import SessionRules
from backend.core.accounts.services import second_factors
from backend.core.accounts.services.ending import end
from backend.core.accounts.services.passwords import expired
from backend.core.accounts.services.users import SERVICE_PREFIX, normal_email, service_digest
from backend.core.accounts.types import TokenPair
from backend.kernel import actions, clock, context, db, tenancy
from backend.kernel.errors import DomainError, ResourceNotFound
from backend.kernel.ids import encode
from backend.kernel.permissions import Principal

GRACE = timedelta(seconds=10)
"""For so long after a renewal the token before it still answers, with the same successor; see adr/0005."""

KNOWN_FOR = timedelta(days=90)
"""So long a network that a user signed in from is no stranger's."""

_decoy: list[str] = []


def sign_in(*, password: str, email: str | None = None, phone: str | None = None) -> TokenPair:
    """Opens a session for an e-mail address or a telephone number with its password.

    Raises InvalidCredentials, the same and as slowly for an unknown account, a wrong password, a user without one,
    a suspended user; LoginThrottled after several failures in a row, of unknown names too; SecondFactorRequired
    for a user who has one; PasswordExpired for one who has none; NetworkNotAllowed for staff from outside the
    business's networks. Emits nothing. Opens its own transactions, as a failure is to be kept: call it outside of
    one.
    """
    facts = context.current()
    email = normal_email(email)
    identifier = email or phone or ""
    now = clock.now()

    def named() -> User | None:
        by = {"email": email} if email else {"phone": phone}
        return User.objects.filter(**by).first() if identifier else None

    throttle.check(identifier, facts.ip, known=lambda: _came_from(named(), facts.ip, now))
    user = named()
    right = _password_fits(user, password)
    open_ = user is not None and user.status == UserStatus.ACTIVE and not _locked(user, now)
    if user is None or not right or not open_:
        _failed(identifier, user, count=user is not None and not right, now=now)
        raise errors.InvalidCredentials()
    throttle.succeeded(identifier)
    return pass_first_factor(user=user, method=SignInMethod.PASSWORD)


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
        actions.record(
            actions.SIGN_IN_FAILED,
            subject_type="user",
            subject_id=user.id if user is not None else None,
            details={"method": SignInMethod.SECRET.value},
        )
        raise errors.InvalidCredentials()
    return issue_session_for(user=user, method=SignInMethod.SECRET)


def pass_first_factor(*, user: User, method: str) -> TokenPair:
    """Opens a session for a user whom `method` has proved, unless the user has a second factor.

    Raises SecondFactorRequired with a challenge for `complete_sign_in` then; PasswordExpired with one for
    `change_expired_password`; and what issue_session_for raises.
    """
    methods = second_factors.methods_of(user)
    if methods:
        challenge = tokens.issue_challenge(
            tenancy.current(), user_id=user.pk, method=method, state=second_factors.state_of(user)
        )
        raise errors.SecondFactorRequired(challenge=challenge, methods=methods)
    if method == SignInMethod.PASSWORD and (refusal := expired(user, clock.now())) is not None:
        raise refusal
    return issue_session_for(user=user, method=method)


def send_challenge_code(*, challenge: str) -> None:
    """Sends the user of a challenge a code by Telegram.

    Raises TokenInvalid, TokenExpired, SecondFactorMissing, TelegramUnreachable, LoginThrottled. Locks the user.
    Opens its own transaction: call it outside of one.
    """
    user_id, _via, state = tokens.read_challenge(tenancy.current(), challenge)
    user = User.objects.filter(pk=user_id, status=UserStatus.ACTIVE).first()
    if user is None or second_factors.state_of(user) != state:
        raise errors.TokenInvalid()
    second_factors.send_code_to(user_id=user_id)


def complete_sign_in(*, challenge: str, method: str, code: str, at: datetime | None = None) -> TokenPair:
    """Opens the session that a challenge stands for, with a code of a second factor, which is used up.

    Raises TokenInvalid (also where the password or the factors changed since), TokenExpired, SecondFactorInvalid,
    LoginThrottled after several failures, PasswordExpired, NetworkNotAllowed. Locks the user. Opens its own
    transaction, as a failure is kept: call it outside of one. A retry finds the code used.
    """
    user_id, via, state = tokens.read_challenge(tenancy.current(), challenge)
    now = at or clock.now()
    failure: DomainError | None
    with db.transaction():
        found = db.lock(User, [user_id])
        if not found or not found[0].is_active or second_factors.state_of(found[0]) != state:
            raise errors.TokenInvalid()
        failure = second_factors.prove(found[0], method, code, now)
        if failure is None and via == SignInMethod.PASSWORD:
            # Judged last, so that a password alone changes nothing of who has a second factor.
            failure = expired(found[0], now)
        if failure is None:
            return issue_session_for(user=user_id, at=now, method=via, second_factor=True)
    raise failure


def issue_session_for(
    *,
    user: User | uuid.UUID,
    at: datetime | None = None,
    method: str = SignInMethod.PASSWORD,
    second_factor: bool = False,
    impersonator_id: uuid.UUID | None = None,
    reason: str = "",
    lifetime: timedelta | None = None,
) -> TokenPair:
    """Opens a session for a user whose identity the caller has made sure of (a password, Telegram).

    It lasts as the business's rules say, or for `lifetime` at most. `impersonator_id` is the operator who looks
    in as the user, with a reason. Raises ResourceNotFound for an unknown user, InvalidCredentials for a suspended
    one, NetworkNotAllowed for staff from outside the business's networks. Locks the user.
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
        rules = policy.current()
        bound = account.kind in rights.NETWORK_BOUND and impersonator_id is None
        if bound and not networks.reaches(rules.networks, facts.ip):
            raise errors.NetworkNotAllowed(address=facts.ip or "-")
        session = Session(
            user_id=user_id,
            rotated_at=now,
            created_at=now,
            last_used_at=now,
            ip=facts.ip or None,
            user_agent=facts.user_agent,
            place=places.place_of(facts.ip),
            method=method,
            second_factor_at=now if second_factor else None,
            impersonator_id=impersonator_id,
            reason=reason,
        )
        if lifetime is not None:
            session.absolute_expires_at = now + lifetime
        _set_ends(session, account, rules.session, now)
        session.save(force_insert=True)
        if impersonator_id is None:
            User.objects.filter(pk=user_id).update(last_login_at=now, failed_logins=0, locked_until=None)
        details = {
            "session": encode("ses", session.pk),
            "method": str(method),
            "second_factor": second_factor,
        }
        if impersonator_id is not None:
            details |= {"impersonator": encode("usr", impersonator_id), "reason": reason}
        actions.record(
            actions.SIGNED_IN if impersonator_id is None else actions.IMPERSONATED,
            subject_type="user",
            subject_id=user_id,
            details=details,
            actor_id=impersonator_id or user_id,
        )
    return _pair(tenant, session, account)


def refresh_session(*, refresh_token: str, at: datetime | None = None) -> TokenPair:
    """Renews a session: a new access token, and the refresh token of the next generation.

    A token of an earlier generation ends the session, except the one just before within GRACE seconds of
    its renewal (two tabs, a lost answer), which gets the very same successor as the first caller did. Limits that
    the business has shortened since count at once. Raises TokenInvalid, TokenExpired, SessionEnded,
    RefreshReused, NetworkNotAllowed. Locks the session. Opens its own transaction, as the end of a session is to be
    kept: call it outside of one.
    """
    tenant = tenancy.current()
    user_id, session_id, generation = tokens.read_refresh(tenant, refresh_token)
    now = at or clock.now()
    rules = policy.current()
    reused = False
    with db.transaction():
        found = db.lock(Session, [session_id])
        session = found[0] if found and found[0].user_id == user_id else None
        if session is None or not session.alive(now):
            raise errors.SessionEnded()
        account = User.objects.get(pk=user_id)
        if account.status != UserStatus.ACTIVE or _over(session, account, rules.session, now):
            raise errors.SessionEnded()
        if session.impersonator_id is not None and not ports.may_impersonate(session.impersonator_id):
            raise errors.SessionEnded()
        address = context.current().ip
        bound = account.kind in rights.NETWORK_BOUND and session.impersonator_id is None
        if bound and not networks.reaches(rules.networks, address):
            raise errors.NetworkNotAllowed(address=address or "-")
        if generation == session.generation:
            session.generation += 1
            session.rotated_at = session.last_used_at = now
            _note_where(session)
            _set_ends(session, account, rules.session, now)
            session.save(
                update_fields=[
                    "generation", "rotated_at", "last_used_at", "expires_at", "absolute_expires_at",
                    "last_ip", "last_user_agent", "last_place",
                ]
            )  # fmt: skip
            rights.forget_user(user_id)  # What is kept knows the old end of the session.
        elif generation == session.generation - 1 and now - session.rotated_at <= GRACE:
            pass
        elif generation < session.generation:
            end(Session.objects.filter(pk=session_id), "refresh_reused", now)
            actions.record(
                actions.REFRESH_REUSED,
                subject_type="user",
                subject_id=user_id,
                details={"session": encode("ses", session_id)},
                actor_id=user_id,
            )
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
        _sign_out(principal.user_id, principal.session_id)


def revoke_by_refresh_token(*, refresh_token: str) -> None:
    """Ends the session of a refresh token, of any generation; silently where the token is not good.

    Source: RFC 7009, 2.2: a client can do nothing about an invalid token, so it is no error.
    """
    try:
        user_id, session_id, _ = tokens.read_refresh(tenancy.current(), refresh_token)
    except (errors.TokenInvalid, errors.TokenExpired):
        return
    with db.transaction():
        _sign_out(user_id, session_id)


# -- parts ------------------------------------------------------------------------------------------------


def _sign_out(user_id: uuid.UUID, session_id: uuid.UUID) -> None:
    if end(Session.objects.filter(pk=session_id, user_id=user_id), "signed_out", clock.now()):
        actions.record(
            actions.SIGNED_OUT,
            subject_type="user",
            subject_id=user_id,
            details={"session": encode("ses", session_id)},
            actor_id=user_id,
        )
    rights.forget_user(user_id)


def _note_where(session: Session) -> None:
    """Keeps from where a session is renewed; another network than the last is on record, for the alerts.

    Who stole a refresh token goes on with the session from elsewhere: its sign-in alone would not show it.
    """
    facts = context.current()
    before = session.last_ip or session.ip or ""
    if facts.ip and facts.ip != before:
        if before and session.impersonator_id is None and not networks.neighbours(facts.ip, before):
            actions.record(
                actions.SESSION_MOVED,
                subject_type="user",
                subject_id=session.user_id,
                details={"session": encode("ses", session.pk), "before": before},
                actor_id=session.user_id,
            )
        session.last_ip, session.last_place = facts.ip, places.place_of(facts.ip)
    if facts.user_agent and facts.user_agent != (session.last_user_agent or session.user_agent):
        session.last_user_agent = facts.user_agent


def _set_ends(session: Session, user: User, rules: SessionRules, now: datetime) -> None:
    """When the session ends without a renewal, and whatever is done; a service account's only by the first."""
    if user.kind == UserKind.SERVICE:
        session.expires_at = now + tokens.REFRESH_LIFETIME
        return
    absolute = session.created_at + timedelta(hours=rules.absolute_hours)
    session.absolute_expires_at = min(absolute, session.absolute_expires_at or absolute)
    session.expires_at = min(now + timedelta(minutes=rules.idle_minutes), session.absolute_expires_at)


def _over(session: Session, user: User, rules: SessionRules, now: datetime) -> bool:
    """Whether the limits that hold now, which may be shorter than at its last renewal, have ended the session."""
    return user.kind != UserKind.SERVICE and (
        now >= session.last_used_at + timedelta(minutes=rules.idle_minutes)
        or now >= session.created_at + timedelta(hours=rules.absolute_hours)
    )


def _pair(tenant: tenancy.TenantInfo, session: Session, user: User) -> TokenPair:
    return tokens.issue(
        tenant,
        user_id=user.id,
        kind=user.kind,
        session_id=session.id,
        generation=session.generation,
        rotated_at=session.rotated_at,
        expires_at=session.expires_at,
        absolute_expires_at=session.absolute_expires_at,
        impersonator_id=session.impersonator_id,
    )


def _password_fits(user: User | None, password: str) -> bool:
    if user is None or user.kind == UserKind.SERVICE or not user.has_usable_password():
        # The same work as for a wrong password, so that the time tells nothing.
        if not _decoy:
            _decoy.append(make_password("a password that nobody has"))
        check_password(password, _decoy[0])
        return False
    return check_password(password, user.password)


def _came_from(user: User | None, ip: str, now: datetime) -> bool:
    """Whether a user has signed in from the network of an address lately."""
    if user is None:
        return False
    earlier = Session.objects.filter(
        user_id=user.pk, ip__isnull=False, impersonator_id=None, created_at__gte=now - KNOWN_FOR
    )
    return any(
        networks.neighbours(ip, kept or "")
        for kept in earlier.order_by("-created_at").values_list("ip", flat=True)[:200]
    )


def _failed(identifier: str, user: User | None, *, count: bool, now: datetime) -> None:
    """Counts and records a failed sign-in, and a lock that begins with it."""
    wait, alone = throttle.failed(identifier, context.current().ip, account=True)
    details = {"method": SignInMethod.PASSWORD.value, "identifier": identifier[:200]}
    subject = user.id if user is not None else None
    with db.transaction():
        actions.record(actions.SIGN_IN_FAILED, subject_type="user", subject_id=subject, details=details)
        if wait:
            actions.record(
                actions.LOCKED,
                subject_type="user",
                subject_id=subject,
                details=details | {"seconds": int(wait.total_seconds())},
            )
        if user is not None and count and alone:
            _count_failure(user.id, now)


def _locked(user: User, now: datetime) -> bool:
    """Whether the row's own lock holds: only while Valkey is away, whose count is the better one."""
    return user.locked_until is not None and user.locked_until > now and throttle.is_away()


def _count_failure(user_id: uuid.UUID, now: datetime) -> None:
    """Counts in the user's row, for all processes; what lies further back than Valkey remembers begins anew."""
    with db.transaction():
        User.objects.filter(pk=user_id, locked_until__lt=now - timedelta(seconds=throttle.REMEMBERED)).update(
            failed_logins=0, locked_until=None
        )
        User.objects.filter(pk=user_id).update(failed_logins=F("failed_logins") + 1)
        failures = User.objects.values_list("failed_logins", flat=True).get(pk=user_id)
        wait = throttle.wait_after(failures)
        if wait:
            User.objects.filter(pk=user_id).update(locked_until=now + wait)
