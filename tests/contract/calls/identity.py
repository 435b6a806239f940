"""Second factors, sessions, sign-ins."""

from __future__ import annotations

from typing import Any

import pyotp

from tests.contract.calls.core import SECRET
from tests.contract.calls.table import UNKNOWN, Sent, absent, bad, call, conflict

TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
REACHABLE = 4242
"""A Telegram account that every message reaches."""


def code() -> str:
    """The present code of the authenticator app."""
    from backend.kernel import clock

    return pyotp.HOTP(TOTP_SECRET).at(int(clock.now().timestamp()) // 30)


def _factors(w: Any, **state: Any) -> Any:
    from backend.core.accounts.models import Session, User
    from backend.kernel import clock

    user = User.objects.get(email=w.email)
    User.objects.filter(pk=user.pk).update(telegram_id=REACHABLE, second_factors=state)
    # What is kept of the token's session is not asked about it.
    Session.objects.filter(user_id=user.pk).update(second_factor_at=clock.now())
    user.refresh_from_db()
    return user


def _app(w: Any) -> dict[str, Any]:
    from backend.core.accounts.models import User
    from backend.kernel.crypto import encrypt

    user_id = User.objects.values_list("pk", flat=True).get(email=w.email)
    sealed = encrypt(TOTP_SECRET.encode(), context=f"accounts_user.second_factors:{user_id}")
    return {"secret": sealed}


def enrolled(w: Any) -> Any:
    """The caller has an app and Telegram."""
    from backend.core.accounts import ports
    from backend.wiring import telegram

    ports.register_telegram(lambda to, text: to == REACHABLE or telegram.send(to, text))
    confirmed = {"confirmed_at": "2026-01-01T00:00:00+00:00"}
    return _factors(
        w, totp={**_app(w), **confirmed}, telegram={"telegram_id": REACHABLE, **confirmed}, recovery=["x"]
    )


def ready(w: Any) -> dict[str, str]:
    """No headers; the caller has second factors."""
    enrolled(w)
    return {}


def challenge(w: Any) -> str:
    """Of a sign-in that waits."""
    from backend.core.accounts import tokens
    from backend.core.accounts.services.second_factors import state_of

    user = enrolled(w)
    return tokens.issue_challenge(w.info, user_id=user.pk, method="password", state=state_of(user))


def outgrown(w: Any) -> str:
    """Of a sign-in with a password that is too old."""
    from backend.core.accounts import tokens
    from backend.core.accounts.models import User
    from backend.core.accounts.services.second_factors import state_of

    user = User.objects.get(email=w.email)
    kind = tokens.ExpiredPasswordToken
    return tokens.issue_challenge(w.info, user_id=user.pk, method="password", state=state_of(user), kind=kind)


def begun(w: Any) -> dict[str, Any]:
    """The confirmation of an app that was begun."""
    _factors(w, totp=_app(w))
    return {"method": "totp", "code": code()}


def with_factors(body: dict[str, Any]) -> Any:
    """A body, once the caller has second factors."""

    def make(w: Any) -> dict[str, Any]:
        enrolled(w)
        return {**body, "code": code()} if body.get("code") == "" else body

    return make


def another_session(w: Any) -> str:
    """The id of a second session of the caller."""
    from backend.core.accounts import facade
    from backend.core.accounts.models import User
    from backend.kernel.ids import encode

    user = User.objects.get(email=w.email)
    return encode("ses", facade.issue_session_for(user.pk).session_id)


FOREIGN = Sent(
    json={"challenge": "x", "method": "totp", "code": "000000"}, status=401, code="token_invalid", token=""
)
for place in ("", "platform_"):
    call(
        f"{place}auth_second_factor",
        FOREIGN,
        json=lambda w: {"challenge": challenge(w), "method": "totp", "code": code()},
        token="",
    )
    call(
        f"{place}auth_second_factor_code",
        Sent(json={"challenge": "x"}, status=401, code="token_invalid", token=""),
        json=lambda w: {"challenge": challenge(w)},
        token="",
    )
    call(
        f"{place}auth_change_expired_password",
        Sent(json={"challenge": "x", "new_password": SECRET}, status=401, code="token_invalid", token=""),
        json=lambda w: {"challenge": outgrown(w), "new_password": "another long secret"},
        token="",
    )
    mine = f"{place}me_second_factors"
    call(f"{mine}_overview", UNKNOWN)
    call(
        f"{mine}_enrol", conflict("telegram_not_linked", json={"method": "telegram"}), json={"method": "totp"}
    )
    call(
        f"{mine}_confirm",
        conflict("second_factor_missing", json={"method": "totp", "code": "000000"}),
        json=begun,
    )
    call(
        f"{mine}_send_code",
        conflict("second_factor_missing"),
        headers=ready,
    )
    call(
        f"{mine}_verify",
        Sent(json=with_factors({"method": "totp", "code": "abc"}), status=403, code="second_factor_invalid"),
        json=with_factors({"method": "totp", "code": ""}),
    )
    call(
        f"{mine}_remove",
        conflict("password_wrong", json=with_factors({"method": "totp", "password": "not it"})),
        json=with_factors({"method": "totp", "password": SECRET}),
    )
    call(
        f"{mine}_renew_recovery_codes",
        conflict("password_wrong", json=with_factors({"password": "not it"})),
        json=with_factors({"password": SECRET}),
    )
    own = f"{place}me_sessions"
    call(f"{own}_list", Sent(query={"limit": "0"}, status=400, code="request_invalid"))
    call(f"{own}_delete", absent(), id=another_session)
    call(f"{own}_revoke_others", UNKNOWN)

call("users_sessions", absent(), id=lambda w: w.own_user())
call("users_revoke_sessions", bad(id=lambda w: w.own_user()), json={}, id=lambda w: w.own_user())
call("users_reset_second_factors", absent(), id=lambda w: w.made("users_create"))
call("users_unlock", absent(), id=lambda w: w.own_user())
for place in ("", "platform_"):
    for stem in ("security_logins", "me_logins"):
        call(f"{place}{stem}_list", Sent(query={"limit": "0"}, status=400, code="request_invalid"))
call("users_activity", absent(), id=lambda w: w.own_user())
