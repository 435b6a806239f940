"""Second factors: enrolled, demanded, used once."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pyotp
import pytest

from backend.core.accounts import errors, facade, ports, services, throttle
from backend.core.accounts.models import Role, Session, User
from backend.core.accounts.services import second_factors
from backend.core.accounts.types import RoleSpec
from backend.kernel import clock, tenancy
from backend.kernel.ids import encode
from tests.core.test_accounts_api import PASSWORD, person

AT = datetime(2026, 11, 21, 9, 0, 1, tzinfo=UTC)


@pytest.fixture
def at() -> Iterator[Any]:
    """A clock that tests move: `at(seconds)`."""
    now = [AT]

    def move(seconds: float) -> None:
        now[0] += timedelta(seconds=seconds)

    with clock.use(lambda: now[0]):
        yield move


def code_of(secret: str, step: int = 0) -> str:
    return pyotp.HOTP(secret).at(int(clock.now().timestamp()) // 30 + step)


def enrolled(api: Any, user: Any = None) -> tuple[Any, str, list[str], Any]:
    """A user with an authenticator app: user, secret, recovery codes, the client that enrolled it."""
    user = user or person()
    me = api.signed_in(facade.issue_session_for(user.id).access_token)
    begun = me.post("/me/second-factors/enrolments", json={"method": "totp"})
    assert begun.status == 201, begun
    secret = begun.json["secret"]
    done = me.post("/me/second-factors/confirmations", json={"method": "totp", "code": code_of(secret)})
    assert done.status == 200, done
    return user, secret, done.json["recovery_codes"], me


def challenge(api: Any, user: Any) -> Any:
    reply = api.post("/auth/tokens", json={"email": user.email, "password": PASSWORD})
    assert (reply.status, reply.code) == (403, "second_factor_required")
    return reply.json


def answer(api: Any, asked: Any, code: str, method: str = "totp") -> Any:
    return api.post(
        "/auth/second-factor", json={"challenge": asked["challenge"], "method": method, "code": code}
    )


# -- an authenticator app -----------------------------------------------------------------------------------


def test_an_app_is_enrolled_and_asked_for_at_the_next_sign_in(tenant: Any, api: Any, at: Any) -> None:
    user, secret, codes, me = enrolled(api)
    assert len(set(codes)) == 10
    kept = User.objects.get(pk=user.id).second_factors
    assert secret not in str(kept)
    assert not any(code in str(kept) or code.replace("-", "") in str(kept) for code in codes)
    shown = me.get("/me/second-factors").json
    assert shown["methods"] == [{"method": "totp", "confirmed_at": "2026-11-21T09:00:01Z"}]
    assert (shown["recovery_codes_left"], shown["required_by_role"]) == (10, False)

    at(60)
    asked = challenge(api, user)
    assert asked["methods"] == ["totp", "recovery"]
    opened = answer(api, asked, code_of(secret))
    assert opened.status == 201, opened
    assert api.get("/me", token=opened.json["access_token"]).status == 200
    assert Session.objects.get(pk=facade.authenticate_token(
        opened.json["access_token"], tenant).session_id).second_factor_at == clock.now()  # fmt: skip


def test_the_uri_is_what_apps_read(tenant: Any, api: Any, at: Any) -> None:
    user = person()
    me = api.signed_in(facade.issue_session_for(user.id).access_token)
    begun = me.post("/me/second-factors/enrolments", json={"method": "totp"}).json
    read = pyotp.parse_uri(begun["uri"])
    assert (read.secret, read.name, read.issuer) == (begun["secret"], user.email, tenant.name)
    # 160 bits and more, as RFC 4226, 4 (R6) asks.
    assert len(begun["secret"]) * 5 >= 160


@pytest.mark.parametrize(("step", "fits"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_clocks_may_differ_by_one_step(tenant: Any, api: Any, at: Any, step: int, fits: bool) -> None:
    user, secret, _codes, _me = enrolled(api)
    at(300)
    reply = answer(api, challenge(api, user), code_of(secret, step))
    assert (reply.status, reply.code) == ((201, None) if fits else (403, "second_factor_invalid"))


def test_a_code_works_once_and_those_before_it_never_again(tenant: Any, api: Any, at: Any) -> None:
    user, secret, _codes, _me = enrolled(api)
    # The code that enrolled the app opens no session.
    assert answer(api, challenge(api, user), code_of(secret)).code == "second_factor_invalid"
    at(90)
    asked = challenge(api, user)
    before, now = code_of(secret, -1), code_of(secret)
    assert answer(api, asked, now).status == 201
    assert answer(api, asked, now).code == "second_factor_invalid"
    assert answer(api, challenge(api, user), before).code == "second_factor_invalid"


def test_digits_of_any_script_and_spaces_are_read(tenant: Any, api: Any, at: Any) -> None:
    user, secret, _codes, _me = enrolled(api)
    at(90)
    code = code_of(secret)
    persian = code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert answer(api, challenge(api, user), f"{persian[:3]} {persian[3:]}").status == 201


@pytest.mark.parametrize("code", [" ", "１", "²²²²²²", "abcdef", "-1", "9" * 40])
def test_nonsense_is_no_code(tenant: Any, api: Any, at: Any, code: str) -> None:
    user, _secret, _codes, _me = enrolled(api)
    reply = answer(api, challenge(api, user), code)
    assert (reply.status, reply.code) == (403, "second_factor_invalid"), reply


@pytest.mark.parametrize("code", ["", "000000\x00"])
def test_what_is_no_text_is_no_code(tenant: Any, api: Any, at: Any, code: str) -> None:
    user, _secret, _codes, _me = enrolled(api)
    reply = answer(api, challenge(api, user), code)
    assert (reply.status, reply.code) == (400, "request_invalid"), reply


# -- recovery codes -----------------------------------------------------------------------------------------


def test_a_recovery_code_works_once_and_only_for_its_user(tenant: Any, api: Any, at: Any) -> None:
    user, _secret, codes, me = enrolled(api)
    other, _secret2, _codes2, _me2 = enrolled(api)
    assert answer(api, challenge(api, user), codes[0].upper(), "recovery").status == 201
    assert answer(api, challenge(api, user), codes[0], "recovery").code == "second_factor_invalid"
    assert answer(api, challenge(api, other), codes[1], "recovery").code == "second_factor_invalid"
    assert me.get("/me/second-factors").json["recovery_codes_left"] == 9
    renewed = me.post("/me/second-factors/recovery-codes", json={"password": PASSWORD})
    assert renewed.status == 201
    assert not set(renewed.json["recovery_codes"]) & set(codes)
    assert answer(api, challenge(api, user), codes[1], "recovery").code == "second_factor_invalid"


# -- challenges ---------------------------------------------------------------------------------------------


def test_a_challenge_is_no_token_and_ends_after_five_minutes(tenant: Any, api: Any, at: Any) -> None:
    user, secret, _codes, _me = enrolled(api)
    at(60)
    asked = challenge(api, user)
    assert api.get("/me", token=asked["challenge"]).code == "token_invalid"
    assert (
        api.post("/auth/tokens/refresh", json={"refresh_token": asked["challenge"]}).code == "token_invalid"
    )
    at(301)
    assert answer(api, asked, code_of(secret)).code == "token_expired"


def test_altered_and_foreign_challenges_are_refused(
    tenant: Any, other_tenant: Any, api: Any, api_for: Any, at: Any
) -> None:
    user, secret, _codes, me = enrolled(api)
    at(60)
    asked = challenge(api, user)
    head, body, signature = asked["challenge"].split(".")
    access = facade.issue_session_for(user.id).access_token
    for text in (f"{head}.{body}.{signature[:-2]}AA", f"{head}.{body}.", "x", access):
        assert answer(api, {"challenge": text}, code_of(secret)).code == "token_invalid"
    assert answer(api_for(other_tenant), asked, code_of(secret)).code == "token_invalid"
    assert me is not None


def test_a_challenge_dies_with_the_password_and_with_a_change_of_factors(
    tenant: Any, api: Any, at: Any
) -> None:
    user, secret, codes, me = enrolled(api)
    at(60)
    asked = challenge(api, user)
    renewed = me.post("/me/second-factors/removals", json={"method": "totp", "password": PASSWORD})
    assert renewed.status == 204, renewed
    assert answer(api, asked, codes[0], "recovery").code == "token_invalid"
    enrolled(api, user)
    at(60)
    asked = challenge(api, user)
    User.objects.filter(pk=user.id).update(password=facade.hash_password("another password"))
    assert answer(api, asked, code_of(secret)).code == "token_invalid"


# -- guessing -----------------------------------------------------------------------------------------------


def test_guesses_must_wait_longer_and_longer(tenant: Any, api: Any, at: Any) -> None:
    user, secret, codes, _me = enrolled(api)
    at(60)
    refused = []
    for number in range(1_000):
        try:
            with_challenge(user, f"{number:06d}")
        except errors.SecondFactorInvalid:
            refused.append("looked at")
        except errors.LoginThrottled:
            refused.append("throttled")
        at(10)
    # 10,000 s: five at once, then after 15, 30, 60, … 900 s.
    assert refused.count("looked at") <= 22
    assert refused.count("throttled") >= 978
    # Even the right one waits, and so does a recovery code.
    with pytest.raises(errors.LoginThrottled):
        with_challenge(user, codes[0], "recovery")
    at(throttle.LONGEST_WAIT)
    assert with_challenge(user, code_of(secret)).user_id == user.id


def with_challenge(user: Any, code: str, method: str = "totp") -> Any:
    """Completes a sign-in without the password's Argon2."""
    from backend.core.accounts import tokens

    row = User.objects.get(pk=user.id)
    text = tokens.issue_challenge(
        tenancy.current(), user_id=row.pk, method="password", state=second_factors.state_of(row)
    )
    return services.complete_sign_in(challenge=text, method=method, code=code)


