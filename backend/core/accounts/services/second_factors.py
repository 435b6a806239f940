"""Second factors: an authenticator app (TOTP), codes by Telegram, and recovery codes.

They lie in the user's row: `{"totp": {"secret": encrypted, "confirmed_at", "last_step"}, "telegram":
{"telegram_id", "confirmed_at", "code": encrypted, "code_until", "sent": [times]}, "recovery": [digests],
"failures": n, "blocked_until"}`. Every code is checked and used up under the row's lock, so one opens one session.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pyotp
from django.contrib.auth.hashers import check_password
from django.utils import translation
from django.utils.translation import gettext as translate

from backend.core.accounts import errors, ports, rights, throttle
from backend.core.accounts.events import UserUpdated
from backend.core.accounts.models import Session, User, UserKind, UserStatus
from backend.core.accounts.services import guards
from backend.core.accounts.services.ending import end_sessions_of
from backend.core.accounts.services.users import _reach
from backend.kernel import actions, clock, context, crypto, db, tenancy
from backend.kernel.errors import DomainError, ResourceNotFound
from backend.kernel.events import emit
from backend.kernel.permissions import Principal

TOTP, TELEGRAM, RECOVERY = "totp", "telegram", "recovery"
METHODS = (TOTP, TELEGRAM, RECOVERY)
STEP = 30
"""Seconds that a TOTP code belongs to (RFC 6238, 4.1); one step to either side is taken (5.2)."""
CODE_LIFETIME = timedelta(minutes=5)
SEND_PAUSE = timedelta(seconds=30)
SEND_WINDOW = timedelta(minutes=15)
SENDS = 5
"""Codes that are sent in a window."""
FRESH = timedelta(minutes=10)
"""For so long after it was verified a second factor allows changing second factors."""
RECOVERY_CODES = 10
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letters that are mistaken for digits."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What is needed to go on with enrolling: the secret of an app, or where a code was sent."""

    method: str
    secret: str | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A second factor that holds from now on, with recovery codes where these are the first."""

    recovery_codes: list[str]


# -- what a user has --------------------------------------------------------------------------------------


def methods_of(user: User) -> list[str]:
    """The second factors that a user can use now. A Telegram account that was exchanged counts no more."""
    state = user.second_factors
    found = []
    if state.get(TOTP, {}).get("confirmed_at"):
        found.append(TOTP)
    telegram = state.get(TELEGRAM, {})
    if telegram.get("confirmed_at") and telegram.get("telegram_id") == user.telegram_id:
        found.append(TELEGRAM)
    if found and state.get(RECOVERY):
        found.append(RECOVERY)
    return found


def state_of(user: User) -> str:
    """A digest of the user's credentials: a challenge that was begun under others is void."""
    parts = [
        user.password,
        *(f"{m}:{user.second_factors[m]['confirmed_at']}" for m in methods_of(user)[:2] if m != RECOVERY),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def factors_of(principal: Principal) -> dict[str, Any]:
    """One's own second factors, how many recovery codes are left, and whether a role demands one."""
    user = _own(principal)
    state = user.second_factors
    return {
        "methods": [
            {"method": method, "confirmed_at": datetime.fromisoformat(state[method]["confirmed_at"])}
            for method in methods_of(user)
            if method != RECOVERY
        ],
        "recovery_codes_left": len(state.get(RECOVERY, ())),
        "required": rights.second_factor_required(user.pk),
    }


# -- enrolling --------------------------------------------------------------------------------------------


def enrol(*, principal: Principal, method: str, password: str | None = None) -> Enrolment:
    """Begins a second factor, which `confirm` completes; one that was begun before is replaced.

    The first one needs the password, or a sign-in of the last minutes: what is found open must not shut its owner
    out. Raises ResourceNotFound, NotWhileImpersonating, SecondFactorExists, SecondFactorRequired where there is
    another one that the session has not verified, PasswordRequired, PasswordWrong, TelegramNotLinked,
    TelegramUnreachable and LoginThrottled. Locks the user. Opens its own transaction, as a code is sent after it:
    call it outside of one.
    """
    now = clock.now()
    proved = None
    if password is not None or not methods_of(_own(principal)):
        proved = prove_caller(principal, password, recent=True)
    with db.transaction():
        user = _own_locked(principal)
        _unchanged(user, proved)
        if method in methods_of(user):
            raise errors.SecondFactorExists(pointer="/method")
        if methods_of(user) and not _session(principal).second_factor_at:
            # A stolen token of an earlier session must not add a factor of its thief.
            raise errors.SecondFactorRequired()
        if method == TOTP:
            secret = pyotp.random_base32(32)
            sealed = crypto.encrypt(secret.encode(), context=_place(user.pk))
            _keep(user, {**user.second_factors, TOTP: {"secret": sealed}})
            name = user.email or user.phone or user.name
            uri = pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=tenancy.current().name)
            return Enrolment(TOTP, secret, uri)
        if user.telegram_id is None:
            raise errors.TelegramNotLinked()
        before = user.second_factors.get(TELEGRAM, {})
        begun = {"telegram_id": user.telegram_id, "sent": before.get("sent", [])}
        _keep(user, {**user.second_factors, TELEGRAM: begun})
        text = _new_code(user, now)
    _send(user, text)
    return Enrolment(TELEGRAM)


