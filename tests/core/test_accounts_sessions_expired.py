"""Passwords that are older than the business's rules let them be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from backend.core.accounts import policy
from backend.core.accounts.models import SecurityPolicy, Session, User
from backend.kernel import clock
from tests.core.test_accounts_api import PASSWORD, person
from tests.core.test_accounts_sessions_factors import answer, at, challenge, code_of, enrolled

__all__ = ["at"]

NEW = "an entirely different secret"
DAY = 86_400


@pytest.fixture(autouse=True)
def rules(tenant: Any) -> None:
    SecurityPolicy.objects.create(rules={"password": {"max_age_days": 30}}, version=1)
    policy.forget()


def sign_in(api: Any, user: Any, password: str = PASSWORD) -> Any:
    return api.post("/auth/tokens", json={"email": user.email, "password": password})


def change(api: Any, refused: Any, password: str = NEW) -> Any:
    return api.post(
        "/auth/expired-passwords", json={"challenge": refused.json["challenge"], "new_password": password}
    )


def test_a_password_is_good_for_its_days(tenant: Any, api: Any, at: Any) -> None:
    """One that was never changed is as old as its user; a service account has none."""
    user = person()
    at(30 * DAY - 1)
    opened = sign_in(api, user)
    assert opened.status == 201
    at(1)
    refused = sign_in(api, user)
    assert (refused.status, refused.code) == (403, "password_expired")
    # A wrong one is told nothing of its age.
    assert sign_in(api, user, "not this one").code == "invalid_credentials"
    assert Session.objects.filter(user_id=user.id).count() == 1
    # What is open goes on, until it is to be opened anew.
    assert api.get("/me", token=opened.json["access_token"]).status == 200
    token = opened.json["refresh_token"]
    assert api.post("/auth/tokens/refresh", json={"refresh_token": token}).status == 200


def test_it_is_changed_with_the_challenge_once(tenant: Any, api: Any, at: Any) -> None:
    user = person()
    at(30 * DAY)
    refused = sign_in(api, user)
    for password, code in (("short", "password_too_short"), (PASSWORD, "password_used_before")):
        reply = change(api, refused, password)
        assert [one["code"] for one in reply.json["errors"]] == [code]
    assert change(api, refused).status == 204
    assert change(api, refused, "yet another long secret").code == "token_invalid"
    assert sign_in(api, user).code == "invalid_credentials"
    assert sign_in(api, user, NEW).status == 201
    at(30 * DAY)
    assert sign_in(api, user, NEW).code == "password_expired"


def test_its_challenge_opens_nothing_and_ends(tenant: Any, api: Any, at: Any) -> None:
    user = person()
    at(30 * DAY)
    refused = sign_in(api, user)
    assert answer(api, refused.json, "000000").code == "token_invalid"
    assert api.get("/me", token=refused.json["challenge"]).code == "token_invalid"
    at(301)
    assert change(api, refused).code == "token_expired"
    User.objects.filter(pk=user.id).update(status="suspended")
    assert sign_in(api, user).code == "invalid_credentials"


def test_a_second_factor_comes_first(tenant: Any, api: Any, at: Any) -> None:
    """The password alone changes no password of who has a factor."""
    user, secret, _codes, _me = enrolled(api)
    User.objects.filter(pk=user.id).update(password_changed_at=clock.now() - timedelta(days=31))
    at(60)
    asked = challenge(api, user)
    assert change(api, type("Asked", (), {"json": asked})).code == "token_invalid"
    refused = answer(api, asked, code_of(secret))
    assert (refused.status, refused.code) == (403, "password_expired")
    assert change(api, refused).status == 204