def test_staff_unlock_a_user(tenant: Any, api: Any, at: Any) -> None:
    roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    owner = api.signed_in(facade.issue_session_for(person(roles["owner"]).id).access_token)
    user, secret, _codes, _me = enrolled(api)
    for number in range(throttle.FREE_ATTEMPTS):
        with pytest.raises(errors.SecondFactorInvalid):
            with_challenge(user, f"{number:06d}")
    at(2)
    with pytest.raises(errors.LoginThrottled):
        with_challenge(user, code_of(secret, 1))
    assert owner.post(f"/users/{encode('usr', user.id)}/unlock").status == 200
    assert with_challenge(user, code_of(secret, 1)).user_id == user.id


# -- demanded by a role -------------------------------------------------------------------------------------


@pytest.fixture
def strict(tenant: Any) -> uuid.UUID:
    """A role that inherits from one which demands a second factor."""
    base = services.create_role(
        principal=None, code="base", names={"en": "B"}, permissions=["accounts.role.view"]
    )
    Role.objects.filter(pk=base.pk).update(requires_second_factor=True)
    return services.create_role(principal=None, code="strict", names={"en": "S"}, parent_id=base.pk).pk


def test_a_role_that_demands_one_lets_nothing_but_enrolling(
    tenant: Any, api: Any, at: Any, strict: uuid.UUID
) -> None:
    user = person(strict)
    pair = services.sign_in(email=user.email, password=PASSWORD)
    me = api.signed_in(pair.access_token)
    for method, path in (("GET", "/roles"), ("GET", "/me"), ("PATCH", "/me"), ("GET", "/me/sessions")):
        reply = me.call(method, path, json={"name": "X"} if method == "PATCH" else None)
        assert (reply.status, reply.code) == (403, "second_factor_enrolment_required"), (path, reply)
    who = facade.authenticate_token(pair.access_token, tenant)
    assert (who.incomplete, dict(who.grants)) == ("enrol", {})
    assert me.get("/me/second-factors").json["required_by_role"] is True
    begun = me.post("/me/second-factors/enrolments", json={"method": "totp"}).json
    done = me.post(
        "/me/second-factors/confirmations", json={"method": "totp", "code": code_of(begun["secret"])}
    )
    assert done.status == 200
    facade.forget_rights()
    assert facade.authenticate_token(pair.access_token, tenant).incomplete == "enrol"


