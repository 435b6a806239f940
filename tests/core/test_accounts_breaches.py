"""The list of breached passwords: a sorted file that is searched by halving, and a rule that needs one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from backend.core.accounts import breaches, facade
from backend.core.accounts.types import RoleSpec
from tests.core.test_accounts_api import PASSWORD, person

BREACHED = [f"a breached phrase {number}" for number in range(500)]
NEW = "a phrase that nobody else has"


def sha1(password: str) -> str:
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()


@pytest.fixture(autouse=True)
def lists(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(breaches, "_lists", [])
    breaches._mapped.cache_clear()
    yield
    breaches._mapped.cache_clear()


def written(tmp_path: Path, lines: list[str], joint: str = "\n", end: str = "\n") -> str:
    path = tmp_path / "breached.txt"
    path.write_bytes((joint.join(sorted(lines)) + end).encode())
    return str(path)


@pytest.mark.parametrize(
    ("form", "joint", "end"),
    [
        (lambda digest: f"{digest}:7", "\r\n", "\r\n"),
        (lambda digest: digest, "\n", ""),
        (lambda digest: digest[:16], "\n", "\n"),
        (lambda digest: f"{digest[:20].lower()}:1", "\n", "\n"),
    ],
    ids=["have i been pwned", "whole", "shortest", "lower case"],
)
def test_every_line_is_found_and_nothing_else(tmp_path: Path, form: Any, joint: str, end: str) -> None:
    breaches.use_file(written(tmp_path, [form(sha1(one)) for one in BREACHED], joint, end))
    assert [one for one in BREACHED if not breaches.is_breached(one)] == []
    assert not any(breaches.is_breached(f"another phrase {number}") for number in range(500))
    for odd in ("", "\ud800", "пароль"):
        assert not breaches.is_breached(odd)


def test_a_file_of_one_line(tmp_path: Path) -> None:
    breaches.use_file(written(tmp_path, [sha1("x")], end=""))
    assert breaches.is_breached("x")
    assert not breaches.is_breached("y")


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"0123456789ABCDE\n", b"password\n", b"f" * 40 + b"\n" + b"0" * 40 + b"\n", b"0" * 41],
    ids=["empty", "a blank line", "too short", "words", "not sorted", "too long"],
)
def test_what_is_no_list_stops_the_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "breached.txt"
    path.write_bytes(content)
    for name in (str(path), str(tmp_path / "missing.txt")):
        with pytest.raises(ImproperlyConfigured, match="GUILDHALL_BREACHED_PASSWORDS"):
            breaches.use_file(name)
    assert not breaches.is_there()


@pytest.fixture
def owner(tenant: Any, api: Any) -> Any:
    roles = facade.seed_roles([RoleSpec("owner", {"en": "Owner"}, ("*",))])
    user = person(roles["owner"])
    return api.signed_in(facade.issue_session_for(user.id).access_token)


def test_the_rule_is_not_taken_without_a_list(owner: Any, tmp_path: Path, commits: Any) -> None:
    body = {"password": {"refuse_breached": True}}
    refused = owner.patch("/security/policy", json=body)
    assert (refused.status, refused.code) == (409, "invalid")
    (problem,) = refused.json["errors"]
    assert (problem["pointer"], problem["code"]) == ("/password/refuse_breached", "breach_list_missing")
    assert owner.patch("/security/policy", json={"password": {"refuse_breached": False}}).status == 200
    breaches.use_file(written(tmp_path, [sha1(BREACHED[0])]))
    with commits():
        assert owner.patch("/security/policy", json=body).status == 200
    change = {"current_password": PASSWORD, "new_password": BREACHED[0]}
    refused = owner.post("/me/password", json=change)
    assert [one["code"] for one in refused.json["errors"]] == ["password_breached"]
    assert owner.post("/me/password", json={**change, "new_password": NEW}).status == 204


@pytest.mark.parametrize("state", ["gone", "broken"])
def test_a_list_that_cannot_be_asked_keeps_nobody_out(
    owner: Any, monkeypatch: pytest.MonkeyPatch, commits: Any, caplog: Any, state: str
) -> None:
    def broken(_password: str) -> bool:
        raise OSError("the disk is away")

    breaches.register_breach_list(broken)
    with commits():
        assert owner.patch("/security/policy", json={"password": {"refuse_breached": True}}).status == 200
    if state == "gone":
        monkeypatch.setattr(breaches, "_lists", [])
    change = {"current_password": PASSWORD, "new_password": BREACHED[0]}
    assert owner.post("/me/password", json=change).status == 204
    assert "breached passwords" in caplog.text
