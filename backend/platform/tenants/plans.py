"""What a plan limits, and what follows from a plan and a business's own limits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend.kernel.limits import LIMITS
from backend.kernel.tenancy import Allowance

__all__ = ["LIMITS", "allowances"]


def allowances(limits: Mapping[str, int | None], overrides: Mapping[str, Any]) -> dict[str, Allowance]:
    """The allowance of each thing that a plan's limits or a business's own (as its row keeps them) limit."""
    found: dict[str, Allowance] = {}
    for name in LIMITS:
        limit, own = limits.get(name), overrides.get(name)
        if own is not None:
            until = datetime.fromisoformat(own["until"]) if own.get("until") else None
            found[name] = Allowance(limit, is_own=True, own=own["limit"], own_until=until)
        elif limit is not None:
            found[name] = Allowance(limit)
    return found
