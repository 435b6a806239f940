"""Rates: so many requests a window for a credential, counted in Valkey.

Source of the headers: draft-ietf-httpapi-ratelimit-headers (`RateLimit-Policy`, `RateLimit`) and RFC 9110
for `Retry-After`. When Valkey is down nothing is counted and nobody is refused: the count protects, it
does not decide.
"""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from rest_framework.throttling import BaseThrottle

from backend.kernel import context
from backend.kernel.permissions import Principal


class RateThrottle(BaseThrottle):
    """A fixed window a credential and rate class; the class comes from the resource's `throttle`."""

    def __init__(self) -> None:
        self.policy: tuple[str, int, int] | None = None
        self.remaining = 0
        self.reset = 0

    def allow_request(self, request: Any, view: Any) -> bool:
        """Counts the request; False where the window is full."""
        name = view.throttle_class()
        rate = settings.THROTTLE_RATES.get(name)
        if rate is None:
            return True
        quota, window = rate
        # The window is wall time, shared by every process; a test's frozen clock must not stop it.
        now = time.time()
        bucket, self.reset = int(now // window), int(window - now % window) + 1
        key = f"rate:{name}:{self._who(request)}:{bucket}"
        used: int = cache.count(key, window + 5) or 1  # type: ignore[attr-defined]  # Of TolerantRedisCache.
        self.policy = (name, quota, window)
        self.remaining = max(0, quota - used)
        return bool(used <= quota)

    @staticmethod
    def _who(request: Any) -> str:
        user = request.user
        if isinstance(user, Principal) and user.user_id is not None:
            return str(user.user_id)
        return "ip:" + context.current().ip

    def wait(self) -> float | None:
        """Seconds until the window ends."""
        return float(self.reset)

    def announce(self, response: HttpResponse) -> None:
        """Tells the caller its policy and what is left of it."""
        if self.policy is not None:
            name, quota, window = self.policy
            response["RateLimit-Policy"] = f'"{name}";q={quota};w={window}'
            response["RateLimit"] = f'"{name}";r={self.remaining};t={self.reset}'
