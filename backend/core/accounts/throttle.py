"""Counts failed sign-ins and makes the next ones wait: by account name and by address.

The count goes by the name that was typed, whether or not such a user exists, so that a refusal tells
nothing. It lives in Valkey. The user's row keeps a count of its own, which holds when Valkey is away; then
a locked account answers as with a wrong password.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.core.cache import cache

from backend.core.accounts.errors import LoginThrottled
from backend.kernel import clock

FREE_ATTEMPTS = 5
FIRST_WAIT = 15
LONGEST_WAIT = 900
REMEMBERED = 3600
ADDRESS_ATTEMPTS = 100
ADDRESS_WINDOW = 600
"""Seconds, and failures an address may make in a window (an office shares one)."""


def wait_after(failures: int) -> timedelta:
    """How long the next attempt must wait after so many failures in a row: 15 s, doubling, to 15 min."""
    if failures < FREE_ATTEMPTS:
        return timedelta()
    return timedelta(seconds=min(FIRST_WAIT * 2 ** min(failures - FREE_ATTEMPTS, 10), LONGEST_WAIT))


def _name(identifier: str) -> str:
    return hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _count(key: str, seconds: int) -> int:
    cache.add(key, 0, timeout=seconds)
    try:
        return int(cache.incr(key))
    except ValueError:  # Valkey is away, or the key ran out in between.
        return 1


def check(identifier: str, ip: str) -> None:
    """Raises LoginThrottled where this name or address must wait."""
    locked, by_address = f"login-lock:{_name(identifier)}", f"login-ip:{ip}"
    found = cache.get_many([locked, by_address])
    until = found.get(locked)
    if until is not None:
        left = int(until - clock.now().timestamp()) + 1
        if left > 0:
            raise LoginThrottled(seconds=left, retry_after=left)
    if ip and int(found.get(by_address) or 0) >= ADDRESS_ATTEMPTS:
        raise LoginThrottled(seconds=ADDRESS_WINDOW, retry_after=ADDRESS_WINDOW)


def failed(identifier: str, ip: str) -> None:
    """Counts a failure."""
    name = _name(identifier)
    wait = wait_after(_count(f"login-fail:{name}", REMEMBERED))
    if wait:
        until = clock.now() + wait
        cache.set(f"login-lock:{name}", until.timestamp(), timeout=int(wait.total_seconds()) + 5)
    if ip:
        _count(f"login-ip:{ip}", ADDRESS_WINDOW)


def succeeded(identifier: str) -> None:
    """Forgets the failures of a name."""
    name = _name(identifier)
    cache.delete_many([f"login-fail:{name}", f"login-lock:{name}"])
