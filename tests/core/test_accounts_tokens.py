"""Tokens and sessions: good in one tenant, renewed once, ended at once."""

from __future__ import annotations

import base64
import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.core.accounts import errors, facade, services, throttle, tokens
from backend.core.accounts.models import Session, User
from backend.kernel import clock, tenancy
from backend.kernel.ids import encode

PASSWORD = "correct horse battery"


def person(**fields: Any) -> User:
    given_fields = {
        "principal": None,
        "name": "Ada",
        "email": f"{uuid.uuid4().hex}@example.com",
        "password": PASSWORD,
    }
    return facade.create_user(**{**given_fields, **fields})


def principal(pair: Any) -> Any:
    return facade.authenticate_token(pair.access_token, tenancy.current())


# -- signing in -------------------------------------------------------------------------------------------


def test_signs_in_by_email_in_any_case_and_by_phone(tenant: Any) -> None:
    user = person(email=f"Ada.{uuid.uuid4().hex}@Example.com", phone="+998901234567")
    assert user.email == user.email.lower()
    for pair in (
        services.sign_in(email=user.email.upper(), password=PASSWORD),
        services.sign_in(phone="+998901234567", password=PASSWORD),
    ):
        who = principal(pair)
        assert (who.user_id, who.tenant_id, who.schema, who.kind) == (
            user.id,
            tenant.id,
            tenant.schema,
            "staff",
        )
    user.refresh_from_db()
    assert user.last_login_at is not None


@pytest.mark.parametrize("state", ["unknown", "wrong", "suspended", "no_password", "service"])
def test_every_failure_answers_alike(tenant: Any, state: str) -> None:
    email = f"{uuid.uuid4().hex}@example.com"
    password = "wrong" if state == "wrong" else PASSWORD
    if state != "unknown":
        user = person(email=email, password=None if state == "no_password" else PASSWORD)
        if state == "suspended":
            services.update_user(principal=None, id=user.id, status="suspended")
        if state == "service":
            User.objects.filter(pk=user.id).update(kind="service")
    with pytest.raises(errors.InvalidCredentials):
        services.sign_in(email=email, password=password)


@pytest.mark.parametrize("exists", [True, False])
def test_failures_in_a_row_must_wait_whether_or_not_the_account_exists(tenant: Any, exists: bool) -> None:
    email = f"{uuid.uuid4().hex}@example.com"
    if exists:
        person(email=email)
    at = clock.now()
    with clock.use(lambda: at):
        for _ in range(throttle.FREE_ATTEMPTS):
            with pytest.raises(errors.InvalidCredentials):
                services.sign_in(email=email, password="wrong")
        with pytest.raises(errors.LoginThrottled) as refusal:
            services.sign_in(email=email, password=PASSWORD)
    assert refusal.value.retry_after == throttle.FIRST_WAIT + 1
    with clock.use(lambda: at + timedelta(seconds=throttle.FIRST_WAIT + 1)):
        if exists:
            assert principal(services.sign_in(email=email, password=PASSWORD))
            with pytest.raises(errors.InvalidCredentials):  # The count began anew.
                services.sign_in(email=email, password="wrong")
        else:
            with pytest.raises(errors.InvalidCredentials):
                services.sign_in(email=email, password="wrong")


def test_the_row_keeps_the_lock_when_valkey_is_away(tenant: Any, monkeypatch: Any) -> None:
    user = person()
    for name in ("get_many", "set", "add", "delete_many"):
        monkeypatch.setattr(cache, name, lambda *_, **__: {})

    def gone(*_: Any, **__: Any) -> int:
        raise ValueError

    monkeypatch.setattr(cache, "incr", gone)
    monkeypatch.setattr(throttle, "local", throttle._Local())
    for _ in range(throttle.FREE_ATTEMPTS):
        with pytest.raises(errors.InvalidCredentials):
            services.sign_in(email=user.email, password="wrong")
    with pytest.raises(errors.LoginThrottled):
        services.sign_in(email=user.email, password=PASSWORD)
    # Another process has counted nothing itself.
    monkeypatch.setattr(throttle, "local", throttle._Local())
    with pytest.raises(errors.InvalidCredentials):
        services.sign_in(email=user.email, password=PASSWORD)
    later = clock.now() + timedelta(minutes=1)
    with clock.use(lambda: later):
        assert principal(services.sign_in(email=user.email, password=PASSWORD)).user_id == user.id


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (4, 0), (5, 15), (6, 30), (8, 120), (11, 900), (10_000, 900)]
)
def test_the_wait_doubles_to_a_bound(failures: int, seconds: int) -> None:
    assert throttle.wait_after(failures) == timedelta(seconds=seconds)


