"""The bot under the supervisor: killed where it stands, it comes back and answers everybody once."""

from __future__ import annotations

import asyncio

import pytest

from infra.dev.stack import Stack
from tests.faults.conftest import Chats
from tests.support.telegram import User

pytestmark = [pytest.mark.stack, pytest.mark.slow]

GREETING = "Choose your language"
#: The lock of a chat whose bot was killed lives ten seconds.
SECONDS = 60.0


async def greeted(user: User) -> None:
    """The user was answered, and only once."""
    await user.hears(GREETING, seconds=SECONDS)
    await user.hears_nothing(1.5)
    assert sum(GREETING in one.text for one in user.said) == 1, user.transcript()


def test_a_killed_bot_loses_no_update_and_answers_none_twice(stack: Stack, chats: Chats) -> None:
    telegram = chats.telegram
    names = ("idle", "caught", "waiting", "late")
    idle, caught, waiting, late = (telegram.user(name.capitalize()) for name in names)

    async def writes(user: User) -> None:
        await user.sends("/start")

    # Nobody is being answered when it is killed.
    stack.wait_ready("bot")
    chats.do(writes(idle))
    chats.do(greeted(idle))
    before = stack.kill("bot")
    # Nobody polls now: what is written waits at Telegram's.
    chats.do(writes(waiting))
    after = stack.wait_ready("bot", other_than=before)
    chats.do(greeted(waiting))

    # The answer is on its way, and tried again for seconds; more updates were asked for long since.
    telegram.fail("sendMessage", 502, "Bad Gateway", times=4)
    chats.do(writes(caught))

    async def held() -> None:
        await telegram.until(
            lambda: 502 in telegram.statuses("sendMessage"), lambda: "it was not tried", SECONDS
        )
        await asyncio.sleep(1)

    chats.do(held())
    assert not caught.said
    stack.kill("bot")
    chats.do(writes(late))
    stack.wait_ready("bot", other_than=after)
    for user in (late, caught):
        chats.do(greeted(user))
    for user in (idle, waiting):
        assert len(user.said) == 1, user.transcript()
