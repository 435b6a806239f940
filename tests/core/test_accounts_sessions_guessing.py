"""Guessing passwords: one account many times, many accounts once; with Valkey and without."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache

from backend.core.accounts import errors, facade, services, throttle
from backend.core.accounts.models import User
from backend.core.accounts.services import sessions
from backend.core.accounts.types import Grant, RoleSpec
from backend.core.audit.models import AuditEntry
from backend.kernel import clock, context
from backend.kernel.ids import encode
from tests.core.test_accounts_api import PASSWORD, person

AT = datetime(2026, 11, 21, 9, 0, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "local", throttle._Local())


@pytest.fixture
def at() -> Iterator[Any]:
    now = [AT]

    def move(seconds: float) -> None:
        now[0] += timedelta(seconds=seconds)

    with clock.use(lambda: now[0]):
        yield move


@pytest.fixture(params=["valkey", "no valkey"])
def valkey(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "no valkey":
        cut_off(monkeypatch)
    return str(request.param)


def cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Valkey answers nothing from here on."""
    for name in ("get", "get_many", "set", "add", "delete", "delete_many"):
        monkeypatch.setattr(cache, name, lambda *_, **__: {})

    def gone(*_: Any, **__: Any) -> int:
        raise ValueError

    monkeypatch.setattr(cache, "incr", gone)


def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process, which has counted nothing yet."""
    monkeypatch.setattr(throttle, "local", throttle._Local())


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passwords that were really compared; Argon2 is left out, as ten thousand would take minutes."""
    seen: list[str] = []

    def compare(user: Any, password: str) -> bool:
        seen.append(password)
        return user is not None and password == PASSWORD

    monkeypatch.setattr(sessions, "_password_fits", compare)
    return seen


def attempt(email: str, password: str, address: str) -> str:
    with context.request_context(context.RequestContext(ip=address)):
        try:
            services.sign_in(email=email, password=password)
        except errors.LoginThrottled as refusal:
            return f"throttled {refusal.retry_after}"
        except errors.InvalidCredentials:
            return "refused"
    return "opened"


def anywhere(number: int) -> str:
    """An address of its own network for each number."""
    return f"{20 + number // 65_536}.{number // 256 % 256}.{number % 256}.9"


@pytest.mark.parametrize("exists", [True, False])
def test_ten_thousand_passwords_against_one_account(
    tenant: Any, at: Any, valkey: str, hashed: list[str], exists: bool
) -> None:
    email = f"{uuid.uuid4().hex}@example.com"
    if exists:
        person(email=email)
    outcomes = []
    for number in range(10_000):
        outcomes.append(attempt(email, f"guess {number}", anywhere(number)))
        at(1)
    # Over 10,000 seconds: five at once, then after 15, 30, 60, … 900 s.
    assert len(hashed) <= 22, len(hashed)
    assert outcomes.count("opened") == 0
    assert sum(outcome.startswith("throttled") for outcome in outcomes) >= 9_978
    # Even the right password waits.
    assert attempt(email, PASSWORD, "203.0.113.1").startswith("throttled")
    at(throttle.LONGEST_WAIT + 1)
    assert attempt(email, PASSWORD, "203.0.113.1") == ("opened" if exists else "refused")


@pytest.mark.parametrize(
    ("accounts", "source", "most"),
    [
        (10_000, lambda number: "203.0.113.7", throttle.ADDRESS_ATTEMPTS),
        (600, lambda number: f"203.0.113.{number % 256}", throttle.NETWORK_ATTEMPTS),
        (600, lambda number: f"::ffff:203.0.113.{number % 256}", throttle.NETWORK_ATTEMPTS),
        (200, lambda number: f"2001:db8:7:1::{number:x}", throttle.ADDRESS_ATTEMPTS),
        (600, lambda number: f"2001:db8:7:{number:x}::1", throttle.NETWORK_ATTEMPTS),
    ],
    ids=["address", "network", "mapped", "one /64", "one /48"],
)
def test_one_password_against_many_accounts(
    tenant: Any, at: Any, valkey: str, hashed: list[str], accounts: int, source: Any, most: int
) -> None:
    cache.clear()
    victim = person()
    outcomes = [
        attempt(f"user{number}@example.com", "Password1!", source(number)) for number in range(accounts)
    ]
    assert len(hashed) == most
    assert outcomes.count("refused") == most
    assert sum(outcome.startswith("throttled") for outcome in outcomes) == accounts - most
    # The rest of the world goes on signing in.
    assert attempt(victim.email, PASSWORD, "198.51.100.9") == "opened"
    assert attempt(victim.email, PASSWORD, source(1)).startswith("throttled")