def confirm(*, principal: Principal, method: str, code: str) -> Confirmed:
    """Completes a second factor with its first code. The first one brings ten recovery codes, shown this once.

    Raises ResourceNotFound, NotWhileImpersonating, SecondFactorMissing, SecondFactorInvalid, LoginThrottled. Emits
    user.updated. Locks the user. Opens its own transaction, as a failure is kept: call it outside of one. A retry
    finds nothing to confirm.
    """
    now = clock.now()
    codes: list[str] = []
    with db.transaction():
        user = _own_locked(principal)
        begun = user.second_factors.get(method, {})
        if method == RECOVERY or not begun or begun.get("confirmed_at"):
            raise errors.SecondFactorMissing(pointer="/method")
        failure = prove(user, method, code, now, confirming=True)
        if failure is None:
            state = dict(user.second_factors)
            state[method] = {**state[method], "confirmed_at": now.isoformat()}
            if not state.get(RECOVERY):
                codes, state[RECOVERY] = _new_recovery(user.pk)
            _changed(user, state)
            _mark(principal, now)
    if failure is not None:
        raise failure
    return Confirmed(codes)


def send_code(*, principal: Principal) -> None:
    """Sends a code to one's own Telegram account, to verify or remove a second factor.

    Raises ResourceNotFound, SecondFactorMissing, TelegramUnreachable, LoginThrottled. Locks the user. Opens its own
    transaction: call it outside of one.
    """
    _own(principal)
    assert principal.user_id is not None
    send_code_to(user_id=principal.user_id)


def send_code_to(*, user_id: uuid.UUID) -> None:
    """The same for a user who has been checked already, as by a challenge."""
    with db.transaction():
        user = _locked(user_id)
        if TELEGRAM not in methods_of(user):
            raise errors.SecondFactorMissing(pointer="/method")
        text = _new_code(user, clock.now())
    _send(user, text)


def verify(*, principal: Principal, method: str, code: str) -> dict[str, Any]:
    """Verifies a second factor in a session that is open: a role that demands one counts from now on.

    Raises ResourceNotFound, SecondFactorMissing, SecondFactorInvalid, LoginThrottled. Locks the user. Opens its own
    transaction: call it outside of one.
    """
    now = clock.now()
    with db.transaction():
        user = _own_locked(principal)
        if method not in methods_of(user):
            raise errors.SecondFactorMissing(pointer="/method")
        failure = prove(user, method, code, now)
        if failure is None:
            _mark(principal, now)
    if failure is not None:
        raise failure
    return factors_of(principal)


def remove(*, principal: Principal, method: str, password: str | None = None) -> None:
    """Removes a second factor: with the password, or shortly after a second factor was verified in the session.

    Raises ResourceNotFound, NotWhileImpersonating, SecondFactorMissing, SecondFactorNeeded for the last one where a
    role demands one, PasswordWrong, SecondFactorRequired, LoginThrottled. Emits user.updated. Locks the user. Opens
    its own transaction: call it outside of one.
    """
    proved = prove_caller(principal, password)
    with db.transaction():
        user = _own_locked(principal)
        _unchanged(user, proved)
        if method not in (TOTP, TELEGRAM) or method not in user.second_factors:
            raise errors.SecondFactorMissing(pointer="/method")
        left = [other for other in methods_of(user) if other not in (method, RECOVERY)]
        if not left and method in methods_of(user) and rights.second_factor_required(user.pk):
            raise errors.SecondFactorNeeded(pointer="/method")
        state = {name: value for name, value in user.second_factors.items() if name != method}
        if not left:
            state.pop(RECOVERY, None)
        _changed(user, state)


def renew_recovery_codes(*, principal: Principal, password: str | None = None) -> Confirmed:
    """Ten new recovery codes; the old ones are void. Authorized as `remove` is.

    Raises ResourceNotFound, NotWhileImpersonating, SecondFactorMissing without a second factor, PasswordWrong,
    SecondFactorRequired, LoginThrottled. Emits user.updated. Locks the user. Opens its own transaction.
    """
    proved = prove_caller(principal, password)
    with db.transaction():
        user = _own_locked(principal)
        _unchanged(user, proved)
        if not methods_of(user):
            raise errors.SecondFactorMissing()
        codes, digests = _new_recovery(user.pk)
        _changed(user, {**user.second_factors, RECOVERY: digests})
    return Confirmed(codes)