def test_a_service_account_signs_in_with_its_secret_only(tenant: Any) -> None:
    account = facade.create_service_account(principal=None, name="Bot")
    assert account.secret not in User.objects.get(pk=account.user_id).password
    who = principal(services.sign_in_service(user_id=account.user_id, secret=account.secret))
    assert (who.kind, who.user_id) == ("service", account.user_id)
    renewed = facade.rotate_service_secret(principal=None, user_id=account.user_id)
    for user_id, secret in [
        (account.user_id, account.secret),
        (account.user_id, ""),
        (uuid.uuid4(), renewed.secret),
        (person().id, PASSWORD),
    ]:
        with pytest.raises(errors.InvalidCredentials):
            services.sign_in_service(user_id=user_id, secret=secret)
    assert services.sign_in_service(user_id=account.user_id, secret=renewed.secret)


# -- tokens -----------------------------------------------------------------------------------------------


def test_claims_name_the_tenant_the_session_and_the_kind(tenant: Any) -> None:
    user = person()
    pair = facade.issue_session_for(user.id)
    claims = jwt.decode(pair.access_token, options={"verify_signature": False})
    assert claims["sub"] == encode("usr", user.id)
    assert claims["ten"] == claims["aud"] == encode("ten", tenant.id)
    assert claims["sid"] == encode("ses", pair.session_id)
    assert (claims["kind"], claims["token_type"]) == ("staff", "access")
    assert claims["exp"] - claims["iat"] == 600


def test_a_token_of_another_tenant_is_refused(tenant: Any, other_tenant: Any) -> None:
    pair = facade.issue_session_for(person().id)
    with tenancy.tenant_context(other_tenant):
        with pytest.raises(errors.TokenInvalid):
            facade.authenticate_token(pair.access_token, other_tenant)
        with pytest.raises(errors.TokenInvalid):
            services.refresh_session(refresh_token=pair.refresh_token)
        services.revoke_by_refresh_token(refresh_token=pair.refresh_token)
    assert principal(pair)  # And the other tenant could not end the session either.


def test_the_operators_tokens_and_a_tenants_do_not_mix(tenant: Any) -> None:
    pair = facade.issue_session_for(person().id)
    with pytest.raises(errors.TokenInvalid):
        facade.authenticate_token(pair.access_token, tenancy.PUBLIC)
    with tenancy.tenant_context(tenancy.PUBLIC):
        operator = facade.create_user(
            principal=None,
            name="Op",
            kind="operator",
            email=f"{uuid.uuid4().hex}@example.com",
            password=PASSWORD,
        )
        theirs = services.sign_in(email=operator.email, password=PASSWORD)
        assert facade.authenticate_token(theirs.access_token, tenancy.PUBLIC).tenant_id is None
    with pytest.raises(errors.TokenInvalid):
        facade.authenticate_token(theirs.access_token, tenant)


def test_kinds_of_users_stay_where_they_belong(tenant: Any) -> None:
    with pytest.raises(errors.KindNotHere):
        person(kind="operator")
    with tenancy.tenant_context(tenancy.PUBLIC), pytest.raises(errors.KindNotHere):
        person(kind="staff")


def test_access_and_refresh_are_not_exchangeable(tenant: Any) -> None:
    pair = facade.issue_session_for(person().id)
    with pytest.raises(errors.TokenInvalid):
        facade.authenticate_token(pair.refresh_token, tenant)
    with pytest.raises(errors.TokenInvalid):
        services.refresh_session(refresh_token=pair.access_token)


def test_time_ends_tokens_by_the_kernels_clock(tenant: Any) -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC)
    with clock.use(lambda: start):
        pair = facade.issue_session_for(person().id)
        assert principal(pair)
    with clock.use(lambda: start + tokens.ACCESS_LIFETIME), pytest.raises(errors.TokenExpired):
        principal(pair)
    with clock.use(lambda: start + tokens.REFRESH_LIFETIME), pytest.raises(errors.TokenExpired):
        services.refresh_session(refresh_token=pair.refresh_token)


