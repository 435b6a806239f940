"""Fixtures of the bot's tests: a real API with a demo business, a Bot API of our own, the bot between them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings

from bot.config import Config, Webhook
from bot.service import serve
from guildhall import Guildhall
from infra.dev.ports import free_port
from tests.clients.site import Site, running
from tests.support.telegram import TOKEN, FakeTelegram

VALKEY_DATABASE = 7
SECRET = "a-secret-of-the-webhook"


@pytest.fixture(scope="package")
def site(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The API and a relay, over a database of their own."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with running(f"{worker}_bot", tmp_path_factory.mktemp("site")) as found:
        yield found


@dataclass
class Setting:
    """How a bot of a test is set up and run."""

    site: Site
    config: Config

    @property
    def environment(self) -> dict[str, str]:
        """The same for a process."""
        assert self.config.telegram_url is not None
        assert self.config.redis_url is not None
        return {
            "TELEGRAM_BOT_TOKEN": self.config.token,
            "TELEGRAM_API_URL": self.config.telegram_url,
            "GUILDHALL_API": self.config.api_url,
            "GUILDHALL_TENANT": self.config.tenant,
            "GUILDHALL_BOT_CLIENT_ID": self.config.client_id,
            "GUILDHALL_BOT_SECRET": self.config.client_secret,
            "REDIS_URL": self.config.redis_url,
        }

    def staff(self, role: str) -> Guildhall:
        """A signed-in member of staff."""
        api = Guildhall(self.site.api, tenant=self.site.slug, language="en")
        api.sign_in(self.site.staff[role], self.site.password)
        return api

    @contextlib.asynccontextmanager
    async def bot(
        self, telegram: FakeTelegram, *, mode: str = "polling", **changes: Any
    ) -> AsyncIterator[Config]:
        """A bot that runs; its end is awaited."""
        config = replace(self.config, telegram_url=telegram.url, **changes)
        if mode == "webhook":
            port = free_port()
            webhook = Webhook(base_url=f"http://127.0.0.1:{port}", secret=SECRET, port=port)
            config = replace(config, webhook=webhook)
        stop = asyncio.Event()
        ready = "setWebhook" if mode == "webhook" else "deleteWebhook"
        before = len(telegram.statuses(ready))
        task = asyncio.create_task(serve(config, stop))
        try:
            await telegram.until(
                lambda: task.done() or len(telegram.statuses(ready)) > before, lambda: "the bot did not start"
            )
            if task.done():
                await task
            yield config
        finally:
            stop.set()
            await asyncio.wait_for(task, 30)


@pytest.fixture
def setting(site: Site) -> Setting:
    """A bot of the demo's translation centre, with state of its own."""
    redis = urlunsplit(urlsplit(settings.REDIS_URL)._replace(path=f"/{VALKEY_DATABASE}"))
    # Another bot id each time: no state of another test.
    token = f"{4_000_000 + uuid.uuid4().int % 10**9}:{TOKEN.partition(':')[2]}"
    return Setting(
        site,
        Config(
            token=token,
            api_url=site.api,
            tenant=site.slug,
            client_id=site.bot,
            client_secret=site.bot_secret,
            telegram_url="",
            redis_url=redis,
            stop_seconds=10.0,
        ),
    )


@pytest.fixture
def talk(setting: Setting) -> Callable[..., None]:
    """`talk(scene, mode="webhook")` runs `async scene(telegram, setting)` with a bot in between."""

    def run(scene: Callable[..., Any], **options: Any) -> None:
        async def whole() -> None:
            async with FakeTelegram(setting.config.token) as telegram, setting.bot(telegram, **options):
                await scene(telegram)

        asyncio.run(whole())

    return run
