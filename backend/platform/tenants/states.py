"""The states of a business, and what leads from one to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backend.kernel.tenancy import OPEN_STATUSES

STATUSES = ("trial", "active", "suspended", "deletion_scheduled", "purging")
OPEN = OPEN_STATUSES
"""States in which a business answers everything."""
MODES = ("read_only", "closed")
"""How far a business that is not open answers: to reading requests, or to none."""
GRACE_DAYS = 30
"""How long a deletion waits where nobody says otherwise."""
MAX_GRACE_DAYS = 365


@dataclass(frozen=True, slots=True)
class Move:
    """What a transition may start from, where it leads (None: back), and the fields that it takes."""

    sources: frozenset[str]
    target: str | None
    takes: frozenset[str] = frozenset({"reason"})


TRANSITIONS: Mapping[str, Move] = {
    "activate": Move(frozenset({"trial", "suspended"}), "active"),
    # From `suspended` too: the mode changes.
    "suspend": Move(frozenset({"trial", "active", "suspended"}), "suspended", frozenset({"reason", "mode"})),
    "schedule_deletion": Move(
        frozenset({"trial", "active", "suspended"}),
        "deletion_scheduled",
        frozenset({"reason", "mode", "grace_days", "keep_backups"}),
    ),
    "cancel_deletion": Move(frozenset({"deletion_scheduled"}), None),
}
"""The transitions that an operator makes. A due deletion becomes `purging` by the clock, and then is nothing."""


def allowed_from(status: str) -> list[str]:
    """The transitions that a state allows."""
    return [name for name, move in TRANSITIONS.items() if status in move.sources]
