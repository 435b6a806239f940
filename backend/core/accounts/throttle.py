"""Counts failed sign-ins and makes the next ones wait: by account name, address, network, and of all together.

The count goes by the name that was typed, whether or not such a user exists, so that a refusal tells
nothing. It lives in Valkey, and is forgotten after an hour. While Valkey is away each process counts for itself, and
the user's row keeps a count of its own, which holds for all processes and for that time alone; then a locked account
answers as with a wrong password, as an unknown one does.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from ipaddress import ip_network
from typing import NamedTuple

from django.core.cache import cache

from backend.core.accounts import spraying
from backend.core.accounts.errors import LoginThrottled
from backend.core.accounts.networks import address_of, network_of
from backend.kernel import clock, tenancy

FREE_ATTEMPTS = 5
FIRST_WAIT = 15
LONGEST_WAIT = 900
REMEMBERED = 3600
ADDRESS_ATTEMPTS = 100
NETWORK_ATTEMPTS = 500
ADDRESS_WINDOW = 600
"""Seconds, and failures that an address (an office shares one) and its network may make in a window."""
LOCAL_ENTRIES = 50_000
"""What a process counts at most while Valkey is away; the oldest goes first."""


def wait_after(failures: int) -> timedelta:
    """How long the next attempt must wait after so many failures in a row: 15 s, doubling, to 15 min."""
    if failures < FREE_ATTEMPTS:
        return timedelta()
    return timedelta(seconds=min(FIRST_WAIT * 2 ** min(failures - FREE_ATTEMPTS, 10), LONGEST_WAIT))


class _Local:
    """Counts of this process, for while Valkey is away."""

    def __init__(self) -> None:
        self._counts: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._locks: OrderedDict[str, float] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, key: str, seconds: int) -> int:
        now = time.monotonic()
        with self._lock:
            until, count = self._counts.pop(key, (0.0, 0))
            if until <= now:
                until, count = now + seconds, 0
            self._counts[key] = (until, count + 1)
            while len(self._counts) > LOCAL_ENTRIES:
                self._counts.popitem(last=False)
            return count + 1

    def count(self, key: str) -> int:
        until, count = self._counts.get(key, (0.0, 0))
        return count if until > time.monotonic() else 0

    def take(self, key: str) -> None:
        with self._lock:
            until, count = self._counts.get(key, (0.0, 0))
            if count:
                self._counts[key] = (until, count - 1)

    def lock(self, key: str, until: float) -> None:
        with self._lock:
            self._locks.pop(key, None)
            self._locks[key] = until
            while len(self._locks) > LOCAL_ENTRIES:
                self._locks.popitem(last=False)

    def locked_until(self, key: str) -> float:
        return self._locks.get(key, 0.0)

    def drop(self, *keys: str) -> None:
        with self._lock:
            for key in keys:
                self._counts.pop(key, None)
                self._locks.pop(key, None)


local = _Local()


def _name(identifier: str) -> str:
    return hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _sources(ip: str) -> list[tuple[str, int]]:
    """The keys that an address counts under, with how many failures each may have."""
    address = address_of(ip)
    if address is None:
        return [(f"login-ip:{ip}", ADDRESS_ATTEMPTS)] if ip else []
    network = network_of(address)
    # Of IPv6 a single address is nothing: who has one has 2^64 of them.
    single = address if address.version == 4 else ip_network(f"{address}/64", strict=False)
    return [(f"login-ip:{single}", ADDRESS_ATTEMPTS), (f"login-net:{network}", NETWORK_ATTEMPTS)]


def _here(key: str) -> str:
    return f"{tenancy.schema_name()}:{key}"


def _count(key: str, seconds: int) -> tuple[int, bool]:
    """The count with this one, and whether it is only this process's."""
    cache.add(key, 0, timeout=seconds)
    try:
        return int(cache.incr(key)), False
    except ValueError:  # Valkey is away, or the key ran out in between.
        return local.add(_here(key), seconds), True


def _sum(key: str, seconds: int) -> int:
    return _count(key, seconds)[0]


def check(identifier: str, ip: str, *, known: Callable[[], bool] | None = None) -> None:
    """Raises LoginThrottled where this name, address or network must wait, and strangers while all are sprayed.

    `known` says whether the user with this name came in from there before; it is asked only then. Without it the
    attempt is none that a spray consists of.
    """
    locked = f"login-lock:{_name(identifier)}"
    sources = _sources(ip)
    hour = spraying.hour()
    found = cache.get_many([locked, hour.now, hour.before, *(key for key, _most in sources)])
    until = max(float(found.get(locked) or 0), local.locked_until(_here(locked)))
    left = int(until - clock.now().timestamp()) + 1
    if until and left > 0:
        raise LoginThrottled(seconds=left, retry_after=left)
    for key, most in sources:
        if int(found.get(key) or 0) >= most or local.count(_here(key)) >= most:
            raise LoginThrottled(seconds=ADDRESS_WINDOW, retry_after=ADDRESS_WINDOW)
    if known is None:
        return
    accounts = hour.sum(
        *(max(int(found.get(key) or 0), local.count(_here(key))) for key in (hour.now, hour.before))
    )
    if spraying.gap_after(accounts) and not known():
        wait = spraying.wait_of_stranger(accounts, _sum)
        if wait:
            raise LoginThrottled(seconds=wait, retry_after=wait)


class Counted(NamedTuple):
    """A failure that was counted."""

    wait: timedelta
    """How long the next attempt with this name must wait."""
    alone: bool
    """Whether only this process knows of it, as Valkey is away."""


def is_away() -> bool:
    """Whether Valkey does not answer."""
    mark = secrets.token_hex(8)
    cache.set(f"login-probe:{mark}", mark, timeout=5)
    return cache.get(f"login-probe:{mark}") != mark


def failed(identifier: str, ip: str, *, account: bool = False) -> Counted:
    """Counts a failure, and says how long the next attempt with this name must wait.

    `account` says that the name is one to sign in with, as those of a spray are.
    """
    name = _name(identifier)
    failures, alone = _count(f"login-fail:{name}", REMEMBERED)
    wait = wait_after(failures)
    if wait:
        until = (clock.now() + wait).timestamp()
        cache.set(f"login-lock:{name}", until, timeout=int(wait.total_seconds()) + 5)
        if alone:
            local.lock(_here(f"login-lock:{name}"), until)
    sources = _sources(ip)
    for key, _most in sources:
        _count(key, ADDRESS_WINDOW)
    if account and failures == 1:
        under = spraying.count_account(sources[-1][0] if sources else "", _sum)
        if under:
            cache.set(f"login-sprayed:{name}", under, timeout=spraying.WINDOW)
    return Counted(wait, alone)


def succeeded(identifier: str) -> None:
    """Forgets the failures of a name."""
    name = _name(identifier)
    counted = cache.get(f"login-sprayed:{name}")
    if isinstance(counted, str):
        # A mistyped password is no spray: the account counts no more.
        try:
            cache.decr(counted)
        except ValueError:  # Valkey is away, or the hour is over.
            local.take(_here(counted))
    keys = [f"login-fail:{name}", f"login-lock:{name}", f"login-sprayed:{name}"]
    cache.delete_many(keys)
    local.drop(*(_here(key) for key in keys))
