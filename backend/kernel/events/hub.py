"""The live stream's reading side: one poller a business in a process, however many listen.

Positions have no gaps and never appear below one that was read, so a listener needs only the position
that it has seen: what comes next is what has a higher one. Nothing is queued per listener; a slow one
reads from the database again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TypeVar

import redis.asyncio
from django.conf import settings
from django.db import Error as DatabaseFault
from django.db import close_old_connections
from redis.exceptions import RedisError

from backend.kernel.events import store
from backend.kernel.events.relay import channel as channel_name
from backend.kernel.events.types import Recorded
from backend.kernel.tenancy import TenantInfo, tenant_context

logger = logging.getLogger(__name__)

PAGE = 200
KEPT = 1000
"""Events kept in memory for each business that is listened to."""
POLL_SECONDS = 1.0
"""How often a business is looked at while Valkey is dead."""
CALM_SECONDS = 5.0
"""How often while Valkey tells of new events: a message may be lost all the same."""
THREADS = 8

Result = TypeVar("Result")


class StreamEnded(Exception):
    """The business's past was replaced, so there is nothing to go on from."""


class Channel:
    """One business's events as they come, for everybody in this process who listens."""

    def __init__(self, hub: Hub, tenant: TenantInfo, head: int) -> None:
        self.hub, self.tenant = hub, tenant
        self.head = head
        """The highest position that is known to be there."""
        self.ended = False
        self.listeners = 0
        self.woken = asyncio.Event()
        self._kept: deque[Recorded] = deque(maxlen=KEPT)
        self._news = asyncio.Condition()
        self._task = asyncio.create_task(self._poll(), name=f"stream {tenant.schema}")

    async def close(self) -> None:
        """Ends the poller."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _poll(self) -> None:
        while True:
            found: list[Recorded] = []
            try:
                found, last = await self.hub.in_tenant(self.tenant, self._look)
                if last < self.head:
                    await self._rewind()
                    return
            except DatabaseFault as error:
                logger.warning("the events of %s could not be read: %s", self.tenant.schema, error)
            if found:
                async with self._news:
                    self._kept.extend(found)
                    self.head = found[-1].position or self.head
                    self._news.notify_all()
            if len(found) == PAGE:
                continue
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.woken.wait(), self.hub.pause)
            # Cleared before the next read, so that what is announced during it is read after it.
            self.woken.clear()

    def _look(self) -> tuple[list[Recorded], int]:
        found = store.events_after(self.head, PAGE)
        return found, (found[-1].position or 0) if found else store.last_position()

    async def _rewind(self) -> None:
        # A backup was restored: the positions that listeners hold now belong to a past that is gone.
        async with self._news:
            self.ended = True
            self._news.notify_all()

    async def after(self, position: int, seconds: float) -> list[Recorded]:
        """The next events above `position`, waiting up to `seconds` for one; empty where none came.

        Raises StreamEnded where the business was restored from a backup: listeners begin again.
        """
        if self.head <= position and not self.ended:
            async with self._news:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(
                        self._news.wait_for(lambda: self.ended or self.head > position), seconds
                    )
        if self.ended:
            raise StreamEnded
        if self.head <= position:
            return []
        if self._kept and (self._kept[0].position or 0) <= position + 1:
            return [event for event in self._kept if (event.position or 0) > position][:PAGE]
        return await self.hub.in_tenant(self.tenant, lambda: store.events_after(position, PAGE))


class Hub:
    """The channels of a process, and the one subscription to Valkey that wakes them."""

    def __init__(self) -> None:
        self._channels: dict[str, Channel] = {}
        self._opening: dict[str, asyncio.Lock] = {}
        self._pool = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="stream-db")
        self._told: bool | None = None
        """Whether Valkey announces; None before the first attempt."""
        self._listener: asyncio.Task[None] | None = None

    @property
    def pause(self) -> float:
        """Seconds between two looks at a business."""
        return CALM_SECONDS if self._told else POLL_SECONDS

    @property
    def channels(self) -> int:
        """How many businesses are listened to."""
        return len(self._channels)

    async def start(self) -> None:
        """Begins to listen to Valkey."""
        self._listener = asyncio.create_task(self._listen(), name="stream announcements")

    async def stop(self) -> None:
        """Ends every poller."""
        if self._listener is not None:
            self._listener.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._listener
        for channel in list(self._channels.values()):
            await channel.close()
        self._channels.clear()
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def in_tenant(self, tenant: TenantInfo, call: Callable[[], Result]) -> Result:
        """Runs blocking code in a thread, in the tenant, with a connection that is good."""

        def run() -> Result:
            with tenant_context(tenant):
                close_old_connections()
                try:
                    return call()
                finally:
                    close_old_connections()

        return await asyncio.get_running_loop().run_in_executor(self._pool, run)

    @asynccontextmanager
    async def listen(self, tenant: TenantInfo) -> AsyncIterator[Channel]:
        """The channel of a business, for as long as the block lasts; the last one to leave closes it."""
        lock = self._opening.setdefault(tenant.schema, asyncio.Lock())
        async with lock:
            channel = self._channels.get(tenant.schema)
            if channel is None or channel.ended:
                head = await self.in_tenant(tenant, store.last_position)
                channel = self._channels[tenant.schema] = Channel(self, tenant, head)
            channel.listeners += 1
        try:
            yield channel
        finally:
            channel.listeners -= 1
            if not channel.listeners:
                # Nothing is awaited before it is gone, so nobody can join a channel that closes.
                if self._channels.get(tenant.schema) is channel:
                    del self._channels[tenant.schema]
                await asyncio.shield(channel.close())

    async def _listen(self) -> None:
        prefix = channel_name("")
        while True:
            client = redis.asyncio.Redis.from_url(
                settings.REDIS_URL, socket_connect_timeout=1.0, health_check_interval=10
            )
            try:
                async with client.pubsub() as announcements:
                    await announcements.psubscribe(f"{prefix}*")
                    self._told = True
                    for channel in self._channels.values():
                        channel.woken.set()
                    while True:
                        message = await announcements.get_message(
                            ignore_subscribe_messages=True, timeout=10.0
                        )
                        if message is None:
                            continue
                        schema = message["channel"].decode().removeprefix(prefix)
                        channel_ = self._channels.get(schema)
                        if channel_ is not None:
                            channel_.woken.set()
            except (RedisError, OSError) as error:
                # Once, when it begins: it is tried again every second.
                if self._told is not False:
                    logger.warning("Valkey announces nothing (%s): polling once a second", error)
            finally:
                self._told = False
                await client.aclose()
            await asyncio.sleep(1.0)
