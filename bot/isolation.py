"""One update of a chat at a time, over all processes of a bot."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from aiogram.fsm.storage.base import BaseEventIsolation, KeyBuilder, StorageKey
from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError

log = logging.getLogger("bot")

LOCK_SECONDS = 10.0
"""So long is a chat closed after the process that held its lock was killed."""
RENEWAL_SECONDS = 3.0


class ChatLocks(BaseEventIsolation):
    """Locks in Valkey that live for a few seconds and are renewed while they are held.

    aiogram's own are not renewed: they would have to live as long as the slowest document may take, and a
    chat would be closed for that long after a crash.
    """

    def __init__(self, redis: Redis, keys: KeyBuilder) -> None:
        self._redis = redis
        self._keys = keys
        self._queues: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        """Holds the chat's lock. Raises RedisError."""
        name = self._keys.build(key, "lock")
        # Whoever waits in Valkey gets the lock by chance; a chat's updates are to be handled as they came.
        queue = self._queues.setdefault(name, asyncio.Lock())
        async with queue:
            held = self._redis.lock(name, timeout=LOCK_SECONDS)
            await held.acquire()
            renewal = asyncio.create_task(self._renew(held))
            try:
                yield
            finally:
                renewal.cancel()
                try:
                    await held.release()
                except (LockError, RedisError) as error:
                    log.warning("The lock of chat %s was lost meanwhile: %s", key.chat_id, error)

    @staticmethod
    async def _renew(held: Lock) -> None:
        while True:
            await asyncio.sleep(RENEWAL_SECONDS)
            try:
                await held.reacquire()
            except (LockError, RedisError) as error:
                log.warning("A chat's lock was not renewed: %s", error)

    async def close(self) -> None:
        """Nothing: the connection is closed by who made it."""