def test_after_enrolling_the_session_counts(live_tenant: Any, live_api: Any) -> None:
    base = services.create_role(
        principal=None, code="base", names={"en": "B"}, permissions=["accounts.role.view"]
    )
    Role.objects.filter(pk=base.pk).update(requires_second_factor=True)
    user = person(base.pk)
    first, second = (services.sign_in(email=user.email, password=PASSWORD) for _ in range(2))
    me, elsewhere = (live_api.signed_in(pair.access_token) for pair in (first, second))
    assert me.get("/roles").code == "second_factor_enrolment_required"
    secret = me.post("/me/second-factors/enrolments", json={"method": "totp"}).json["secret"]
    assert me.post(
        "/me/second-factors/confirmations", json={"method": "totp", "code": code_of(secret)}
    ).status == 200  # fmt: skip
    assert me.get("/roles").status == 200
    # A session from before has proved nothing: it verifies first.
    assert elsewhere.get("/roles").code == "second_factor_required"
    verified = elsewhere.post(
        "/me/second-factors/verifications", json={"method": "totp", "code": code_of(secret, 1)}
    )
    assert verified.status == 200, verified
    assert elsewhere.get("/roles").status == 200
    last = me.post("/me/second-factors/removals", json={"method": "totp"})
    assert last.code == "second_factor_needed"