def reset_second_factors(*, principal: Principal, id: uuid.UUID) -> User:
    """Takes all second factors of a user who lost them, and ends the user's sessions.

    The caller must reach the user as for any change of one; the own ones are removed with `remove`, which asks
    for the password. Raises ResourceNotFound, PermissionDenied, PermissionEscalation, OwnAccount,
    NotWhileImpersonating. Emits user.updated. Locks the user. A retry changes nothing further.
    """
    guards.refuse_impersonator(principal)
    if principal.user_id == id:
        # Who found an open session must not drop the factor that the next sign-in would ask for.
        raise errors.OwnAccount()
    with db.transaction():
        user = _reach(principal, id)
        if user.second_factors:
            _changed(user, {})
            end_sessions_of(user_id=id, reason="second_factor_reset")
    return user


# -- checking ---------------------------------------------------------------------------------------------


def prove(
    user: User, method: str, code: str, now: datetime, *, confirming: bool = False
) -> DomainError | None:
    """Checks a code of a user whose row is locked, and uses it up or counts the failure.

    Gives the refusal instead of raising it: the caller commits what is kept, and raises it then.
    """
    state: dict[str, Any] = {
        name: dict(value) if isinstance(value, dict) else value for name, value in user.second_factors.items()
    }
    blocked = state.get("blocked_until")
    if blocked and datetime.fromisoformat(blocked) > now:
        left = int((datetime.fromisoformat(blocked) - now).total_seconds()) + 1
        return errors.LoginThrottled(seconds=left, retry_after=left)
    usable = confirming or method in methods_of(user)
    if usable and _CHECKS[method](user.pk, state, _plain(code), now):
        state.pop("failures", None)
        state.pop("blocked_until", None)
        _keep(user, state)
        return None
    failures = int(state.get("failures", 0)) + 1
    state["failures"] = failures
    wait = throttle.wait_after(failures)
    if wait:
        state["blocked_until"] = (now + wait).isoformat()
    _keep(user, state)
    actions.record(
        actions.SECOND_FACTOR_FAILED, subject_type="user", subject_id=user.pk, details={"method": method}
    )
    return errors.SecondFactorInvalid(pointer="/code")


def _totp_fits(user_id: uuid.UUID, state: dict[str, Any], code: str, now: datetime) -> bool:
    factor = state.get(TOTP)
    if not factor:
        return False
    generator = pyotp.HOTP(crypto.decrypt(factor["secret"], context=_place(user_id)).decode())
    at = int(now.timestamp()) // STEP
    for step in (at - 1, at, at + 1):
        # A step is good once (RFC 6238, 5.2), and those before it are not good any more.
        if step > factor.get("last_step", 0) and hmac.compare_digest(generator.at(step), code):
            factor["last_step"] = step
            return True
    return False


def _telegram_fits(user_id: uuid.UUID, state: dict[str, Any], code: str, now: datetime) -> bool:
    factor = state.get(TELEGRAM) or {}
    if not factor.get("code") or datetime.fromisoformat(factor["code_until"]) <= now:
        return False
    sent = crypto.decrypt(factor["code"], context=_place(user_id)).decode()
    if not hmac.compare_digest(sent.encode(), code.encode()):
        return False
    del factor["code"], factor["code_until"]
    return True


def _recovery_fits(user_id: uuid.UUID, state: dict[str, Any], code: str, _now: datetime) -> bool:
    digest = _digest(user_id, code)
    left = [kept for kept in state.get(RECOVERY, ()) if not hmac.compare_digest(kept, digest)]
    found = len(left) < len(state.get(RECOVERY, ()))
    state[RECOVERY] = left
    return found


_CHECKS: dict[str, Callable[[uuid.UUID, dict[str, Any], str, datetime], bool]] = {
    TOTP: _totp_fits,
    TELEGRAM: _telegram_fits,
    RECOVERY: _recovery_fits,
}


# -- parts ------------------------------------------------------------------------------------------------


def _place(user_id: uuid.UUID) -> str:
    return f"accounts_user.second_factors:{user_id}"


def _plain(code: str) -> str:
    """A code as it was meant: digits of any script, no spaces and dashes, small letters."""
    found = (str(unicodedata.decimal(sign, -1)) if sign.isdecimal() else sign for sign in code)
    text = "".join(sign for sign in found if sign.isalnum()).lower()
    return text if text.isascii() else ""


def _digest(user_id: uuid.UUID, code: str) -> str:
    # 80 random bits: a fast digest keeps them.
    return hashlib.sha256(f"{user_id}:{code}".encode()).hexdigest()