def test_attempts_at_once_are_all_counted(live_tenant: Any, run_parallel: Any) -> None:
    user = person()
    run_parallel(lambda _n: attempt(user.email, "wrong", "203.0.113.7"), 12)
    assert attempt(user.email, PASSWORD, "203.0.113.7").startswith("throttled")


def test_old_failures_keep_nobody_out(tenant: Any, at: Any) -> None:
    """One mistake a quarter of an hour from anywhere must not lock a user out for good."""
    user = person()
    User.objects.filter(pk=user.id).update(
        failed_logins=16, locked_until=clock.now() + timedelta(seconds=throttle.LONGEST_WAIT)
    )
    for _ in range(3):
        assert attempt(user.email, "mistyped", "203.0.113.7") == "refused"
        assert attempt(user.email, PASSWORD, "203.0.113.7") == "opened"
        User.objects.filter(pk=user.id).update(failed_logins=16)
        at(throttle.LONGEST_WAIT + 1)


@pytest.mark.parametrize("valkey", ["no valkey"], indirect=True)
def test_without_valkey_the_row_counts_for_every_process(
    tenant: Any, at: Any, valkey: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And only for as long as Valkey would remember. A locked account answers as an unknown one does."""
    user = person()
    for _ in range(throttle.FREE_ATTEMPTS):
        elsewhere(monkeypatch)
        assert attempt(user.email, "wrong", "203.0.113.7") == "refused"
    for email in (user.email, "nobody@example.com"):
        elsewhere(monkeypatch)
        assert attempt(email, PASSWORD, "203.0.113.7") == "refused"
    at(throttle.FIRST_WAIT + throttle.REMEMBERED + 1)
    elsewhere(monkeypatch)
    assert attempt(user.email, "mistyped", "203.0.113.7") == "refused"
    user.refresh_from_db()
    assert (user.failed_logins, user.locked_until) == (1, None)
    elsewhere(monkeypatch)
    assert attempt(user.email, PASSWORD, "203.0.113.7") == "opened"


@pytest.mark.parametrize("away", [False, True])
def test_staff_unlock_a_user_and_only_one_within_reach(
    live_tenant: Any, live_api: Any, monkeypatch: pytest.MonkeyPatch, away: bool
) -> None:
    roles = facade.seed_roles(
        [RoleSpec("owner", {"en": "Owner"}, ("*",)), RoleSpec("clerk", {"en": "Clerk"}, ("accounts.user.*",))]
    )
    owner, clerk = (
        live_api.signed_in(facade.issue_session_for(person(assignments=[Grant(roles[code])]).id).access_token)
        for code in ("owner", "clerk")
    )
    boss = person(roles["owner"])
    if away:
        cut_off(monkeypatch)
    for _ in range(throttle.FREE_ATTEMPTS):
        assert attempt(boss.email, "wrong", "203.0.113.7") == "refused"
    if away:
        elsewhere(monkeypatch)  # Only the row still knows.
        assert attempt(boss.email, PASSWORD, "203.0.113.7") == "refused"
    else:
        assert attempt(boss.email, PASSWORD, "203.0.113.7").startswith("throttled")
    path = f"/users/{encode('usr', boss.id)}/unlock"
    assert clerk.post(path).code == "permission_escalation"
    assert owner.post(path).status == 200
    assert attempt(boss.email, PASSWORD, "203.0.113.7") == "opened"


def test_a_lock_is_recorded(tenant: Any, at: Any, hashed: list[str]) -> None:
    user = person()
    for _ in range(throttle.FREE_ATTEMPTS + 3):
        attempt(user.email, "wrong", "203.0.113.7")
    told = list(
        AuditEntry.objects.filter(row_id=user.id, action__startswith="auth.").values_list(
            "action", "after", "ip"
        )
    )
    assert [code for code, _after, _ip in told].count("auth.sign_in_failed") == throttle.FREE_ATTEMPTS
    locked = [after for code, after, _ip in told if code == "auth.locked"]
    assert [after["seconds"] for after in locked] == [throttle.FIRST_WAIT]
    assert {ip for _code, _after, ip in told} == {"203.0.113.7"}


# -- the history --------------------------------------------------------------------------------------------


@pytest.fixture
def owner(tenant: Any, api: Any) -> Any:
    roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    user = person(roles["owner"])
    client = api.signed_in(facade.issue_session_for(user.id).access_token)
    client.user = user
    return client


def outcomes_of(reply: Any) -> list[str]:
    assert reply.status == 200, reply
    return [row["outcome"] for row in reply.json["data"]]


def test_the_history_tells_who_came_in_from_where(owner: Any, api: Any) -> None:
    user = person()
    assert api.post("/auth/tokens", json={"email": user.email, "password": "wrong"}).status == 401
    assert api.post("/auth/tokens", json={"email": "nobody@example.com", "password": "wrong"}).status == 401
    agent = {"User-Agent": "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0"}
    pair = api.post(
        "/auth/tokens", json={"email": user.email, "password": PASSWORD}, headers=agent
    ).json  # fmt: skip
    api.post("/auth/tokens/revoke", json={"refresh_token": pair["refresh_token"]})
    shown = owner.get("/security/logins", query={"user": encode("usr", user.id)})
    assert outcomes_of(shown) == ["signed_out", "signed_in", "failed"]
    entry, failure = shown.json["data"][1], shown.json["data"][2]
    assert (entry["ip"], entry["place"], entry["device"]) == ("127.0.0.1", "local", "Firefox 128, Windows")
    assert (entry["method"], entry["session"], entry["second_factor"]) == ("password", pair["session"], False)
    assert (failure["identifier"], failure["session"]) == (user.email, None)
    unknown = owner.get("/security/logins", query={"outcome": "failed", "limit": "100"}).json["data"]
    assert any(row["user"] is None and row["identifier"] == "nobody@example.com" for row in unknown)
    assert "wrong" not in owner.get("/security/logins").body.decode()
    assert outcomes_of(owner.get("/security/logins", query={"ip": "198.51.100.0/24"})) == []
    assert owner.get("/security/logins", query={"outcome": "guess"}).status == 400
    assert owner.get("/security/logins", query={"at_from": "2999-01-01T00:00:00Z"}).json["data"] == []


def test_one_sees_ones_own_history_only(owner: Any, api: Any) -> None:
    one, two = person(), person()
    for user in (one, two):
        api.post("/auth/tokens", json={"email": user.email, "password": "wrong"})
    me = api.signed_in(facade.issue_session_for(one.id).access_token)
    assert outcomes_of(me.get("/me/logins")) == ["signed_in", "failed"]
    assert me.get("/security/logins").code == "permission_denied"
    assert me.get(f"/users/{encode('usr', two.id)}/activity").code == "permission_denied"


def test_a_branchs_lead_sees_the_sign_ins_of_its_people(
    owner: Any, api: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.core.accounts import ports

    monkeypatch.setattr(ports, "_known", {})
    here, there = uuid.uuid4(), uuid.uuid4()
    roles = facade.seed_roles(
        [RoleSpec("lead", {"en": "L"}, ("accounts.session.view",)), RoleSpec("none", {"en": "N"}, ())]
    )
    near, far = (
        person(assignments=[Grant(roles["none"], "branch", branch_id=branch)]) for branch in (here, there)
    )
    for user in (near, far):
        api.post("/auth/tokens", json={"email": user.email, "password": "wrong"})
    api.post("/auth/tokens", json={"email": "nobody@example.com", "password": "wrong"})
    boss = person(assignments=[Grant(roles["lead"], "branch", branch_id=here)])
    lead = api.signed_in(facade.issue_session_for(boss.id).access_token)
    rows = lead.get("/security/logins").json["data"]
    assert {row["user"] for row in rows} == {encode("usr", near.id), encode("usr", boss.id)}


def test_what_a_user_did(owner: Any, api: Any) -> None:
    user = person()
    me = api.signed_in(facade.issue_session_for(user.id).access_token)
    assert me.patch("/me", json={"name": "Renamed"}).status == 200
    owner.patch(f"/users/{encode('usr', user.id)}", json={"name": "By the owner"})
    path = f"/users/{encode('usr', user.id)}/activity"
    rows = owner.get(path).json["data"]
    assert rows[0]["action"] == "update"
    assert rows[0]["after"]["name"] == "Renamed"
    assert "auth.signed_in" in [row["action"] for row in rows]
    assert "By the owner" not in str(rows)
    assert owner.get(f"/users/{encode('usr', uuid.uuid4())}/activity").status == 404


def test_the_history_is_read_from_its_index(tenant: Any) -> None:
    from backend.core.audit.logins import logins_for
    from backend.kernel.permissions import system_principal

    query = logins_for(system_principal(tenant.id, tenant.schema)).order_by("-pk")[:50]
    assert "audit_entry_auth" in query.explain()