# -- changing one's factors ---------------------------------------------------------------------------------


def test_removing_needs_the_password_or_a_fresh_factor(tenant: Any, api: Any, at: Any) -> None:
    user, secret, _codes, me = enrolled(api)
    stale = clock.now() - second_factors.FRESH - timedelta(seconds=1)
    Session.objects.filter(user_id=user.id).update(second_factor_at=stale)
    at(60)
    removal = "/me/second-factors/removals"
    assert me.post(removal, json={"method": "totp"}).code == "second_factor_required"
    assert me.post(removal, json={"method": "totp", "password": "wrong"}).code == "password_wrong"
    assert me.post(removal, json={"method": "telegram", "password": PASSWORD}).code == "second_factor_missing"
    code = code_of(secret)
    assert me.post("/me/second-factors/verifications", json={"method": "totp", "code": code}).status == 200
    assert me.post(removal, json={"method": "totp"}).status == 204
    assert services.sign_in(email=user.email, password=PASSWORD)
    assert User.objects.get(pk=user.id).second_factors.get("recovery") is None


def test_a_session_from_before_adds_no_factor(tenant: Any, api: Any, at: Any) -> None:
    user = person()
    old = api.signed_in(facade.issue_session_for(user.id).access_token)
    _user, _secret, _codes, me = enrolled(api, user)
    assert me.post("/me/second-factors/enrolments", json={"method": "totp"}).code == "second_factor_exists"
    User.objects.filter(pk=user.id).update(telegram_id=77)
    stolen = old.post("/me/second-factors/enrolments", json={"method": "telegram"})
    assert stolen.code == "second_factor_required"


def test_an_unconfirmed_app_is_not_asked_for(tenant: Any, api: Any, at: Any) -> None:
    user = person()
    me = api.signed_in(facade.issue_session_for(user.id).access_token)
    first = me.post("/me/second-factors/enrolments", json={"method": "totp"}).json["secret"]
    assert services.sign_in(email=user.email, password=PASSWORD)
    second = me.post("/me/second-factors/enrolments", json={"method": "totp"}).json["secret"]
    confirm = "/me/second-factors/confirmations"
    assert me.post(confirm, json={"method": "totp", "code": code_of(first)}).code == "second_factor_invalid"
    assert me.post(confirm, json={"method": "totp", "code": code_of(second)}).status == 200
    assert me.post(confirm, json={"method": "totp", "code": code_of(second)}).code == "second_factor_missing"


