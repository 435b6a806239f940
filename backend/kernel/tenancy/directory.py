"""Finding the tenant: by host, or by slug or id, with no query where the answer is known.

The operator's directory (`backend.platform.tenants`) registers itself here. Answers are kept in the
process: a tenant for POSITIVE_SECONDS, "there is none" for NEGATIVE_SECONDS. A change is told to every
process through Valkey; where Valkey is dead, the age limit bounds how long an old answer lives.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections import OrderedDict
from typing import Any, Protocol

import redis
from django.conf import settings

from backend.kernel.ids import InvalidId, decode
from backend.kernel.tenancy.context import PUBLIC, TenantInfo, tenant_context

logger = logging.getLogger(__name__)

POSITIVE_SECONDS = 60.0
NEGATIVE_SECONDS = 3.0
CAPACITY = 20_000
CHANNEL = "guildhall:tenancy:forget"


class Directory(Protocol):
    """What the operator's directory answers. Called in the public schema; None where there is none."""

    def by_host(self, host: str) -> TenantInfo | None:
        """The tenant of a host name, lower case and without a port: a subdomain or a verified domain."""

    def by_slug(self, slug: str) -> TenantInfo | None:
        """The tenant with this slug."""

    def by_id(self, tenant_id: uuid.UUID) -> TenantInfo | None:
        """The tenant with this id."""


class _Answers:
    """A bounded map of answers with an age, safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, str], tuple[float, TenantInfo | None]] = OrderedDict()

    def get(self, key: tuple[str, str]) -> tuple[bool, TenantInfo | None]:
        """Whether an answer is known, and the answer."""
        found = self._kept.get(key)
        if found is None or found[0] < time.monotonic():
            return False, None
        return True, found[1]

    def put(self, key: tuple[str, str], tenant: TenantInfo | None) -> None:
        """Keeps an answer."""
        age = POSITIVE_SECONDS if tenant is not None else NEGATIVE_SECONDS
        with self._lock:
            self._kept[key] = (time.monotonic() + age, tenant)
            self._kept.move_to_end(key)
            while len(self._kept) > CAPACITY:
                self._kept.popitem(last=False)

    def drop(self, tenant_id: uuid.UUID | None) -> None:
        """Forgets a tenant's answers and every "there is none"; everything where no id is given."""
        with self._lock:
            if tenant_id is None:
                self._kept.clear()
                return
            for key, (_, tenant) in list(self._kept.items()):
                if tenant is None or tenant.id == tenant_id:
                    del self._kept[key]


_directory: Directory | None = None
_answers = _Answers()
_listener: threading.Thread | None = None
_listener_lock = threading.Lock()


def register_directory(directory: Directory) -> None:
    """Names the directory that is asked. Called once, at start-up."""
    global _directory
    _directory = directory
    _answers.drop(None)


def _ask(kind: str, value: str) -> TenantInfo | None:
    known, tenant = _answers.get((kind, value))
    if known:
        return tenant
    if _directory is None:
        raise RuntimeError("no directory of tenants is registered")
    _listen()
    with tenant_context(PUBLIC):
        if kind == "host":
            tenant = _directory.by_host(value)
        elif kind == "slug":
            tenant = _directory.by_slug(value)
        else:
            tenant = _directory.by_id(uuid.UUID(hex=value))
    _answers.put((kind, value), tenant)
    return tenant


def resolve_host(host: str) -> TenantInfo | None:
    """The tenant of a host name (no port), or None."""
    return _ask("host", host.lower())


def resolve_id(tenant_id: uuid.UUID) -> TenantInfo | None:
    """The tenant with this id, or None."""
    return _ask("id", tenant_id.hex)


def resolve_name(name: str) -> TenantInfo | None:
    """The tenant that an `X-Tenant` header names by its slug or its id (`ten_…`), or None."""
    if name.startswith("ten_"):
        try:
            return resolve_id(decode("ten", name))
        except InvalidId:
            return None
    return _ask("slug", name)


def forget_tenant(tenant_id: uuid.UUID | None) -> None:
    """Drops what is known of a tenant (of all where None), here and in every other process."""
    _answers.drop(tenant_id)
    try:
        _client().publish(CHANNEL, tenant_id.hex if tenant_id else "*")
    except (redis.RedisError, OSError) as error:
        # The age limit does it within a minute.
        logger.warning("other processes were not told of a change to a tenant: %s", error)


def _client() -> Any:
    return redis.Redis.from_url(settings.REDIS_URL, socket_timeout=0.25, socket_connect_timeout=0.25)


def _listen() -> None:
    global _listener
    if _listener is not None and _listener.is_alive():
        return
    with _listener_lock:
        if _listener is None or not _listener.is_alive():
            _listener = threading.Thread(target=_follow, name="tenancy-forget", daemon=True)
            _listener.start()


def _follow() -> None:
    """Follows the channel for the life of the process; after a break everything known is dropped."""
    while True:
        client = redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=1.0, health_check_interval=15)
        try:
            with client.pubsub(ignore_subscribe_messages=False) as channel:
                channel.subscribe(CHANNEL)
                while True:
                    message = channel.get_message(timeout=10.0)
                    if message is None:
                        continue
                    if message["type"] == "subscribe":
                        _answers.drop(None)  # Messages may have been missed.
                    elif message["type"] == "message":
                        text = message["data"].decode()
                        _answers.drop(None if text == "*" else uuid.UUID(hex=text))
        except (redis.RedisError, OSError, ValueError) as error:
            logger.debug("the channel of tenant changes broke: %s", error)
        finally:
            client.close()
        time.sleep(5.0)