def _new_recovery(user_id: uuid.UUID) -> tuple[list[str], list[str]]:
    plain = ["".join(secrets.choice(_ALPHABET) for _ in range(16)) for _ in range(RECOVERY_CODES)]
    shown = ["-".join(code[at : at + 4] for at in range(0, 16, 4)) for code in plain]
    return shown, [_digest(user_id, code) for code in plain]


def _new_code(user: User, now: datetime) -> str:
    """Keeps a new code for the user's Telegram account, and gives the message that brings it."""
    factor = dict(user.second_factors[TELEGRAM])
    sent = [
        time for text in factor.get("sent", ()) if (time := datetime.fromisoformat(text)) > now - SEND_WINDOW
    ]
    free = max(
        sent[-1] + SEND_PAUSE if sent else now,
        sent[-SENDS] + SEND_WINDOW if len(sent) >= SENDS else now,
    )
    if free > now:
        left = int((free - now).total_seconds()) + 1
        raise errors.LoginThrottled(seconds=left, retry_after=left)
    code = f"{secrets.randbelow(10**6):06d}"
    factor["code"] = crypto.encrypt(code.encode(), context=_place(user.pk))
    factor["code_until"] = (now + CODE_LIFETIME).isoformat()
    factor["sent"] = [time.isoformat() for time in [*sent, now]]
    _keep(user, {**user.second_factors, TELEGRAM: factor})
    with translation.override(user.locale):
        return translate(
            "{code} is your code for {business}. Give it to nobody. It is good for 5 minutes."
        ).format(code=code, business=tenancy.current().name)


def _send(user: User, text: str) -> None:
    assert user.telegram_id is not None
    if not ports.send_telegram(user.telegram_id, text):
        raise errors.TelegramUnreachable(retry_after=int(SEND_PAUSE.total_seconds()))


def _keep(user: User, state: dict[str, Any]) -> None:
    # Codes come and go without a new version of the user: nothing that others see changes.
    User.objects.filter(pk=user.pk).update(second_factors=state)
    user.second_factors = state


def _changed(user: User, state: dict[str, Any]) -> None:
    user.save_versioned(second_factors=state)
    rights.forget_user(user.pk)
    emit(
        UserUpdated(user=user.pk, status=user.status, changed=["second_factors"]),
        subject_id=user.pk,
        object_version=user.version,
    )


def _mark(principal: Principal, now: datetime) -> None:
    assert principal.session_id is not None
    assert principal.user_id is not None
    Session.objects.filter(pk=principal.session_id).update(second_factor_at=now)
    rights.forget_user(principal.user_id)


def _check_own(principal: Principal) -> uuid.UUID:
    if principal.user_id is None or principal.session_id is None or principal.kind == UserKind.SERVICE:
        raise ResourceNotFound()
    if principal.impersonator_id is not None:
        raise errors.NotWhileImpersonating()
    return principal.user_id


def _own(principal: Principal) -> User:
    user = User.objects.filter(pk=_check_own(principal)).first()
    if user is None:
        raise ResourceNotFound()
    return user


def _locked(user_id: uuid.UUID) -> User:
    found = db.lock(User, [user_id])
    if not found or found[0].status != UserStatus.ACTIVE:
        raise ResourceNotFound()
    return found[0]


def _own_locked(principal: Principal) -> User:
    return _locked(_check_own(principal))


def _session(principal: Principal) -> Session:
    assert principal.session_id is not None  # `_check_own` has made sure.
    return Session.objects.get(pk=principal.session_id)


def prove_caller(principal: Principal, password: str | None, *, recent: bool = False) -> str | None:
    """Makes sure of the caller, and gives the hash of the password that was proved; None for a fresh factor.

    With `recent` a sign-in of the last minutes is proof as well, for a user without a second factor. Raises
    PasswordRequired, SecondFactorRequired for a user who has one, PasswordWrong, LoginThrottled, ResourceNotFound,
    NotWhileImpersonating.
    """
    user = _own(principal)
    if password is None:
        session = _session(principal)
        limit = clock.now() - FRESH
        if session.second_factor_at is not None and session.second_factor_at >= limit:
            return None
        if methods_of(user):
            raise errors.SecondFactorRequired()
        if recent and session.created_at >= limit:
            return None
        raise errors.PasswordRequired()
    identifier, address = f"password:{user.pk}", context.current().ip
    throttle.check(identifier, address)
    if not check_password(password, user.password):
        throttle.failed(identifier, address)
        raise errors.PasswordWrong(pointer="/password")
    throttle.succeeded(identifier)
    return user.password


def _unchanged(user: User, proved: str | None) -> None:
    if proved is not None and user.password != proved:
        # Changed meanwhile: what was proved no longer holds.
        raise errors.PasswordWrong(pointer="/password")