def test_the_first_factor_needs_the_password_or_a_fresh_sign_in(tenant: Any, api: Any, at: Any) -> None:
    """Who finds a session open must not shut its owner out with a factor of the finder's."""
    user = person()
    me = api.signed_in(facade.issue_session_for(user.id).access_token)
    path = "/me/second-factors/enrolments"
    assert me.post(path, json={"method": "totp"}).status == 201
    Session.objects.filter(user_id=user.id).update(created_at=clock.now() - timedelta(seconds=601))
    late = me.post(path, json={"method": "totp"})
    assert (late.status, late.code) == (403, "password_required")
    assert me.post(path, json={"method": "totp", "password": "not this one"}).code == "password_wrong"
    begun = me.post(path, json={"method": "totp", "password": PASSWORD})
    code = code_of(begun.json["secret"])
    assert me.post("/me/second-factors/confirmations", json={"method": "totp", "code": code}).status == 200


def test_nobody_resets_the_own_factors(tenant: Any, api: Any, at: Any) -> None:
    """The right to help others is no way round the password."""
    roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    owner, _secret, _codes, me = enrolled(api, person(roles["owner"]))
    refused = me.post(f"/users/{encode('usr', owner.id)}/second-factors/reset")
    assert (refused.status, refused.code) == (409, "own_account")
    assert second_factors.methods_of(User.objects.get(pk=owner.id)) == ["totp", "recovery"]


def test_staff_reset_a_users_factors_within_what_they_hold(tenant: Any, api: Any, at: Any) -> None:
    roles = facade.seed_roles(
        [
            RoleSpec("owner", {"en": "Owner"}, ("*",)),
            RoleSpec("manager", {"en": "Manager"}, ("accounts.user.*",)),
        ]
    )
    owner = person(roles["owner"])
    user, _secret, _codes, me = enrolled(api, person(roles["manager"]))
    _owner, _secret, _codes, as_owner = enrolled(api, owner)
    refused = me.post(f"/users/{encode('usr', owner.id)}/second-factors/reset")
    assert refused.code == "permission_escalation"
    path = f"/users/{encode('usr', user.id)}"
    assert as_owner.get(path).json["second_factors"] == ["totp"]
    reset = as_owner.post(f"{path}/second-factors/reset")
    assert (reset.status, reset.json["second_factors"]) == (200, [])
    assert Session.objects.filter(user_id=user.id, revoked_at=None).count() == 0
    assert services.sign_in(email=user.email, password=PASSWORD)


# -- at once ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["totp", "recovery"])
def test_one_code_used_ten_times_at_once_opens_one_session(
    live_tenant: Any, live_api: Any, run_parallel: Any, method: str
) -> None:
    user, secret, codes, _me = enrolled(live_api)
    before = Session.objects.filter(user_id=user.id).count()
    code = code_of(secret, 1) if method == "totp" else codes[0]
    outcomes = run_parallel(lambda _n: with_challenge(user, code, method), 10, return_exceptions=True)
    assert sum(not isinstance(outcome, Exception) for outcome in outcomes) == 1, outcomes
    assert all(
        isinstance(outcome, errors.SecondFactorInvalid | errors.LoginThrottled)
        for outcome in outcomes
        if isinstance(outcome, Exception)
    )
    assert Session.objects.filter(user_id=user.id).count() == before + 1


def test_an_impersonation_touches_no_factor(tenant: Any, api: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "_impersonators", [lambda _operator: True])
    pair = facade.issue_session_for(
        person().id,
        method="impersonation",
        impersonator_id=uuid.uuid4(),
        reason="a ticket",
        lifetime=timedelta(minutes=15),
    )
    claims = jwt.decode(pair.access_token, options={"verify_signature": False})
    assert claims["act"]["sub"].startswith("usr_")
    assert pair.absolute_expires_at - clock.now() <= timedelta(minutes=15)
    who = facade.authenticate_token(pair.access_token, tenant)
    assert who.impersonator_id is not None
    me = api.signed_in(pair.access_token)
    refused = me.post("/me/second-factors/enrolments", json={"method": "totp"})
    assert refused.code == "not_while_impersonating"
