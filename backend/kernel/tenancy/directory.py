"""Finding the tenant: by host, or by slug or id, with no query where the answer is known.

The operator's directory (`backend.platform.tenants`) registers itself here. Answers are kept in the
process: a tenant for POSITIVE_SECONDS, "there is none" for NEGATIVE_SECONDS. A change is told to every
process through Valkey; where Valkey is dead, the age limit bounds how long an old answer lives.
"""

from __future__ import annotations

import logging
import os
import re
import threading
import time
import uuid
from collections import OrderedDict
from functools import lru_cache
from typing import Protocol

import redis
from django.conf import settings

from backend.kernel.ids import InvalidId, decode
from backend.kernel.tenancy.context import PUBLIC, TenantInfo, tenant_context
from backend.kernel.tenancy.valkey import Lines

logger = logging.getLogger(__name__)

# What cannot be a name is not asked for.
_HOST = re.compile(r"[a-z0-9.-]{1,253}\Z")
_SLUG = re.compile(r"[a-z0-9-]{1,63}\Z")

POSITIVE_SECONDS = 60.0
NEGATIVE_SECONDS = 3.0
CAPACITY = 20_000
NEGATIVE_CAPACITY = 2_000
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
    """Bounded maps of answers with an age, safe between threads.

    What is not there is kept apart, so that asking for many invented names forgets no tenant.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[str, str], tuple[float, TenantInfo]] = OrderedDict()
        self._missing: OrderedDict[tuple[str, str], float] = OrderedDict()
        #: How often something was forgotten: an answer that was asked for before is not kept after.
        self.drops = 0

    def get(self, key: tuple[str, str]) -> tuple[bool, TenantInfo | None]:
        """Whether an answer is known, and the answer."""
        now = time.monotonic()
        found = self._known.get(key)
        if found is not None and found[0] > now:
            return True, found[1]
        return self._missing.get(key, 0.0) > now, None

    def put(self, key: tuple[str, str], tenant: TenantInfo | None, drops: int) -> None:
        """Keeps an answer, unless something was forgotten since ``drops`` was read: it may be of before that."""
        now = time.monotonic()
        with self._lock:
            if drops != self.drops:
                return
            self._known.pop(key, None)
            self._missing.pop(key, None)
            if tenant is None:
                self._missing[key] = now + NEGATIVE_SECONDS
                if len(self._missing) > NEGATIVE_CAPACITY:
                    self._missing.popitem(last=False)
            else:
                self._known[key] = (now + POSITIVE_SECONDS, tenant)
                if len(self._known) > CAPACITY:
                    self._known.popitem(last=False)

    def drop(self, tenant_id: uuid.UUID | None) -> None:
        """Forgets a tenant's answers and every "there is none"; everything where no id is given."""
        with self._lock:
            self.drops += 1
            self._missing.clear()
            if tenant_id is None:
                self._known.clear()
                return
            for key, (_, tenant) in list(self._known.items()):
                if tenant.id == tenant_id:
                    del self._known[key]


_ORIGIN = uuid.uuid4().hex
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
    drops = _answers.drops
    with tenant_context(PUBLIC):
        if kind == "host":
            tenant = _directory.by_host(value)
        elif kind == "slug":
            tenant = _directory.by_slug(value)
        else:
            tenant = _directory.by_id(uuid.UUID(hex=value))
    _answers.put((kind, value), tenant, drops)
    return tenant


def resolve_host(host: str) -> TenantInfo | None:
    """The tenant of a host name (no port), or None."""
    host = host.lower()
    return _ask("host", host) if _HOST.match(host) else None


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
    return _ask("slug", name) if _SLUG.match(name) else None


def forget_tenant(tenant_id: uuid.UUID | None) -> None:
    """Drops what is known of a tenant (of all where None), here and in every other process."""
    _answers.drop(tenant_id)
    try:
        _publish(f"{tenant_id.hex if tenant_id else '*'} {_sender()}")
    except (redis.RedisError, OSError) as error:
        # The age limit does it within a minute.
        logger.warning("other processes were not told of a change to a tenant: %s", error)


def _sender() -> str:
    """Names this process and no other: of those that were forked from one, each."""
    return f"{_ORIGIN}-{os.getpid()}"


def _heard(message: str) -> None:
    """What another process forgot is forgotten here; our own word comes back late, and was heeded before."""
    text, _, sender = message.partition(" ")
    if sender != _sender():
        _answers.drop(None if text == "*" else uuid.UUID(hex=text))


def _publish(word: str) -> None:
    _lines(settings.REDIS_URL).ask(["PUBLISH", CHANNEL, word])


@lru_cache(maxsize=4)
def _lines(url: str) -> Lines:
    # Kept: to make a client of the library and connect it takes longer than to fill a new business.
    return Lines(url, socket_timeout=0.25, socket_connect_timeout=0.25)


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
        client = redis.Redis.from_url(
            settings.REDIS_URL, socket_connect_timeout=1.0, health_check_interval=15
        )
        try:
            with client.pubsub(ignore_subscribe_messages=False) as channel:  # type: ignore[no-untyped-call]
                channel.subscribe(CHANNEL)
                while True:
                    message = channel.get_message(timeout=10.0)
                    if message is None:
                        continue
                    if message["type"] == "subscribe":
                        _answers.drop(None)  # Messages may have been missed.
                    elif message["type"] == "message":
                        _heard(message["data"].decode())
        except (redis.RedisError, OSError, ValueError) as error:
            logger.debug("the channel of tenant changes broke: %s", error)
        finally:
            client.close()
        time.sleep(5.0)
