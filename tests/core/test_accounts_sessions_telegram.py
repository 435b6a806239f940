"""Second factors by Telegram: a code to the account that was confirmed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.test import override_settings

from backend.core.accounts import facade, services
from backend.core.accounts.models import Session
from backend.kernel import clock
from tests.core.test_accounts_api import person
from tests.core.test_accounts_sessions_factors import answer, at, challenge, enrolled
from tests.support.telegram import TOKEN, FakeTelegram

__all__ = ["at"]


@contextmanager
def running() -> Iterator[FakeTelegram]:
    """The fake Bot API in a thread of its own."""
    ready, done = threading.Event(), threading.Event()
    found: list[FakeTelegram] = []

    async def serve() -> None:
        async with FakeTelegram() as telegram:
            found.append(telegram)
            ready.set()
            await asyncio.to_thread(done.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        with override_settings(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=found[0].url):
            yield found[0]
    finally:
        done.set()
        thread.join(10)


def last_code(chat: Any) -> str:
    return str(chat.said[-1].text).split()[0]


def test_a_code_by_telegram(tenant: Any, api: Any, at: Any) -> None:
    from backend.core.audit.models import AuditEntry
    from backend.kernel.models import Event

    with running() as telegram:
        chat = telegram.user("Ada")
        user = person(telegram_id=chat.id, locale="ru")
        me = api.signed_in(facade.issue_session_for(user.id).access_token)
        begun = me.post("/me/second-factors/enrolments", json={"method": "telegram"})
        assert (begun.status, begun.json["secret"]) == (201, None)
        first = last_code(chat)
        assert "5 минут" in chat.said[-1].text
        done = me.post("/me/second-factors/confirmations", json={"method": "telegram", "code": first})
        assert (done.status, len(done.json["recovery_codes"])) == (200, 10)
        again = api.post("/auth/second-factor/codes", json={"challenge": challenge(api, user)["challenge"]})
        assert again.code == "login_throttled"  # Not twice within half a minute.

        at(60)
        asked = challenge(api, user)
        assert asked["methods"] == ["telegram", "recovery"]
        assert api.post("/auth/second-factor/codes", json={"challenge": asked["challenge"]}).status == 202
        code = last_code(chat)
        assert answer(api, asked, first, "telegram").code == "second_factor_invalid"
        assert answer(api, asked, code, "telegram").status == 201
        assert answer(api, asked, code, "telegram").code == "second_factor_invalid"

        at(60)
        asked = challenge(api, user)
        assert api.post("/auth/second-factor/codes", json={"challenge": asked["challenge"]}).status == 202
        late = last_code(chat)
        at(301)
        assert answer(api, challenge(api, user), late, "telegram").code == "second_factor_invalid"
        told = [str(row) for row in Event.objects.values_list("payload", flat=True)]
        told += [f"{row.before}{row.after}" for row in AuditEntry.objects.all()]
        for secret in (first, code, late):
            assert not any(f'"{secret}"' in text or f"'{secret}'" in text for text in told)


def test_telegram_that_does_not_answer(tenant: Any, api: Any, at: Any) -> None:
    with running() as telegram:
        chat = telegram.user("Ada")
        user = person(telegram_id=chat.id)
        me = api.signed_in(facade.issue_session_for(user.id).access_token)
        telegram.fail("sendMessage", 429, "Too Many Requests", retry_after=3)
        reply = me.post("/me/second-factors/enrolments", json={"method": "telegram"})
        assert (reply.status, reply.code) == (503, "telegram_unreachable")
        telegram.blocked.add(chat.id)
        at(60)
        assert me.post("/me/second-factors/enrolments", json={"method": "telegram"}).status == 503
        assert chat.said == []
    at(60)
    with override_settings(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL="http://127.0.0.1:9"):
        assert me.post("/me/second-factors/enrolments", json={"method": "telegram"}).status == 503
    nobody = api.signed_in(facade.issue_session_for(person().id).access_token)
    refused = nobody.post("/me/second-factors/enrolments", json={"method": "telegram"})
    assert refused.code == "telegram_not_linked"


def test_another_telegram_account_is_not_the_factor(tenant: Any, api: Any, at: Any) -> None:
    with running() as telegram:
        chat, thief = telegram.user("Ada"), telegram.user("Eve")
        user = person(telegram_id=chat.id)
        enrolled(api, user)
        at(60)
        me = api.signed_in(facade.issue_session_for(user.id).access_token)
        Session.objects.filter(user_id=user.id).update(second_factor_at=clock.now())
        assert me.post("/me/second-factors/enrolments", json={"method": "telegram"}).status == 201
        me.post("/me/second-factors/confirmations", json={"method": "telegram", "code": last_code(chat)})
        assert challenge(api, user)["methods"] == ["totp", "telegram", "recovery"]
        services.update_user(principal=None, id=user.id, telegram_id=thief.id)
        asked = challenge(api, user)
        assert asked["methods"] == ["totp", "recovery"]
        refused = api.post("/auth/second-factor/codes", json={"challenge": asked["challenge"]})
        assert refused.code == "second_factor_missing"
        assert thief.said == []
