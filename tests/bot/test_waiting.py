"""What a bot waits for, where the telling of it fails."""

from __future__ import annotations

import asyncio
import time
import uuid
from typing import Any

import pytest
from django.conf import settings
from redis.asyncio import Redis

from bot import waiting
from bot.waiting import Wait, Waiting


class Broken(Waiting):
    """One whose customers cannot be told, for a reason that nobody foresaw."""

    async def _settled(self, *_: Any) -> bool:
        raise LookupError("nobody foresaw it")


@pytest.mark.parametrize("late", [False, True])
def test_what_cannot_be_told_is_tried_until_it_is_late_and_then_forgotten_for_good(
    late: bool, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario() -> tuple[list[str], list[str]]:
        redis = Redis.from_url(settings.REDIS_URL)
        nothing: Any = None
        one = Broken(uuid.uuid4().int, redis, nothing, nothing, nothing)
        since = time.time() - (waiting.LONGEST_SECONDS + 1 if late else 0)
        wait = Wait("quo_1", 1, "Ada", "", "en", since)
        await one._keep(wait)
        await one._look(nothing, nothing, wait)
        kept = [key.decode() for key in await redis.hkeys(one._name)]
        await redis.delete(one._name)
        await redis.aclose()
        return list(one._waits), kept

    assert asyncio.run(scenario()) == (([], []) if late else (["quo_1"], ["quo_1"]))
    (told,) = [record for record in caplog.records if record.name == "bot.waiting"]
    assert "nobody foresaw it" in (told.exc_text or "")
    assert "quo_1" in told.getMessage()
