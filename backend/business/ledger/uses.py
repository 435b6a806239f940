"""What else posts to an account by itself, asked of the domains above without knowing them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backend.business.ledger.chart import SYSTEM

Use = Callable[[str], bool]
"""Whether something posts to the account with a code. Sees what others have committed when it is called."""

_uses: dict[str, Use] = {}


def register_use(name: str, use: Use) -> None:
    """Adds something that posts by itself, under a name that refusals show. Raises ValueError for a second."""
    if name in _uses:
        raise ValueError(f"{name!r} says already where it posts")
    _uses[name] = use


def references_to(account: Any) -> list[str]:
    """The names of what needs an account's row: its role where it is the default of it, the product, domains."""
    found = [f"role {account.role}"] if account.role_default else []
    if account.code in SYSTEM:
        found.append("guildhall")
    return found + [name for name, use in sorted(_uses.items()) if use(account.code)]
