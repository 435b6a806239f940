"""One password tried on thousands of accounts from unrelated networks; with Valkey and without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from backend.core.accounts import networks, spraying, throttle
from backend.core.accounts.errors import LoginThrottled
from backend.core.accounts.models import Session
from backend.core.audit import rules
from backend.kernel import clock
from backend.kernel.ids import encode
from tests.core.test_accounts_api import PASSWORD, person
from tests.core.test_accounts_sessions_guessing import (  # noqa: F401 - pytest finds its fixtures here
    anywhere,
    at,
    attempt,
    forgetful,
    hashed,
    valkey,
)

HOME = "198.51.100.9"


@pytest.fixture(autouse=True)
def nothing_counted(tenant: Any) -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def sprayed(count: int) -> None:
    """The state after so many accounts were failed with, each from a network of its own."""
    for number in range(count):
        throttle.failed(f"account{number}@example.com", anywhere(number), account=True)


@pytest.mark.parametrize(
    ("accounts", "gap"), [(0, 0), (99.9, 0), (100, 1), (124, 1), (125, 2), (175, 8), (250, 60), (10_000, 60)]
)
def test_the_gap_doubles_to_a_bound(accounts: float, gap: int) -> None:
    assert spraying.gap_after(accounts) == gap


def test_many_accounts_from_everywhere(
    tenant: Any,
    at: Any,  # noqa: F811
    valkey: str,  # noqa: F811
    hashed: list[str],  # noqa: F811
) -> None:
    victim, stranger = person(), person()
    assert attempt(victim.email, PASSWORD, HOME) == "opened"
    del hashed[:]
    # The best that an attacker can do: each attempt is from a new network, with a new account, as soon as may be.
    number, begun, within_an_hour = 0, clock.now(), 0
    hours = 1 if valkey == "valkey" else 2
    while (elapsed := (clock.now() - begun).total_seconds()) < hours * spraying.WINDOW:
        outcome = attempt(f"user{number}@example.com", "Password1!", anywhere(number))
        number += 1
        assert outcome.startswith(("refused", "throttled")), outcome
        if outcome != "refused":
            at(int(outcome.split()[1]))
        if elapsed < spraying.WINDOW:
            within_an_hour = len(hashed)
    # A hundred at once, then with gaps of 1, 2, 4, … 60 s. Without this it was as many as there were networks.
    assert spraying.ACCOUNTS < within_an_hour <= 300, within_an_hour
    assert len(hashed) - within_an_hour <= 250, len(hashed)
    # Who came from there before comes in at once, from a neighbouring address too; others wait for their turn.
    for name in ("first", "second"):  # The first may count for another step.
        attempt(f"{name}@example.com", "x", anywhere(9_000))
    for last in range(3):
        assert attempt(victim.email, PASSWORD, HOME) == "opened"
        assert attempt(victim.email, PASSWORD, f"198.51.100.{last}") == "opened"
    waited = attempt(stranger.email, PASSWORD, "192.0.2.1")
    assert waited.startswith("throttled")
    seconds = int(waited.split()[1])
    assert 0 < seconds <= spraying.LONGEST_GAP + 1
    at(seconds)
    assert attempt(stranger.email, PASSWORD, "192.0.2.1") == "opened"
    # And it ends.
    at(2 * spraying.WINDOW)
    assert [attempt(f"late{n}@example.com", "x", "192.0.2.1") for n in range(3)] == ["refused"] * 3


def test_few_networks_do_not_raise_it(tenant: Any, hashed: list[str]) -> None:  # noqa: F811
    for number in range(300):
        throttle.failed(f"a{number}@example.com", f"203.0.113.{number % 200}", account=True)
        throttle.failed(f"b{number}@example.com", f"2001:db8:7:{number:x}::1", account=True)
    assert cache.get(spraying.hour().now) == 2 * spraying.PER_NETWORK
    assert attempt("c@example.com", "x", "192.0.2.1") == "refused"


def test_a_mistyped_password_is_no_spray(tenant: Any, at: Any) -> None:  # noqa: F811
    for number in range(spraying.ACCOUNTS + 20):
        name = f"account{number}@example.com"
        throttle.failed(name, anywhere(number), account=True)
        throttle.failed(name, anywhere(number), account=True)
        throttle.succeeded(name)
    assert cache.get(spraying.hour().now) == 0
    throttle.check("somebody@example.com", "192.0.2.1", known=lambda: False)


def test_other_checks_do_not_wait(tenant: Any, at: Any) -> None:  # noqa: F811
    sprayed(spraying.ACCOUNTS + 300)
    for _ in range(3):
        throttle.check("", "192.0.2.1")
        throttle.check("password:x", "192.0.2.1")
    throttle.check("somebody@example.com", "192.0.2.1", known=lambda: False)
    with pytest.raises(LoginThrottled):
        throttle.check("another@example.com", "192.0.2.2", known=lambda: False)


def test_a_session_of_an_impersonation_makes_no_network_known(tenant: Any, at: Any) -> None:  # noqa: F811
    sprayed(spraying.ACCOUNTS + 300)
    user = person()
    moment = clock.now()
    Session.objects.create(
        user=user, ip=HOME, impersonator_id=user.pk, rotated_at=moment, expires_at=moment, last_used_at=moment
    )
    attempt("first@example.com", "x", "192.0.2.1")
    assert attempt(user.email, PASSWORD, HOME).startswith("throttled")


def test_over_http_it_is_429_with_a_time_to_come_again(api: Any, at: Any) -> None:  # noqa: F811
    sprayed(spraying.ACCOUNTS + 300)
    body = {"email": "user@example.com", "password": "Password1!"}
    assert api.post("/auth/tokens", json=body).code == "invalid_credentials"
    refused = api.post("/auth/tokens", json={**body, "email": "another@example.com"})
    assert (refused.status, refused.code) == (429, "login_throttled")
    assert 0 < int(refused.headers["Retry-After"]) <= spraying.LONGEST_GAP + 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.7", "203.0.113.200", True),
        ("203.0.113.7", "203.0.114.7", False),
        ("::ffff:203.0.113.7", "203.0.113.9", True),
        ("2001:db8:7:1::1", "2001:db8:7:ffff::2", True),
        ("2001:db8:7::1", "2001:db8:8::1", False),
        ("203.0.113.7", "2001:db8::1", False),
        ("", "203.0.113.7", False),
        ("nonsense", "nonsense", False),
    ],
)
def test_neighbours(one: str, other: str, same: bool) -> None:
    assert networks.neighbours(one, other) is same


# -- the alert ----------------------------------------------------------------------------------------------


def test_a_spray_raises_one_alert(tenant: Any, at: Any, hashed: list[str]) -> None:  # noqa: F811
    for number in range(rules.MANY_ACCOUNTS - 1):
        attempt(f"user{number}@example.com", "Password1!", anywhere(number))
        at(1)
    assert [alert.rule for alert in rules.examine()] == []
    attempt("last@example.com", "Password1!", anywhere(9_000))
    (alert,) = rules.examine()
    assert (alert.rule, alert.subject) == ("password_spray", "accounts")
    assert alert.details == {"accounts": 50, "addresses": 50, "seconds": 3600}
    assert rules.examine() == []


def test_neither_typing_errors_nor_one_office_are_a_spray(tenant: Any, at: Any, hashed: list[str]) -> None:  # noqa: F811
    for number in range(rules.MANY_ACCOUNTS):
        attempt(f"user{number}@example.com", "Password1!", f"203.0.113.{number % 5}")
        at(1)
    for number in range(rules.MANY_ADDRESSES + 1):
        user = person()
        attempt(user.email, "mistyped", anywhere(number))
        assert attempt(user.email, PASSWORD, anywhere(number)) == "opened"
    found = {(alert.rule, alert.subject) for alert in rules.examine()}
    assert "password_spray" not in {rule for rule, _subject in found}, found
    assert encode("usr", user.pk) not in {subject for _rule, subject in found}