def test_a_retired_secret_still_verifies(tenant: Any, settings: Any) -> None:
    pair = facade.issue_session_for(person().id)
    old, settings.SECRET_KEY = settings.SECRET_KEY, "k" * 60
    with pytest.raises(errors.TokenInvalid):
        principal(pair)
    settings.SECRET_KEY_FALLBACKS = [old]
    assert principal(pair)


def _unsigned(claims: dict[str, Any]) -> str:
    def part(data: Any) -> str:
        return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'none', 'typ': 'JWT'})}.{part(claims)}."


def test_forged_tokens_are_refused(tenant: Any) -> None:
    pair = facade.issue_session_for(person().id)
    claims = jwt.decode(pair.access_token, options={"verify_signature": False})
    head, body, signature = pair.access_token.split(".")
    forged = [
        _unsigned(claims),
        jwt.encode(claims, tenant.id.hex, algorithm="HS256"),
        jwt.encode(claims, "x" * 64, algorithm="HS512"),
        f"{head}.{body}.",
        f"{head}.{body}.{signature[:-2]}AA",
        f"{head}.{body}",
        "a" * 5000,
        "",
        ".",
        "ä.ö.ü",
    ]
    key = tokens.backend_for(tenant).signing_key
    # Signed by us, and yet incomplete: no claim may be left out.
    forged += [
        jwt.encode({k: v for k, v in claims.items() if k != name}, key, algorithm="HS256")
        for name in ("exp", "iat", "sub", "aud", "iss", "jti", "ten", "sid", "token_type")
    ]
    forged.append(jwt.encode({**claims, "sub": "usr_nobody"}, key, algorithm="HS256"))
    forged.append(jwt.encode({**claims, "ten": encode("ten", uuid.uuid4())}, key, algorithm="HS256"))
    for text in forged:
        with pytest.raises((errors.TokenInvalid, errors.TokenExpired)):
            facade.authenticate_token(text, tenant)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_is_refused_and_nothing_else_happens(tenant: Any, text: str) -> None:
    with pytest.raises((errors.TokenInvalid, errors.TokenExpired)):
        facade.authenticate_token(text, tenant)


# -- renewing ---------------------------------------------------------------------------------------------


def test_a_renewal_gives_a_new_pair_and_the_session_goes_on(tenant: Any) -> None:
    pair = facade.issue_session_for(person().id)
    renewed = services.refresh_session(refresh_token=pair.refresh_token)
    assert renewed.refresh_token != pair.refresh_token
    assert renewed.access_token != pair.access_token
    assert renewed.session_id == pair.session_id
    assert principal(renewed) == principal(pair)


def test_reuse_after_the_grace_ends_the_family(tenant: Any, commits: Any) -> None:
    start = clock.now()
    pair = facade.issue_session_for(person().id)
    renewed = services.refresh_session(refresh_token=pair.refresh_token, at=start)
    late = start + services.sessions.GRACE + timedelta(seconds=1)
    with commits(), pytest.raises(errors.RefreshReused):
        services.refresh_session(refresh_token=pair.refresh_token, at=late)
    with pytest.raises(errors.SessionEnded):
        services.refresh_session(refresh_token=renewed.refresh_token, at=late)
    with pytest.raises(errors.SessionEnded):
        principal(renewed)
    assert Session.objects.get(pk=pair.session_id).revoked_reason == "refresh_reused"


def test_reuse_of_an_older_generation_has_no_grace(tenant: Any) -> None:
    at = clock.now()
    first = facade.issue_session_for(person().id)
    second = services.refresh_session(refresh_token=first.refresh_token, at=at)
    services.refresh_session(refresh_token=second.refresh_token, at=at)
    with pytest.raises(errors.RefreshReused):
        services.refresh_session(refresh_token=first.refresh_token, at=at)


def test_a_token_from_before_a_restore_is_refused_and_ends_nothing(tenant: Any) -> None:
    pair = facade.issue_session_for(person().id)
    renewed = services.refresh_session(refresh_token=pair.refresh_token)
    Session.objects.filter(pk=pair.session_id).update(generation=1)
    with pytest.raises(errors.SessionEnded):
        services.refresh_session(refresh_token=renewed.refresh_token)
    assert services.refresh_session(refresh_token=pair.refresh_token)


