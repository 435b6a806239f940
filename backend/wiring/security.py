"""Which origins' scripts may read a business's answers: those of its security policy."""

from __future__ import annotations

from collections.abc import Collection

from backend.core.accounts import facade as accounts
from backend.kernel.api import security


def origins() -> Collection[str]:
    """The origins of the business that runs."""
    return accounts.policy().cors_origins


security.origins_from(origins)
