"""Operators: every way in and out that staff has, under /platform, and the way back from the shell."""

from __future__ import annotations

import io
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from backend.core.accounts import facade as accounts
from backend.core.accounts import links, policy
from backend.core.accounts.models import Invitation, Mail, SecurityPolicy, User
from backend.core.accounts.types import Grant, RoleSpec
from backend.core.audit.models import AuditEntry
from backend.kernel.ids import decode, encode
from backend.kernel.tenancy import PUBLIC, TenantInfo

SECRET = "correct horse battery"
OTHER = "seven green umbrellas"


@pytest.fixture
def hire(public: TenantInfo) -> Callable[..., User]:
    """Makes an operator with the role that holds everything."""
    role = accounts.seed_roles([RoleSpec("root", {"en": "Root"}, ("*",))])["root"]

    def make(name: str = "boss") -> User:
        return accounts.create_user(
            principal=None,
            name="An Operator",
            kind="operator",
            email=f"{name}@example.com",
            password=SECRET,
            assignments=[Grant(role)],
        )

    return make


@pytest.fixture
def boss(hire: Callable[..., User], api_for: Callable[..., Any]) -> Any:
    """A client of an operator who may do everything."""
    return api_for(None).signed_in(accounts.issue_session_for(hire()).access_token)


def test_an_operator_is_invited_and_let_in(boss: Any, api_for: Callable[..., Any]) -> None:
    role = boss.get("/platform/roles").json["data"][0]["id"]
    made = boss.post(
        "/platform/invitations",
        json={
            "email": "new@example.com",
            "name": "New",
            "assignments": [{"role": role, "scope": "business"}],
        },
    )
    assert (made.status, made.json["kind"]) == (201, "operator"), made
    assert Mail.objects.filter(kind="invitation", address="new@example.com").exists()
    row = Invitation.objects.get(pk=decode("inv", made.json["id"]))
    token = links.for_invitation(PUBLIC, row)
    stranger = api_for(None)
    assert stranger.post("/platform/invitations/show", json={"token": token}).json["name"] == "New"
    accepted = stranger.post("/platform/invitations/accept", json={"token": token, "password": OTHER})
    assert accepted.status == 201, accepted
    me = stranger.get("/platform/me", token=accepted.json["access_token"])
    assert "platform.tenant.manage" in me.json["permissions"]
    user = User.objects.get(email="new@example.com")
    assert user.kind == "operator"


def test_operators_help_each_other(boss: Any, hire: Callable[..., User], api_for: Callable[..., Any]) -> None:
    other = hire("other")
    User.objects.filter(pk=other.pk).update(
        failed_logins=7, second_factors={"totp": {"confirmed_at": "2026-01-01T00:00:00+00:00", "secret": "x"}}
    )
    path = f"/platform/users/{encode('usr', other.pk)}"
    session = accounts.issue_session_for(other)
    shown = boss.get(f"{path}/sessions")
    assert [row["id"] for row in shown.json["data"]] == [encode("ses", session.session_id)]
    assert boss.post(f"{path}/sessions/revoke", json={}).json == {"revoked": 1}
    assert boss.post(f"{path}/unlock").status == 200
    assert boss.post(f"{path}/second-factors/reset").status == 200
    other.refresh_from_db()
    assert (other.failed_logins, other.second_factors) == (0, {})
    token = api_for(None).post("/platform/auth/tokens", json={"email": other.email, "password": SECRET})
    assert token.status == 201, token
    changed = api_for(None).post(
        "/platform/me/password",
        json={"current_password": SECRET, "new_password": OTHER},
        token=token.json["access_token"],
    )
    assert changed.status == 204, changed
    activity = boss.get(f"{path}/activity")
    assert "auth.signed_in" in [row["action"] for row in activity.json["data"]]