def test_renewals_that_cross_end_with_one_token(live_tenant: Any, run_parallel: Any) -> None:
    pair = facade.issue_session_for(person().id)
    results = run_parallel(lambda _: services.refresh_session(refresh_token=pair.refresh_token), 8)
    assert len({result.refresh_token for result in results}) == 1
    assert len({result.access_token for result in results}) == 8
    session = Session.objects.get(pk=pair.session_id)
    assert (session.generation, session.revoked_at) == (2, None)
    assert services.refresh_session(refresh_token=results[0].refresh_token)


def test_a_thief_and_the_owner_in_parallel_lose_the_session_on_the_next_round(live_tenant: Any) -> None:
    at = clock.now()
    stolen = facade.issue_session_for(person().id)
    owner = services.refresh_session(refresh_token=stolen.refresh_token, at=at)
    thief = services.refresh_session(refresh_token=stolen.refresh_token, at=at)
    later = at + timedelta(minutes=10)
    services.refresh_session(refresh_token=owner.refresh_token, at=later)
    with pytest.raises(errors.RefreshReused):
        services.refresh_session(refresh_token=thief.refresh_token, at=later + timedelta(minutes=1))
    with pytest.raises(errors.SessionEnded):
        services.refresh_session(refresh_token=owner.refresh_token, at=later)


# -- ending -----------------------------------------------------------------------------------------------


def test_signing_out_ends_access_at_once_though_it_was_kept(live_tenant: Any, queries: Any) -> None:
    pair = facade.issue_session_for(person().id)
    counts = []
    for _ in range(4):  # A busy Valkey may answer too late once; kept is kept.
        with queries() as seen:
            principal(pair)
        counts.append(len(seen))
    assert min(counts) == 0
    services.revoke_by_refresh_token(refresh_token=pair.refresh_token)
    with pytest.raises(errors.SessionEnded):
        principal(pair)


def test_suspending_ends_every_session_at_once(live_tenant: Any) -> None:
    user = person()
    pairs = [facade.issue_session_for(user.id) for _ in range(3)]
    assert all(principal(pair) for pair in pairs)
    services.update_user(principal=None, id=user.id, status="suspended")
    for pair in pairs:
        with pytest.raises(errors.SessionEnded):
            principal(pair)
        with pytest.raises(errors.SessionEnded):
            services.refresh_session(refresh_token=pair.refresh_token)
    with pytest.raises(errors.InvalidCredentials):
        facade.issue_session_for(user.id)


def test_ending_all_sessions_of_a_schema(live_tenant: Any) -> None:
    pairs = [facade.issue_session_for(person().id) for _ in range(3)]
    assert all(principal(pair) for pair in pairs)
    assert facade.end_all_sessions(reason="restored") == 3
    for pair in pairs:
        with pytest.raises(errors.SessionEnded):
            principal(pair)


def test_what_was_read_before_a_change_and_kept_after_it_is_not_used(
    live_tenant: Any, monkeypatch: Any
) -> None:
    from backend.core.accounts import rights

    pair = facade.issue_session_for(person().id)
    read = rights._read

    def slow(*given: Any) -> Any:
        found = read(*given)
        # Between the reading and the keeping, another request signs the user out.
        services.revoke_by_refresh_token(refresh_token=pair.refresh_token)
        return found

    monkeypatch.setattr(rights, "_read", slow)
    principal(pair)
    monkeypatch.setattr(rights, "_read", read)
    with pytest.raises(errors.SessionEnded):
        principal(pair)


def test_without_valkey_rights_come_from_the_database(
    live_tenant: Any, monkeypatch: Any, queries: Any
) -> None:
    pair = facade.issue_session_for(person().id)
    for name in ("get_many", "set"):
        monkeypatch.setattr(cache, name, lambda *_, **__: {})
    for _ in range(2):
        with queries() as seen:
            principal(pair)
        assert len(seen) == 1
    services.revoke_by_refresh_token(refresh_token=pair.refresh_token)
    with pytest.raises(errors.SessionEnded):
        principal(pair)
