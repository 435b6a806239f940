"""Cache keys carry the tenant, and a dead cache is an empty one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient, RedisSerializer
from redis.exceptions import RedisError

from backend.kernel.tenancy.context import schema_name
from backend.kernel.tenancy.valkey import Lines

logger = logging.getLogger(__name__)


def tenant_key(key: Any, key_prefix: str, version: Any) -> str:
    """`schema:prefix:version:key`. Raises NoTenant where no tenant is entered."""
    return f"{schema_name()}:{key_prefix}:{version}:{key}"


def _tolerant(name: str, default: Callable[..., Any]) -> Callable[..., Any]:
    original = getattr(RedisCache, name)

    def call(self: RedisCache, *args: Any, **kwargs: Any) -> Any:
        try:
            return original(self, *args, **kwargs)
        except (RedisError, OSError) as error:
            # Valkey is never a source of truth: without it everything is a miss.
            logger.warning("the cache did not answer %s: %s", name, error)
            return default(*args, **kwargs)

    call.__name__ = name
    call.__doc__ = original.__doc__
    return call


def _uncounted(*_: Any, **__: Any) -> int:
    # What Django's caches raise for a key that is not there: callers count from one.
    raise ValueError("the cache does not answer")


class _KeptClient(RedisCacheClient):
    """Makes redis-py's client once; Django makes one a call, which costs more than the call. One server."""

    def __init__(self, servers: list[str], **options: Any) -> None:
        super().__init__(servers, **options)
        self._kept: Any = None
        self._lines = Lines(servers[0], **options)
        self._values = RedisSerializer()

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        """The client, safe between threads."""
        if self._kept is None:
            self._kept = super().get_client(key, write=write)
        return self._kept

    def ask(self, *commands: Sequence[str | bytes | int]) -> list[Any]:
        """The replies to some commands, in one round trip; see `Lines.ask`."""
        return self._lines.ask(*commands)

    def get_many(self, keys: Iterable[Any], version: Any = None) -> dict[Any, Any]:
        """The values that there are."""
        wanted = list(keys)
        if not wanted:
            return {}
        (values,) = self.ask(["MGET", *wanted])
        return {
            key: self._values.loads(value)
            for key, value in zip(wanted, values, strict=True)
            if value is not None
        }

    def count(self, key: str, timeout: int) -> int:
        """One more under a key, which begins at 1 and is gone so many seconds after it began."""
        _, counted = self.ask(["SET", key, 0, "EX", timeout, "NX"], ["INCR", key])
        return int(counted)


class TolerantRedisCache(RedisCache):
    """Django's Redis cache, where an unreachable server answers as an empty cache that keeps nothing."""

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = _KeptClient

    def count(self, key: str, timeout: int) -> int | None:
        """One more under a key, which begins at 1 and is gone so many seconds after it began; None without Valkey.

        `add` and `incr` say the same in three round trips.
        """
        try:
            return int(
                self._cache.count(  # type: ignore[attr-defined]  # Of _KeptClient.
                    self.make_and_validate_key(key), timeout
                )
            )
        except (RedisError, OSError) as error:
            logger.warning("the cache did not count: %s", error)
            return None

    get = _tolerant("get", lambda key, default=None, version=None: default)
    get_many = _tolerant("get_many", lambda *_, **__: {})
    set = _tolerant("set", lambda *_, **__: None)
    set_many = _tolerant("set_many", lambda data, *_, **__: list(data))
    add = _tolerant("add", lambda *_, **__: True)
    incr = _tolerant("incr", _uncounted)
    touch = _tolerant("touch", lambda *_, **__: False)
    delete = _tolerant("delete", lambda *_, **__: False)
    delete_many = _tolerant("delete_many", lambda *_, **__: None)
    has_key = _tolerant("has_key", lambda *_, **__: False)
    clear = _tolerant("clear", lambda *_, **__: False)