def test_operators_have_rules_of_their_own(boss: Any, hire: Callable[..., User]) -> None:
    answer = boss.patch("/platform/security/policy", json={"password": {"min_length": 20}})
    assert (answer.status, answer.json["password"]["min_length"]) == (200, 20)
    answer = boss.patch("/platform/security/policy", json={"networks": ["198.51.100.0/24"]})
    assert answer.code == "invalid", "who makes the rule may not be shut out by it"

    SecurityPolicy.objects.update(rules={"networks": ["198.51.100.0/24"]})
    policy.forget()
    accounts.forget_rights()
    other = hire("other")
    with pytest.raises(Exception, match="address") as refused:
        accounts.issue_session_for(other)
    assert refused.value.code == "network_not_allowed"  # type: ignore[attr-defined]


def run(*args: str, command: str = "reset_operator") -> str:
    said = io.StringIO()
    call_command(command, *args, stdout=said)
    return said.getvalue()


def test_the_shell_makes_the_first_operator(
    public: TenantInfo, api_for: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anybody is there who could invite: every other way in asks for an operator."""
    before = User.objects.count()

    def made(password: str, *args: str) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        return run(*args, command="create_operator")

    for password, email, why in (
        ("password", "first@example.com", "characters"),
        ("", "first@example.com", "characters"),
        (SECRET, "nobody", "no e-mail address"),
    ):
        with pytest.raises(CommandError, match=why):
            made(password, email)
    assert User.objects.count() == before
    assert made(SECRET, "First@example.com", "--name", "Farida") == "first@example.com may sign in\n"
    with pytest.raises(CommandError, match="address"):
        made(OTHER, "first@example.com")
    session = api_for(None).post(
        "/platform/auth/tokens", json={"email": "first@example.com", "password": SECRET}
    )
    assert session.status == 201, session
    me = api_for(None).get("/platform/me", token=session.json["access_token"]).json
    assert (me["name"], "platform.tenant.manage" in me["permissions"]) == ("Farida", True)
    invited = api_for(None).post(
        "/platform/invitations",
        json={"email": "second@example.com", "name": "Second"},
        token=session.json["access_token"],
    )
    assert invited.status == 201, invited
    assert User.objects.count() == before + 1


def test_the_shell_lets_an_operator_in_again(
    boss: Any,
    hire: Callable[..., User],
    api_for: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    commits: Any,
) -> None:
    """The only operator: the password forgotten, the authenticator lost, locked, and in another town."""
    user = User.objects.get(email="boss@example.com")
    User.objects.filter(pk=user.pk).update(second_factors={"totp": {"confirmed_at": "x", "secret": "x"}})
    body = {"email": user.email, "password": SECRET}
    for _ in range(7):
        api_for(None).post("/platform/auth/tokens", json={**body, "password": "no"})
    assert api_for(None).post("/platform/auth/tokens", json=body).code == "login_throttled"
    SecurityPolicy.objects.create(rules={"networks": ["198.51.100.0/24"]})
    policy.forget()

    monkeypatch.setattr("sys.stdin", io.StringIO("password\n"))
    with pytest.raises(CommandError, match="characters"):
        run("boss@example.com", "--password")
    with pytest.raises(CommandError, match="no active operator"):
        run("nobody@example.com")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{OTHER}\n"))
    with commits():
        said = run("Boss@example.com", "--password", "--second-factors", "--networks")
    assert said == "boss@example.com may sign in\n"

    again = api_for(None).post("/platform/auth/tokens", json={**body, "password": OTHER})
    assert again.status == 201, again
    assert boss.get("/platform/me").status == 401, "sessions of before are over"
    assert Mail.objects.filter(kind="password_changed", address=user.email).exists()
    entry = AuditEntry.objects.get(action="auth.recovered")
    assert entry.row_id == user.pk
    assert entry.after["reset"] == ["failures", "password", "second_factors", "networks"]
    assert entry.after["by"]


def test_the_shell_changes_only_what_it_is_asked_for(hire: Callable[..., User]) -> None:
    user = hire(uuid.uuid4().hex)
    factors = {"totp": {"confirmed_at": "x", "secret": "x"}}
    User.objects.filter(pk=user.pk).update(second_factors=factors, failed_logins=9)
    run(str(user.email))
    kept, before = User.objects.get(pk=user.pk), user.password
    assert (kept.failed_logins, kept.second_factors, kept.password) == (0, factors, before)
