"""The states of a business, and what leads from one to another."""

from __future__ import annotations

from collections.abc import Mapping

OPEN = frozenset({"trial", "active"})
"""States in which a business answers."""

TRANSITIONS: Mapping[str, tuple[frozenset[str], str]] = {
    "activate": (frozenset({"trial", "suspended"}), "active"),
    "suspend": (frozenset({"trial", "active"}), "suspended"),
    "close": (frozenset({"trial", "active", "suspended"}), "closed"),
}
"""What each transition may start from, and the state it leads to. `closed` is the end."""


def allowed_from(status: str) -> list[str]:
    """The transitions that a state allows."""
    return [name for name, (sources, _target) in TRANSITIONS.items() if status in sources]
